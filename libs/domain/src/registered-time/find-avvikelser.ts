import { epochSecondsOf, localOf } from '../time/civil-time.js';
import { formatMinuteOfDay } from '../time/minute-of-day.js';
import { minuteOfDay, type Instant, type LocalDate } from '../time/units.js';
import type { AvvikelseLimits } from '../unit/unit-settings.js';
import type { PlannedVisit } from '../weekly-plan/weekly-plan.js';
import type { TimeRegistration } from './time-registration.js';

export type AvvikelseKind =
  'unplanned' | 'missed' | 'wrong-employee' | 'overlap' | 'never-ended' | 'outside-time' | 'too-short' | 'too-long';

/** Something registered, or not registered, that does not match the plan: for the planerare to look at. */
export interface Avvikelse {
  readonly kind: AvvikelseKind;
  readonly onDate: LocalDate;
  readonly brukareId: string;
  /** Who registered, or was to come. */
  readonly employeeId: string;
  readonly registrationId: string | null;
  /** Null: the registration belongs to no planned visit. */
  readonly visit: PlannedVisit | null;
  /** Swedish, without names. */
  readonly text: string;
}

/** A registration with the times that count, and the planned visit it belongs to. */
export interface PlacedRegistration extends Pick<TimeRegistration, 'id' | 'brukareId' | 'employeeId' | 'kind'> {
  readonly startsAt: Instant;
  /** Null: the end was never registered. */
  readonly endsAt: Instant | null;
  readonly visitId: string | null;
  /** Is there a published plan of the day for the brukare's group? Without one nothing is unplanned. */
  readonly hasPlan: boolean;
}

export interface RegisteredDays {
  readonly registrations: readonly PlacedRegistration[];
  /** Published visits of the same days. */
  readonly visits: readonly PlannedVisit[];
  readonly now: Instant;
  readonly limits: AvvikelseLimits;
}

/** A visit nobody planned is taken to be this long before its end is missed. */
const UNPLANNED_MINUTES = 60;

/**
 * All avvikelser of some days. The same registrations give the same ones, in whatever order and however often they come; larm
 * is never planned and never one. A visit that was declined, or where nobody was at home, is not missed.
 */
export function findAvvikelser(days: RegisteredDays): readonly Avvikelse[] {
  const unique = [...new Map(days.registrations.map((one) => [one.id, one])).values()].filter(
    ({ kind }) => kind !== 'larm',
  );
  const visitById = new Map(days.visits.map((visit) => [visit.id, visit]));
  const found = [
    ...unique.flatMap((one) => aboutRegistration(one, visitById.get(one.visitId ?? '') ?? null, days)),
    ...overlaps(unique, visitById),
    ...missed(unique, days),
  ];
  return found.sort(
    (a, b) => compare(a.onDate, b.onDate) || compare(sortKeyOf(a), sortKeyOf(b)) || compare(a.kind, b.kind),
  );
}

function aboutRegistration(one: PlacedRegistration, visit: PlannedVisit | null, days: RegisteredDays): Avvikelse[] {
  const { limits, now } = days;
  const say = (kind: AvvikelseKind, text: string): Avvikelse => avvikelseOf(kind, one, visit, text);
  const planned = visit === null ? null : plannedPart(visit, one.employeeId);
  const found: Avvikelse[] = [];
  if (visit === null && one.kind === 'besok' && one.hasPlan)
    found.push(say('unplanned', `Oplanerat besök ${timesOf(one)}.`));
  if (visit !== null && !visit.employeeIds.includes(one.employeeId)) {
    found.push(say('wrong-employee', `En annan medarbetare än den planerade registrerade besöket ${timesOf(one)}.`));
  }
  if (one.kind !== 'besok') return found;
  if (planned !== null) {
    const late = minutesBetween(planned.startsAt, one.startsAt);
    if (Math.abs(late) > limits.startMinutes) {
      const text = `Började ${clockOf(one.startsAt)}, planerat ${clockOf(planned.startsAt)}.`;
      found.push(say('outside-time', text));
    }
  }
  if (one.endsAt === null) {
    const expected = (planned?.minutes ?? UNPLANNED_MINUTES) + limits.openMinutes;
    if (minutesBetween(one.startsAt, now) >= expected) {
      found.push(say('never-ended', `Besöket började ${clockOf(one.startsAt)} och har inget registrerat slut.`));
    }
  } else if (planned !== null) {
    found.push(...wrongLength(minutesBetween(one.startsAt, one.endsAt), planned.minutes, limits, say));
  }
  return found;
}

