import { ramtidMinutesOfVisit } from '../genomforandeplan/template-time.js';
import type { VisitTemplate } from '../genomforandeplan/visit-template.js';
import { isOrderValidOn } from '../ramtid-order/ordered-time.js';
import { weekdayOf } from '../time/local-date.js';
import { holidayOn } from '../time/red-days.js';
import type { LocalDate } from '../time/units.js';
import type { UnitSettings } from '../unit/unit-settings.js';
import type { OrderWithTemplates } from './ledger-visit.js';

export type PatternSettings = Pick<UnitSettings, 'doubleStaffingCounts' | 'serviceInsatser'>;

/** Minutes one visit of the template draws: the second employee's too where order and unit count double staffing. */
export function drawnMinutesOfVisit(
  template: Pick<VisitTemplate, 'serviceMinutes' | 'helper'>,
  order: OrderWithTemplates['order'],
  settings: Pick<UnitSettings, 'doubleStaffingCounts'>,
): number {
  return ramtidMinutesOfVisit(template, order.doubleStaffing ? settings : { doubleStaffingCounts: 1 });
}

/** Minutes the agreed visits draw on a date: fixed days by the calendar, a floating visit by its share of every day. */
export function patternMinutesOn(
  { order, templates }: OrderWithTemplates,
  date: LocalDate,
  settings: PatternSettings,
): number {
  if (!isOrderValidOn(order, date)) return 0;
  return templates.reduce(
    (sum, template) => sum + visitsOn(template, date, settings) * drawnMinutesOfVisit(template, order, settings),
    0,
  );
}

/** Service on an agreed day is not done on a public holiday; a floating visit finds another day of its week. */
function visitsOn({ recurrence, insatser }: VisitTemplate, date: LocalDate, settings: PatternSettings): number {
  switch (recurrence.kind) {
    case 'weekdays': {
      const isService = insatser.length > 0 && insatser.every((insats) => settings.serviceInsatser.includes(insats));
      return recurrence.days.includes(weekdayOf(date)) && !(isService && holidayOn(date) !== null) ? 1 : 0;
    }
    case 'floating':
      return recurrence.times / recurrence.everyWeeks / 7;
  }
}
