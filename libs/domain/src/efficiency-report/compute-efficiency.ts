import { ramtidMinutesOfVisit } from '../genomforandeplan/template-time.js';
import { orderedMinutes } from '../ramtid-order/ordered-time.js';
import type { RamtidOrder } from '../ramtid-order/ramtid-order.js';
import { countedTime, performedMinutesOfBrukare } from '../registered-time/performed-time.js';
import type { TimeRegistration } from '../registered-time/time-registration.js';
import { secondsBetween } from '../time/civil-time.js';
import { minutes, type LocalDate } from '../time/units.js';
import type { CareUnit } from '../unit/care-unit.js';
import type { UnitSettings } from '../unit/unit-settings.js';
import { visitStaffMinutes } from '../weekly-plan/plan-metrics.js';
import type { PlannedRoute, PlannedVisit, RouteStop } from '../weekly-plan/weekly-plan.js';
import { availableShift, paidMinutes } from '../weekly-plan/working-time.js';
import type { EfficiencyReport, StaffTimeSplit } from './efficiency-report.js';

/** What a report is made of: a unit's records, and the plans (published, or the one at hand) that cover the period. */
export interface EfficiencySource {
  readonly unit: Pick<CareUnit, 'brukare' | 'orders' | 'shifts' | 'absences' | 'registrations'>;
  readonly visits: readonly PlannedVisit[];
  readonly routes: readonly PlannedRoute[];
  readonly from: LocalDate;
  /** Inclusive. */
  readonly to: LocalDate;
  readonly workGroupIds: readonly string[] | null;
  readonly settings: UnitSettings;
}

/** The three sums of a period, their ratios and the split of the staff time. */
export function computeEfficiency(source: EfficiencySource): EfficiencyReport {
  const { from, to, workGroupIds, settings } = source;
  const scope = recordsInScope(source);
  const ordered = sum(scope.orders, (order) => orderedMinutes(order, from, to));
  const planned = sum(scope.visits, (visit) => plannedMinutesOf(visit, settings));
  const performed = sum(registrationsByBrukare(scope.registrations), (own) => performedMinutesOfBrukare(own, settings));
  const staffMinutesByShift = staffMinutesOf(scope.shifts, source);
  const staff = sum([...staffMinutesByShift.values()], (each) => each);
  return {
    from,
    to,
    workGroupIds,
    orderedHours: ordered / 60,
    plannedHours: planned / 60,
    performedHours: performed / 60,
    staffHours: staff / 60,
    performedPerStaff: ratio(performed, staff),
    orderedPerStaff: ratio(ordered, staff),
    performedPerOrdered: ratio(performed, ordered),
    plannedPerStaff: ratio(planned, staff),
    target: settings.efficiencyTarget,
    isTargetReached: staff === 0 ? null : performed / staff >= settings.efficiencyTarget,
    split: splitOf(scope.visits, scope.routes, staffMinutesByShift),
    definition: definitionOf(settings),
    records: {
      orderIds: scope.orders.map(({ id }) => id),
      visitIds: scope.visits.map(({ id }) => id),
      registrationIds: scope.registrations.map(({ id }) => id),
      shiftIds: scope.shifts.map(({ id }) => id),
    },
  };
}

/** Records of the period and the groups. Larm is paid per month and counts in none of the sums. */
function recordsInScope({ unit, visits, routes, from, to, workGroupIds }: EfficiencySource) {
  const isInPeriod = (date: LocalDate): boolean => from <= date && date <= to;
  const inGroups = new Set(
    unit.brukare.filter((one) => workGroupIds === null || workGroupIds.includes(one.workGroupId)).map(({ id }) => id),
  );
  const shifts = unit.shifts.filter(
    ({ onDate, workGroupId }) => isInPeriod(onDate) && (workGroupIds === null || workGroupIds.includes(workGroupId)),
  );
  const shiftIds = new Set(shifts.map(({ id }) => id));
  return {
    orders: unit.orders.filter((order) => inGroups.has(order.brukareId) && isCounted(order, from, to)),
    visits: visits.filter(({ date, brukareId }) => isInPeriod(date) && inGroups.has(brukareId)),
    registrations: unit.registrations.filter(
      (registration) =>
        registration.kind === 'besok' &&
        inGroups.has(registration.brukareId) &&
        isInPeriod(countedTime(registration).startsAt.date),
    ),
    shifts,
    routes: routes.filter(({ date, shiftId }) => isInPeriod(date) && shiftIds.has(shiftId)),
  };
}