function wrongLength(
  actual: number,
  planned: number,
  { shortShare, longShare, durationMinutes }: AvvikelseLimits,
  say: (kind: AvvikelseKind, text: string) => Avvikelse,
): Avvikelse[] {
  if (Math.abs(actual - planned) < durationMinutes) return [];
  const text = `Besöket tog ${actual} minuter, planerat ${planned}.`;
  if (actual < planned * shortShare) return [say('too-short', text)];
  return actual > planned * longShare ? [say('too-long', text)] : [];
}

/** One employee in two visits at once: said about the one that began later. */
function overlaps(
  registrations: readonly PlacedRegistration[],
  visitById: ReadonlyMap<string, PlannedVisit>,
): readonly Avvikelse[] {
  const done = registrations
    .filter(({ kind, endsAt }) => kind === 'besok' && endsAt !== null)
    .sort(
      (a, b) =>
        compare(a.employeeId, b.employeeId) ||
        epochSecondsOf(a.startsAt) - epochSecondsOf(b.startsAt) ||
        compare(a.id, b.id),
    );
  let before: PlacedRegistration | null = null;
  const found: Avvikelse[] = [];
  for (const one of done) {
    const isSame: boolean = before !== null && before.employeeId === one.employeeId;
    const until: Instant | null = isSame ? (before?.endsAt ?? null) : null;
    if (until !== null && minutesBetween(one.startsAt, until) > 0) {
      const text = `Besöket ${timesOf(one)} börjar innan medarbetarens förra besök slutade ${clockOf(until)}.`;
      found.push(avvikelseOf('overlap', one, visitById.get(one.visitId ?? '') ?? null, text));
    }
    const endsLater: boolean = until === null || one.endsAt === null || minutesBetween(until, one.endsAt) > 0;
    if (endsLater) before = one;
  }
  return found;
}

/** Parts of planned visits that are over and that nobody registered. */
function missed(registrations: readonly PlacedRegistration[], { visits, now, limits }: RegisteredDays): Avvikelse[] {
  const byVisit = new Map<string, PlacedRegistration[]>();
  for (const one of registrations) {
    if (one.visitId !== null) byVisit.set(one.visitId, [...(byVisit.get(one.visitId) ?? []), one]);
  }
  return visits.flatMap((visit) => {
    const own = byVisit.get(visit.id) ?? [];
    if (own.some(({ kind }) => kind !== 'besok')) return [];
    const absent = visit.employeeIds.filter((employeeId) => own.every((one) => one.employeeId !== employeeId));
    // Somebody else came instead: as many as came in the place of others.
    const instead = new Set(
      own.map(({ employeeId }) => employeeId).filter((employeeId) => !visit.employeeIds.includes(employeeId)),
    ).size;
    return absent.slice(instead).flatMap((employeeId): Avvikelse[] => {
      const part = plannedPart(visit, employeeId);
      if (minutesBetween(part.endsAt, now) < limits.openMinutes) return [];
      const text = `Ingen har registrerat besöket ${clockOf(part.startsAt)}–${clockOf(part.endsAt)}.`;
      const { brukareId, date } = visit;
      return [{ kind: 'missed', onDate: date, brukareId, employeeId, registrationId: null, visit, text }];
    });
  });
}

/** The employee's part of the visit; whoever came instead is held against the whole of it. */
function plannedPart(visit: PlannedVisit, employeeId: string) {
  const isHelper = visit.helper !== null && visit.employeeIds.indexOf(employeeId) === 1;
  const { startsAt, endsAt, serviceMinutes } = isHelper && visit.helper !== null ? visit.helper : visit;
  return { startsAt, endsAt, minutes: serviceMinutes };
}

const avvikelseOf = (
  kind: AvvikelseKind,
  { id, brukareId, employeeId, startsAt }: PlacedRegistration,
  visit: PlannedVisit | null,
  text: string,
): Avvikelse => ({
  kind,
  onDate: localOf(startsAt).date,
  brukareId,
  employeeId,
  registrationId: id,
  visit,
  text,
});

const sortKeyOf = ({ registrationId, visit, employeeId }: Avvikelse): string =>
  `${visit?.startsAt ?? ''} ${visit?.id ?? ''} ${registrationId ?? ''} ${employeeId}`;

/** Whole minutes, seconds cut off; negative backwards. */
const minutesBetween = (from: Instant, to: Instant): number =>
  Math.floor(epochSecondsOf(to) / 60) - Math.floor(epochSecondsOf(from) / 60);

const clockOf = (instant: Instant): string =>
  formatMinuteOfDay(minuteOfDay(Math.floor(localOf(instant).secondOfDay / 60)));

const timesOf = ({ startsAt, endsAt }: PlacedRegistration): string =>
  endsAt === null ? `från ${clockOf(startsAt)}` : `${clockOf(startsAt)}–${clockOf(endsAt)}`;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
