import type { NewPlanningRun, PlanningRunAnswer } from '@hemtjanst/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Scope } from '../../app/scope.js';
import { callApi } from '../../lib/api-client.js';
import { useRunFeed, type WatchedRun } from './run-feed.js';

const LOOK_AGAIN_MILLISECONDS = 15_000;
const runsKey = (unitId: string) => ['planning-runs', unitId] as const;

/** The calculation that is going on for what is looked at, also when a colleague started it. */
export function useOngoingRun({ unitId, week, workGroupId }: Scope): PlanningRunAnswer | null {
  const { data } = useQuery({
    queryKey: runsKey(unitId),
    queryFn: async ({ signal }) =>
      (await callApi<{ readonly items: readonly PlanningRunAnswer[] }>(`/units/${unitId}/planning-runs`, { signal }))
        .items,
    refetchInterval: LOOK_AGAIN_MILLISECONDS,
  });
  const isIt = (run: PlanningRunAnswer): boolean =>
    run.week === week && run.workGroupId === workGroupId && run.endedAt === null;
  return data?.find(isIt) ?? null;
}

type RunWish = Pick<NewPlanningRun, 'week' | 'workGroupId' | 'seconds' | 'basedOnPlanId'>;

export function useStartRun(unitId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ wish, idempotencyKey }: { readonly wish: RunWish; readonly idempotencyKey: string }) =>
      callApi<PlanningRunAnswer>(`/units/${unitId}/weekly-plans`, { method: 'POST', body: wish, idempotencyKey }),
    // Known at once: a small unit's calculation may have ended before a list could be fetched.
    onSuccess: (run) =>
      queries.setQueryData<readonly PlanningRunAnswer[]>(runsKey(unitId), (runs) => [run, ...(runs ?? [])]),
  });
}

export function useCancelRun(unitId: string) {
  return useMutation({
    mutationFn: (runId: string) =>
      callApi<PlanningRunAnswer>(`/units/${unitId}/planning-runs/${runId}/cancel`, { method: 'POST' }),
  });
}

const costOf = ({ progress }: PlanningRunAnswer) => ({ cost: progress?.bestObjective ?? null, search: '' });

/** The run as it is now, told by the server at every change until it has ended. */
export function useRunProgress(
  unitId: string,
  started: PlanningRunAnswer,
  onEnded: (run: PlanningRunAnswer) => void,
): WatchedRun<PlanningRunAnswer> {
  const queries = useQueryClient();
  const end = useCallback(
    (run: PlanningRunAnswer) => {
      void queries.invalidateQueries({ queryKey: runsKey(unitId) });
      onEnded(run);
    },
    [queries, unitId, onEnded],
  );
  const url = `/api/units/${unitId}/planning-runs/${started.id}/progress`;
  return useRunFeed({ url, event: 'planning-run', started, costOf, onEnded: end });
}
