import { assertProblem } from './assert-problem.js';
import { explainUnassigned } from './finish/explain-unassigned.js';
import { readCost, readRoutes, readStarts } from './finish/read-result.js';
import type { Problem } from './problem.js';
import type { SolveOptions, SolveResult } from './result.js';
import { Search, type SearchOutcome } from './search/search.js';

/**
 * Plans all visits of a problem into its shifts at least cost (`CostBreakdown`), by ruin and recreate.
 *
 * Same problem, seed and iteration count: same result. Works in the calling thread until the stop criterion ends it.
 *
 * @throws ProblemError naming the first faults, if the problem contradicts itself (`assertProblem`).
 * @example
 * const result = solve(problem, { seed: 1, stop: maxIterations(20_000) });
 */
export function solve(problem: Problem, options: SolveOptions): SolveResult {
  assertProblem(problem);
  const search = new Search(problem, options);
  const outcome = hasNothingToDo(problem) ? NOTHING_TO_DO : search.run();
  const { state, places } = search;
  return {
    shiftOf: state.shiftOf.slice(0, problem.visits.length),
    startOf: readStarts(state),
    routes: readRoutes(state),
    cost: readCost(state),
    unassigned: explainUnassigned(state, places),
    ...outcome,
  };
}

const NOTHING_TO_DO: SearchOutcome = { iterations: 0, stoppedBy: 'nothing-to-do' };

function hasNothingToDo(problem: Problem): boolean {
  return problem.visits.length === 0 || problem.shifts.length === 0;
}
