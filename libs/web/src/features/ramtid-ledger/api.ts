import type { BrukareLedgerAnswer, RamtidLedgerAnswer, RamtidLedgerLineAnswer } from '@hemtjanst/contracts';
import { useQuery } from '@tanstack/react-query';
import { callApi } from '../../lib/api-client.js';
import { loadPages } from '../../lib/load-pages.js';

/** The month is counted as a whole for every page of it: one large page is the cheapest. */
const LARGEST_LEDGER_PAGE = 1000;

/** Every order's month: beställd, utförd, planerad, prognos. */
export function useLedgerLines(unitId: string, workGroupId: string | null, month: string) {
  return useQuery({
    queryKey: ['ramtid-ledger', unitId, workGroupId, month],
    queryFn: ({ signal }) =>
      loadPages<RamtidLedgerLineAnswer>(
        `/units/${unitId}/ramtid-ledger`,
        { month, workGroupId },
        signal,
        LARGEST_LEDGER_PAGE,
      ),
  });
}

/** The totals of the month, each kind of order by itself, and how many orders warn. */
export function useLedgerTotals(unitId: string, workGroupId: string | null, month: string) {
  return useQuery({
    queryKey: ['ramtid-ledger', unitId, workGroupId, month, 'totals'],
    queryFn: ({ signal }) =>
      callApi<RamtidLedgerAnswer>(`/units/${unitId}/ramtid-ledger`, {
        query: { month, workGroupId, size: 1 },
        signal,
      }),
  });
}

/** One brukare's month order by order, with the records behind and what could be changed. */
export function useBrukareLedger(unitId: string, brukareId: string | undefined, month: string) {
  return useQuery({
    queryKey: ['brukare-ledger', unitId, brukareId, month],
    queryFn: ({ signal }) =>
      callApi<BrukareLedgerAnswer>(`/units/${unitId}/brukare/${brukareId}/ramtid-ledger`, {
        query: { month },
        signal,
      }),
    enabled: brukareId !== undefined,
  });
}
