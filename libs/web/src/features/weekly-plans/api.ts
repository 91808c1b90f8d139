import type {
  BrukareAnswer,
  DayRouteAnswer,
  EmployeeAnswer,
  PlanCheckAnswer,
  PlanComparisonAnswer,
  PlannedVisitAnswer,
  StaffMeetingAnswer,
  TravelReportAnswer,
  UnassignedDemandAnswer,
  VisitDemandAnswer,
  VisitDemandListAnswer,
  WeeklyPlanAnswer,
} from '@hemtjanst/contracts';
import {
  keepPreviousData,
  useMutation,
  useQueries,
  useQuery,
  useQueryClient,
  type QueryClient,
} from '@tanstack/react-query';
import type { Scope } from '../../app/scope.js';
import { callApi } from '../../lib/api-client.js';
import { loadPages } from '../../lib/load-pages.js';

interface Items<Item> {
  readonly items: readonly Item[];
}

const plansKey = ({ unitId, week }: Scope) => ['plans', unitId, week] as const;
const planPath = (unitId: string, planId: string): string => `/units/${unitId}/weekly-plans/${planId}`;

/** The week's plans that hold for what is looked at, newest first: those of the group, and those of the whole unit. */
export function useWeekPlans(scope: Scope) {
  return useQuery({
    queryKey: plansKey(scope),
    queryFn: ({ signal }) =>
      loadPages<WeeklyPlanAnswer>(`/units/${scope.unitId}/weekly-plans`, { week: scope.week }, signal),
    select: (plans) => plans.filter(({ workGroupId }) => workGroupId === null || workGroupId === scope.workGroupId),
  });
}

/** The plan of the latest week: where the planerare is at work. */
export function useLatestPlan(unitId: string, isWanted: boolean) {
  return useQuery({
    queryKey: ['latest-plan', unitId],
    queryFn: async ({ signal }) =>
      (await callApi<Items<WeeklyPlanAnswer>>(`/units/${unitId}/weekly-plans`, { query: { size: 1 }, signal }))
        .items[0] ?? null,
    enabled: isWanted,
  });
}

/** The routes of the plan, a list per date. */
export function useDayRoutes({ unitId, workGroupId }: Scope, planId: string | undefined, dates: readonly string[]) {
  return useQueries({
    queries: dates.map((date) => ({
      queryKey: ['day-routes', unitId, planId, date, workGroupId],
      queryFn: async ({ signal }: { readonly signal: AbortSignal }) =>
        (
          await callApi<Items<DayRouteAnswer>>(`/units/${unitId}/day-routes`, {
            query: { date, planId, workGroupId },
            signal,
          })
        ).items,
      enabled: planId !== undefined,
      // A draft that was just made holds what its plan held: nothing flickers while it is fetched.
      placeholderData: (before: readonly DayRouteAnswer[] | undefined) => before,
    })),
  });
}

export function usePlannedVisits({ unitId, workGroupId }: Scope, planId: string | undefined, date: string | null) {
  return useQuery({
    queryKey: ['planned-visits', planId, date, workGroupId],
    queryFn: async ({ signal }) =>
      (
        await callApi<Items<PlannedVisitAnswer>>(`${planPath(unitId, planId ?? '')}/visits`, {
          query: { date, workGroupId },
          signal,
        })
      ).items,
    enabled: planId !== undefined && date !== null,
    placeholderData: (before, query) => (query?.queryKey[2] === date ? before : undefined),
  });
}

export function useUnassigned(unitId: string, planId: string | undefined) {
  return useQuery<readonly UnassignedDemandAnswer[]>({
    queryKey: ['unassigned', planId],
    queryFn: async ({ signal }) =>
      (await callApi<Items<UnassignedDemandAnswer>>(`${planPath(unitId, planId ?? '')}/unassigned`, { signal })).items,
    enabled: planId !== undefined,
    placeholderData: keepPreviousData,
  });
}

