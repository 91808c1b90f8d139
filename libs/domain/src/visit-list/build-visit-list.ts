import type { Brukare } from '../people/people.js';
import { splitAtMeetings, type StaffMeetingKind } from '../people/staff-meeting.js';
import { epochSecondsOf, instantOfEpochSeconds } from '../time/civil-time.js';
import { addDays } from '../time/local-date.js';
import type { Instant, LocalDate } from '../time/units.js';
import { doorOfBrukare, type TravelPlace, type TravelSettings } from '../travel/door-to-door.js';
import { handlingParts } from '../travel/leg-parts.js';
import type { CareUnit } from '../unit/care-unit.js';
import { CONTINUITY_DAYS } from '../weekly-plan/continuity.js';
import type { PlannedRoute, PlannedVisit, RouteStop, WeeklyPlan } from '../weekly-plan/weekly-plan.js';
import { isNamedFor, protectedAliases } from './protected-identity.js';
import type { NextRide, VisitList, VisitListStop } from './visit-list.js';

export interface VisitListSource {
  readonly unit: Pick<CareUnit, 'brukare' | 'premises' | 'history'>;
  readonly plan: Pick<WeeklyPlan, 'visits' | 'routes'>;
  readonly employeeId: string;
  readonly onDate: LocalDate;
  /** The meetings of the employee's group that day; none where they are left out. */
  readonly meetings?: readonly ListedMeeting[];
  /** What a way's handling is made of. */
  readonly settings: TravelSettings;
  /** Brukare with protected identity whom the enhetschef has named this employee for, besides their kontaktman. */
  readonly namedForBrukareIds?: ReadonlySet<string>;
}

export interface ListedMeeting {
  readonly kind: StaffMeetingKind;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
}

/** What the employee does that day, stop by stop. A day off has no stops. */
export function buildVisitList(source: VisitListSource): VisitList {
  const { plan, employeeId, onDate } = source;
  const routes = plan.routes
    .filter((route) => route.employeeId === employeeId && route.date === onDate)
    .sort((a, b) => startOf(a) - startOf(b));
  const describe = stopDescriber(source);
  const doorAt = doorFinder(source);
  return {
    employeeId,
    onDate,
    shiftStartsAt: routes[0]?.stops[0]?.startsAt ?? null,
    shiftEndsAt: routes.at(-1)?.stops.at(-1)?.endsAt ?? null,
    stops: routes.flatMap((route) =>
      route.stops.flatMap((stop, at) => {
        const nextRide = rideBetween(stop, route.stops[at + 1], route, { doorAt, settings: source.settings });
        const parts = withMeetings(describe(stop), source.meetings ?? []);
        return parts.map((part, number) => ({ ...part, nextRide: number === parts.length - 1 ? nextRide : null }));
      }),
    ),
  };
}

const startOf = ({ stops }: PlannedRoute): number => (stops[0] === undefined ? 0 : epochSecondsOf(stops[0].startsAt));

interface Doors {
  /** Null: unknown, or an address that this employee may not know. */
  readonly doorAt: (placeId: string) => TravelPlace | null;
  readonly settings: TravelSettings;
}

function rideBetween(
  stop: RouteStop,
  next: RouteStop | undefined,
  { mode }: PlannedRoute,
  { doorAt, settings }: Doors,
): NextRide | null {
  if (next === undefined || next.travelSeconds + next.handlingSeconds === 0) return null;
  const { travelSeconds, handlingSeconds, travelMeters, isEstimated } = next;
  const [from, to] = [doorAt(stop.placeId), doorAt(next.placeId)];
  const parts = from === null || to === null ? [] : handlingParts({ from, to, mode }, handlingSeconds, settings);
  return { mode, travelSeconds, handlingSeconds, travelMeters, isEstimated, handlingParts: parts };
}

function doorFinder({ unit, employeeId, namedForBrukareIds }: VisitListSource): Doors['doorAt'] {
  const premises = unit.premises.map(
    ({ id, coordinate }) =>
      [
        `premises:${id}`,
        { kind: 'premises', coordinate, keyKind: 'nyckelfri', floor: 0, hasLift: false, doorMinutes: null },
      ] as const,
  );
  const known = unit.brukare
    .filter((one) => !one.isProtected || isNamedFor(one, employeeId) || namedForBrukareIds?.has(one.id) === true)
    .map((one) => [`brukare:${one.id}`, doorOfBrukare(one)] as const);
  const doors = new Map<string, TravelPlace>([...premises, ...known]);
  return (placeId) => doors.get(placeId) ?? null;
}

type DescribedStop = Omit<VisitListStop, 'nextRide'>;

