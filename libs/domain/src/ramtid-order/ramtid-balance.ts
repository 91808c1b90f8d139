import { ramtidMinutesOfVisit } from '../genomforandeplan/template-time.js';
import type { VisitTemplate } from '../genomforandeplan/visit-template.js';
import { datesOfMonth, type CalendarMonth } from '../time/calendar-month.js';
import { weekdayOf } from '../time/local-date.js';
import type { LocalDate } from '../time/units.js';
import type { UnitSettings } from '../unit/unit-settings.js';
import { isOrderValidOn, orderedMinutes } from './ordered-time.js';
import type { RamtidOrder } from './ramtid-order.js';

/** Minutes drawn from an order's ramtid on a date: performed (adjusted time where there is one) or planned. */
export interface DrawnMinutes {
  readonly onDate: LocalDate;
  readonly minutes: number;
}

export type RamtidWarning = 'over' | 'near' | 'under';

/** An order's calendar month: nothing is carried over to the next (domain.md section 1). All in minutes. */
export interface RamtidBalance {
  readonly orderId: string;
  readonly month: CalendarMonth;
  readonly orderedMinutes: number;
  /** Before `asOf`. */
  readonly performedMinutes: number;
  /** From `asOf` to the end of the month. */
  readonly plannedMinutes: number;
  /** Performed and still planned. */
  readonly forecastMinutes: number;
  /** Ordered less forecast: negative where the month goes over. */
  readonly balanceMinutes: number;
  /** Forecast as a share of the ordered; null where nothing is ordered. */
  readonly forecastShare: number | null;
  readonly warning: RamtidWarning | null;
}

export interface RamtidMonth {
  readonly order: RamtidOrder;
  readonly month: CalendarMonth;
  readonly performed: readonly DrawnMinutes[];
  readonly planned: readonly DrawnMinutes[];
  /** What happened before this date is performed, from it on planned. */
  readonly asOf: LocalDate;
  readonly settings: Pick<UnitSettings, 'ramtidWarning'>;
}

/** How an order's month stands and where it is heading. */
export function ramtidBalance({ order, month, performed, planned, asOf, settings }: RamtidMonth): RamtidBalance {
  const dates = new Set(datesOfMonth(month));
  const [first, last] = [datesOfMonth(month)[0] ?? asOf, datesOfMonth(month).at(-1) ?? asOf];
  const ordered = orderedMinutes(order, first, last);
  const performedMinutes = sum(performed.filter(({ onDate }) => dates.has(onDate) && onDate < asOf));
  const plannedMinutes = sum(planned.filter(({ onDate }) => dates.has(onDate) && onDate >= asOf));
  const forecastMinutes = performedMinutes + plannedMinutes;
  return {
    orderId: order.id,
    month,
    orderedMinutes: ordered,
    performedMinutes,
    plannedMinutes,
    forecastMinutes,
    balanceMinutes: ordered - forecastMinutes,
    forecastShare: ordered === 0 ? null : forecastMinutes / ordered,
    warning: warningOf(forecastMinutes, ordered, settings),
  };
}

/**
 * `over` above the ramtid, `near` above 95 % of it, `under` below 80 %; the limits are settings and not themselves
 * warned about. Time without any order is over.
 */
export function warningOf(
  minutes: number,
  ordered: number,
  { ramtidWarning }: Pick<UnitSettings, 'ramtidWarning'>,
): RamtidWarning | null {
  if (minutes > ordered * ramtidWarning.over) return 'over';
  if (minutes > ordered * ramtidWarning.near) return 'near';
  return minutes < ordered * ramtidWarning.under ? 'under' : null;
}

/**
 * Minutes that the templates take from the ramtid in a real month: fixed days are counted in the calendar (a month may have
 * five Mondays), floating visits by their share of the order's days.
 */
export function patternMinutesInMonth(
  order: RamtidOrder,
  templates: readonly VisitTemplate[],
  month: CalendarMonth,
  settings: Pick<UnitSettings, 'doubleStaffingCounts'>,
): number {
  const dates = datesOfMonth(month).filter((date) => isOrderValidOn(order, date));
  return templates.reduce(
    (total, template) => total + visitsOn(template, dates) * ramtidMinutesOfVisit(template, settings),
    0,
  );
}

function visitsOn({ recurrence }: VisitTemplate, dates: readonly LocalDate[]): number {
  switch (recurrence.kind) {
    case 'weekdays':
      return dates.filter((date) => recurrence.days.includes(weekdayOf(date))).length;
    case 'floating':
      return (recurrence.times / recurrence.everyWeeks) * (dates.length / 7);
  }
}

const sum = (drawn: readonly DrawnMinutes[]): number => drawn.reduce((total, { minutes }) => total + minutes, 0);
