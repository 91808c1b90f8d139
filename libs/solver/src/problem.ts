/**
 * The problem the solver works on: integers only, nothing of the outside world.
 *
 * Times are seconds since Monday 00:00 local wall-clock time of the planned week (day d starts at d × 86 400). Costs are
 * seconds-equivalents: a cost of 60 weighs as much as one minute of travel. Everything that forbids an employee
 * (competence, ban, gender, animals, smoke, absence, other group …) is folded into `compatible` by the caller.
 */
export interface Problem {
  /** Days of the horizon; a day problem has 1. */
  readonly days: number;
  /** Number of places; row and column count of every travel matrix. */
  readonly locations: number;
  /** Door-to-door seconds per travel mode, row-major: `travel[mode][from * locations + to]`. Never negative. */
  readonly travel: readonly Int32Array[];
  readonly employees: number;
  readonly brukare: number;
  readonly shifts: readonly ProblemShift[];
  readonly visits: readonly ProblemVisit[];
  /** Row-major visits × shifts: 1 where the shift's employee may do the visit, else 0. */
  readonly compatible: Uint8Array;
  readonly couplings: readonly Coupling[];
  readonly spacings: readonly Spacing[];
  readonly continuity: Continuity;
  /** Row-major brukare × employees: what one visit costs extra with this employee; negative = wished for (contact person). */
  readonly assignmentCost: Int32Array;
  /** What it costs to give a visit to another employee than the plan people already know. Absent: nothing. */
  readonly disruption?: Disruption;
  /** A known solution to start from; its locked visits stay where they are. */
  readonly warmStart?: WarmStart;
}

/** One employee's working time on one day, from the first minute that may be planned to the last. */
export interface ProblemShift {
  readonly employee: number;
  readonly day: number;
  readonly mode: number;
  /** The employee leaves `startLocation` at `start` at the earliest and is back at `endLocation` at `end` at the latest. */
  readonly start: number;
  readonly end: number;
  readonly startLocation: number;
  readonly endLocation: number;
  /** Rast and other blocks without visit that must have room, in the order they are taken. */
  readonly pauses: readonly Pause[];
  /** Sum of `demand` of the visits may not exceed it. Absent: no limit. */
  readonly capacity?: number;
}

/** A block that occupies the employee where he or she happens to be (rast, larmberedskap, meeting). */
export interface Pause {
  readonly duration: number;
  /** Earliest and latest start. */
  readonly earliest: number;
  readonly latest: number;
}

/** Work for one employee at one place; a visit for two employees is two of these with a coupling. */
export interface ProblemVisit {
  readonly brukare: number;
  readonly location: number;
  readonly service: number;
  /** Allowed start times, at most one window per day; several days make the visit floating. */
  readonly windows: readonly StartWindow[];
  /** Cost of leaving the visit out of the plan. */
  readonly unassignedCost: number;
  /** Draws on the shift's capacity. Absent: 0. */
  readonly demand?: number;
  /** The visit stays in this shift at this start (null: any start), whatever else changes. */
  readonly locked?: { readonly shift: number; readonly start: number | null };
}

export interface StartWindow {
  readonly day: number;
  readonly earliest: number;
  readonly latest: number;
}

/**
 * Two visits whose starts hang together: `start(second) − start(first)` must lie in [minOffset, maxOffset] when both are planned.
 * `together`: both or none are planned, by two different employees (a visit for two). Without it a gap (meal before
 * medicine): either may be planned alone, any employees.
 */
export interface Coupling {
  readonly first: number;
  readonly second: number;
  readonly minOffset: number;
  readonly maxOffset: number;
  readonly together: boolean;
}

/** Visits of which no two may lie on days closer than `minDays` (1: different days). */
export interface Spacing {
  readonly visits: readonly number[];
  readonly minDays: number;
}

/** How costly it is that one more employee meets a brukare within the 14-day window that ends with the horizon. */
export interface Continuity {
  /** Row-major brukare × employees: 1 where the employee already has met the brukare in the window (history). */
  readonly seen: Uint8Array;
  /** `faceCost[n]`: added cost of the (n+1)-th distinct employee; the last entry repeats. Convex. Empty: no cost. */
  readonly faceCost: Int32Array;
}

/** Part of the assignment cost: re-planning moves a visit to another employee only where that is worth it. */
export interface Disruption {
  /** Per visit: the employee whom the brukare expects; −1 for none. */
  readonly employeeOf: Int32Array;
  /** Per visit: cost of anybody else. Never negative. */
  readonly cost: Int32Array;
}

/** Where every visit of a known plan is; a `SolveResult` is one. */
export interface WarmStart {
  /** Per visit: shift or −1. */
  readonly shiftOf: Int32Array;
  /** Per visit: start, ignored where unplanned. */
  readonly startOf: Int32Array;
  /**
   * Per shift: its visits and pauses in the order they are driven. With it a plan is laid out exactly as it is; without
   * it the order follows the starts, and where the pauses lie has to be guessed.
   */
  readonly routes?: readonly KnownRoute[];
}

export interface KnownRoute {
  readonly stops: readonly KnownStop[];
}

/** `index` counts in `problem.visits` or in the shift's `pauses`. */
export interface KnownStop {
  readonly kind: 'visit' | 'pause';
  readonly index: number;
  readonly start: number;
}
