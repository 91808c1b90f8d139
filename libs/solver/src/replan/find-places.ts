import type { Problem, WarmStart } from '../problem.js';
import { OpenPlan, type PlaceOption } from './open-plan.js';

/**
 * Ranks the places for one visit in a known plan, cheapest first, at most one per shift. A planned visit is taken out
 * first, so the list tells why it lies where it does. Empty: it fits nowhere, or it is locked.
 *
 * Whoever asks more than once opens the plan once and asks that (`OpenPlan`).
 *
 * @param plan shift and start per visit, for example a `SolveResult`.
 */
export function findPlaces(problem: Problem, plan: WarmStart, visit: number, limit = 5): readonly PlaceOption[] {
  return new OpenPlan(problem, plan).places(visit).slice(0, limit);
}
