/** One goal of the solver: what is solved, for how long, and what is wanted. */
export interface Goal {
  readonly id: string;
  readonly name: string;
  /** CPU seconds per instance and seed. */
  readonly seconds: number;
  /** The folder of the instances, inside the folder of all. */
  readonly data: string;
  readonly wanted: string;
  readonly measure: (run: GoalRun) => string | Promise<string>;
}

export interface GoalRun {
  readonly folder: string;
  readonly seeds: readonly number[];
  /** Share of a goal's CPU seconds that is spent. */
  readonly share: number;
  /** All instances of a set that otherwise is only sampled. */
  readonly every: boolean;
  readonly note: (line: string) => void;
  /** Keeps an answer with its routes, so that anyone can recompute what it costs. */
  readonly keep: (line: object) => void;
}

/** CPU seconds of the process so far, all its threads: the search has one. */
export function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** Per cent above (below: negative) the best known. */
export const gapPercent = (found: number, bestKnown: number): number => (found / bestKnown - 1) * 100;

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** Mean over all runs and the largest of the instances' means over the seeds. */
export function gapText(gapsByInstance: readonly (readonly number[])[]): string {
  const means = gapsByInstance.map(mean);
  return `mean ${mean(means).toFixed(2)} %, max ${Math.max(...means).toFixed(2)} %`;
}
