import type { ColumnBound, ColumnBoundOptions } from './bounds/column-generation/bound-by-columns.js';

/** What a benchmark of the solver answers for one instance; the field names are those of the command line's JSON lines. */
export interface BenchLine {
  readonly instance: string;
  readonly vehicles: number;
  readonly distance: number;
  readonly objective: number;
  readonly feasible: boolean;
  readonly seconds: number;
  readonly iterations: number;
  readonly seed: number;
  /** Where one was asked for: no plan has a smaller `distance`. */
  readonly bound?: BenchBound;
}

/** Proven by column generation. */
export interface BenchBound {
  /** In the unit of `distance`. */
  readonly distance: number;
  /** So much of the line's distance might be saved at most, in per cent. */
  readonly gapPercent: number;
  /** More time would not raise it. */
  readonly isClosed: boolean;
  readonly iterations: number;
  readonly columns: number;
  readonly seconds: number;
}

export interface BenchOptions {
  readonly seconds: number;
  readonly seed: number;
  /** The clock `seconds` is measured with, for example the CPU seconds of the process. */
  readonly secondsNow: () => number;
  /** Proves a bound of the distance after solving, in seconds of its own. Left out: none is proven. */
  readonly bound?: Pick<ColumnBoundOptions, 'openMaster' | 'seconds'>;
}

/** @param units of the bound in one of the distance */
export function benchBound({ bound, ...rest }: ColumnBound, distance: number, units: number): BenchBound {
  const proven = bound / units;
  return { distance: proven, gapPercent: distance > 0 ? (100 * (distance - proven)) / distance : 0, ...rest };
}
