import type { Recurrence, StartWindow, VisitTemplate } from '../genomforandeplan/visit-template.js';
import type { Absence } from '../people/people.js';
import { stableHash } from '../stable-hash.js';
import { weekIndexOf } from '../time/iso-week.js';
import { daysBetween, weekdayOf } from '../time/local-date.js';
import { holidayOn, isRedDay } from '../time/red-days.js';
import type { IsoWeek, LocalDate } from '../time/units.js';
import type { UnitSettings } from '../unit/unit-settings.js';
import { windowAtHome } from './absence-of-brukare.js';
import type { DroppedDemand, VisitDemand } from './visit-demand.js';

/** A template's demands in one week, and what it would have called for. */
export interface TemplateWeek {
  readonly template: VisitTemplate;
  readonly demands: readonly VisitDemand[];
  readonly dropped: readonly DroppedDemand[];
}

export interface TemplatePlacement {
  readonly template: VisitTemplate;
  readonly brukareId: string;
  readonly week: IsoWeek;
  /** Monday to Sunday. */
  readonly dates: readonly LocalDate[];
  readonly settings: UnitSettings;
  readonly isValidOn: (date: LocalDate) => boolean;
  readonly absences: readonly Absence[];
}

/** A date on which the visit could be, with the window that is open; or why it could not. */
type Day =
  | { readonly date: LocalDate; readonly window: StartWindow; readonly isCut: boolean; readonly isWeekend: boolean }
  | { readonly date: LocalDate; readonly reason: DroppedDemand['reason'] };
type OpenDay = Extract<Day, { window: StartWindow }>;

export function placeTemplateInWeek(placement: TemplatePlacement): TemplateWeek {
  const { recurrence } = placement.template;
  switch (recurrence.kind) {
    case 'weekdays':
      return placeOnWeekdays(placement, recurrence);
    case 'floating':
      return placeFloating(placement, recurrence);
  }
}

/** One demand per agreed weekday. Occurrences keep their numbers when one of them is dropped. */
function placeOnWeekdays(
  placement: TemplatePlacement,
  recurrence: Extract<Recurrence, { kind: 'weekdays' }>,
): TemplateWeek {
  const days = placement.dates
    .filter((date) => recurrence.days.includes(weekdayOf(date)))
    .map((date) => dayOf(placement, date));
  return {
    template: placement.template,
    demands: days.flatMap((day, at) => (isOpen(day) ? [visitDemandOf(placement, at + 1, [day.date], day.window)] : [])),
    dropped: days.flatMap((day) => (isOpen(day) ? [] : [droppedOf(placement, day.date, day.reason)])),
  };
}

/**
 * As many demands as fall on this week, each free to lie on any suitable day. Service looks at weekdays first and takes
 * Saturdays where they are too few; a day the brukare is away from for a part is used last, alone, with its cut window.
 */
function placeFloating(
  placement: TemplatePlacement,
  recurrence: Extract<Recurrence, { kind: 'floating' }>,
): TemplateWeek {
  const { template } = placement;
  const wanted = timesThisWeek(template.id, recurrence, placement.week);
  if (wanted === 0) return { template, demands: [], dropped: [droppedOf(placement, null, 'other-week')] };
  const days = placement.dates.map((date) => dayOf(placement, date));
  const open = days.filter(isOpen);
  const whole = suitableWholeDays(placement, open, wanted);
  const free = Math.min(wanted, mostVisitsOn(whole, template.minDaysBetween));
  const alone = cutDaysBeside(open, whole, template.minDaysBetween).slice(0, wanted - free);
  const placed = free + alone.length;
  return {
    template,
    demands: [
      ...Array.from({ length: free }, (_, at) => visitDemandOf(placement, at + 1, whole, template.window)),
      ...alone.map((day, at) => visitDemandOf(placement, free + at + 1, [day.date], day.window)),
    ],
    dropped: Array.from({ length: wanted - placed }, () => droppedOf(placement, null, missingReason(days))),
  };
}

/**
 * Visits of an every-n-weeks template that fall on this week. Which week of the n is a hash of the template's id: the
 * same every time, and even over many templates. Weeks count from the Monday 1970-01-05, also over a week 53.
 */
function timesThisWeek(
  templateId: string,
  { times, everyWeeks }: Extract<Recurrence, { kind: 'floating' }>,
  week: IsoWeek,
): number {
  const phase = (weekIndexOf(week) + (stableHash(templateId) % everyWeeks)) % everyWeeks;
  return Math.floor(((phase + 1) * times) / everyWeeks) - Math.floor((phase * times) / everyWeeks);
}

