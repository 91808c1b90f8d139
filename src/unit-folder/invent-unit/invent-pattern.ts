import {
  DEFAULT_UNIT_SETTINGS,
  minuteOfDay,
  minutes,
  type DayPart,
  type InsatsCode,
  type Priority,
  type Recurrence,
  type StartWindow,
  type VisitTemplate,
  type Weekday,
} from '@hemtjanst/domain';
import type { AgreedTimes } from './agreed-times.js';
import type { CareLevel } from './invent-care-level.js';
import type { Random } from './random.js';

/** A visit template without ids; `after` is the index of the visit it follows. */
export type InventedVisit = Omit<VisitTemplate, 'id' | 'orderId' | 'gap'> & {
  readonly gap: { readonly after: number; readonly minMinutes: number; readonly maxMinutes: number } | null;
};

const WEEKS_PER_MONTH = 52 / 12;
const STEP = DEFAULT_UNIT_SETTINGS.visitStepMinutes;
/** Relatives help on weekends. */
const WEEKDAYS_ONLY = 0.3;
const ALL_DAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

const hours = (from: number, to: number): StartWindow => ({
  earliest: minuteOfDay(from * 60),
  latest: minuteOfDay(to * 60),
});
/** Within which hours a visit of each part of the day is agreed to begin. */
const AGREED_HOURS: Readonly<Record<DayPart, StartWindow>> = {
  morgon: hours(7.25, 10.5),
  formiddag: hours(9, 12),
  lunch: hours(11, 13.5),
  eftermiddag: hours(13, 16),
  middag: hours(16, 18.5),
  tidig_kvall: hours(17, 20),
  sen_kvall: hours(19, 21),
};
const LAST_VISIT_ENDS = 21 * 60 + 5;

/** The daily visits of a brukare with 1, 2, … of them; of each, the ways it is agreed: not everybody needs the morning. */
const DAILY_PARTS: readonly (readonly (readonly (readonly [DayPart, readonly InsatsCode[]])[])[])[] = [
  [
    [['morgon', ['morgon', 'frukost']]],
    [['formiddag', ['morgon', 'frukost']]],
    [['lunch', ['lunch', 'tillsyn']]],
    [['eftermiddag', ['tillsyn', 'social']]],
  ],
  [
    [['morgon', ['morgon', 'frukost']], ['tidig_kvall', ['kvall']]],
    [['formiddag', ['morgon', 'frukost']], ['middag', ['middag']]],
    [['lunch', ['lunch']], ['tidig_kvall', ['kvall']]],
  ],
  [
    [['morgon', ['morgon', 'frukost']], ['lunch', ['lunch']], ['tidig_kvall', ['kvall']]],
    [['formiddag', ['morgon', 'frukost']], ['eftermiddag', ['tillsyn']], ['sen_kvall', ['sen_kvall']]],
  ],
  [[['morgon', ['morgon', 'frukost']], ['lunch', ['lunch']], ['middag', ['middag']], ['sen_kvall', ['sen_kvall']]]],
  [[['morgon', ['morgon', 'frukost']], ['lunch', ['lunch']], ['eftermiddag', ['tillsyn']], ['middag', ['middag']], ['sen_kvall', ['sen_kvall']]]],
  [[['morgon', ['morgon']], ['formiddag', ['frukost', 'tillsyn']], ['lunch', ['lunch']], ['eftermiddag', ['social']], ['middag', ['middag']], ['sen_kvall', ['sen_kvall']]]],
]; // prettier-ignore

/** Service and weekly help: minutes, how often, how likely beside daily help. */
const WEEKLY_HELP: readonly { readonly insats: InsatsCode; readonly minutes: number; readonly everyWeeks: number; readonly chance: number }[] = [
  { insats: 'dusch', minutes: 40, everyWeeks: 1, chance: 0.7 },
  { insats: 'stad', minutes: 90, everyWeeks: 2, chance: 0.5 },
  { insats: 'inkop', minutes: 45, everyWeeks: 1, chance: 0.4 },
  { insats: 'tvatt', minutes: 60, everyWeeks: 2, chance: 0.3 },
  { insats: 'promenad', minutes: 45, everyWeeks: 1, chance: 0.3 },
]; // prettier-ignore

