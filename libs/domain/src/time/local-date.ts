import type { LocalDate, Weekday } from './units.js';

const MS_PER_DAY = 86_400_000;
const LOCAL_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * Reads `2026-03-02`. Null unless it is a day that exists in the calendar.
 *
 * @example parseLocalDate('2026-02-29') // null: 2026 is no leap year
 */
export function parseLocalDate(text: string): LocalDate | null {
  const match = LOCAL_DATE.exec(text.trim());
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1000) return null;
  const date = fromDayNumber(Date.UTC(year, month - 1, day) / MS_PER_DAY);
  return date === match[0] ? date : null;
}

/** @throws RangeError where `text` is no date: for values that are known to be right. */
export function localDate(text: string): LocalDate {
  const date = parseLocalDate(text);
  if (date === null) throw new RangeError(`localDate ${text}: YYYY-MM-DD of the calendar expected`);
  return date;
}

/** Whole days since 1970-01-01 (a Thursday). */
export function dayNumberOf(date: LocalDate): number {
  return Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / MS_PER_DAY;
}

/** The date `dayNumber` days after 1970-01-01. */
export function fromDayNumber(dayNumber: number): LocalDate {
  return new Date(dayNumber * MS_PER_DAY).toISOString().slice(0, 10) as LocalDate;
}

/** @example addDays('2026-02-28', 1) // '2026-03-01' */
export const addDays = (date: LocalDate, days: number): LocalDate => fromDayNumber(dayNumberOf(date) + days);

/** 1 = Monday … 7 = Sunday. */
export function weekdayOf(date: LocalDate): Weekday {
  const sinceMonday = (((dayNumberOf(date) + 3) % 7) + 7) % 7;
  return (sinceMonday + 1) as Weekday;
}

/** Days from `from` to `to`; negative where `to` is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => dayNumberOf(to) - dayNumberOf(from);

/** Every date from `from` to `to`, both included; empty where `to` is earlier. */
export function datesBetween(from: LocalDate, to: LocalDate): readonly LocalDate[] {
  const first = dayNumberOf(from);
  return Array.from({ length: Math.max(0, dayNumberOf(to) - first + 1) }, (_, offset) => fromDayNumber(first + offset));
}

/** 1–12. */
export const monthOf = (date: LocalDate): number => Number(date.slice(5, 7));

export const yearOf = (date: LocalDate): number => Number(date.slice(0, 4));

const SWEDISH_WEEKDAYS = ['måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag', 'söndag'] as const;

/** @example weekdayName(1) // 'måndag' */
export const weekdayName = (weekday: Weekday): string => SWEDISH_WEEKDAYS[weekday - 1] ?? '';