function dayOf(placement: TemplatePlacement, date: LocalDate): Day {
  const { template, absences } = placement;
  if (!placement.isValidOn(date)) return { date, reason: 'order-not-valid' };
  if (isClosedForService(placement, date)) return { date, reason: 'red-day' };
  const window = windowAtHome(template, absences, date);
  if (window === null) return { date, reason: 'brukare-absent' };
  const isCut = window.earliest !== template.window.earliest || window.latest !== template.window.latest;
  return { date, window, isCut, isWeekend: weekdayOf(date) >= 6 };
}

/**
 * Service (every insats of the visit is one) is not done on red days. An agreed Sunday stands; an agreed Monday that
 * happens to be a holiday does not.
 */
function isClosedForService({ template, settings }: TemplatePlacement, date: LocalDate): boolean {
  if (!isService(template, settings)) return false;
  return template.recurrence.kind === 'weekdays' ? holidayOn(date) !== null : isRedDay(date);
}

const isService = ({ insatser }: VisitTemplate, settings: UnitSettings): boolean =>
  insatser.length > 0 && insatser.every((insats) => settings.serviceInsatser.includes(insats));

function suitableWholeDays(
  { template, settings }: TemplatePlacement,
  open: readonly OpenDay[],
  wanted: number,
): readonly LocalDate[] {
  const whole = open.filter(({ isCut }) => !isCut);
  const weekdays = whole.filter(({ isWeekend }) => !isWeekend).map(({ date }) => date);
  const weekdaysDo = isService(template, settings) && mostVisitsOn(weekdays, template.minDaysBetween) >= wanted;
  return weekdaysDo ? weekdays : whole.map(({ date }) => date);
}

/** Most visits that fit on ascending dates when two lie at least `minDays` apart (0: also twice a day counts as one). */
function mostVisitsOn(dates: readonly LocalDate[], minDays: number): number {
  let count = 0;
  let last: LocalDate | null = null;
  for (const date of dates) {
    if (last !== null && daysBetween(last, date) < Math.max(1, minDays)) continue;
    count += 1;
    last = date;
  }
  return count;
}

/** Cut days that are far enough from every whole day and from each other to take a visit of their own. */
function cutDaysBeside(open: readonly OpenDay[], whole: readonly LocalDate[], minDays: number): readonly OpenDay[] {
  const taken: LocalDate[] = [...whole];
  return open
    .filter(({ isCut }) => isCut)
    .filter(({ date }) => {
      const isFar = taken.every((other) => Math.abs(daysBetween(other, date)) >= Math.max(1, minDays));
      if (isFar) taken.push(date);
      return isFar;
    });
}

/** What took the most days; absence before the rest, because somebody must be told. */
function missingReason(days: readonly Day[]): DroppedDemand['reason'] {
  const reasons = days.flatMap((day) => (isOpen(day) ? [] : [day.reason]));
  if (reasons.includes('brukare-absent') || days.some((day) => isOpen(day) && day.isCut)) return 'brukare-absent';
  return reasons.includes('order-not-valid') ? 'order-not-valid' : 'red-day';
}

const isOpen = (day: Day): day is OpenDay => 'window' in day;

/** @param occurrence 1, 2, … within the week */
export function visitDemandOf(
  { template, brukareId, week }: Pick<TemplatePlacement, 'template' | 'brukareId' | 'week'>,
  occurrence: number,
  allowedDates: readonly LocalDate[],
  window: StartWindow,
): VisitDemand {
  return {
    id: `${template.id}:${week}:${occurrence}`,
    templateId: template.id,
    orderId: template.orderId,
    brukareId,
    week,
    occurrence,
    allowedDates,
    window,
    serviceMinutes: template.serviceMinutes,
    helper: template.helper,
    insatser: template.insatser,
    competences: template.competences,
    priority: template.priority,
    isTimeCritical: template.isTimeCritical,
    gap: null,
    minDaysBetween: template.minDaysBetween,
    isProposed: template.isProposed,
  };
}

const droppedOf = (
  { template, brukareId }: TemplatePlacement,
  onDate: LocalDate | null,
  reason: DroppedDemand['reason'],
): DroppedDemand => ({ templateId: template.id, brukareId, onDate, reason });
