import { calendarMonthOf, datesOfMonth } from '../time/calendar-month.js';
import { datesBetween } from '../time/local-date.js';
import type { LocalDate } from '../time/units.js';
import type { RamtidPeriod } from '../unit/unit-settings.js';
import type { RamtidOrder } from './ramtid-order.js';

/** The order's last day counts. */
export const isOrderValidOn = ({ from, to }: Pick<RamtidOrder, 'from' | 'to'>, date: LocalDate): boolean =>
  from <= date && (to === null || date <= to);

const WEEKS_IN_A_MONTH = 52 / 12;

/**
 * Ordered minutes from `from` to `to`, both included. Where the ramtid is a frame per week, each day is a seventh of the
 * month's hours × 12/52. Where it is a frame per month, each day a share of its own month: an order valid on 10 of 30 days
 * gives a third of its hours, a whole month exactly the ordered hours, however many days it has.
 *
 * @example orderedMinutes(aRamtidOrder({ hoursPerMonth: 30, from: '2026-04-21' }), '2026-04-01', '2026-04-30') // 600
 */
export function orderedMinutes(
  order: RamtidOrder,
  from: LocalDate,
  to: LocalDate,
  period: RamtidPeriod = 'month',
): number {
  switch (period) {
    case 'week': {
      const days = datesBetween(from, to).filter((date) => isOrderValidOn(order, date)).length;
      return (order.hoursPerMonth * 60 * days) / WEEKS_IN_A_MONTH / 7;
    }
    case 'month':
      return orderedByMonth(order, from, to);
  }
}

function orderedByMonth(order: RamtidOrder, from: LocalDate, to: LocalDate): number {
  const daysByMonth = new Map<string, { readonly daysInMonth: number; readonly days: number }>();
  for (const date of datesBetween(from, to)) {
    if (!isOrderValidOn(order, date)) continue;
    const month = calendarMonthOf(date);
    const counted = daysByMonth.get(month) ?? { daysInMonth: datesOfMonth(month).length, days: 0 };
    daysByMonth.set(month, { ...counted, days: counted.days + 1 });
  }
  return [...daysByMonth.values()].reduce(
    (sum, { days, daysInMonth }) => sum + (order.hoursPerMonth * 60 * days) / daysInMonth,
    0,
  );
}
