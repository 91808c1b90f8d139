import type { ColumnChooser } from './route-pool/choose-columns.js';
import type { SearchTuning } from './search/search-tuning.js';

/** What `solve` answers: where and when every visit is, the cost by rule, and why a visit was left out. */
export interface SolveResult {
  /** Per visit: shift, or −1 where the visit is not planned. */
  readonly shiftOf: Int32Array;
  /** Per visit: start of service; −1 where not planned. */
  readonly startOf: Int32Array;
  /** Per shift, in driving order. */
  readonly routes: readonly SolvedRoute[];
  readonly cost: CostBreakdown;
  readonly unassigned: readonly UnassignedVisit[];
  readonly iterations: number;
  /** Which stop criterion ended the search. */
  readonly stoppedBy: 'iterations' | 'runtime' | 'aborted' | 'no-improvement' | 'nothing-to-do';
}

export interface SolvedRoute {
  readonly shift: number;
  readonly stops: readonly SolvedStop[];
}

/** `index` counts in `problem.visits` or in the shift's `pauses`. Arrival is after travel, before waiting. */
export type SolvedStop =
  | {
      readonly kind: 'visit';
      readonly index: number;
      readonly arrival: number;
      readonly start: number;
      readonly end: number;
    }
  | {
      readonly kind: 'pause';
      readonly index: number;
      readonly arrival: number;
      readonly start: number;
      readonly end: number;
    };

/** Seconds-equivalents; `total` is their sum and what the search minimises. */
export interface CostBreakdown {
  readonly total: number;
  readonly travel: number;
  readonly unassigned: number;
  readonly continuity: number;
  readonly assignment: number;
}

export interface UnassignedVisit {
  readonly visit: number;
  readonly reasons: readonly UnassignedReason[];
}

/**
 * - `no-compatible-shift`: no shift on the allowed days belongs to an employee who may do the visit.
 * - `no-shift-in-window`: those who may are not at work when the visit must start.
 * - `no-room`: they are at work, but no place in their routes has room; `shifts` were tried.
 * - `coupled-visit`: the visit it hangs together with could not be planned at a time that fits.
 * - `spacing`: the days left are too close to another visit of the same kind.
 * - `displaced`: there is room, but placing it costs more than leaving it out.
 */
export interface UnassignedReason {
  readonly code: 'no-compatible-shift' | 'no-shift-in-window' | 'no-room' | 'coupled-visit' | 'spacing' | 'displaced';
  readonly shifts: number;
}

export interface SolveProgress {
  readonly iterations: number;
  /** 0–1 by the stop criterion. */
  readonly fraction: number;
  readonly bestCost: number;
  readonly unassigned: number;
  /** Shift per visit in the best solution so far, −1 where it has none: made when it is asked for. */
  readonly bestShifts: () => Int32Array;
}

export interface SolveOptions {
  /** Same problem, seed and iteration count: same result. */
  readonly seed: number;
  readonly stop: StopCriterion;
  readonly onProgress?: (progress: SolveProgress) => void;
  /** Looked at between iterations; the best solution so far is returned. */
  readonly signal?: { readonly aborted: boolean };
  /**
   * Debug mode: after every accepted step all rules and the cost are checked from scratch, and after every undone one that
   * the cost is what it was. A search is some thousand times slower.
   */
  readonly verifySteps?: boolean;
  /** Puts the days together anew from all routes seen (`loadColumnChooser`). Absent: that is left out. */
  readonly chooseColumns?: ColumnChooser;
  /** Parts of the recipe set otherwise than measured best: for benches. */
  readonly tuning?: Partial<SearchTuning>;
}

/** Decides when the search ends and how far it has come (the temperature follows `fraction`). */
export interface StopCriterion {
  readonly name: 'iterations' | 'runtime' | 'no-improvement';
  /** 0 at the start, ≥ 1 when the search shall stop. Asked every 128 iterations at most. */
  fraction(iterations: number, iterationsSinceBest: number): number;
}
