import type {
  ContinuityAnswer,
  MonthClosingAnswer,
  MonthClosingListAnswer,
  ReimbursementAnswer,
  WatchListAnswer,
} from '@hemtjanst/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../lib/api-client.js';

/** The faces of the 14 days that end on `to`. */
export function useContinuity(unitId: string, workGroupId: string | null, to: string) {
  return useQuery({
    queryKey: ['continuity', unitId, workGroupId, to],
    queryFn: ({ signal }) =>
      callApi<ContinuityAnswer>(`/units/${unitId}/continuity`, { query: { to, workGroupId }, signal }),
  });
}

/** What needs doing soon; always of the whole unit. */
export function useWatchList(unitId: string) {
  return useQuery({
    queryKey: ['watch-list', unitId],
    queryFn: ({ signal }) => callApi<WatchListAnswer>(`/units/${unitId}/watch-list`, { signal }),
  });
}

export function useMonthClosings(unitId: string) {
  return useQuery({
    queryKey: ['month-closings', unitId],
    queryFn: ({ signal }) => callApi<MonthClosingListAnswer>(`/units/${unitId}/month-closings`, { signal }),
  });
}

export function useMonthClosing(unitId: string, month: string | null) {
  return useQuery({
    queryKey: ['month-closing', unitId, month],
    queryFn: ({ signal }) => callApi<MonthClosingAnswer>(`/units/${unitId}/month-closings/${month}`, { signal }),
    enabled: month !== null,
  });
}

export function useCloseMonth(unitId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ month, idempotencyKey }: { readonly month: string; readonly idempotencyKey: string }) =>
      callApi<MonthClosingAnswer>(`/units/${unitId}/month-closings`, {
        method: 'POST',
        body: { month },
        idempotencyKey,
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['month-closings', unitId] }),
  });
}

export function useReimbursement(unitId: string, month: string) {
  return useQuery({
    queryKey: ['reimbursement', unitId, month],
    queryFn: ({ signal }) =>
      callApi<ReimbursementAnswer>(`/units/${unitId}/reimbursement`, { query: { month }, signal }),
  });
}
