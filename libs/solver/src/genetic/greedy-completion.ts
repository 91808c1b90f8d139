import type { VrptwProblem } from '../vrptw/vrptw-problem.js';
import type { Offspring } from './selective-route-exchange.js';

/**
 * Puts the missing visits where they lengthen the routes least, without regard to load, and to time only so far as a visit
 * never stands behind one that opens too late for it. What is broken the local search mends or pays for.
 */
export function completeGreedily(
  { routes, missing }: Offspring,
  problem: VrptwProblem,
): readonly (readonly number[])[] {
  for (const visit of missing) insertWhereNearest(routes, visit, problem);
  return routes;
}

function insertWhereNearest(routes: number[][], visit: number, problem: VrptwProblem): void {
  const { nodes, distance, earliest, latest, service } = problem;
  const canFollow = (before: number, after: number): boolean =>
    earliest[before] + service[before] + distance[before * nodes + after] <= latest[after];
  let least = distance[visit] + distance[visit * nodes];
  let bestRoute: number[] | null = null;
  let bestPosition = 0;
  for (const route of routes) {
    for (let position = 0; position <= route.length; position++) {
      const before = position === 0 ? 0 : route[position - 1];
      const after = position === route.length ? 0 : route[position];
      const more =
        distance[before * nodes + visit] + distance[visit * nodes + after] - distance[before * nodes + after];
      if (more < least && canFollow(before, visit) && canFollow(visit, after)) {
        least = more;
        bestRoute = route;
        bestPosition = position;
      }
    }
  }
  if (bestRoute === null && routes.length < problem.vehicles) routes.push([visit]);
  else (bestRoute ?? routes[0]).splice(bestPosition, 0, visit);
}
