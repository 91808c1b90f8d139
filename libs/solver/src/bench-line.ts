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
}

export interface BenchOptions {
  readonly seconds: number;
  readonly seed: number;
  /** The clock `seconds` is measured with, for example the CPU seconds of the process. */
  readonly secondsNow: () => number;
}
