import type { LocalDate, VisitTemplate } from '@hemtjanst/domain';
import { happensOn } from './visit-days.js';

/** Minutes of visits to be done, by the part of the day they start in. */
export interface DayNeed {
  readonly morning: number;
  readonly afternoon: number;
  readonly evening: number;
}

const NOON = 12 * 60;
const EVENING = 16 * 60;

/** What the visits of a group ask for on a date: service with a wide window counts half before and half after noon. */
export function needOn(date: LocalDate, templates: readonly (VisitTemplate & { readonly salt: number })[]): DayNeed {
  const need = { morning: 0, afternoon: 0, evening: 0 };
  for (const { recurrence, window, serviceMinutes, helper, salt } of templates) {
    if (!happensOn(recurrence, date, salt)) continue;
    const staffMinutes = serviceMinutes + (helper?.serviceMinutes ?? 0);
    const middle = (window.earliest + window.latest) / 2;
    if (window.latest - window.earliest > 240) {
      need.morning += staffMinutes / 2;
      need.afternoon += staffMinutes / 2;
    } else if (middle < NOON) need.morning += staffMinutes;
    else if (middle < EVENING) need.afternoon += staffMinutes;
    else need.evening += staffMinutes;
  }
  return need;
}
