import { prepareProblem } from '../kernel/prepared-problem.js';
import type { Problem } from '../problem.js';
import type { SolveResult } from '../result.js';
import { cheapestAssignment } from './assignment.js';
import { cheapestArcs } from './cheapest-arcs.js';

/**
 * Travel seconds that no plan of the same visits goes below: every planned visit and every shift end is reached over its
 * cheapest arc such that none is used twice. Closed circles count as routes here, so the true least travel is higher.
 *
 * @param plan which visits are planned; where is not looked at.
 */
export function travelBound(problem: Problem, { shiftOf }: Pick<SolveResult, 'shiftOf'>): number {
  const arcs = cheapestArcs(prepareProblem(problem), {
    inShift: () => 0,
    leftOut: (visit) => (shiftOf[visit] < 0 ? 'always' : 'never'),
  });
  const cheapest = cheapestAssignment(arcs);
  if (cheapest === null) throw new Error('no plan has these visits: one of them cannot be reached at all');
  return cheapest.cost;
}
