import type { VrptwProblem } from '../../vrptw/vrptw-problem.js';
import { boundByColumns, type ColumnBound, type ColumnBoundOptions } from './bound-by-columns.js';
import { dayOfVrptw, routesOfVrptw } from './day-of-vrptw.js';

/**
 * Distance that no plan of a routing instance goes below, in the unit of the problem. Seconds for a hundred stops with narrow
 * windows, minutes with wide ones.
 *
 * @param routes of a plan, nodes in driving order: they make the beginning faster; none are needed
 */
export function vrptwBoundByColumns(
  problem: VrptwProblem,
  routes: readonly (readonly number[])[],
  options: ColumnBoundOptions,
): ColumnBound {
  return boundByColumns(dayOfVrptw(problem), { bound: 0, routes: routesOfVrptw(problem, routes) }, options);
}
