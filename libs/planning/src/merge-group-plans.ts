import {
  type CareUnit,
  type IsoWeek,
  type PlanTravel,
  type UnitSettings,
  type WeeklyPlan,
  computePlanMetrics,
} from '@hemtjanst/domain';
import type { GroupPlan } from './read-week-solution.js';
import { weekCeiling } from './week-ceiling.js';

export interface PlanHeader {
  readonly unit: CareUnit;
  readonly week: IsoWeek;
  readonly settings: UnitSettings;
  readonly seed: number;
  readonly workGroupIds: readonly string[] | null;
  readonly travel: Omit<PlanTravel, 'estimatedLegs'>;
}

/** The groups' parts as one weekly plan, in a stable order, with the week's figures. */
export function mergeGroupPlans(header: PlanHeader, groups: readonly GroupPlan[]): WeeklyPlan {
  const visits = groups.flatMap((group) => group.visits);
  const routes = groups.flatMap((group) => group.routes);
  const unassigned = groups.flatMap((group) => group.unassigned);
  const objective = groups.reduce((sum, group) => sum + group.objective, 0);
  const estimatedLegs = routes.flatMap((route) => route.stops).filter((stop) => stop.isEstimated).length;
  return {
    schemaVersion: 1,
    unit: header.unit.name,
    week: header.week,
    timeZone: 'Europe/Stockholm',
    seed: header.seed,
    workGroupIds: header.workGroupIds,
    travel: { ...header.travel, estimatedLegs },
    visits,
    routes,
    unassigned,
    metrics: computePlanMetrics(
      header.unit,
      { week: header.week, workGroupIds: header.workGroupIds, visits, routes, unassigned },
      header.settings,
      { objective, ...weekCeiling(header, groups) },
    ),
  };
}
