import { secondsBetween } from '../time/civil-time.js';
import { datesOfWeek } from '../time/iso-week.js';
import type { IsoWeek } from '../time/units.js';
import type { CareUnit } from '../unit/care-unit.js';
import type { UnitSettings } from '../unit/unit-settings.js';
import { allBrukareContinuity, contactPersonShare, contactsOf } from './continuity.js';
import type { PlanMetrics, PlannedRoute, PlannedVisit, RouteStop, RouteStopKind, WeeklyPlan } from './weekly-plan.js';
import { availableShift, paidMinutes } from './working-time.js';

/** The parts of a plan that its metrics are computed from. */
export type MeasuredPlan = Pick<WeeklyPlan, 'week' | 'workGroupIds' | 'visits' | 'routes' | 'unassigned'>;

/** What the search states and nobody can count out of the plan. */
export type SearchFigures = Pick<PlanMetrics, 'objective' | 'lowerBound' | 'attainableEfficiency'>;

/**
 * The figures of a plan. Seconds are summed first and rounded last: minutes to one decimal, shares and means to four.
 * `staffMinutes` counts every shift of the planned groups in the week, also those without visits, less absence and rast;
 * `visitMinutes` counts both employees of a visit for two.
 *
 * @param search what the search says of the plan: its cost and the bounds of cost and efficiency, passed through.
 */
export function computePlanMetrics(
  unit: CareUnit,
  plan: MeasuredPlan,
  settings: UnitSettings,
  search: SearchFigures,
): PlanMetrics {
  const stops = plan.routes.flatMap((route) => route.stops);
  const visitMinutes = sum(plan.visits, visitStaffMinutes);
  const staffMinutes = scheduledStaffMinutes(unit, plan.week, plan.workGroupIds, settings);
  const faces = allBrukareContinuity(
    contactsOf(plan.visits, unit.history, plan.week),
    new Set(plan.visits.map(({ brukareId }) => brukareId)),
  );
  return {
    visitMinutes: toTenths(visitMinutes),
    travelMinutes: toTenths(sum(stops, ({ travelSeconds }) => travelSeconds) / 60),
    handlingMinutes: toTenths(sum(stops, (stop) => stop.handlingSeconds) / 60),
    waitMinutes: toTenths(sum(stops, ({ waitSeconds }) => waitSeconds) / 60),
    breakMinutes: toTenths(minutesOfKind(plan.routes, 'break')),
    kringtidMinutes: toTenths(minutesOfKind(plan.routes, 'kringtid')),
    staffMinutes: toTenths(staffMinutes),
    plannedEfficiency: toFourDecimals(staffMinutes === 0 ? 0 : visitMinutes / staffMinutes),
    distinctEmployeesPer14Days: {
      mean: toFourDecimals(faces.mean),
      median: faces.median,
      max: faces.max,
      shareAbove10: toFourDecimals(faces.shareAbove10),
    },
    unassignedVisits: plan.unassigned.length,
    contactPersonShare: toFourDecimals(contactPersonShare(plan.visits, unit.brukare)),
    travelMeters: sum(stops, ({ travelMeters }) => travelMeters),
    objective: search.objective,
    lowerBound: search.lowerBound,
    attainableEfficiency: search.attainableEfficiency,
  };
}

/** Paid minutes of the groups' shifts in the week that nobody is absent from. */
export function scheduledStaffMinutes(
  unit: Pick<CareUnit, 'shifts' | 'absences'>,
  week: IsoWeek,
  workGroupIds: readonly string[] | null,
  settings: UnitSettings,
): number {
  const dates = new Set(datesOfWeek(week));
  const shifts = unit.shifts.filter(
    ({ onDate, workGroupId }) => dates.has(onDate) && (workGroupIds === null || workGroupIds.includes(workGroupId)),
  );
  return sum(shifts, (shift) => {
    const available = availableShift(shift, unit.absences, settings);
    return available === null ? 0 : paidMinutes(available, settings);
  });
}

/** Minutes of working time that a visit takes: the helper's too. */
export const visitStaffMinutes = ({
  serviceMinutes,
  helper,
}: Pick<PlannedVisit, 'serviceMinutes' | 'helper'>): number => serviceMinutes + (helper?.serviceMinutes ?? 0);

const minutesOfKind = (routes: readonly PlannedRoute[], kind: RouteStopKind): number =>
  sum(
    routes.flatMap(({ stops }) => stops.filter((stop) => stop.kind === kind)),
    stopSeconds,
  ) / 60;

const stopSeconds = ({ startsAt, endsAt }: RouteStop): number => secondsBetween(startsAt, endsAt);

const toTenths = (value: number): number => Math.round(value * 10) / 10;

const toFourDecimals = (value: number): number => Math.round(value * 10_000) / 10_000;

const sum = <T>(items: readonly T[], amountOf: (item: T) => number): number =>
  items.reduce((total, item) => total + amountOf(item), 0);
