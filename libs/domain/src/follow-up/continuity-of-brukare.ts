import type { Absence, Brukare } from '../people/people.js';
import { datesBetween, yearOf } from '../time/local-date.js';
import type { LocalDate } from '../time/units.js';

/** Somebody from the unit at a brukare's, done or planned. */
export interface MetVisit {
  readonly employeeId: string;
  readonly onDate: LocalDate;
  /** Minutes after midnight. */
  readonly startsAt: number;
  readonly endsAt: number;
  /** Only `besok` counts: trygghetslarm, meal deliveries and health care do not (Kolada; domain.md section 3). */
  readonly kind: string;
}

export interface Period {
  readonly from: LocalDate;
  /** Inclusive. */
  readonly to: LocalDate;
}

/** Why a brukare is not part of the official measure. */
export type ContinuityExclusion = 'under-65' | 'away' | 'fewer-visits';

/** Whom a brukare meets in the period. */
export interface BrukareContinuity {
  readonly brukareId: string;
  /** Distinct employees by the official rules (07:00–22:00). */
  readonly officialEmployees: number;
  /** Null: part of the official measure. */
  readonly exclusion: ContinuityExclusion | null;
  /** Distinct employees of every counted visit, at any hour: the wider measure. */
  readonly allEmployees: number;
  readonly visits: number;
  /** Visits by the kontaktman; null where there is none. */
  readonly kontaktmanVisits: number | null;
}

const OFFICIAL_AGE = 65;
const OFFICIAL_VISITS_A_DAY = 2;
const OFFICIAL_FROM = 7 * 60;
const OFFICIAL_TO = 22 * 60;

/**
 * The measure of Kolada and KKiK for one brukare: distinct employees over 14 days, of those who are 65 or become so in the
 * period's last year, have two or more visits on every day, 07–22, and are at home the whole period (domain.md section 3).
 * Employees who are there at the same time make one visit: each counts as a person, together they are one visit of the day.
 */
export function continuityOfBrukare(
  brukare: Pick<Brukare, 'id' | 'birthYear' | 'kontaktmanId'>,
  visits: readonly MetVisit[],
  absences: readonly Absence[],
  period: Period,
): BrukareContinuity {
  const counted = visits.filter(({ kind, onDate }) => kind === 'besok' && period.from <= onDate && onDate <= period.to);
  const official = counted.filter(({ startsAt }) => startsAt >= OFFICIAL_FROM && startsAt <= OFFICIAL_TO);
  const fewest = Math.min(...datesBetween(period.from, period.to).map((date) => visitsOnDay(official, date)));
  return {
    brukareId: brukare.id,
    officialEmployees: distinctEmployees(official),
    exclusion: exclusionOf(brukare.birthYear, isAwayIn(absences, period), fewest, period),
    allEmployees: distinctEmployees(counted),
    visits: counted.length,
    kontaktmanVisits:
      brukare.kontaktmanId === null
        ? null
        : counted.filter(({ employeeId }) => employeeId === brukare.kontaktmanId).length,
  };
}

/** Age first, then absence: the reasons that no plan can change. */
export function exclusionOf(
  birthYear: number,
  isAway: boolean,
  fewestVisitsADay: number,
  { to }: Period,
): ContinuityExclusion | null {
  if (yearOf(to) - birthYear < OFFICIAL_AGE) return 'under-65';
  if (isAway) return 'away';
  return fewestVisitsADay < OFFICIAL_VISITS_A_DAY ? 'fewer-visits' : null;
}

/** Away for any part of the period, however short. */
function isAwayIn(absences: readonly Absence[], { from, to }: Period): boolean {
  return absences.some(({ fromDate, toDate, toMinute }) => {
    const endsBefore = toDate < from || (toDate === from && toMinute === 0);
    return fromDate <= to && !endsBefore;
  });
}

/** Visits of a day: whoever comes before the others have left belongs to their visit. */
function visitsOnDay(visits: readonly MetVisit[], date: LocalDate): number {
  const ofDay = visits.filter(({ onDate }) => onDate === date).sort((a, b) => a.startsAt - b.startsAt);
  let [count, coveredTo] = [0, -Infinity];
  for (const { startsAt, endsAt } of ofDay) {
    if (startsAt >= coveredTo) count += 1;
    coveredTo = Math.max(coveredTo, endsAt, startsAt + 1);
  }
  return count;
}

const distinctEmployees = (visits: readonly MetVisit[]): number =>
  new Set(visits.map(({ employeeId }) => employeeId)).size;
