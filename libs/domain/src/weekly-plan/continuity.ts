import { groupBy } from '../group-by.js';
import type { Absence, Brukare, HistoryVisit } from '../people/people.js';
import { localOf } from '../time/civil-time.js';
import { datesOfWeek } from '../time/iso-week.js';
import { addDays, datesBetween, yearOf } from '../time/local-date.js';
import type { IsoWeek, LocalDate } from '../time/units.js';
import type { PlannedVisit } from './weekly-plan.js';

/** Somebody from the unit at a brukare's: from history or from a plan. */
export interface Contact {
  readonly brukareId: string;
  readonly employeeId: string;
  readonly onDate: LocalDate;
  /** Minute of the day at which the visit starts. */
  readonly startsAt: number;
}

/** Distinct employees per brukare over a period; zeros where no brukare counts. */
export interface ContinuityFigures {
  readonly brukareCount: number;
  readonly mean: number;
  readonly median: number;
  readonly max: number;
  readonly shareAbove10: number;
  readonly shareAbove20: number;
}

/** Days of the window that continuity is counted over (Kolada; domain.md section 3). */
export const CONTINUITY_DAYS = 14;
/** The measure is about people of at least this age. */
const OFFICIAL_AGE = 65;
const OFFICIAL_VISITS_A_DAY = 2;
const OFFICIAL_FROM = 7 * 60;
const OFFICIAL_TO = 22 * 60;

/** The 14 days that end with the week's Sunday. */
export function continuityDates(week: IsoWeek): { readonly from: LocalDate; readonly to: LocalDate } {
  const to = addDays(datesOfWeek(week)[0] ?? ('' as LocalDate), 6);
  return { from: addDays(to, 1 - CONTINUITY_DAYS), to };
}

/**
 * Who meets whom in the 14 days: visits of the history before the week, and the planned visits of the week. Only `besok`
 * counts: trygghetslarm, meal deliveries and health care do not (Kolada). Both of a visit for two count.
 */
export function contactsOf(
  visits: readonly PlannedVisit[],
  history: readonly HistoryVisit[],
  week: IsoWeek,
): readonly Contact[] {
  const { from, to } = continuityDates(week);
  const monday = addDays(to, -6);
  return [
    ...history
      .filter(({ kind, onDate }) => kind === 'besok' && onDate >= from && onDate < monday)
      .map(({ brukareId, employeeId, onDate, startsAt }) => ({ brukareId, employeeId, onDate, startsAt })),
    ...visits.filter(countsForContinuity).flatMap(({ brukareId, employeeIds, date, startsAt }) =>
      employeeIds.map((employeeId) => ({
        brukareId,
        employeeId,
        onDate: date,
        startsAt: Math.floor(localOf(startsAt).secondOfDay / 60),
      })),
    ),
  ];
}

/** Only `besok` counts: a visit for nothing but a trygghetslarm does not (Kolada). */
export const countsForContinuity = ({ insatser }: Pick<PlannedVisit, 'insatser'>): boolean =>
  insatser.length === 0 || insatser.some((insats) => insats !== 'larm');

/** The wider measure: every brukare in `brukareIds`, whatever age and number of visits. Never mix it with the official one. */
export function allBrukareContinuity(contacts: readonly Contact[], brukareIds: ReadonlySet<string>): ContinuityFigures {
  const faces = facesByBrukare(contacts.filter(({ brukareId }) => brukareIds.has(brukareId)));
  return continuityFigures([...faces.values()].map((employees) => employees.size));
}

/**
 * The measure of Kolada and KKiK: 65 years or older in the period's last year, two or more visits on each of the 14 days,
 * visits that start 07:00–22:00, at home the whole period.
 */
export function officialContinuity(
  brukare: readonly Brukare[],
  contacts: readonly Contact[],
  absences: readonly Absence[],
  week: IsoWeek,
): ContinuityFigures {
  const { from, to } = continuityDates(week);
  const counted = contacts.filter(({ startsAt }) => startsAt >= OFFICIAL_FROM && startsAt <= OFFICIAL_TO);
  const byBrukare = groupBy(counted, ({ brukareId }) => brukareId);
  const away = new Set(
    absences
      .filter(({ person, fromDate, toDate, toMinute }) => {
        const endsBefore = toDate < from || (toDate === from && toMinute === 0);
        return person.kind === 'brukare' && fromDate <= to && !endsBefore;
      })
      .map(({ person }) => person.id),
  );
  const eligible = brukare.filter(
    ({ id, birthYear }) =>
      yearOf(to) - birthYear >= OFFICIAL_AGE && !away.has(id) && hasVisitsEveryDay(byBrukare.get(id) ?? [], from, to),
  );
  const faces = facesByBrukare(counted);
  return continuityFigures(eligible.map(({ id }) => faces.get(id)?.size ?? 0));
}

/** Distinct employees each brukare meets. */
export function facesByBrukare(contacts: readonly Contact[]): ReadonlyMap<string, ReadonlySet<string>> {
  const faces = new Map<string, Set<string>>();
  for (const { brukareId, employeeId } of contacts) {
    const met = faces.get(brukareId);
    if (met === undefined) faces.set(brukareId, new Set([employeeId]));
    else met.add(employeeId);
  }
  return faces;
}

/**
 * Share of the planned visits to brukare with a kontaktman where the kontaktman comes, 0–1; 0 where none has one.
 */
export function contactPersonShare(
  visits: readonly Pick<PlannedVisit, 'brukareId' | 'employeeIds'>[],
  brukare: readonly Brukare[],
): number {
  const kontaktmanOf = new Map(brukare.map(({ id, kontaktmanId }) => [id, kontaktmanId]));
  const counted = visits.flatMap(({ brukareId, employeeIds }) => {
    const kontaktmanId = kontaktmanOf.get(brukareId) ?? null;
    return kontaktmanId === null ? [] : [employeeIds.includes(kontaktmanId)];
  });
  return counted.length === 0 ? 0 : counted.filter((isKontaktman) => isKontaktman).length / counted.length;
}

/** Two employees at the same start are one visit for two. */
function hasVisitsEveryDay(contacts: readonly Contact[], from: LocalDate, to: LocalDate): boolean {
  return datesBetween(from, to).every((date) => {
    const starts = contacts.filter(({ onDate }) => onDate === date).map(({ startsAt }) => startsAt);
    return new Set(starts).size >= OFFICIAL_VISITS_A_DAY;
  });
}

/** Mean, median and shares of numbers of employees; zeros where there are none. */
export function continuityFigures(counts: readonly number[]): ContinuityFigures {
  if (counts.length === 0) return { brukareCount: 0, mean: 0, median: 0, max: 0, shareAbove10: 0, shareAbove20: 0 };
  const sorted = [...counts].sort((a, b) => a - b);
  const [lower, upper] = [sorted[Math.floor((sorted.length - 1) / 2)] ?? 0, sorted[Math.floor(sorted.length / 2)] ?? 0];
  const shareAbove = (limit: number): number => counts.filter((count) => count > limit).length / counts.length;
  return {
    brukareCount: counts.length,
    mean: counts.reduce((sum, count) => sum + count, 0) / counts.length,
    median: (lower + upper) / 2,
    max: sorted.at(-1) ?? 0,
    shareAbove10: shareAbove(10),
    shareAbove20: shareAbove(20),
  };
}
