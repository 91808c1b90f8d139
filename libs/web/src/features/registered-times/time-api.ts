import type { RegisteredTimeAnswer } from '@hemtjanst/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../lib/api-client.js';

interface Items<Item> {
  readonly items: readonly Item[];
}

/** What was registered from one date to another, at most 31 days. */
export function useRegisteredTimes(unitId: string, { from, to }: { readonly from: string; readonly to: string }) {
  return useQuery({
    queryKey: ['registered-times', unitId, from, to],
    queryFn: async ({ signal }) =>
      (
        await callApi<Items<RegisteredTimeAnswer>>(`/units/${unitId}/registered-times`, {
          query: { from, to },
          signal,
        })
      ).items,
  });
}

export interface CorrectionWish {
  readonly registeredTimeId: string;
  readonly correction: {
    readonly id: string;
    readonly startsAt: string;
    readonly endsAt: string;
    readonly reason: string;
  };
}

export function useCorrectTime(unitId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ registeredTimeId, correction }: CorrectionWish) =>
      callApi<RegisteredTimeAnswer>(`/units/${unitId}/registered-times/${registeredTimeId}/corrections`, {
        method: 'POST',
        body: correction,
      }),
    onSuccess: () =>
      Promise.all(
        ['registered-times', 'ramtid-ledger', 'brukare-ledger', 'efficiency-report'].map((name) =>
          queries.invalidateQueries({ queryKey: [name, unitId] }),
        ),
      ),
  });
}
