import { benchBound, type BenchLine, type BenchOptions } from '../bench-line.js';
import { vrptwBoundByColumns } from '../bounds/column-generation/vrptw-bound-by-columns.js';
import { Random } from '../random.js';
import type { StopCriterion } from '../result.js';
import type { ColumnChooser } from '../route-pool/choose-columns.js';
import { maxRuntime } from '../stop/max-runtime.js';
import { checkedDistance, checkedDistanceDouble } from './check-routes.js';
import type { SolomonInstance } from './read-solomon.js';
import type { RoutePlan } from './ruin-and-recreate.js';
import { shortestRoutes } from './shortest-routes.js';
import { smallestFleet } from './smallest-fleet.js';
import { DIMACS, doubleSafe, vrptwProblemFrom } from './vrptw-problem.js';

export type VrptwObjective = 'distance' | 'vehicles';

export interface VrptwOptions extends BenchOptions {
  /**
   * `distance` (when left out): least distance, in tenths. `vehicles`: fewest vehicles first, then the least
   * double-precision distance.
   */
  readonly objective?: VrptwObjective;
  /** Puts routes of all plans together anew; left out, the search does without. */
  readonly chooseColumns?: ColumnChooser;
  /** Ends the search instead of the seconds: with a count of steps the answer is the same on every machine. */
  readonly stop?: StopCriterion;
}

export interface VrptwLine extends BenchLine {
  /** The routes' length with double-precision distances; null where a window is missed by them. */
  readonly distanceDouble: number | null;
  /** Stop numbers of the file per vehicle used, in driving order, without the depot. */
  readonly routes: readonly (readonly number[])[];
}

/** Share of the budget that putting the routes together may take at once, and its limit in seconds. */
const POLISH_SHARE = 0.05;
const POLISH_MOST_SECONDS = 1;

/**
 * Solves an instance; both distances are recomputed from the routes and the file. `objective` of the line is the distance,
 * or the number of vehicles where they come first.
 *
 * @throws ProblemError naming the stops whose figures cannot be used
 */
export function solveVrptw(instance: SolomonInstance, options: VrptwOptions): VrptwLine {
  const startedAt = options.secondsNow();
  const { best, steps } = search(instance, options);
  const routes = best.routes.map((route) => route.map((node) => instance.stops[node].number));
  const distance = checkedDistance(instance, routes);
  const seconds = options.secondsNow() - startedAt;
  return {
    instance: instance.name,
    vehicles: routes.length,
    distance: distance ?? -1,
    distanceDouble: checkedDistanceDouble(instance, routes),
    objective: distance === null ? -1 : options.objective === 'vehicles' ? routes.length : distance,
    feasible: distance !== null,
    seconds,
    iterations: steps,
    seed: options.seed,
    routes,
    ...boundOf(instance, best, distance, options),
  };
}

/** Of the distance in tenths only: the fewest vehicles first is another question. */
function boundOf(
  instance: SolomonInstance,
  { routes }: RoutePlan,
  distance: number | null,
  { bound, secondsNow, objective }: VrptwOptions,
): Pick<BenchLine, 'bound'> {
  if (bound === undefined || distance === null || objective === 'vehicles') return {};
  const problem = vrptwProblemFrom(instance, DIMACS);
  const proven = vrptwBoundByColumns(problem, routes, { ...bound, secondsNow });
  return { bound: benchBound(proven, distance, DIMACS.unitsPerDistance) };
}

function search(
  instance: SolomonInstance,
  { objective, seconds, seed, secondsNow, stop, chooseColumns }: VrptwOptions,
): { best: RoutePlan; steps: number } {
  const searchOptions = {
    random: new Random(seed),
    stop: stop ?? maxRuntime(seconds, secondsNow),
    chooseColumns,
    polishSeconds: Math.min(POLISH_MOST_SECONDS, seconds * POLISH_SHARE),
  };
  return objective === 'vehicles'
    ? smallestFleet(vrptwProblemFrom(instance, doubleSafe(instance)), searchOptions)
    : shortestRoutes(vrptwProblemFrom(instance, DIMACS), searchOptions);
}
