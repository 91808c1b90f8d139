import type { PlanMetrics } from '@hemtjanst/domain';
import type { PlanRows } from './plan-rows.js';

/** Which demands and shifts an edit touches. */
export interface TouchedParts {
  readonly demandKeys: readonly string[];
  readonly shiftIds: readonly string[];
}

/**
 * Everything a plan holds for some demands and shifts, and the plan's figures with it. Written over what stands there it
 * makes an edit, or takes it back.
 */
export interface PlanSlice extends PlanRows {
  readonly metrics: PlanMetrics;
  /** The name of what the whole plan is when the slice is in place. */
  readonly stateId: string;
}
