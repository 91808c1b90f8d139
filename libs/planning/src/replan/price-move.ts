import { type Instant, localOf, minuteOfDay } from '@hemtjanst/domain';
import type { FailedTrial, PlanStep } from '@hemtjanst/solver';
import { dayIndex, weekSeconds } from '../problem/week-seconds.js';
import type { Sentence } from '../rules/planning-rule.js';
import { isInWindow, timeWindowRule } from '../rules/time-window.js';
import { workingTimeRule } from '../rules/working-time.js';
import type { BrokenRule, ForbiddenShift, MovePrice, PricedPlace, RankedPlaces } from './board-answers.js';
import { brokenRule } from './broken-rules.js';
import { type PlanContext, withoutHold } from './plan-context.js';
import { pricedPlace } from './priced-place.js';

/** Where a visit is to go. */
export interface DropTarget {
  readonly shiftId: string;
  /** As near to this start as the shift allows; absent: at the cheapest place, near the start it has. */
  readonly startsAt?: Instant;
  readonly helperShiftId?: string;
}

/** A visit of the plan, or a demand whether planned or left out. */
export type Subject = { readonly visitId: string } | { readonly demandId: string };

/**
 * What it costs to have a visit at another place, rule by rule against the plan as it stands, or the rules against it.
 * A millisecond or two: fast enough to follow a pointer.
 *
 * @throws Error for a visit that the group's week does not have
 */
export function priceMove(context: PlanContext, subject: Subject, to: DropTarget): MovePrice {
  const demandId = demandIdOf(context, subject);
  const free = withoutHold(context, [demandId]);
  const checked = stepsTo(free, demandId, to);
  if ('rule' in checked) return { isAllowed: false, violations: [checked] };
  const trial = free.open.trial(checked);
  return trial.isPossible
    ? { isAllowed: true, place: pricedPlace(free, rowOf(free, demandId), trial) }
    : { isAllowed: false, violations: [failureOf(free, trial, checked)] };
}

/**
 * The best places for a visit, cheapest first, the present one among them, and for every shift without one the rule that
 * forbids it.
 */
export function rankPlaces(context: PlanContext, subject: Subject, limit = 5): RankedPlaces {
  const demandId = demandIdOf(context, subject);
  const free = withoutHold(context, [demandId]);
  const row = rowOf(free, demandId);
  if (free.open.isLocked(row)) return { demandId, places: [], forbidden: allLocked(free, row) };
  const places = free.open
    .places(row)
    // The search's price knows nothing of moved starts: some more are priced in full before the best are taken.
    .slice(0, limit * 2)
    .flatMap(({ shift, twin }): readonly PricedPlace[] => {
      const trial = free.open.trial(placing(free, row, shift, null, twin?.shift ?? null));
      return trial.isPossible ? [pricedPlace(free, row, trial)] : [];
    })
    .sort((one, other) => one.differenceSeconds - other.differenceSeconds)
    .slice(0, limit);
  return { demandId, places, forbidden: forbiddenShifts(free, row) };
}

/** The steps that bring a demand to a target, out of its present place first; or the rule that the target itself breaks. */
export function stepsTo(context: PlanContext, demandId: string, to: DropTarget): readonly PlanStep[] | BrokenRule {
  const row = rowOf(context, demandId);
  const { demand } = context.key.rows[row];
  if (to.startsAt !== undefined && !isInWindow(demand, minuteOfDayOf(to.startsAt))) {
    return { rule: timeWindowRule.id, text: timeWindowRule.explain({ ...demand, isOutside: true }) };
  }
  // Who is absent all day still has a row on the board, and no shift in the week.
  if ([to.shiftId, to.helperShiftId].some((id) => id !== undefined && !context.shiftIndex.has(id))) {
    return { rule: workingTimeRule.id, text: NO_SHIFT };
  }
  const start = to.startsAt === undefined ? null : weekSecondOf(context, to.startsAt);
  const helper = to.helperShiftId === undefined ? null : shiftIndexOf(context, to.helperShiftId);
  return placing(context, row, shiftIndexOf(context, to.shiftId), start, helper);
}

const NO_SHIFT: Sentence = {
  sv: 'Medarbetaren är frånvarande eller har inget pass.',
  en: 'The employee is absent or has no shift.',
};

export function failureOf(context: PlanContext, { step, reason }: FailedTrial, steps: readonly PlanStep[]): BrokenRule {
  const failed = steps[step];
  const shift = failed.kind === 'insert' ? failed.shift : context.open.shiftOf(failed.visit);
  return brokenRule(context, failed.visit, shift, reason);
}

export function demandIdOf({ demandOfVisit }: PlanContext, subject: Subject): string {
  if ('demandId' in subject) return subject.demandId;
  const demandId = demandOfVisit.get(subject.visitId);
  if (demandId === undefined) throw new Error(`visit ${subject.visitId} is not in the plan`);
  return demandId;
}

export function rowOf({ rowOfDemand }: PlanContext, demandId: string): number {
  const row = rowOfDemand.get(demandId);
  if (row === undefined) throw new Error(`demand ${demandId} is not one of the group's week`);
  return row;
}

function shiftIndexOf({ shiftIndex }: PlanContext, shiftId: string): number {
  const index = shiftIndex.get(shiftId);
  if (index === undefined) throw new Error(`shift ${shiftId} is not one of the group's week`);
  return index;
}

function placing(
  { open }: PlanContext,
  visit: number,
  shift: number,
  start: number | null,
  twinShift: number | null,
): readonly PlanStep[] {
  const insert = { kind: 'insert', visit, shift, start, twinShift } as const;
  return open.shiftOf(visit) < 0 ? [insert] : [{ kind: 'remove', visit }, insert];
}

function forbiddenShifts(context: PlanContext, row: number): readonly ForbiddenShift[] {
  const { shifts } = context.key.groupWeek;
  return context.open.obstacles(row).flatMap((reason, shift): readonly ForbiddenShift[] => {
    return reason === null ? [] : [{ shiftId: shifts[shift].id, ...brokenRule(context, row, shift, reason) }];
  });
}

const allLocked = (context: PlanContext, row: number): readonly ForbiddenShift[] =>
  context.key.groupWeek.shifts.map(({ id }, shift) => ({ shiftId: id, ...brokenRule(context, row, shift, 'locked') }));

const minuteOfDayOf = (instant: Instant) => minuteOfDay(Math.floor(localOf(instant).secondOfDay / 60));

function weekSecondOf({ key }: PlanContext, instant: Instant): number {
  const { date, secondOfDay } = localOf(instant);
  return weekSeconds(dayIndex(key.groupWeek.dates, date), 0) + secondOfDay;
}
