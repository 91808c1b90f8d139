import type { WeekProblem } from '@hemtjanst/planning';
import type { SolveProgress } from '@hemtjanst/solver';

/** How far a plan has come, all groups together. */
export interface PlanProgress {
  /** 0–1. */
  readonly fraction: number;
  readonly visits: number;
  /** Visits without place in the best plans so far; null until every group has one. */
  readonly unassigned: number | null;
  readonly iterations: number;
  readonly bestCost: number | null;
}

/** Adds the groups' own progress up, weighed by their visits. */
export function progressOf(
  problems: readonly WeekProblem[],
  onProgress: ((progress: PlanProgress) => void) | undefined,
): (task: number, progress: SolveProgress) => void {
  const latest = new Map<number, SolveProgress>();
  const sizes = problems.map(({ problem }) => problem.visits.length);
  const visits = sizes.reduce((sum, size) => sum + size, 0);
  return (task, progress) => {
    latest.set(task, progress);
    const known = [...latest];
    const isComplete = known.length === problems.length;
    onProgress?.({
      fraction:
        known.reduce((sum, [index, { fraction }]) => sum + Math.min(1, fraction) * sizes[index], 0) /
        Math.max(1, visits),
      visits,
      unassigned: isComplete ? known.reduce((sum, [, { unassigned }]) => sum + unassigned, 0) : null,
      iterations: known.reduce((sum, [, { iterations }]) => sum + iterations, 0),
      bestCost: isComplete ? known.reduce((sum, [, { bestCost }]) => sum + bestCost, 0) : null,
    });
  };
}
