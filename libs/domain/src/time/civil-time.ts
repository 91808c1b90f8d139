import { DomainError } from '../errors.js';
import { dayNumberOf, fromDayNumber, weekdayOf } from './local-date.js';
import { minuteOfDay, type Instant, type LocalDate, type MinuteOfDay } from './units.js';

const SECONDS_PER_DAY = 86_400;
const HOUR = 3600;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

/** Which of the two instants a local time means in the hour that comes twice in October. */
export type Disambiguation = 'earlier' | 'later' | 'reject';

/** A local date with the seconds since its midnight by the wall clock. */
export interface LocalTime {
  readonly date: LocalDate;
  readonly secondOfDay: number;
}

/**
 * The instant at which clocks in Sweden show `minute` on `date`.
 *
 * @throws DomainError `tid.finns-inte` in the hour that is skipped in March, `tid.tvetydig` in the hour that comes twice
 * in October unless told which.
 * @example instantOf(localDate('2026-03-02'), clock('07:15')) // '2026-03-02T07:15:00+01:00'
 */
export const instantOf = (date: LocalDate, minute: MinuteOfDay, ambiguous: Disambiguation = 'reject'): Instant =>
  instantAt(date, minute * 60, ambiguous);

/** As {@link instantOf}, to the second; `secondOfDay` may go past midnight (86 400 = 00:00 the day after). */
export function instantAt(date: LocalDate, secondOfDay: number, ambiguous: Disambiguation = 'reject'): Instant {
  const wall = dayNumberOf(date) * SECONDS_PER_DAY + secondOfDay;
  // The two offsets Sweden uses; the instant is right where the zone has that offset at that instant.
  const fitting = [2 * HOUR, HOUR].filter((offset) => offsetAt(wall - offset) === offset);
  const [first, second] = fitting;
  if (first === undefined) {
    throw new DomainError('tid.finns-inte', `Tiden ${wallText(wall)} finns inte: klockan ställs fram den natten.`);
  }
  if (second === undefined || ambiguous === 'earlier') return format(wall, first);
  if (ambiguous === 'later') return format(wall, second);
  throw new DomainError('tid.tvetydig', `Tiden ${wallText(wall)} kommer två gånger: ange tidszonens förskjutning.`);
}

/** What the clocks in Sweden show at an instant, whatever offset it was written with. */
export function localOf(instant: Instant): LocalTime {
  const epoch = epochSecondsOf(instant);
  const wall = epoch + offsetAt(epoch);
  const dayNumber = Math.floor(wall / SECONDS_PER_DAY);
  return { date: fromDayNumber(dayNumber), secondOfDay: wall - dayNumber * SECONDS_PER_DAY };
}

/** The wall-clock minute at an instant, seconds cut off. */
export const minuteOfDayOf = (instant: Instant): MinuteOfDay =>
  minuteOfDay(Math.floor(localOf(instant).secondOfDay / 60));

/** Seconds since 1970-01-01T00:00:00Z. */
export const epochSecondsOf = (instant: Instant): number => Math.floor(Date.parse(instant) / 1000);

/** The instant with Sweden's offset. */
export const instantOfEpochSeconds = (epochSeconds: number): Instant =>
  format(epochSeconds + offsetAt(epochSeconds), offsetAt(epochSeconds));

/** The instant of a `Date`, as the database and the clock give it; what is below a second is cut off. */
export const instantOfDate = (date: Date): Instant => instantOfEpochSeconds(Math.floor(date.getTime() / 1000));

/** Elapsed seconds, right over the days when the clocks change. */
export const secondsBetween = (from: Instant, to: Instant): number => epochSecondsOf(to) - epochSecondsOf(from);

/** Elapsed minutes, right over the days when the clocks change. */
export const minutesBetween = (from: Instant, to: Instant): number => secondsBetween(from, to) / 60;

/** Reads an instant with an explicit offset; null without one, or where it is no time. The result has Sweden's offset. */
export function parseInstant(text: string): Instant | null {
  if (!INSTANT.test(text)) return null;
  const milliseconds = Date.parse(text);
  return Number.isNaN(milliseconds) ? null : instantOfEpochSeconds(Math.floor(milliseconds / 1000));
}

/**
 * Sweden's offset to UTC in seconds. Directive 2000/84/EC: summer time from 01:00 UTC on the last Sunday of March to
 * 01:00 UTC on the last Sunday of October. The spec compares with the zone data of the runtime, so that a changed law
 * shows as a failing test.
 */
function offsetAt(epochSeconds: number): number {
  const year = new Date(epochSeconds * 1000).getUTCFullYear();
  const { from, to } = summerTimeOf(year);
  return epochSeconds >= from && epochSeconds < to ? 2 * HOUR : HOUR;
}

const summerTimes = new Map<number, { readonly from: number; readonly to: number }>();

function summerTimeOf(year: number): { readonly from: number; readonly to: number } {
  const known = summerTimes.get(year);
  if (known !== undefined) return known;
  const computed = { from: lastSundayAtOne(`${year}-03-31`), to: lastSundayAtOne(`${year}-10-31`) };
  summerTimes.set(year, computed);
  return computed;
}

function lastSundayAtOne(lastOfMonth: string): number {
  const last = lastOfMonth as LocalDate;
  return (dayNumberOf(last) - (weekdayOf(last) % 7)) * SECONDS_PER_DAY + HOUR;
}

const wallText = (wall: number): string => new Date(wall * 1000).toISOString().slice(0, 16).replace('T', ' ');

const format = (wall: number, offset: number): Instant =>
  `${new Date(wall * 1000).toISOString().slice(0, 19)}+0${offset / HOUR}:00` as Instant;
