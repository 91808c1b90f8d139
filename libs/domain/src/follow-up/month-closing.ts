import { datesOfMonth, type CalendarMonth } from '../time/calendar-month.js';
import { instantAt } from '../time/civil-time.js';
import { addDays, localDate, weekdayOf } from '../time/local-date.js';
import { isRedDay } from '../time/red-days.js';
import type { Instant } from '../time/units.js';
import { DEFAULT_UNIT_SETTINGS, type MonthClosingTime } from '../unit/unit-settings.js';

/**
 * When a month's registrations are taken for reimbursement: in Stockholm on the 6th of the next month at 18:00, at
 * 10:00 where it is a holiday (domain.md section 1, Time registration). Saturdays count as holidays here: the rule says "weekday".
 *
 * @param closing the unit's own day and times
 * @example monthClosesAt('2026-03') // '2026-04-06T10:00:00+02:00', Annandag påsk
 */
export function monthClosesAt(
  month: CalendarMonth,
  closing: MonthClosingTime = DEFAULT_UNIT_SETTINGS.monthClosing,
): Instant {
  const lastDay = datesOfMonth(month).at(-1) ?? localDate(`${month}-01`);
  const closingDay = addDays(lastDay, closing.day);
  const isHoliday = isRedDay(closingDay) || weekdayOf(closingDay) === 6;
  return instantAt(closingDay, (isHoliday ? closing.onRedDayAt : closing.at) * 60);
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
