import type { PlannedVisit } from '@hemtjanst/domain';
import { localOf } from '@hemtjanst/domain';
import { dayIndex, weekSeconds } from '../problem/week-seconds.js';
import { MOVED_START_SECONDS, disruptionCost } from '../rules/disruption.js';
import type { PlanContext } from './plan-context.js';
import type { Placement } from './placements.js';

export interface RowDisturbance {
  readonly cost: number;
  readonly hasOtherEmployee: boolean;
  readonly isMoved: boolean;
}

const NONE: RowDisturbance = { cost: 0, hasOtherEmployee: false, isMoved: false };

/** How far a row's place is from what people know; nothing where nobody knows a place, or the visit has none now. */
export function disturbanceOf(context: PlanContext, row: number, place: Placement | null): RowDisturbance {
  const known = knownPlacement(context, row);
  if (known === null || place === null) return NONE;
  const { shifts } = context.key.groupWeek;
  const hasOtherEmployee = shifts[place.shift].employeeId !== known.employeeId;
  const movedSeconds = place.start - known.start;
  return {
    cost: disruptionCost({ hasOtherEmployee, movedSeconds, isNotified: known.isNotified }),
    hasOtherEmployee,
    isMoved: Math.abs(movedSeconds) > MOVED_START_SECONDS,
  };
}

export interface KnownPlacement {
  readonly employeeId: string;
  readonly start: number;
  readonly isNotified: boolean;
}

/** Who comes when by the published plan; null where there is none, or the visit had no place in it. */
export function knownPlacement({ published, key }: PlanContext, row: number): KnownPlacement | null {
  const { demand, part } = key.rows[row];
  const visit = published === null ? undefined : publishedVisits(published.plan).get(demand.id);
  const employeeId = visit?.employeeIds[part === 'main' ? 0 : 1];
  if (visit === undefined || employeeId === undefined) return null;
  const local = localOf(part === 'helper' && visit.helper !== null ? visit.helper.startsAt : visit.startsAt);
  return {
    employeeId,
    start: weekSeconds(dayIndex(key.groupWeek.dates, local.date), 0) + local.secondOfDay,
    isNotified: published?.notifiedVisitIds.has(visit.id) ?? false,
  };
}

const visitsByPlan = new WeakMap<object, ReadonlyMap<string, PlannedVisit>>();

/** Indexed once per published plan: every price asks for it. */
function publishedVisits(plan: { readonly visits: readonly PlannedVisit[] }): ReadonlyMap<string, PlannedVisit> {
  const known = visitsByPlan.get(plan);
  if (known !== undefined) return known;
  const visits = new Map(plan.visits.map((visit) => [visit.demandId, visit]));
  visitsByPlan.set(plan, visits);
  return visits;
}
