import { calendarMonthOf, datesOfMonth, parseCalendarMonth, type CalendarMonth } from '../time/calendar-month.js';
import { addWeeks, datesOfWeek, isoWeek, weekOf } from '../time/iso-week.js';
import { addDays, localDate } from '../time/local-date.js';
import type { IsoWeek, LocalDate } from '../time/units.js';
import type { RamtidPeriod } from '../unit/unit-settings.js';

/** What a ledger is read for: a calendar month, `2026-03`, or an ISO week, `2026-W10`. */
export type LedgerPeriod = CalendarMonth | IsoWeek;

/** First to last day. */
export function datesOfPeriod(period: LedgerPeriod): readonly LocalDate[] {
  const month = parseCalendarMonth(period);
  return month === null ? datesOfWeek(isoWeek(period)) : datesOfMonth(month);
}

/** The frame a day lies in, as the unit counts. */
export const periodOf = (date: LocalDate, period: RamtidPeriod): LedgerPeriod =>
  period === 'month' ? calendarMonthOf(date) : weekOf(date);

export function previousPeriod(period: LedgerPeriod): LedgerPeriod {
  const month = parseCalendarMonth(period);
  return month === null ? addWeeks(isoWeek(period), -1) : calendarMonthOf(addDays(localDate(`${month}-01`), -1));
}
