import type { IncumbentFigures, WeekProblem } from '@hemtjanst/planning';
import type { TaskProgress } from './solve-task.js';

/** How far a plan has come, all groups together. */
export interface PlanProgress {
  /** 0–1. */
  readonly fraction: number;
  readonly visits: number;
  /** Of the groups' best plans so far together; null until every group has one. */
  readonly figures: IncumbentFigures | null;
  readonly iterations: number;
  readonly bestCost: number | null;
}

/** Adds the groups' own progress up, weighed by their visits. */
export function progressOf(
  problems: readonly WeekProblem[],
  figuresOf: (shiftsOfGroups: readonly Int32Array[]) => IncumbentFigures,
  onProgress: ((progress: PlanProgress) => void) | undefined,
): (task: number, progress: TaskProgress) => void {
  const latest = new Map<number, TaskProgress>();
  const sizes = problems.map(({ problem }) => problem.visits.length);
  const visits = sizes.reduce((sum, size) => sum + size, 0);
  return (task, progress) => {
    latest.set(task, progress);
    const known = [...latest];
    const ofGroups = problems.flatMap((_, index) => latest.get(index)?.bestShifts ?? []);
    const isComplete = ofGroups.length === problems.length;
    onProgress?.({
      fraction:
        known.reduce((sum, [index, { fraction }]) => sum + Math.min(1, fraction) * sizes[index], 0) /
        Math.max(1, visits),
      visits,
      figures: isComplete ? figuresOf(ofGroups) : null,
      iterations: known.reduce((sum, [, { iterations }]) => sum + iterations, 0),
      bestCost: isComplete ? known.reduce((sum, [, { bestCost }]) => sum + bestCost, 0) : null,
    });
  };
}