function stopDescriber(source: VisitListSource): (stop: RouteStop) => DescribedStop {
  const { unit, plan, employeeId, namedForBrukareIds } = source;
  const visitById = new Map(plan.visits.map((visit) => [visit.id, visit]));
  const brukareById = new Map(unit.brukare.map((brukare) => [brukare.id, brukare]));
  const premisesById = new Map(unit.premises.map((premises) => [`premises:${premises.id}`, premises]));
  const aliases = protectedAliases(unit.brukare);
  const seenBefore = employeesSeenBefore(source);
  return (stop) => {
    const visit = visitById.get(stop.visitId ?? '');
    const brukare = brukareById.get(visit?.brukareId ?? '');
    if (visit === undefined || brukare === undefined) {
      const premises = premisesById.get(stop.placeId);
      const isAtPremises = premises !== undefined && stop.kind !== 'break';
      return {
        ...bareStop(stop, stop.kind === 'premises' ? (premises?.name ?? 'Lokal') : titleOf(stop)),
        address: isAtPremises ? premises.address : null,
        coordinate: isAtPremises ? premises.coordinate : null,
      };
    }
    const maySee =
      !brukare.isProtected || isNamedFor(brukare, employeeId) || namedForBrukareIds?.has(brukare.id) === true;
    const visited = { ...visitFields(stop, visit, employeeId), isNewFace: !seenBefore(visit) };
    return maySee
      ? { ...bareStop(stop, brukare.name), ...visited, ...homeFields(brukare, visit) }
      : {
          ...bareStop(stop, aliases.get(brukare.id) ?? 'Skyddad'),
          ...visited,
          notes: ['Skyddade personuppgifter: fråga enhetschefen.'],
        };
  };
}

const MEETING_TITLES: Readonly<Record<StaffMeetingKind, string>> = {
  apt: 'APT',
  mote: 'Möte',
  utbildning: 'Utbildning',
  handledning: 'Handledning',
};

/** Kringtid with a meeting in it is told in parts: nobody reads "kringtid" and goes to the APT. */
function withMeetings(stop: DescribedStop, meetings: readonly ListedMeeting[]): readonly DescribedStop[] {
  if (stop.kind !== 'kringtid') return [stop];
  const seconds = ({ startsAt, endsAt }: Pick<ListedMeeting, 'startsAt' | 'endsAt'>) => ({
    from: epochSecondsOf(startsAt),
    to: epochSecondsOf(endsAt),
  });
  const during = meetings.map((meeting) => ({ ...seconds(meeting), kind: meeting.kind }));
  return splitAtMeetings(seconds(stop), during).map(({ from, to, meeting }) => ({
    ...stop,
    startsAt: instantOfEpochSeconds(from),
    endsAt: instantOfEpochSeconds(to),
    ...(meeting === null ? {} : { kind: 'meeting', title: MEETING_TITLES[meeting] }),
  }));
}

function titleOf({ kind }: RouteStop): string {
  switch (kind) {
    case 'break':
      return 'Rast';
    case 'kringtid':
      return 'Kringtid';
    case 'premises':
      return 'Lokal';
    case 'visit':
      return 'Besök';
  }
}

const bareStop = ({ kind, startsAt, endsAt }: RouteStop, title: string): DescribedStop => ({
  kind,
  startsAt,
  endsAt,
  visitId: null,
  brukareId: null,
  title,
  address: null,
  coordinate: null,
  keyKind: null,
  insatser: [],
  isNewFace: false,
  withEmployeeId: null,
  notes: [],
});

const visitFields = (
  { visitId }: RouteStop,
  { insatser, employeeIds }: PlannedVisit,
  employeeId: string,
): Pick<DescribedStop, 'visitId' | 'insatser' | 'withEmployeeId'> => ({
  visitId,
  insatser,
  withEmployeeId: employeeIds.find((other) => other !== employeeId) ?? null,
});

const homeFields = (
  brukare: Brukare,
  visit: PlannedVisit,
): Pick<DescribedStop, 'brukareId' | 'address' | 'coordinate' | 'keyKind' | 'notes'> => ({
  brukareId: brukare.id,
  address: brukare.address,
  coordinate: brukare.coordinate,
  keyKind: brukare.keyKind,
  notes: practicalNotes(brukare, visit),
});

function practicalNotes(brukare: Brukare, visit: PlannedVisit): readonly string[] {
  const { floor, hasLift, keyKind, pets, isSmoker, language } = brukare;
  return [
    floor === 0 ? null : `Våning ${floor}, ${hasLift ? 'hiss' : 'ingen hiss'}`,
    keyKind === 'metall' ? 'Ta med nyckeln från lokalen' : null,
    ...pets.map((pet) => (pet === 'hund' ? 'Hund' : 'Katt')),
    isSmoker ? 'Rökare' : null,
    language === null ? null : `Språk: ${language}`,
    visit.employeeIds.length > 1 ? 'Två medarbetare' : null,
  ].filter((note) => note !== null);
}

/** Whether the employee has been at the brukare's within 14 days: by the history, or earlier in the same plan. */
function employeesSeenBefore({ unit, plan, employeeId }: VisitListSource): (visit: PlannedVisit) => boolean {
  return (visit) => {
    const from = addDays(visit.date, -CONTINUITY_DAYS);
    const inHistory = unit.history.some(
      (past) =>
        past.employeeId === employeeId &&
        past.brukareId === visit.brukareId &&
        past.kind === 'besok' &&
        past.onDate >= from &&
        past.onDate < visit.date,
    );
    const earlierInPlan = (other: PlannedVisit): boolean =>
      other.brukareId === visit.brukareId &&
      other.employeeIds.includes(employeeId) &&
      epochSecondsOf(other.startsAt) < epochSecondsOf(visit.startsAt);
    return inHistory || plan.visits.some(earlierInPlan);
  };
}
