import { calendarMonthOf, datesOfMonth, type CalendarMonth } from '../time/calendar-month.js';
import { instantAt } from '../time/civil-time.js';
import { addDays, localDate, weekdayOf } from '../time/local-date.js';
import { isRedDay } from '../time/red-days.js';
import type { Instant } from '../time/units.js';

const CLOSING_DAY = 6;
const CLOSING_HOUR = 18;
const CLOSING_HOUR_ON_HOLIDAYS = 10;

/**
 * When a month's registrations are taken for reimbursement: on the 6th of the next month at 18:00, at 10:00 where it is a
 * holiday (domain.md section 1, Time registration). Saturdays count as holidays here: the rule says "weekday".
 *
 * @example monthClosesAt('2026-03') // '2026-04-06T10:00:00+02:00', Annandag påsk
 */
export function monthClosesAt(month: CalendarMonth): Instant {
  const lastDay = datesOfMonth(month).at(-1) ?? localDate(`${month}-01`);
  const closingDay = localDate(`${calendarMonthOf(addDays(lastDay, 1))}-0${CLOSING_DAY}`);
  const isHoliday = isRedDay(closingDay) || weekdayOf(closingDay) === 6;
  return instantAt(closingDay, (isHoliday ? CLOSING_HOUR_ON_HOLIDAYS : CLOSING_HOUR) * 3600);
}

/** What the month's performed time is worth. */
export interface Reimbursement {
  readonly performedKronor: number;
  /** At the end of the month, what goes above the ordered time not counted: it is not paid without approval. */
  readonly forecastKronor: number;
  readonly aboveOrderedKronor: number;
}

/**
 * Reimbursement is paid per performed hour. Time above the ramtid needs approval (överskriden tid, domain.md section 1) and is
 * shown by itself.
 *
 * @param kronorPerHour the unit's rate for 07–22
 */
export function reimbursement(
  lines: readonly {
    readonly orderedMinutes: number;
    readonly performedMinutes: number;
    readonly forecastMinutes: number;
  }[],
  kronorPerHour: number,
): Reimbursement {
  const kronor = (minutesOf: (line: (typeof lines)[number]) => number): number =>
    (lines.reduce((sum, line) => sum + minutesOf(line), 0) / 60) * kronorPerHour;
  return {
    performedKronor: kronor(({ orderedMinutes, performedMinutes }) => Math.min(orderedMinutes, performedMinutes)),
    forecastKronor: kronor(({ orderedMinutes, forecastMinutes }) => Math.min(orderedMinutes, forecastMinutes)),
    aboveOrderedKronor: kronor(({ orderedMinutes, forecastMinutes }) => Math.max(0, forecastMinutes - orderedMinutes)),
  };
}
