import type { BrukareAnswer } from '@hemtjanst/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../lib/api-client.js';
import { loadPages } from '../../lib/load-pages.js';

const LONG = 5 * 60_000;
const oneKey = (unitId: string, brukareId: string) => ['one-brukare', unitId, brukareId] as const;

/** Every brukare of the unit or the group, as a list may show them. */
export function useBrukareList(unitId: string, workGroupId: string | null) {
  return useQuery({
    queryKey: ['brukare', unitId, workGroupId],
    queryFn: ({ signal }) => loadPages<BrukareAnswer>(`/units/${unitId}/brukare`, { workGroupId }, signal),
    staleTime: LONG,
  });
}

/** The name (or alias) behind an id; the id's unit is read once and kept for five minutes. */
export function useBrukareNames(unitId: string): (brukareId: string) => string {
  const { data } = useBrukareList(unitId, null);
  const names = new Map((data ?? []).map(({ id, name }) => [id, name]));
  return (brukareId) => names.get(brukareId) ?? '…';
}

export function useOneBrukare(unitId: string, brukareId: string) {
  return useQuery({
    queryKey: oneKey(unitId, brukareId),
    queryFn: ({ signal }) => callApi<BrukareAnswer>(`/units/${unitId}/brukare/${brukareId}`, { signal }),
  });
}

export function useChangeBrukare(unitId: string, brukareId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ change, seenVersion }: { readonly change: unknown; readonly seenVersion: number }) =>
      callApi<BrukareAnswer>(`/units/${unitId}/brukare/${brukareId}`, { method: 'PATCH', body: change, seenVersion }),
    onSuccess: (brukare) => {
      queries.setQueryData(oneKey(unitId, brukareId), brukare);
      void queries.invalidateQueries({ queryKey: ['brukare', unitId] });
    },
  });
}

export function useNewBrukare(unitId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ values, idempotencyKey }: { readonly values: unknown; readonly idempotencyKey: string }) =>
      callApi<BrukareAnswer>(`/units/${unitId}/brukare`, { method: 'POST', body: values, idempotencyKey }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['brukare', unitId] }),
  });
}
