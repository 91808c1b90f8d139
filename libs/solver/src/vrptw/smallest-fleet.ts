import { FewestVehicles } from './fewest-vehicles.js';
import { type RoutePlan, RuinAndRecreate } from './ruin-and-recreate.js';
import { SearchClock } from './search-clock.js';
import { type ShortestOptions, shortestRoutes, temperaturesOf } from './shortest-routes.js';
import type { VrptwProblem } from './vrptw-problem.js';

/** Until when, as shares of the time, a first plan is made and vehicles are taken away; the rest is for the distance. */
const FIRST_PLAN_END = 0.03;
const FLEET_END = 0.4;

/** The fewest vehicles first, then the least distance that so many can drive. */
export function smallestFleet(problem: VrptwProblem, options: ShortestOptions): { best: RoutePlan; steps: number } {
  const { random, stop } = options;
  const clock = new SearchClock(stop);
  const ruinAndRecreate = new RuinAndRecreate(problem, random);
  const temperatures = temperaturesOf(problem);
  const first = ruinAndRecreate.improve(
    ruinAndRecreate.firstPlan(),
    (steps) => clock.advance(steps, 0, FIRST_PLAN_END),
    temperatures,
  );
  if (first.absent.length > 0) return shortestRoutes(problem, options);
  const fewest = new FewestVehicles(problem, random).reduce(
    first,
    (steps) => clock.advance(steps, FIRST_PLAN_END, FLEET_END),
    temperatures,
  );
  const shortest = shortestRoutes(
    { ...problem, vehicles: fewest.routes.length },
    { ...options, known: fewest, stop: clock.rest() },
  );
  return { best: shortest.best, steps: clock.steps + shortest.steps };
}
