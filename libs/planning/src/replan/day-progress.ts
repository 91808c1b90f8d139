import type { SolveProgress } from '@hemtjanst/solver';
import { type IncumbentFigures, incumbentReader } from '../incumbent-figures.js';
import type { AlternativeKind } from './board-answers.js';
import type { AfterEvent } from './day-event.js';
import { isCancelled } from './plan-of-group.js';
import type { PlanContext } from './plan-context.js';

/** How far the search for ways to plan a day has come. */
export interface ReplanProgress {
  /** 0–1, never less than before. */
  readonly fraction: number;
  /** The alternative that is searched for now, and the cost of its best plan so far. */
  readonly alternative: AlternativeKind;
  readonly bestCost: number;
  /** The figures of that plan: made when they are asked for. */
  readonly figures: () => DayFigures;
}

/** What can be said of a day's plan while the search goes on. */
export interface DayFigures extends Omit<IncumbentFigures, 'unassignedVisits'> {
  /** Visits of the plan or of the event that have no place. */
  readonly leftOutVisits: number;
}

/** One try to find an alternative: the part of the whole search it is, 0–1. */
interface SearchPart {
  readonly alternative: AlternativeKind;
  readonly from: number;
  readonly to: number;
}

/** Tells what a try has found so far; what does not change while the search goes on is counted once. */
export function dayReporter(
  before: PlanContext,
  after: AfterEvent,
  onProgress: (progress: ReplanProgress) => void,
): (part: SearchPart) => (progress: SolveProgress) => void {
  const readFigures = figuresReader(before, after);
  return ({ alternative, from, to }) =>
    ({ fraction, bestCost, bestShifts }) =>
      onProgress({
        fraction: from + Math.min(1, fraction) * (to - from),
        alternative,
        bestCost,
        figures: () => readFigures(bestShifts()),
      });
}

function figuresReader(before: PlanContext, { context, affectedDemandIds, strandedElsewhereIds }: AfterEvent) {
  const { unit, week, settings, workGroupId } = context.scope;
  const read = incumbentReader({ unit, week, settings, workGroupIds: [workGroupId] }, [context.key]);
  const cancelled = context.plan.unassigned.filter(isCancelled).map(({ demandId }) => demandId);
  const notExpected = new Set([...cancelled, ...strandedElsewhereIds]);
  const expected = [...before.plan.visits.map(({ demandId }) => demandId), ...affectedDemandIds];
  const rows = [...new Set(expected)]
    .filter((demandId) => !notExpected.has(demandId))
    .flatMap((demandId) => context.rowOfDemand.get(demandId) ?? []);
  return (shiftOf: Int32Array): DayFigures => {
    const { plannedEfficiency, contactPersonShare, facesMean, facesAbove10 } = read([shiftOf]);
    const leftOutVisits = rows.filter((row) => (shiftOf[row] ?? -1) < 0).length;
    return { plannedEfficiency, contactPersonShare, facesMean, facesAbove10, leftOutVisits };
  };
}
