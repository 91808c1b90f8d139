import type { NewPlanningRun, PlanningRunAnswer } from '@hemtjanst/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Scope } from '../../app/scope.js';
import { callApi } from '../../lib/api-client.js';

const LOOK_AGAIN_MILLISECONDS = 15_000;
const REOPEN_MILLISECONDS = 5_000;
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

interface WatchedRun {
  readonly run: PlanningRunAnswer;
  /** Is the stream broken at the moment? It is opened again. */
  readonly isCutOff: boolean;
  /** What the best plan has cost so far, at each report that was better than the one before. */
  readonly bestCosts: readonly number[];
}

/** The costs told so far with one more report: what is no better adds nothing. */
function costsWith(costs: readonly number[], cost: number | null): readonly number[] {
  return cost === null || cost >= (costs.at(-1) ?? Infinity) ? costs : [...costs, cost];
}

/** The run as it is now, told by the server at every change until it has ended. */
export function useRunProgress(
  unitId: string,
  started: PlanningRunAnswer,
  onEnded: (run: PlanningRunAnswer) => void,
): WatchedRun {
  const [watched, setWatched] = useState<WatchedRun>({ run: started, isCutOff: false, bestCosts: [] });
  const [attempt, setAttempt] = useState(0);
  const queries = useQueryClient();
  useEffect(() => {
    const stream = new EventSource(`/api/units/${unitId}/planning-runs/${started.id}/progress`);
    let reopening: ReturnType<typeof setTimeout> | undefined;
    stream.addEventListener('planning-run', ({ data }: MessageEvent<string>) => {
      const run = JSON.parse(data) as PlanningRunAnswer;
      setWatched(({ bestCosts }) => ({
        run,
        isCutOff: false,
        bestCosts: costsWith(bestCosts, run.progress?.bestObjective ?? null),
      }));
      if (run.endedAt === null) return;
      stream.close();
      void queries.invalidateQueries({ queryKey: runsKey(unitId) });
      onEnded(run);
    });
    stream.onerror = () => {
      setWatched((before) => ({ ...before, isCutOff: true }));
      // After an answer that is no stream (too many of them, a restart) the browser gives up; we do not.
      if (stream.readyState === EventSource.CLOSED) {
        reopening = setTimeout(() => setAttempt((count) => count + 1), REOPEN_MILLISECONDS);
      }
    };
    return () => {
      clearTimeout(reopening);
      stream.close();
    };
  }, [unitId, started.id, attempt, queries, onEnded]);
  return watched;
}
