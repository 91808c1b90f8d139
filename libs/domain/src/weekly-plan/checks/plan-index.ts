import type { Brukare, Employee, Shift } from '../../people/people.js';
import { epochSecondsOf, localOf, type LocalTime } from '../../time/civil-time.js';
import type { Instant } from '../../time/units.js';
import type { CareUnit } from '../../unit/care-unit.js';
import type { UnitSettings } from '../../unit/unit-settings.js';
import type { TravelMode } from '../../travel/travel-mode.js';
import type { LocalDate } from '../../time/units.js';
import type { DoorToDoor } from '../../travel/door-to-door.js';
import type { VisitDemand } from '../../visit-demand/visit-demand.js';
import type { PlannedRoute, PlannedVisit, RouteStop, WeeklyPlan } from '../weekly-plan.js';

/**
 * The door-to-door time between two places (`premises:<id>`, `brukare:<id>`) that a plan may not go below; null where the
 * travel source has no way, which the checker lets pass.
 */
export type LegSeconds = (
  fromPlaceId: string,
  toPlaceId: string,
  mode: TravelMode,
  onDate: LocalDate,
) => DoorToDoor | null;

export interface CheckOptions {
  readonly settings: UnitSettings;
  /** The week's demands of the planned groups; see `deriveVisitDemands`. */
  readonly demands: readonly VisitDemand[];
  /** Absent: legs are not checked against a travel source. */
  readonly legSeconds?: LegSeconds;
}

/** One employee's part of a visit: the whole of it, or the helper's. */
export interface VisitPart {
  readonly visit: PlannedVisit;
  readonly role: 'first' | 'helper';
  readonly employeeId: string;
  readonly shiftId: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly serviceMinutes: number;
}

/** Everything the rules look up, indexed once. */
export interface PlanIndex extends CheckOptions {
  readonly unit: CareUnit;
  readonly plan: WeeklyPlan;
  readonly brukareById: ReadonlyMap<string, Brukare>;
  readonly employeeById: ReadonlyMap<string, Employee>;
  readonly shiftById: ReadonlyMap<string, Shift>;
  readonly demandById: ReadonlyMap<string, VisitDemand>;
  readonly visitById: ReadonlyMap<string, PlannedVisit>;
  readonly parts: readonly VisitPart[];
  readonly partsByVisit: ReadonlyMap<string, readonly VisitPart[]>;
}

export function indexPlan(unit: CareUnit, plan: WeeklyPlan, options: CheckOptions): PlanIndex {
  const partsByVisit = new Map(plan.visits.map((visit) => [visit.id, partsOf(visit)]));
  return {
    ...options,
    unit,
    plan,
    brukareById: byId(unit.brukare),
    employeeById: byId(unit.employees),
    shiftById: byId(unit.shifts),
    demandById: byId(options.demands),
    visitById: byId(plan.visits),
    parts: plan.visits.flatMap(partsOf),
    partsByVisit,
  };
}

/** One part per named employee: the first has the visit's own times, the second the helper's. */
function partsOf(visit: PlannedVisit): readonly VisitPart[] {
  return visit.employeeIds.map((employeeId, at) => {
    const times = at > 0 && visit.helper !== null ? visit.helper : visit;
    return {
      visit,
      role: at === 0 ? 'first' : 'helper',
      employeeId,
      shiftId: visit.shiftIds[at] ?? '',
      startsAt: times.startsAt,
      endsAt: times.endsAt,
      serviceMinutes: times.serviceMinutes,
    };
  });
}

/** Seconds since midnight of `date` by the wall clock; past midnight counts on. */
export function wallSecond(instant: Instant, date: LocalDate): number {
  const local: LocalTime = localOf(instant);
  if (local.date === date) return local.secondOfDay;
  return local.date > date ? 86_400 + local.secondOfDay : local.secondOfDay - 86_400;
}

export const isVisitStop = (stop: RouteStop): stop is RouteStop & { readonly visitId: string } =>
  stop.kind === 'visit' && stop.visitId !== null;

export const epochOf = (instant: Instant): number => epochSecondsOf(instant);

export const hasVisits = ({ stops }: PlannedRoute): boolean => stops.some(isVisitStop);

const byId = <T extends { readonly id: string }>(records: readonly T[]): ReadonlyMap<string, T> =>
  new Map(records.map((record) => [record.id, record]));
