import type {
  DayReplanningAnswer,
  DayReplanningState,
  PlannedVisitAnswer,
  ReplanChoice,
  ReplanQuestion,
  WeeklyPlanAnswer,
} from '@hemtjanst/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Scope } from '../../app/scope.js';
import { callApi } from '../../lib/api-client.js';
import { useRunFeed, type WatchedRun } from '../planning-runs/run-feed.js';
import { plansHaveChanged } from '../weekly-plans/api.js';

/** A calculation of a day that has ended with ways to choose from. */
export type ProposedDay = DayReplanningAnswer & { readonly answer: NonNullable<DayReplanningAnswer['answer']> };

const runsPath = (unitId: string, planId: string): string => `/units/${unitId}/weekly-plans/${planId}/day-replannings`;
const runPath = ({ unitId, planId, id }: DayReplanningState): string => `${runsPath(unitId, planId)}/${id}`;
const runKey = (runId: string) => ['day-replanning', runId] as const;

/** Asks for the ways. The key is the press's own: a request that is sent again is the same wish. */
export function useStartReplanning({ unitId }: Scope, planId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({
      question,
      idempotencyKey,
    }: {
      readonly question: ReplanQuestion;
      readonly idempotencyKey: string;
    }) => callApi<DayReplanningAnswer>(runsPath(unitId, planId), { method: 'POST', body: question, idempotencyKey }),
    onSuccess: (run) => queries.setQueryData(runKey(run.id), run),
  });
}

/** The calculation in the address. Each reading of its ways leaves lines in the log: it is read once, and at its end. */
export function useReplanning({ unitId }: Scope, planId: string, runId: string | null) {
  return useQuery({
    queryKey: runKey(runId ?? ''),
    queryFn: ({ signal }) => callApi<DayReplanningAnswer>(`${runsPath(unitId, planId)}/${runId ?? ''}`, { signal }),
    enabled: runId !== null,
    staleTime: Infinity,
    retry: false,
  });
}

const costOf = ({ progress }: DayReplanningState) => ({
  cost: progress?.bestObjective ?? null,
  search: progress?.alternative ?? '',
});

/** The calculation as it is now, told by the server until it has ended; then its ways are fetched. */
export function useReplanningProgress(
  started: DayReplanningState,
  onEnded: (run: DayReplanningState) => void,
): WatchedRun<DayReplanningState> {
  const queries = useQueryClient();
  const end = useCallback(
    (run: DayReplanningState) => {
      onEnded(run);
      void queries.invalidateQueries({ queryKey: runKey(run.id) });
    },
    [queries, onEnded],
  );
  const url = `/api${runPath(started)}/progress`;
  return useRunFeed({ url, event: 'day-replanning', started, costOf, onEnded: end });
}

export function useCancelReplanning(run: DayReplanningState) {
  return useMutation({
    mutationFn: () => callApi<DayReplanningAnswer>(`${runPath(run)}/cancel`, { method: 'POST' }),
  });
}

interface DayChoice {
  readonly choice: ReplanChoice;
  readonly seenVersion: number;
}

/** Makes the chosen day a draft, which the board then shows. */
export function useAcceptDay(scope: Scope, run: ProposedDay) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ choice, seenVersion }: DayChoice) =>
      callApi<WeeklyPlanAnswer>(`${runPath(run)}/accept`, {
        method: 'POST',
        seenVersion,
        idempotencyKey: crypto.randomUUID(),
        body: choice,
      }),
    onSuccess: async (draft) => {
      await plansHaveChanged(queries, scope);
      // A draft that was open already has other visits now than those fetched of it.
      await queries.invalidateQueries({
        predicate: ({ queryKey }) => queryKey.includes(draft.id) || queryKey[0] === 'absences',
      });
    },
  });
}

export const visitsByTime = (visits: readonly PlannedVisitAnswer[]): readonly PlannedVisitAnswer[] =>
  visits.toSorted((a, b) => a.startsAt.localeCompare(b.startsAt));
