import { type PlannedVisit, type UnassignedDemand, type WeeklyPlan, computePlanMetrics } from '@hemtjanst/domain';
import type { SolveResult } from '@hemtjanst/solver';
import { type GroupPlan, readWeekSolution } from '../read-week-solution.js';
import { visitIdOf } from '../read/planned-visits.js';
import type { PlanContext } from './plan-context.js';
import { withStrandedReasons } from './stranded-visits.js';

/** The code of a demand that was called off: it stays listed, and no search places it. */
export const CANCELLED = 'cancelled';

export const isCancelled = ({ reasons }: UnassignedDemand): boolean => reasons.at(0)?.code === CANCELLED;

/**
 * The weekly plan with the group's part as the solver has it; the other groups' parts stay as they are. Visits keep their
 * ids and locks, cancelled demands their reason; all figures are computed anew.
 */
export function planOfGroup(context: PlanContext, result: SolveResult): WeeklyPlan {
  const { plan, scope, problem, key, open } = context;
  const read = readWeekSolution(problem, key, result);
  const left = keepCancelled(plan, withStrandedReasons(context, read.unassigned));
  const own = keepIds(plan, { ...read, unassigned: left });
  const groupOf = new Map(scope.unit.brukare.map(({ id, workGroupId }) => [id, workGroupId]));
  const groupOfShift = new Map(scope.unit.shifts.map(({ id, workGroupId }) => [id, workGroupId]));
  const isOther = ({ brukareId }: { readonly brukareId: string }): boolean =>
    groupOf.get(brukareId) !== scope.workGroupId;
  const visits = [...plan.visits.filter(isOther), ...own.visits];
  const routes = [
    ...plan.routes.filter(({ shiftId }) => groupOfShift.get(shiftId) !== scope.workGroupId),
    ...own.routes,
  ];
  const unassigned = [...plan.unassigned.filter(isOther), ...own.unassigned];
  const estimatedLegs = routes.flatMap(({ stops }) => stops).filter(({ isEstimated }) => isEstimated).length;
  const { objective, lowerBound, attainableEfficiency } = plan.metrics;
  const parts = { week: plan.week, workGroupIds: plan.workGroupIds, visits, routes, unassigned };
  return {
    ...plan,
    travel: { ...plan.travel, estimatedLegs },
    visits,
    routes,
    unassigned,
    metrics: computePlanMetrics(scope.unit, parts, scope.settings, {
      objective: objective - open.read().cost.total + result.cost.total,
      lowerBound,
      attainableEfficiency,
    }),
  };
}

/** A visit keeps the id it has in the plan, also in a plan that another tool has named differently. */
function keepIds(plan: WeeklyPlan, group: GroupPlan): GroupPlan {
  const known = new Map(plan.visits.map((visit) => [visit.demandId, visit]));
  const idOf = (demandId: string): string => known.get(demandId)?.id ?? visitIdOf(demandId);
  const idByRead = new Map(group.visits.map(({ id, demandId }) => [id, idOf(demandId)]));
  const visits = group.visits.map((visit): PlannedVisit => ({
    ...visit,
    id: idOf(visit.demandId),
    pinned: known.get(visit.demandId)?.pinned ?? false,
  }));
  const routes = group.routes.map((route) => ({
    ...route,
    stops: route.stops.map((stop) =>
      stop.visitId === null ? stop : { ...stop, visitId: idByRead.get(stop.visitId) ?? stop.visitId },
    ),
  }));
  return { ...group, visits, routes };
}

function keepCancelled(plan: WeeklyPlan, unassigned: readonly UnassignedDemand[]): readonly UnassignedDemand[] {
  const cancelled = new Map(plan.unassigned.filter(isCancelled).map((demand) => [demand.demandId, demand]));
  return unassigned.map((demand) => cancelled.get(demand.demandId) ?? demand);
}
