import type { Trial } from '@hemtjanst/solver';
import { brukareOf, employeeOf } from '../problem/matching.js';
import { continuityRule } from '../rules/continuity.js';
import { disruptionRule } from '../rules/disruption.js';
import { genderWishCost, genderWishSoftRule } from '../rules/gender-wish.js';
import { keyAndDoorRule } from '../rules/key-and-door.js';
import { kontaktmanCost, kontaktmanRule } from '../rules/kontaktman.js';
import { languageCost, languageRule } from '../rules/language.js';
import { travelRule } from '../rules/travel.js';
import { unassignedRule } from '../rules/unassigned.js';
import { waitingRule } from '../rules/waiting.js';
import type { PriceLine } from './board-answers.js';
import { disturbanceOf } from './disturbance.js';
import { facesOf } from './faces.js';
import type { PlanContext } from './plan-context.js';
import { type Placement, placementsIn } from './placements.js';
import { secondsOf } from './route-seconds.js';

/** Rows whose employee or start differs between before and after; null: in no shift then. */
export interface ChangedRow {
  readonly row: number;
  readonly from: Placement | null;
  readonly to: Placement | null;
}

/** What a tried change costs, rule by rule; rules without a difference are left out. The seconds add up to the price. */
export function priceLines(context: PlanContext, trial: Trial): readonly PriceLine[] {
  const changed = changedRows(trial);
  const moved = changed.filter(({ from, to }) => from?.shift !== to?.shift);
  return [
    ...unassignedLines(context, trial, moved),
    ...continuityLines(context, trial, moved),
    ...assignmentLines(context, moved),
    ...wayLines(context, trial),
    ...disruptionLines(context, changed),
  ].filter(({ seconds, amount }) => seconds !== 0 || amount !== 0);
}

export const totalOf = (lines: readonly PriceLine[]): number => lines.reduce((sum, { seconds }) => sum + seconds, 0);

export function changedRows({ before, after }: Trial): readonly ChangedRow[] {
  const [old, now] = [placementsIn(before), placementsIn(after)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((row) => ({ row, from: old.get(row) ?? null, to: now.get(row) ?? null }))
    .filter(({ from, to }) => from?.shift !== to?.shift || from?.start !== to?.start);
}

function unassignedLines({ key }: PlanContext, { cost }: Trial, moved: readonly ChangedRow[]): PriceLine[] {
  const main = moved.filter(({ row }) => key.rows[row].part === 'main');
  const left = main.filter(({ to }) => to === null);
  const placed = main.filter(({ from }) => from === null);
  const [first] = [...left, ...placed];
  if (first === undefined) return [];
  const visits = left.length - placed.length;
  const { priority } = key.rows[first.row].demand;
  return [
    {
      rule: unassignedRule.id,
      seconds: cost.unassigned,
      amount: visits,
      text: unassignedRule.explain({ visits, priority }),
    },
  ];
}

function continuityLines(context: PlanContext, { cost }: Trial, moved: readonly ChangedRow[]): PriceLine[] {
  const placements = new Map(moved.map(({ row, to }) => [row, to]));
  const brukareIds = new Set(moved.map(({ row }) => context.key.rows[row].demand.brukareId));
  const changes = [...brukareIds]
    .map((id) => ({ before: facesOf(context, id).size, after: facesOf(context, id, placements).size }))
    .filter(({ before, after }) => before !== after)
    .sort((one, other) => other.after - one.after);
  const goal = context.scope.settings.continuityGoal;
  const [most] = changes;
  if (most === undefined) return [];
  const amount = changes.reduce((sum, { before, after }) => sum + after - before, 0);
  return [
    { rule: continuityRule.id, seconds: cost.continuity, amount, text: continuityRule.explain({ ...most, goal }) },
  ];
}

/** Rules on one brukare and one employee: the difference of the rows that change hands. */
function assignmentLines(context: PlanContext, moved: readonly ChangedRow[]): PriceLine[] {
  const { settings } = context.scope;
  const differences = (costOf: typeof kontaktmanCost): { readonly seconds: number; readonly visits: number } => {
    const steps = moved.map(
      ({ row, from, to }) => costAt(context, row, to, costOf) - costAt(context, row, from, costOf),
    );
    return {
      seconds: steps.reduce((sum, step) => sum + step, 0),
      visits: steps.reduce((sum, step) => sum + Math.sign(step), 0),
    };
  };
  const kontaktman = differences(kontaktmanCost);
  const language = differences(languageCost);
  const gender = differences(genderWishCost);
  return [
    { rule: kontaktmanRule.id, ...named(kontaktman), text: kontaktmanRule.explain(kontaktman) },
    { rule: languageRule.id, ...named(language), text: languageRule.explain(language) },
    ...(settings.genderWish === 'soft'
      ? [{ rule: genderWishSoftRule.id, ...named(gender), text: genderWishSoftRule.explain() }]
      : []),
  ];
}

const named = ({ seconds, visits }: { readonly seconds: number; readonly visits: number }) => ({
  seconds,
  amount: visits,
});

function costAt(
  { key, scope }: PlanContext,
  row: number,
  place: Placement | null,
  costOf: typeof kontaktmanCost,
): number {
  if (place === null) return 0;
  const { groupWeek, rows } = key;
  const brukare = brukareOf(groupWeek, rows[row].demand.brukareId);
  return costOf(brukare, employeeOf(groupWeek, groupWeek.shifts[place.shift].employeeId), scope.settings);
}

function wayLines(context: PlanContext, { before, after }: Trial): PriceLine[] {
  const { settings } = context.scope;
  const [old, now] = [secondsOf(context, before), secondsOf(context, after)];
  const line = (rule: typeof travelRule, amount: number): PriceLine => ({
    rule: rule.id,
    // Never −0, which would not equal 0.
    seconds: rule.weight(settings) === 0 ? 0 : amount * rule.weight(settings),
    amount,
    text: rule.explain({ seconds: amount }),
  });
  return [
    line(travelRule, now.ride - old.ride),
    line(keyAndDoorRule, now.keyAndDoor - old.keyAndDoor),
    line(waitingRule, now.waiting - old.waiting),
  ];
}

/** Against the plan that people know, not against the draft: a change taken back costs less than nothing. */
function disruptionLines(context: PlanContext, changed: readonly ChangedRow[]): PriceLine[] {
  const steps = changed.map(({ row, from, to }) => {
    const [old, now] = [disturbanceOf(context, row, from), disturbanceOf(context, row, to)];
    return {
      seconds: now.cost - old.cost,
      employees: Number(now.hasOtherEmployee) - Number(old.hasOtherEmployee),
      starts: Number(now.isMoved) - Number(old.isMoved),
    };
  });
  const sum = (part: 'seconds' | 'employees' | 'starts'): number =>
    steps.reduce((total, step) => total + step[part], 0);
  const [employees, starts] = [sum('employees'), sum('starts')];
  const text = disruptionRule.explain({ employees, starts });
  return [{ rule: disruptionRule.id, seconds: sum('seconds'), amount: employees + starts, text }];
}
