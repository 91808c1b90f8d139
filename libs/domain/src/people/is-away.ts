import { localOf } from '../time/civil-time.js';
import type { Instant, LocalDate } from '../time/units.js';
import type { Absence } from './people.js';

/** A piece of one day, in seconds from its local midnight. */
export interface PartOfDay {
  readonly date: LocalDate;
  readonly fromSecond: number;
  readonly toSecond: number;
}

/**
 * Does the absence take any of the piece? Half open on both sides: a visit may end as the absence begins, and begin as
 * it ends.
 */
export function isAway(absence: Absence, { date, fromSecond, toSecond }: PartOfDay): boolean {
  if (absence.fromDate > date || absence.toDate < date) return false;
  const awayFrom = absence.fromDate < date ? 0 : absence.fromMinute * 60;
  const awayTo = absence.toDate > date ? 86_400 : absence.toMinute * 60;
  return fromSecond < awayTo && toSecond > awayFrom;
}

/** The day and the seconds of it that something takes; past midnight it goes on counting. */
export function partOfDay(startsAt: Instant, endsAt: Instant): PartOfDay {
  const [start, end] = [localOf(startsAt), localOf(endsAt)];
  const toSecond = end.secondOfDay + (end.date === start.date ? 0 : 86_400);
  return { date: start.date, fromSecond: start.secondOfDay, toSecond };
}
