import {
  checkWeeklyPlan,
  deriveVisitDemands,
  type DemandAdjustment,
  type LegSeconds,
  type Violation,
  type WeeklyPlan,
} from '@hemtjanst/domain';
import type { UnitSnapshot } from './unit-snapshot.js';

/**
 * Rules about the roster, the staff's meetings and the law's limits (domain.md section 6): a person may take the
 * responsibility for breaking them, with a reason that is kept. Everything else that is hard says that the plan cannot be carried out as it
 * is written, and no reason makes that true. `metrics-differ` stands here because figures age with the history while the
 * visits stay right.
 */
const OVERRIDABLE: readonly string[] = [
  'span-too-long',
  'dygnsvila-too-short',
  'veckovila-too-short',
  'rast-missing',
  'rast-too-short',
  'work-too-long-without-rast',
  'staff-meeting',
  'metrics-differ',
];

/** May the plan be published: yes, only with a logged reason, or not at all? */
export type PublishVerdict = 'ja' | 'med-skal' | 'nej';

/**
 * Checks a plan against the unit as it is now, every leg against the travel times given.
 *
 * @param adjustments what the ledger changed when the plan was made: kept with it, never decided again
 */
export function checkPlan(
  plan: WeeklyPlan,
  snapshot: UnitSnapshot,
  legSeconds: LegSeconds,
  adjustments: readonly DemandAdjustment[],
): readonly Violation[] {
  const { unit, settings } = snapshot;
  const scope = plan.workGroupIds === null ? {} : { workGroupIds: plan.workGroupIds };
  const { demands } = deriveVisitDemands({ unit, week: plan.week, settings, adjustments, ...scope });
  return checkWeeklyPlan(unit, plan, { settings, demands, legSeconds });
}

export function verdictOf(violations: readonly Violation[]): PublishVerdict {
  const hard = violations.filter((violation) => violation.severity === 'hard');
  if (hard.length === 0) return 'ja';
  return hard.some((violation) => !OVERRIDABLE.includes(violation.rule)) ? 'nej' : 'med-skal';
}
