import type { WeeklyPlan } from '@hemtjanst/domain';
import type { PlanStep } from '@hemtjanst/solver';
import type { BrokenRule, EditOutcome, PlanEdit } from './board-answers.js';
import { type PlanContext, withoutHold } from './plan-context.js';
import { planOfGroup } from './plan-of-group.js';
import { priceLines, totalOf } from './price-change.js';
import { demandIdOf, failureOf, rowOf, stepsTo } from './price-move.js';
import { visitMoves } from './visit-moves.js';

/**
 * The plan after one change by hand, with every touched route timed anew and all figures recomputed, or the rules that
 * forbid it. No rule can be broken this way; starts stay as near to the old ones as the change allows.
 *
 * @throws Error for a visit, demand or shift that the group's week does not have
 */
export function applyEdit(context: PlanContext, edit: PlanEdit): EditOutcome {
  switch (edit.kind) {
    case 'lock':
    case 'unlock':
      return withLock(context, edit.visitId, edit.kind === 'lock');
    case 'move':
      return applyChecked(context, [demandIdOf(context, edit)], (free, [demandId]) => stepsTo(free, demandId, edit));
    case 'place':
      return applyChecked(context, [edit.demandId], (free, [demandId]) => stepsTo(free, demandId, edit));
    case 'unassign':
      return applyChecked(context, [demandIdOf(context, edit)], (free, [demandId]) => [
        { kind: 'remove', visit: rowOf(free, demandId) },
      ]);
    case 'swap': {
      const pair = [demandIdOf(context, edit), demandIdOf(context, { visitId: edit.withVisitId })];
      return applyChecked(context, pair, (free, [one, other]) => swap(free, rowOf(free, one), rowOf(free, other)));
    }
  }
}

function applyChecked(
  context: PlanContext,
  demandIds: readonly string[],
  stepsOf: (free: PlanContext, demandIds: readonly string[]) => readonly PlanStep[] | BrokenRule,
): EditOutcome {
  const free = withoutHold(context, demandIds);
  const steps = stepsOf(free, demandIds);
  if ('rule' in steps) return { isAllowed: false, violations: [steps] };
  const trial = free.open.trial(steps);
  if (!trial.isPossible) return { isAllowed: false, violations: [failureOf(free, trial, steps)] };
  const result = free.open.planAfter(steps);
  if ('isPossible' in result) return { isAllowed: false, violations: [failureOf(free, result, steps)] };
  const plan = planOfGroup(free, result);
  const lines = priceLines(free, trial);
  return { isAllowed: true, plan, differenceSeconds: totalOf(lines), lines, changes: visitMoves(context.plan, plan) };
}

/** Each takes the other's shift and, as far as it goes, the other's start. */
function swap({ open, key }: PlanContext, one: number, other: number): readonly PlanStep[] {
  const place = (visit: number) => ({ shift: open.shiftOf(visit), start: startOf(open, visit) });
  const insert = (visit: number, { shift, start }: { readonly shift: number; readonly start: number }): PlanStep => ({
    kind: 'insert',
    visit,
    shift,
    start: inWindow(key.rows[visit].demand, start),
    twinShift: null,
  });
  return [
    { kind: 'remove', visit: one },
    { kind: 'remove', visit: other },
    insert(one, place(other)),
    insert(other, place(one)),
  ];
}

function startOf(open: PlanContext['open'], visit: number): number {
  const stops = open.route(open.shiftOf(visit)).stops;
  return stops.find(({ kind, index }) => kind === 'visit' && index === visit)?.start ?? 0;
}

/** The other's start may lie outside the own window: then the nearest that does not. */
function inWindow(
  { window }: { readonly window: { readonly earliest: number; readonly latest: number } },
  start: number,
): number {
  const midnight = start - (start % 86_400);
  return Math.min(midnight + window.latest * 60, Math.max(midnight + window.earliest * 60, start));
}

function withLock(context: PlanContext, visitId: string, pinned: boolean): EditOutcome {
  const demandId = demandIdOf(context, { visitId });
  const visits = context.plan.visits.map((visit) => (visit.demandId === demandId ? { ...visit, pinned } : visit));
  const plan: WeeklyPlan = { ...context.plan, visits };
  return { isAllowed: true, plan, differenceSeconds: 0, lines: [], changes: [] };
}