/** The visits a genomförandeplan could agree for this much help; {@link monthHours} says what they add up to. */
export function inventPattern(
  level: CareLevel,
  isDouble: boolean,
  competences: readonly string[],
  agreed: AgreedTimes,
  random: Random,
): InventedVisit[] {
  const weekMinutes = (level.hoursPerMonth * 60) / WEEKS_PER_MONTH / (isDouble ? 2 : 1);
  if (level.kind === 'service') return servicePattern(weekMinutes, random);
  const weekly = WEEKLY_HELP.filter(({ chance }) => random.chance(chance)).slice(0, level.kind === 'daily' ? 2 : 4);
  const weeklyMinutes = weekly.reduce((total, help) => total + help.minutes / help.everyWeeks, 0);
  const isRoomForWeekly = weeklyMinutes < weekMinutes * 0.4;
  const daily = dailyPattern(
    weekMinutes - (isRoomForWeekly ? weeklyMinutes : 0),
    isDouble,
    competences,
    agreed,
    random,
  );
  return [
    ...daily,
    ...(isRoomForWeekly ? weekly.map((help) => weeklyVisit(help.insats, help.minutes, help.everyWeeks, random)) : []),
  ];
}

/** Hours per month of a pattern with two decimals; a visit for two counts for both. */
export function monthHours(visits: readonly InventedVisit[]): number {
  const perWeek = visits.reduce((total, visit) => total + weekMinutesOf(visit), 0);
  return Math.round(((perWeek * WEEKS_PER_MONTH) / 60) * 100) / 100;
}

/** Staff minutes in an average week. */
function weekMinutesOf({ recurrence, serviceMinutes, helper }: InventedVisit): number {
  const times = recurrence.kind === 'weekdays' ? recurrence.days.length : recurrence.times / recurrence.everyWeeks;
  return times * (serviceMinutes + (helper?.serviceMinutes ?? 0));
}

function servicePattern(weekMinutes: number, random: Random): InventedVisit[] {
  const clean = weeklyVisit('stad', roundToStep(Math.min(90, weekMinutes * 2)), 2, random);
  const left = weekMinutes - clean.serviceMinutes / 2;
  if (left < 20) return [clean];
  const shop = weeklyVisit('inkop', roundToStep(Math.min(45, left)), 1, random);
  return left - shop.serviceMinutes < 10
    ? [clean, shop]
    : [clean, shop, weeklyVisit('tvatt', roundToStep(Math.min(60, (left - shop.serviceMinutes) * 2)), 2, random)];
}

function weeklyVisit(insats: InsatsCode, serviceMinutes: number, everyWeeks: number, random: Random): InventedVisit {
  const isService = DEFAULT_UNIT_SETTINGS.serviceInsatser.includes(insats);
  const { formiddag, eftermiddag } = DEFAULT_UNIT_SETTINGS.windows;
  const isFixed = !isService && random.chance(0.5);
  return {
    insatser: [insats],
    recurrence: isFixed
      ? { kind: 'weekdays', days: [random.pick<Weekday>([1, 2, 3, 4, 5])] }
      : { kind: 'floating', times: 1, everyWeeks },
    window: isService
      ? serviceWindow(serviceMinutes, random)
      : insats === 'promenad' || random.chance(0.5)
        ? eftermiddag
        : formiddag,
    serviceMinutes: minutes(Math.max(DEFAULT_UNIT_SETTINGS.shortestVisitMinutes, serviceMinutes)),
    helper: null,
    competences: [],
    priority: isService ? 3 : 2,
    isTimeCritical: false,
    gap: null,
    minDaysBetween: 1,
    isProposed: false,
  };
}

/** Service begins in the morning or after lunch, when others have time for it, and is done by the end of service hours. */
function serviceWindow(serviceMinutes: number, random: Random): StartWindow {
  const { from, to } = DEFAULT_UNIT_SETTINGS.serviceHours;
  return {
    earliest: random.chance(0.5) ? from : minuteOfDay(12 * 60 + 30),
    latest: minuteOfDay(to - serviceMinutes),
  };
}

