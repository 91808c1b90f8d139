import type { InsatsCode } from '@hemtjanst/domain';
import type { PlannedRouteRow } from './plan-rows.js';

/** A visit of a published plan, with everybody who does it. */
export interface PublishedVisit {
  readonly id: string;
  readonly unitId: string;
  readonly planId: string;
  readonly brukareId: string;
  readonly orderId: string;
  readonly templateCode: string;
  readonly visitDemandId: string;
  readonly workGroupId: string;
  readonly onDate: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly serviceMinutes: number;
  readonly helper: { readonly startsAt: string; readonly endsAt: string; readonly serviceMinutes: number } | null;
  readonly insatser: readonly InsatsCode[];
  /** First the one with the whole visit, then the helper. */
  readonly employeeIds: readonly string[];
  /** Their shifts, in the same order. */
  readonly shiftIds: readonly string[];
  readonly isPinned: boolean;
  readonly isProposed: boolean;
}

/** One shift's route in the plan that is asked about. */
export interface RouteOfPlan extends PlannedRouteRow {
  readonly plan_id: string;
  readonly plan_version: number;
}

export interface RouteQuestion {
  readonly unitId: string;
  /** Null: whatever is published now. */
  readonly planId: string | null;
  readonly from: string;
  readonly to: string;
  readonly workGroupId: string | null;
  readonly employeeId: string | null;
}
