import type { Absence } from '../people/people.js';
import { orderedMinutes } from '../ramtid-order/ordered-time.js';
import type { RamtidOrder } from '../ramtid-order/ramtid-order.js';
import type { LocalDate } from '../time/units.js';
import type { RamtidPeriod } from '../unit/unit-settings.js';
import { datesOfPeriod, type LedgerPeriod } from './ledger-period.js';

const MINUTES_OF_DAY = 1440;

/** Is the brukare away from midnight to midnight? The days of leaving and of coming home are days at home. */
export function isAwayAllDay(absences: readonly Absence[], date: LocalDate): boolean {
  const away = absences
    .filter(({ fromDate, toDate }) => fromDate <= date && date <= toDate)
    .map(({ fromDate, fromMinute, toDate, toMinute }) => ({
      from: fromDate < date ? 0 : fromMinute,
      to: toDate > date ? MINUTES_OF_DAY : toMinute,
    }))
    .sort((a, b) => a.from - b.from);
  const coveredTo = away.reduce((covered, { from, to }) => (from <= covered ? Math.max(covered, to) : covered), 0);
  return coveredTo >= MINUTES_OF_DAY;
}

/**
 * Ordered minutes of the days when the brukare is away all day: time nobody can perform, because only performed time is
 * paid and it falls away at a hospital stay (domain.md section 1, Money).
 */
export function givenBackMinutes(
  order: RamtidOrder,
  period: LedgerPeriod,
  absences: readonly Absence[],
  frame: RamtidPeriod = 'month',
): number {
  return datesOfPeriod(period)
    .filter((date) => isAwayAllDay(absences, date))
    .reduce((sum, date) => sum + orderedMinutes(order, date, date, frame), 0);
}