/** As many visits a day as give sensible lengths; where a daily visit would be too short, fewer days. */
function dailyPattern(
  weekMinutes: number,
  isDouble: boolean,
  competences: readonly string[],
  agreed: AgreedTimes,
  random: Random,
): InventedVisit[] {
  const perDay = weekMinutes / 7;
  const count = Math.min(DAILY_PARTS.length, Math.max(1, Math.round(perDay / 26)));
  const parts = random.pick(DAILY_PARTS[count - 1] ?? []);
  const recurrence = recurrenceFor(perDay, random);
  const daysAWeek = recurrence.kind === 'weekdays' ? recurrence.days.length : recurrence.times;
  const lengths = shareOut(
    weekMinutes / daysAWeek,
    parts.map(([part]) => (part === 'morgon' ? 1.25 : 1)),
  );
  return parts.map(([part, insatser], index) => {
    const isTimeCritical = !isDouble && random.chance(0.04);
    const serviceMinutes = minutes(lengths[index] ?? STEP);
    const isForTwo = isDouble && part !== 'eftermiddag';
    return {
      insatser,
      recurrence,
      window: agreedWindow({ part, serviceMinutes, timesAWeek: daysAWeek, isTimeCritical, isForTwo }, agreed, random),
      serviceMinutes,
      helper: isForTwo ? { serviceMinutes, earliestOffset: 0, latestOffset: 0 } : null,
      competences,
      priority: priorityOf(part, isTimeCritical || isForTwo),
      isTimeCritical,
      gap: gapAfterMorning(part, parts[0]?.[0] === 'morgon' && parts.length >= 3, random),
      minDaysBetween: 1,
      isProposed: false,
    };
  });
}

function recurrenceFor(perDay: number, random: Random): Recurrence {
  if (perDay >= DEFAULT_UNIT_SETTINGS.shortestVisitMinutes) {
    return { kind: 'weekdays', days: random.chance(WEEKDAYS_ONLY) ? [1, 2, 3, 4, 5] : ALL_DAYS };
  }
  return random.chance(0.5) ? { kind: 'weekdays', days: [1, 3, 5] } : { kind: 'floating', times: 3, everyWeeks: 1 };
}

/** Lengths in steps that add up to `total` as nearly as steps allow, none shorter than the shortest visit. */
function shareOut(total: number, weights: readonly number[]): number[] {
  const weightSum = weights.reduce((sum, weight) => sum + weight, 0);
  let owed = 0;
  return weights.map((weight) => {
    const exact = (total * weight) / weightSum + owed;
    const length = Math.max(DEFAULT_UNIT_SETTINGS.shortestVisitMinutes, roundToStep(exact));
    owed = exact - length;
    return length;
  });
}

/**
 * ± 30–60 min around the agreed time, ± 5 min where time is critical (domain.md section 11). A late visit ends before the
 * evening shift rides home.
 */
function agreedWindow(
  { part, serviceMinutes, timesAWeek, isTimeCritical, isForTwo }: AgreedVisit,
  agreed: AgreedTimes,
  random: Random,
): StartWindow {
  const { earliest, latest } = AGREED_HOURS[part];
  const half = isTimeCritical ? 5 : isForTwo ? 60 : random.pick([30, 45, 60, 60]);
  const latestStart = minuteOfDay(Math.min(latest, LAST_VISIT_ENDS - serviceMinutes));
  return agreed.agree({ earliest, latest: latestStart }, half, serviceMinutes, timesAWeek, random);
}

interface AgreedVisit {
  readonly part: DayPart;
  readonly serviceMinutes: number;
  readonly timesAWeek: number;
  readonly isTimeCritical: boolean;
  readonly isForTwo: boolean;
}

/** Whoever must be lifted cannot wait; nor can a visit whose time is critical. */
function priorityOf(part: DayPart, cannotWait: boolean): Priority {
  if (cannotWait) return 1;
  return part === 'eftermiddag' || part === 'formiddag' ? 3 : part === 'morgon' ? 1 : 2;
}

/** The meal in the middle of the day comes a good while after breakfast for some who eat little. */
const gapAfterMorning = (part: DayPart, isAfterMorning: boolean, random: Random): InventedVisit['gap'] =>
  part === 'lunch' && isAfterMorning && random.chance(0.15) ? { after: 0, minMinutes: 90, maxMinutes: 330 } : null;

const roundToStep = (value: number): number => Math.round(value / STEP) * STEP;
