import type { FailedTrial } from '@hemtjanst/solver';
import { explainObstacle, matchingObstacle } from '../may-visit.js';
import { brukareOf, employeeOf } from '../problem/matching.js';
import { dayRule } from '../rules/day.js';
import { daysBetweenRule } from '../rules/days-between.js';
import { doubleStaffingRule } from '../rules/double-staffing.js';
import { gapRule } from '../rules/gap.js';
import { lockedRule } from '../rules/locked.js';
import { rastRule } from '../rules/rast.js';
import { timeWindowRule } from '../rules/time-window.js';
import { workingTimeRule } from '../rules/working-time.js';
import type { BrokenRule } from './board-answers.js';
import type { PlanContext } from './plan-context.js';

/** What stands against a row in a shift, in the words of the rule. */
export function brokenRule(
  { key, scope: { settings } }: PlanContext,
  row: number,
  shiftIndex: number,
  reason: FailedTrial['reason'],
): BrokenRule {
  const { groupWeek, rows } = key;
  const { demand, part } = rows[row];
  const shift = groupWeek.shifts[shiftIndex];
  switch (reason) {
    case 'incompatible': {
      const [brukare, employee] = [brukareOf(groupWeek, demand.brukareId), employeeOf(groupWeek, shift.employeeId)];
      const obstacle = matchingObstacle(demand, brukare, employee, settings, part) ?? 'competence';
      return explainObstacle(obstacle, demand, brukare, employee);
    }
    case 'day':
      return { rule: dayRule.id, text: dayRule.explain(demand) };
    case 'shift-hours':
      return { rule: workingTimeRule.id, text: workingTimeRule.explain({ shift, settings, isFull: false }) };
    case 'no-room':
    case 'capacity':
      return { rule: workingTimeRule.id, text: workingTimeRule.explain({ shift, settings, isFull: true }) };
    case 'spacing':
      return { rule: daysBetweenRule.id, text: daysBetweenRule.explain(demand) };
    case 'gap':
      return { rule: gapRule.id, text: gapRule.explain() };
    case 'pauses':
      return { rule: rastRule.id, text: rastRule.explain({ shift, settings }) };
    case 'window':
      return { rule: timeWindowRule.id, text: timeWindowRule.explain({ ...demand, isOutside: false }) };
    case 'locked':
      return { rule: lockedRule.id, text: lockedRule.explain() };
    case 'twin':
      return { rule: doubleStaffingRule.id, text: doubleStaffingRule.explain() };
  }
}
