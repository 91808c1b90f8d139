import type { RamtidOrder } from '../../ramtid-order/ramtid-order.js';
import { stableHash } from '../../stable-hash.js';
import { minuteOfDay, minutes, type Weekday } from '../../time/units.js';
import type { UnitSettings } from '../../unit/unit-settings.js';
import type { Recurrence, StartWindow, VisitTemplate } from '../visit-template.js';
import { frequencyOf, rateOf, type FittedVisit } from './fitted-visit.js';

/** The pattern as templates `forslag-<order>-1`, `-2`, …, each marked as proposed. */
export function templatesOfPattern(
  pattern: readonly FittedVisit[],
  order: RamtidOrder,
  settings: UnitSettings,
): readonly VisitTemplate[] {
  return pattern
    .flatMap((fitted) => parts(fitted, order, settings).map((part) => ({ fitted, ...part })))
    .map(({ fitted, recurrence, visitMinutes }, at) => ({
      id: `forslag-${order.id}-${at + 1}`,
      orderId: order.id,
      insatser: fitted.visit.insatser,
      recurrence,
      window: windowOf(fitted, visitMinutes),
      serviceMinutes: minutes(visitMinutes),
      helper: fitted.visit.isDouble
        ? { serviceMinutes: minutes(visitMinutes), earliestOffset: 0, latestOffset: 0 }
        : null,
      competences: [],
      priority: fitted.visit.priority,
      isTimeCritical: false,
      gap: null,
      minDaysBetween: minDaysBetween(fitted),
      isProposed: true,
    }));
}

interface Part {
  readonly recurrence: Recurrence;
  readonly visitMinutes: number;
}

/** One template, or two where the visit is a step longer on some of its days. */
function parts(fitted: FittedVisit, order: RamtidOrder, settings: UnitSettings): readonly Part[] {
  if (!fitted.visit.hasFixedDays) {
    return [{ recurrence: { kind: 'floating', ...frequencyOf(fitted) }, visitMinutes: fitted.minutes }];
  }
  const days = fixedDays(rateOf(fitted), order.id);
  const ordinary = days.slice(0, days.length - fitted.longerDays);
  const longer = days.slice(days.length - fitted.longerDays);
  return [
    { recurrence: { kind: 'weekdays', days: ordinary }, visitMinutes: fitted.minutes },
    { recurrence: { kind: 'weekdays', days: longer }, visitMinutes: fitted.minutes + settings.visitStepMinutes },
  ].filter(({ recurrence }) => recurrence.days.length > 0) as readonly Part[];
}

/** Which days n visits a week fall on: spread, and different from order to order so that no weekday gets them all. */
const DAY_CHOICES: Readonly<Record<number, readonly (readonly Weekday[])[]>> = {
  1: [[1], [2], [3], [4], [5]],
  2: [
    [1, 4],
    [2, 5],
    [3, 6],
  ],
  3: [
    [1, 3, 5],
    [2, 4, 6],
    [1, 4, 6],
  ],
  4: [
    [1, 3, 5, 7],
    [2, 4, 5, 7],
    [1, 2, 4, 6],
  ],
  5: [[1, 2, 3, 4, 5]],
  6: [[1, 2, 3, 4, 5, 6]],
  7: [[1, 2, 3, 4, 5, 6, 7]],
};

function fixedDays(times: number, orderId: string): readonly Weekday[] {
  const choices = DAY_CHOICES[times] ?? [];
  return choices[stableHash(orderId) % choices.length] ?? [];
}

function windowOf({ visit }: FittedVisit, visitMinutes: number): StartWindow {
  const { earliest, latest } = visit.window;
  if (visit.endsBy === null) return visit.window;
  return { earliest, latest: minuteOfDay(Math.max(earliest, Math.min(latest, visit.endsBy - visitMinutes))) };
}

/** Two a week lie two days apart, more often than that on different days. */
const minDaysBetween = (fitted: FittedVisit): number => (!fitted.visit.hasFixedDays && rateOf(fitted) === 2 ? 2 : 1);