const isCounted = (order: RamtidOrder, from: LocalDate, to: LocalDate): boolean =>
  order.kind !== 'larm' && order.from <= to && (order.to === null || order.to >= from);

function plannedMinutesOf({ serviceMinutes, helper }: PlannedVisit, settings: UnitSettings): number {
  const helperVisit =
    helper === null ? null : { serviceMinutes: minutes(helper.serviceMinutes), earliestOffset: 0, latestOffset: 0 };
  return ramtidMinutesOfVisit({ serviceMinutes: minutes(serviceMinutes), helper: helperVisit }, settings);
}

function registrationsByBrukare(registrations: readonly TimeRegistration[]): readonly (readonly TimeRegistration[])[] {
  const byBrukare = new Map<string, TimeRegistration[]>();
  for (const registration of registrations) {
    const own = byBrukare.get(registration.brukareId);
    if (own === undefined) byBrukare.set(registration.brukareId, [registration]);
    else own.push(registration);
  }
  return [...byBrukare.values()];
}

function staffMinutesOf(
  shifts: EfficiencySource['unit']['shifts'],
  { unit, settings }: EfficiencySource,
): ReadonlyMap<string, number> {
  return new Map(
    shifts.map((shift) => {
      const available = availableShift(shift, unit.absences, settings);
      return [shift.id, available === null ? 0 : paidMinutes(available, settings)];
    }),
  );
}

function splitOf(
  visits: readonly PlannedVisit[],
  routes: readonly PlannedRoute[],
  staffMinutesByShift: ReadonlyMap<string, number>,
): StaffTimeSplit {
  const stops = routes.flatMap((route) => route.stops);
  const routed = new Set(routes.map(({ shiftId }) => shiftId));
  const hoursOf = (kind: RouteStop['kind']): number =>
    sum(
      stops.filter((stop) => stop.kind === kind),
      ({ startsAt, endsAt }) => secondsBetween(startsAt, endsAt),
    ) / 3600;
  return {
    visitHours: sum(visits, visitStaffMinutes) / 60,
    travelHours: sum(stops, ({ travelSeconds }) => travelSeconds) / 3600,
    handlingHours: sum(stops, ({ handlingSeconds }) => handlingSeconds) / 3600,
    kringtidHours: hoursOf('kringtid'),
    waitHours: sum(stops, ({ waitSeconds }) => waitSeconds) / 3600,
    breakHours: hoursOf('break'),
    unplannedHours:
      sum([...staffMinutesByShift], ([shiftId, staffMinutes]) => (routed.has(shiftId) ? 0 : staffMinutes)) / 60,
  };
}

/** What is in the numbers; the unit's own formula is to be confirmed (domain.md section 10). */
function definitionOf({ doubleStaffingCounts, efficiencyTarget }: UnitSettings): string {
  const double = doubleStaffingCounts === 2 ? 'två gånger' : 'en gång';
  return (
    `Effektivitet = utförda timmar / personaltimmar, mål ${Math.round(efficiencyTarget * 100)} %. ` +
    'Utförda timmar är registrerade besök (justerad tid där den finns), utan larm, avböjda besök och bomtid. ' +
    `Dubbelbemanning räknas ${double}. ` +
    'Beställda timmar är ramtiden per månad fördelad på beställningens dagar, utan larm. ' +
    'Personaltimmar är schemalagd tid för planerad omvårdnadspersonal utan obetald rast och utan frånvaro.'
  );
}

const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

const sum = <T>(items: readonly T[], amountOf: (item: T) => number): number =>
  items.reduce((total, item) => total + amountOf(item), 0);