/** The people of the plan by their id; empty until they are there. */
export function useEmployees(unitId: string): ReadonlyMap<string, EmployeeAnswer> {
  const { data } = useQuery({
    queryKey: ['employees', unitId],
    queryFn: ({ signal }) => loadPages<EmployeeAnswer>(`/units/${unitId}/employees`, {}, signal),
    select: byId,
    staleTime: 5 * 60_000,
  });
  return data ?? NONE;
}

export function useBrukare({ unitId, workGroupId }: Scope): ReadonlyMap<string, BrukareAnswer> {
  const { data } = useQuery({
    queryKey: ['brukare', unitId, workGroupId],
    queryFn: ({ signal }) => loadPages<BrukareAnswer>(`/units/${unitId}/brukare`, { workGroupId }, signal),
    select: byId,
    staleTime: 5 * 60_000,
  });
  return data ?? NONE;
}

/** What the staff meet for; none until it is there. */
export function useStaffMeetings(unitId: string, dates: readonly string[]): readonly StaffMeetingAnswer[] {
  const [from, to] = [dates[0] ?? '', dates.at(-1) ?? ''];
  const { data } = useQuery({
    queryKey: ['staff-meetings', unitId, from, to],
    queryFn: async ({ signal }) =>
      (await callApi<Items<StaffMeetingAnswer>>(`/units/${unitId}/staff-meetings`, { query: { from, to }, signal }))
        .items,
    staleTime: 5 * 60_000,
  });
  return data ?? NO_MEETINGS;
}

const NO_MEETINGS: readonly StaffMeetingAnswer[] = [];

/** What was asked of each visit: when it may begin, whether it is time-critical. By visitDemandId. */
export function useVisitDemands({ unitId, workGroupId, week }: Scope): ReadonlyMap<string, VisitDemandAnswer> {
  const { data } = useQuery({
    queryKey: ['visit-demands', unitId, week, workGroupId],
    queryFn: ({ signal }) =>
      callApi<VisitDemandListAnswer>(`/units/${unitId}/visit-demands`, { query: { week, workGroupId }, signal }),
    select: ({ demands }) => byId(demands),
    staleTime: 5 * 60_000,
  });
  return data ?? NONE;
}

const NONE: ReadonlyMap<string, never> = new Map<string, never>();
const byId = <Item extends { readonly id: string }>(items: readonly Item[]): ReadonlyMap<string, Item> =>
  new Map(items.map((item) => [item.id, item]));

/** What publishing would say now; asked for anew each time. */
export function usePlanCheck(unitId: string, plan: WeeklyPlanAnswer) {
  return useQuery({
    queryKey: ['plan-check', plan.id, plan.version],
    queryFn: ({ signal }) => callApi<PlanCheckAnswer>(`${planPath(unitId, plan.id)}/check`, { signal }),
    gcTime: 0,
  });
}

/** Restidsrapporten; asked for anew each time, like the check. */
export function useTravelReport(unitId: string, plan: WeeklyPlanAnswer) {
  return useQuery({
    queryKey: ['travel-report', plan.id, plan.version],
    queryFn: ({ signal }) => callApi<TravelReportAnswer>(`${planPath(unitId, plan.id)}/travel-report`, { signal }),
    gcTime: 0,
  });
}

export function usePublishPlan(scope: Scope, plan: WeeklyPlanAnswer) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (publication: { readonly overrideReason: string | null; readonly idempotencyKey: string }) =>
      callApi<WeeklyPlanAnswer>(`${planPath(scope.unitId, plan.id)}/publish`, {
        method: 'POST',
        seenVersion: plan.version,
        idempotencyKey: publication.idempotencyKey,
        body: { overrideReason: publication.overrideReason },
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: plansKey(scope) }),
  });
}

export function useComparison(unitId: string, fromPlanId: string, toPlanId: string) {
  return useQuery({
    queryKey: ['plan-comparison', fromPlanId, toPlanId],
    queryFn: ({ signal }) =>
      callApi<PlanComparisonAnswer>(`${planPath(unitId, fromPlanId)}/compare`, { query: { with: toPlanId }, signal }),
  });
}

/** A run has ended: its plan is in the list from now on. */
export const plansHaveChanged = (queries: QueryClient, scope: Scope): Promise<void> =>
  queries.invalidateQueries({ queryKey: plansKey(scope) });
