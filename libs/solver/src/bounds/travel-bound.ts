import type { PreparedProblem } from '../kernel/prepared-problem.js';
import { cheapestAssignment } from './assignment.js';
import { cheapestArcs } from './cheapest-arcs.js';

/**
 * Travel seconds that no plan of the same visits goes below: every planned visit and every shift end is reached over its
 * cheapest arc such that none is used twice. Closed circles count as routes here, so the true least travel is higher.
 *
 * @param isPlanned which visits the plan has.
 */
export function travelBound(prepared: PreparedProblem, isPlanned: (visit: number) => boolean): number {
  const arcs = cheapestArcs(prepared, {
    inShift: () => 0,
    leftOut: (visit) => (isPlanned(visit) ? 'never' : 'always'),
  });
  const cheapest = cheapestAssignment(arcs);
  if (cheapest === null) throw new Error('no plan has these visits: one of them cannot be reached at all');
  return cheapest.cost;
}
