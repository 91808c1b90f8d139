import { dayNumberOf, fromDayNumber, weekdayOf, yearOf } from './local-date.js';
import type { IsoWeek, LocalDate } from './units.js';

const ISO_WEEK = /^(\d{4})-W(\d{2})$/;
/** 1970-01-05, the first Monday of the grid that "every n weeks" counts from. */
const FIRST_MONDAY = 4;

/**
 * Reads `2026-W10`. Null unless the year has that week: only long years have a week 53.
 *
 * @example parseIsoWeek('2025-W53') // null
 */
export function parseIsoWeek(text: string): IsoWeek | null {
  const match = ISO_WEEK.exec(text.trim());
  if (match === null) return null;
  const [year, week] = [Number(match[1]), Number(match[2])];
  return year >= 1000 && week >= 1 && week <= weeksInYear(year) ? weekOfNumbers(year, week) : null;
}

/** @throws RangeError where `text` is no week: for values that are known to be right. */
export function isoWeek(text: string): IsoWeek {
  const week = parseIsoWeek(text);
  if (week === null) throw new RangeError(`isoWeek ${text}: YYYY-Www of the calendar expected`);
  return week;
}

/** 52 or 53: a year is long when it starts on a Thursday, or is a leap year that starts on a Wednesday. */
export function weeksInYear(year: number): 52 | 53 {
  const lastDay = `${year}-12-28` as LocalDate; // 28 December always lies in the last week (ISO 8601)
  return weekNumberOf(lastDay) === 53 ? 53 : 52;
}

/** The week a date lies in; 2027-01-01 lies in 2026-W53. */
export function weekOf(date: LocalDate): IsoWeek {
  return weekOfNumbers(yearOf(thursdayOf(date)), weekNumberOf(date));
}

/** Monday to Sunday. */
export function datesOfWeek(week: IsoWeek): readonly LocalDate[] {
  const monday = dayNumberOf(mondayOf(week));
  return Array.from({ length: 7 }, (_, day) => fromDayNumber(monday + day));
}

export function mondayOf(week: IsoWeek): LocalDate {
  const fourthOfJanuary = `${week.slice(0, 4)}-01-04` as LocalDate; // always in week 1 (ISO 8601)
  const firstMonday = dayNumberOf(fourthOfJanuary) - weekdayOf(fourthOfJanuary) + 1;
  return fromDayNumber(firstMonday + (Number(week.slice(6)) - 1) * 7);
}

/** Number of the week on the grid of Mondays that starts 1970-01-05: an unbroken count, also over week 53. */
export const weekIndexOf = (week: IsoWeek): number => (dayNumberOf(mondayOf(week)) - FIRST_MONDAY) / 7;

/** The week `weeks` later. */
export const addWeeks = (week: IsoWeek, weeks: number): IsoWeek =>
  weekOf(fromDayNumber(dayNumberOf(mondayOf(week)) + 7 * weeks));

function weekNumberOf(date: LocalDate): number {
  const thursday = thursdayOf(date);
  const newYearsDay = `${thursday.slice(0, 4)}-01-01` as LocalDate;
  return Math.floor((dayNumberOf(thursday) - dayNumberOf(newYearsDay)) / 7) + 1;
}

/** A week belongs to the year its Thursday lies in (ISO 8601). */
const thursdayOf = (date: LocalDate): LocalDate => fromDayNumber(dayNumberOf(date) - weekdayOf(date) + 4);

const weekOfNumbers = (year: number, week: number): IsoWeek => `${year}-W${String(week).padStart(2, '0')}` as IsoWeek;
