import type { UnitSettings } from '../unit/unit-settings.js';
import type { Recurrence, VisitTemplate } from './visit-template.js';

/** Weeks in a month: 52/12, so that twelve months make a year of 52 weeks (domain.md section 11). */
export const WEEKS_PER_MONTH = 52 / 12;

/** @example visitsPerWeek({ kind: 'floating', times: 1, everyWeeks: 2 }) // 0.5 */
export function visitsPerWeek(recurrence: Recurrence): number {
  switch (recurrence.kind) {
    case 'weekdays':
      return recurrence.days.length;
    case 'floating':
      return recurrence.times / recurrence.everyWeeks;
  }
}

/** Minutes one visit takes from the ramtid: the helper's too where the unit counts double staffing twice. */
export function ramtidMinutesOfVisit(
  visit: Pick<VisitTemplate, 'serviceMinutes' | 'helper'>,
  settings: Pick<UnitSettings, 'doubleStaffingCounts'>,
): number {
  const helperMinutes = visit.helper !== null && settings.doubleStaffingCounts === 2 ? visit.helper.serviceMinutes : 0;
  return visit.serviceMinutes + helperMinutes;
}

/** Minutes per average month that the templates take from the ramtid. */
export function ramtidMinutesPerMonth(
  templates: readonly VisitTemplate[],
  settings: Pick<UnitSettings, 'doubleStaffingCounts'>,
): number {
  const perWeek = templates.map(
    (template) => visitsPerWeek(template.recurrence) * ramtidMinutesOfVisit(template, settings),
  );
  return perWeek.reduce((sum, weekly) => sum + weekly, 0) * WEEKS_PER_MONTH;
}
