import type { PlannedRoute, PlannedVisit, UnassignedDemand } from '@hemtjanst/domain';
import type { Problem, SolveResult, WeekBounds } from '@hemtjanst/solver';
import type { WeekProblemKey } from './build-week-problem.js';
import { explainUnassigned } from './explain-unassigned.js';
import { plannedRoutes } from './read/planned-routes.js';
import { plannedVisits } from './read/planned-visits.js';

/** One group's part of a weekly plan. */
export interface GroupPlan {
  readonly visits: readonly PlannedVisit[];
  readonly routes: readonly PlannedRoute[];
  readonly unassigned: readonly UnassignedDemand[];
  /** Seconds-equivalents, the solver's objective. */
  readonly objective: number;
  /** What no plan of the group's week can beat; null where it was not computed. */
  readonly bounds: WeekBounds | null;
}

/** Reads the solver's integers back into visits, routes with every leg's parts, and unassigned visits with reasons. */
export function readWeekSolution(
  problem: Problem,
  key: WeekProblemKey,
  result: SolveResult,
  bounds: WeekBounds | null = null,
): GroupPlan {
  const visits = plannedVisits(key, result);
  return {
    visits,
    routes: plannedRoutes(problem, key, result),
    unassigned: explainUnassigned(problem, key, result),
    objective: result.cost.total,
    bounds,
  };
}
