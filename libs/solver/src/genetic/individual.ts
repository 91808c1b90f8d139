import type { Penalties, WarpRoutes } from '../local-search/warp-routes.js';

/** Routes in a population, with what they cost and break. */
export interface Individual {
  readonly routes: readonly (readonly number[])[];
  readonly distance: number;
  readonly warp: number;
  readonly excess: number;
  /** Per visit the node driven to next, 0 for the depot, and the one before. */
  readonly successor: Uint16Array;
  readonly predecessor: Uint16Array;
}

/** Reads the routes a local search ended with. */
export function individualFrom(warpRoutes: WarpRoutes): Individual {
  const { problem } = warpRoutes;
  const routes = warpRoutes.read();
  const successor = new Uint16Array(problem.nodes);
  const predecessor = new Uint16Array(problem.nodes);
  let distance = 0;
  for (const route of routes) {
    route.forEach((visit, index) => {
      successor[visit] = route[index + 1] ?? 0;
      predecessor[visit] = route[index - 1] ?? 0;
      distance += problem.distance[predecessor[visit] * problem.nodes + visit];
    });
    distance += problem.distance[route[route.length - 1] * problem.nodes];
  }
  let [warp, excess] = [0, 0];
  for (let vehicle = 0; vehicle < problem.vehicles; vehicle++) {
    warp += warpRoutes.warp[vehicle];
    excess += Math.max(0, warpRoutes.load[vehicle] - problem.capacity);
  }
  return { routes, distance, warp, excess, successor, predecessor };
}

export const isFeasible = ({ warp, excess }: Individual): boolean => warp === 0 && excess === 0;

export const penalisedCost = ({ distance, warp, excess }: Individual, penalties: Penalties): number =>
  distance + warp * penalties.warp + excess * penalties.excess;

/** Share of the visits that are driven to from elsewhere and left to elsewhere (Vidal et al. 2012: broken pairs), 0–1. */
export function brokenPairs(own: Individual, other: Individual): number {
  const visits = own.successor.length - 1;
  let broken = 0;
  for (let visit = 1; visit <= visits; visit++) {
    const after = own.successor[visit];
    if (after !== other.successor[visit] && after !== other.predecessor[visit]) broken++;
    if (own.predecessor[visit] === 0 && other.predecessor[visit] !== 0 && other.successor[visit] !== 0) broken++;
  }
  return broken / visits;
}
