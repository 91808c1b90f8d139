import type { MeAnswer, NewSession, SessionAnswer, UnitSettingsAnswer, WorkGroupAnswer } from '@hemtjanst/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../lib/api-client.js';

const ME = ['me'] as const;

/** Who is logged in. */
export function useMe() {
  return useQuery({
    queryKey: ME,
    queryFn: ({ signal }) => callApi<MeAnswer>('/me', { signal }),
    staleTime: 5 * 60_000,
  });
}

/** The session lives in a cookie that scripts cannot read; the token in the answer is not kept. */
export function useLogIn() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (proof: NewSession) => {
      await callApi<SessionAnswer>('/sessions', { method: 'POST', body: proof });
      return callApi<MeAnswer>('/me');
    },
    onSuccess: (me) => {
      queries.clear();
      queries.setQueryData(ME, me);
    },
  });
}

/** Nothing of what was read stays in the browser. */
export function useLogOut() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => callApi<null>('/sessions/current', { method: 'DELETE' }),
    onSettled: () => queries.clear(),
  });
}

export function useWorkGroups(unitId: string | undefined) {
  return useQuery({
    queryKey: ['work-groups', unitId],
    queryFn: async ({ signal }) =>
      (await callApi<{ readonly items: readonly WorkGroupAnswer[] }>(`/units/${unitId}/work-groups`, { signal })).items,
    enabled: unitId !== undefined,
    staleTime: 10 * 60_000,
  });
}

export function useUnitSettings(unitId: string) {
  return useQuery({
    queryKey: ['settings', unitId],
    queryFn: ({ signal }) => callApi<UnitSettingsAnswer>(`/units/${unitId}/settings`, { signal }),
    staleTime: 10 * 60_000,
  });
}
