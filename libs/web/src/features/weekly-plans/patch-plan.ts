import type {
  DayRouteAnswer,
  PlanEditAnswer,
  PlannedVisitAnswer,
  UnassignedDemandAnswer,
  WeeklyPlanAnswer,
} from '@hemtjanst/contracts';
import type { QueryClient } from '@tanstack/react-query';

/**
 * Puts what an edit changed into what the page has already fetched: the board shows it at once, and rows that the edit
 * left alone stay the same objects and are not drawn again.
 */
export function patchPlan(queries: QueryClient, answer: PlanEditAnswer): void {
  const { planId, visitDemandIds, version, metrics } = answer;
  const demands = new Set(visitDemandIds);
  queries.setQueriesData<readonly WeeklyPlanAnswer[]>({ queryKey: ['plans'] }, (plans) =>
    plans?.map((plan) => (plan.id === planId ? { ...plan, version, metrics, ...countsAfter(plan, answer) } : plan)),
  );
  queries.setQueriesData<readonly UnassignedDemandAnswer[]>({ queryKey: ['unassigned', planId] }, (left) =>
    left === undefined
      ? undefined
      : [...left.filter(({ visitDemandId }) => !demands.has(visitDemandId)), ...answer.unassigned],
  );
  for (const [key, visits] of queries.getQueriesData<readonly PlannedVisitAnswer[]>({
    queryKey: ['planned-visits', planId],
  })) {
    if (visits !== undefined) queries.setQueryData(key, visitsAfter(visits, answer, demands, String(key[2])));
  }
  for (const [key, routes] of queries.getQueriesData<readonly DayRouteAnswer[]>({ queryKey: ['day-routes'] })) {
    if (routes !== undefined && key[2] === planId) {
      queries.setQueryData(key, routesAfter(routes, answer, String(key[3])));
    }
  }
}

function countsAfter(plan: WeeklyPlanAnswer, answer: PlanEditAnswer): Partial<WeeklyPlanAnswer> {
  const { unassignedVisits } = answer.metrics;
  return { visitCount: plan.visitCount + plan.metrics.unassignedVisits - unassignedVisits };
}

function visitsAfter(
  visits: readonly PlannedVisitAnswer[],
  answer: PlanEditAnswer,
  demands: ReadonlySet<string>,
  date: string,
): readonly PlannedVisitAnswer[] {
  const kept = visits.filter(({ visitDemandId }) => !demands.has(visitDemandId));
  const placed = answer.visits.filter((visit) => visit.date === date);
  return kept.length === visits.length && placed.length === 0 ? visits : [...kept, ...placed];
}

function routesAfter(
  routes: readonly DayRouteAnswer[],
  answer: PlanEditAnswer,
  date: string,
): readonly DayRouteAnswer[] {
  const changed = new Map(
    answer.routes.filter((route) => route.date === date).map((route) => [route.shiftId, route] as const),
  );
  const touched = new Set(answer.shiftIds);
  const known = new Set(routes.map(({ shiftId }) => shiftId));
  const added = [...changed.values()].filter(({ shiftId }) => !known.has(shiftId));
  if (added.length === 0 && !routes.some(({ shiftId }) => touched.has(shiftId))) return routes;
  // A shift that is touched and has no route any more is one whose employee is absent now.
  const kept = routes.filter(({ shiftId }) => !touched.has(shiftId) || changed.has(shiftId));
  return [...kept.map((route) => changed.get(route.shiftId) ?? route), ...added];
}
