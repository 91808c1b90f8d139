import {
  type CareUnit,
  type UnitSettings,
  type Violation,
  type VisitDemand,
  type WeeklyPlan,
  checkWeeklyPlan,
} from '@hemtjanst/domain';
import type { TravelTimeSource } from '../travel/travel-time-source.js';
import { legSecondsOf } from './leg-seconds.js';

export interface PlanToCheck {
  readonly unit: CareUnit;
  readonly plan: WeeklyPlan;
  readonly demands: readonly VisitDemand[];
  readonly settings: UnitSettings;
  /** Null: legs are only checked for order and sums, not against streets. */
  readonly source: TravelTimeSource | null;
}

/** The plan-honesty check: every rule, and every leg against travel times asked anew. */
export async function checkPlan({ unit, plan, demands, settings, source }: PlanToCheck): Promise<readonly Violation[]> {
  if (source === null) return checkWeeklyPlan(unit, plan, { settings, demands });
  const legSeconds = await legSecondsOf(unit, plan, settings, source);
  return checkWeeklyPlan(unit, plan, { settings, demands, legSeconds });
}
