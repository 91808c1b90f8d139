import type { MeAnswer, NewSession, SessionAnswer, UnitSettingsAnswer, WorkGroupAnswer } from '@hemtjanst/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ApiProblem, callApi } from '../../lib/api-client.js';
import { keepSealed, readSealed, wipeSealed } from '../../offline/sealed-store.js';

const ME = ['me'] as const;
const KEPT_ME = 'me';
/** Set while a session may still be open at the server although the person has left. */
const LEFT = 'ramrutt.left';
const LONGEST_SESSION_MILLISECONDS = 12 * 60 * 60 * 1000;

/** Who is logged in. */
export function useMe() {
  return useQuery({
    queryKey: ME,
    queryFn: ({ signal }) => askWhoIAm(signal),
    staleTime: 5 * 60_000,
  });
}

/** Without a net an employee is who he or she was: the day can be read, and what is pressed waits for the session. */
async function askWhoIAm(signal?: AbortSignal): Promise<MeAnswer> {
  try {
    await endSessionLeftOpen();
    const me = await callApi<MeAnswer>('/me', signal === undefined ? {} : { signal });
    if (me.roles.includes('omsorgspersonal')) await keepSealed(KEPT_ME, me, Date.now() + LONGEST_SESSION_MILLISECONDS);
    return me;
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    if (error.status === 401) await wipeSealed();
    const kept = error.status === 0 && !hasLeft() ? await readSealed<MeAnswer>(KEPT_ME) : null;
    if (kept === null) throw error;
    return kept;
  }
}

/** The session lives in a cookie that scripts cannot read; the token in the answer is not kept. */
export function useLogIn() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (proof: NewSession) => {
      await callApi<SessionAnswer>('/sessions', { method: 'POST', body: proof });
      // Whoever was here before left nothing to read.
      await wipeSealed();
      localStorage.removeItem(LEFT);
      return askWhoIAm();
    },
    onSuccess: (me) => {
      queries.clear();
      queries.setQueryData(ME, me);
    },
  });
}

/** Nothing of what was read stays in the browser; only presses that have not been sent wait for their own login. */
export function useLogOut() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      await wipeSealed();
      localStorage.setItem(LEFT, 'yes');
      await endSessionLeftOpen();
    },
    onSettled: () => queries.clear(),
  });
}

/** Logging out without a net ends the session as soon as there is one again, before anything else is asked. */
async function endSessionLeftOpen(): Promise<void> {
  if (!hasLeft()) return;
  await callApi<null>('/sessions/current', { method: 'DELETE' }).catch((error: unknown) => {
    if (!(error instanceof ApiProblem) || error.status !== 401) throw error;
  });
  localStorage.removeItem(LEFT);
}

const hasLeft = (): boolean => localStorage.getItem(LEFT) !== null;

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
