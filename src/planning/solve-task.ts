import type { Problem, SolveProgress, SolveResult, WeekBounds } from '@hemtjanst/solver';

/** When a group's search ends. Iterations give the same plan every time; seconds give the best the time allows. */
export type SearchBudget =
  { readonly kind: 'iterations'; readonly iterations: number } | { readonly kind: 'seconds'; readonly seconds: number };

/** What a solver thread is given: one group's week. */
export interface SolveTask {
  readonly problem: Problem;
  readonly seed: number;
  readonly budget: SearchBudget;
}

/** A group's week solved, and what no other plan of it could beat. */
export interface SolvedTask {
  readonly result: SolveResult;
  readonly bounds: WeekBounds | null;
}

/** How far a group's search has come, and where its best plan so far has the visits. */
export type TaskProgress = Omit<SolveProgress, 'bestShifts'> & { readonly bestShifts: Int32Array };

export type ThreadAnswer =
  | { readonly kind: 'progress'; readonly task: number; readonly progress: TaskProgress }
  | { readonly kind: 'result'; readonly task: number; readonly solved: SolvedTask }
  | { readonly kind: 'failure'; readonly task: number; readonly message: string };

export interface ThreadRequest {
  readonly task: number;
  readonly work: SolveTask;
}
