import type {
  AddedExtraVisitAnswer,
  ExtraVisitAnswer,
  PlacesAnswer,
  PricedPlace,
  WeeklyPlanAnswer,
} from '@hemtjanst/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Scope } from '../../app/scope.js';
import { callApi } from '../../lib/api-client.js';
import { plansHaveChanged } from '../weekly-plans/api.js';
import { askPlaces, sendEdit } from '../weekly-plans/editing-api.js';

/** The draft that new visits go into: the plan itself, or the open draft of it; null: one has to be made. */
export function draftOf(plan: WeeklyPlanAnswer, plans: readonly WeeklyPlanAnswer[]): WeeklyPlanAnswer | null {
  if (plan.status === 'utkast') return plan;
  return plans.find(({ status, madeFrom }) => status === 'utkast' && madeFrom.basedOnPlanId === plan.id) ?? null;
}

export function useExtraVisits(unitId: string, day: string) {
  return useQuery({
    queryKey: ['extra-visits', unitId, day],
    queryFn: async ({ signal }) =>
      (
        await callApi<{ readonly items: readonly ExtraVisitAnswer[] }>(`/units/${unitId}/extra-visits`, {
          query: { date: day },
          signal,
        })
      ).items,
  });
}

/** A wish for a visit, or one that is there already, into the plan or a draft of it. */
export function useAddExtraVisit(scope: Scope) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ plan, wish }: { readonly plan: WeeklyPlanAnswer; readonly wish: object | string }) => {
      const path = `/units/${scope.unitId}/weekly-plans/${plan.id}/extra-visits`;
      return callApi<AddedExtraVisitAnswer>(typeof wish === 'string' ? `${path}/${wish}` : path, {
        method: 'POST',
        body: typeof wish === 'string' ? {} : wish,
        seenVersion: plan.version,
        idempotencyKey: crypto.randomUUID(),
      });
    },
    onSettled: async (added) => {
      await plansHaveChanged(queries, scope);
      await queries.invalidateQueries({
        predicate: ({ queryKey }) =>
          ['extra-visits', 'day-events', 'visit-demands'].includes(String(queryKey[0])) ||
          (added !== undefined && queryKey.includes(added.plan.id)),
      });
    },
  });
}

export function useWithdrawExtraVisit(unitId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version }: ExtraVisitAnswer) =>
      callApi<null>(`/units/${unitId}/extra-visits/${id}`, { method: 'DELETE', seenVersion: version }),
    onSettled: () =>
      queries.invalidateQueries({
        predicate: ({ queryKey }) => ['extra-visits', 'day-events'].includes(String(queryKey[0])),
      }),
  });
}

/** Where the visit could lie in the draft, the cheapest first. */
export function usePlaces(unitId: string, planId: string, visitDemandId: string) {
  return useQuery<PlacesAnswer>({
    queryKey: ['places', planId, visitDemandId],
    queryFn: ({ signal }) => askPlaces({ unitId, planId }, visitDemandId, signal),
    gcTime: 0,
  });
}

export function usePlaceExtraVisit(scope: Scope, planId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({
      visitDemandId,
      place,
      seenVersion,
    }: {
      readonly visitDemandId: string;
      readonly place: PricedPlace;
      readonly seenVersion: number;
    }) =>
      sendEdit({ unitId: scope.unitId, planId }, seenVersion, {
        kind: 'place',
        visitDemandId,
        shiftId: place.shiftId,
        startsAt: place.startsAt,
        helperShiftId: place.helper?.shiftId ?? null,
      }),
    onSuccess: async () => {
      await plansHaveChanged(queries, scope);
      await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey.includes(planId) });
    },
  });
}
