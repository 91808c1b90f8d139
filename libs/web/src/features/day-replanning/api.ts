import type {
  PlannedVisitAnswer,
  ReplanAnswer,
  ReplanChoice,
  ReplanQuestion,
  WeeklyPlanAnswer,
} from '@hemtjanst/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Scope } from '../../app/scope.js';
import { callApi } from '../../lib/api-client.js';
import { plansHaveChanged } from '../weekly-plans/api.js';

/** What is asked, and the answer to it: both are needed to choose from it. */
export interface AnsweredQuestion {
  readonly question: ReplanQuestion;
  readonly answer: ReplanAnswer;
}

interface Asked {
  readonly question: ReplanQuestion;
  readonly signal: AbortSignal;
}

const path = (unitId: string, planId: string): string => `/units/${unitId}/weekly-plans/${planId}/replan-day`;

export function useReplanDay({ unitId }: Scope, planId: string) {
  return useMutation({
    mutationFn: async ({ question, signal }: Asked): Promise<AnsweredQuestion> => ({
      question,
      answer: await callApi<ReplanAnswer>(path(unitId, planId), { method: 'POST', body: question, signal }),
    }),
  });
}

/** Makes the chosen day a draft, which the board then shows. */
export function useAcceptDay(scope: Scope, planId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ choice, seenVersion }: { readonly choice: ReplanChoice; readonly seenVersion: number }) =>
      callApi<WeeklyPlanAnswer>(`${path(scope.unitId, planId)}/accept`, {
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
