import { addDays, datesBetween, localDate, parseLocalDate } from './local-date.js';
import type { LocalDate } from './units.js';

/** A calendar month, `2026-03`: the period a ramtid is ordered for. */
export type CalendarMonth = `${number}-${number}`;

const MONTH = /^\d{4}-\d{2}$/;

/** Reads `2026-03`; null where the year has no such month. */
export function parseCalendarMonth(text: string): CalendarMonth | null {
  const isMonth = MONTH.test(text) && parseLocalDate(`${text}-01`) !== null;
  return isMonth ? (text as CalendarMonth) : null;
}

export const calendarMonthOf = (date: LocalDate): CalendarMonth => date.slice(0, 7) as CalendarMonth;

/** First to last day. */
export function datesOfMonth(month: CalendarMonth): readonly LocalDate[] {
  const first = localDate(`${month}-01`);
  const inNextMonth = addDays(first, 31);
  const last = addDays(localDate(`${calendarMonthOf(inNextMonth)}-01`), -1);
  return datesBetween(first, last);
}
