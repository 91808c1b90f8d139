import { readCost, readRoutes, readStarts } from '../finish/read-result.js';
import type { RouteState } from '../kernel/route-state.js';
import type { SolveResult } from '../result.js';
import { verifySolution } from '../verify-solution.js';

/** The search has lost count: a mistake in the solver, never in the problem. */
export class SearchDefect extends Error {
  override readonly name = 'SearchDefect';
}

/**
 * Looks at the present solution in the middle of a search as the independent checker does at its end: every rule, and the
 * cost that was kept up to date in small steps against the cost from scratch.
 *
 * @throws SearchDefect naming the step and the first violations.
 */
export function verifyStep(state: RouteState, step: number): void {
  const violations = verifySolution(state.prepared.problem, presentResult(state, step));
  if (violations.length === 0) return;
  const first = violations.slice(0, 3).map(({ rule, where, text }) => `${rule} (${where}): ${text}`);
  throw new SearchDefect(`after step ${step} the solution breaks ${violations.length} rules: ${first.join('; ')}`);
}

function presentResult(state: RouteState, iterations: number): SolveResult {
  const shiftOf = state.shiftOf.slice(0, state.prepared.visitCount);
  return {
    shiftOf,
    startOf: readStarts(state),
    routes: readRoutes(state),
    cost: readCost(state),
    // Why a visit is left out is asked at the end of a search only; here any reason will do.
    unassigned: [...shiftOf.keys()]
      .filter((visit) => shiftOf[visit] < 0)
      .map((visit) => ({ visit, reasons: [{ code: 'displaced', shifts: 0 }] })),
    iterations,
    stoppedBy: 'iterations',
  };
}
