import type { VrptwProblem } from '../../vrptw/vrptw-problem.js';
import type { DayOfRoutes, FleetRoute } from './day-of-routes.js';
import { withLaterEnds } from './later-ends.js';

/** A routing instance as one fleet; the rows are its stops without the depot, every one of which must be covered. */
export function dayOfVrptw(problem: VrptwProblem): DayOfRoutes {
  const { nodes, vehicles, capacity, distance, demand, earliest, latest, service } = problem;
  const stops = nodes - 1;
  // Stop i of the fleet is node i + 1; the depot, node 0, comes last.
  const nodeOf = (stop: number) => (stop + 1) % nodes;
  const ways = Int32Array.from({ length: nodes * nodes }, (_, cell) => {
    return distance[nodeOf(Math.floor(cell / nodes)) * nodes + nodeOf(cell % nodes)];
  });
  return withLaterEnds({
    leftOutCost: Array.from({ length: stops }, () => Number.POSITIVE_INFINITY),
    fixedCost: 0,
    fleets: [
      {
        count: vehicles,
        start: earliest[0],
        end: latest[0],
        capacity,
        pauses: [],
        rowOf: Int32Array.from({ length: stops }, (_, stop) => stop),
        opens: earliest.slice(1),
        closes: latest.slice(1),
        service: service.slice(1),
        demand: demand.slice(1),
        price: new Int32Array(stops),
        wayCost: ways,
        wayTicks: ways,
      },
    ],
  });
}

/** Routes of a plan of the instance, for `boundByColumns` to begin with. */
export function routesOfVrptw({ nodes, distance }: VrptwProblem, routes: readonly (readonly number[])[]): FleetRoute[] {
  return routes.map((route) => ({
    fleet: 0,
    rows: route.map((node) => node - 1),
    cost: [...route, 0].reduce((sum, node, at) => sum + distance[(at === 0 ? 0 : route[at - 1]) * nodes + node], 0),
  }));
}
