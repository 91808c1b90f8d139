import { Evolution, GENETIC_TUNING } from '../genetic/evolve.js';
import type { Random } from '../random.js';
import type { StopCriterion } from '../result.js';
import type { ColumnChooser } from '../route-pool/choose-columns.js';
import { PlanPool } from './plan-pool.js';
import { isBetterPlan, type RoutePlan, RuinAndRecreate, type Temperatures } from './ruin-and-recreate.js';
import { SearchClock } from './search-clock.js';
import type { VrptwProblem } from './vrptw-problem.js';

/** The parts of a search for the least distance, as shares of its time. */
interface ShortestTuning {
  /** Short ruin-and-recreate runs, each the ancestor of a line. */
  readonly ancestors: number;
  readonly ancestryEnd: number;
  /** When the routes of all plans so far are put together anew. */
  readonly polishAt: readonly number[];
}

const SHORTEST_TUNING: ShortestTuning = {
  ancestors: 12,
  ancestryEnd: 0.25,
  polishAt: [0.4, 0.55, 0.7, 0.85, 0.95],
};

/** In distances of the instances: coordinates of Solomon's and Gehring and Homberger's lie within 0–140. */
const START_TEMPERATURE = 20;
const END_TEMPERATURE = 1;

/** In units of the problem's own distances. */
export const temperaturesOf = ({ unitsPerDistance }: VrptwProblem): Temperatures => ({
  start: START_TEMPERATURE * unitsPerDistance,
  end: END_TEMPERATURE * unitsPerDistance,
});

/** A child takes about as long as so many steps of ruin and recreate. */
const STEPS_PER_CHILD = 150;
const POLISH_NODES = 1_000;

export interface ShortestOptions {
  readonly random: Random;
  readonly stop: StopCriterion;
  /** Without one the routes are not put together anew. */
  readonly chooseColumns?: ColumnChooser;
  /** Wall-clock limit of putting the routes together once. */
  readonly polishSeconds: number;
  /** A plan to begin with instead of greedy ones, for example of a fleet so small that greed finds no room for all. */
  readonly known?: RoutePlan;
  readonly tuning?: ShortestTuning;
}

/**
 * The least distance: ancestors by ruin and recreate, then children of good and different plans, and now and then the best
 * choice among all routes seen.
 */
export function shortestRoutes(problem: VrptwProblem, options: ShortestOptions): { best: RoutePlan; steps: number } {
  const { random, stop, known, tuning = SHORTEST_TUNING } = options;
  const clock = new SearchClock(stop);
  const ruinAndRecreate = new RuinAndRecreate(problem, random);
  const improve = (plan: RoutePlan, from: number, to: number): RoutePlan =>
    ruinAndRecreate.improve(plan, (steps) => clock.advance(steps, from, to), temperaturesOf(problem));
  const ancestors = Array.from({ length: tuning.ancestors }, (_, index) => {
    const share = tuning.ancestryEnd / tuning.ancestors;
    return improve(known ?? ruinAndRecreate.firstPlan(), index * share, (index + 1) * share);
  });
  const best = ancestors.reduce((least, plan) => (isBetterPlan(plan, least) ? plan : least));
  // The genetic search knows no visit without a route: where not all have found room, that comes first.
  if (best.absent.length > 0) return { best: improve(best, tuning.ancestryEnd, 1), steps: clock.steps };
  return { best: descendants(problem, ancestors, best, clock, options), steps: clock.steps };
}

function descendants(
  problem: VrptwProblem,
  ancestors: readonly RoutePlan[],
  best: RoutePlan,
  clock: SearchClock,
  { random, chooseColumns, polishSeconds, tuning = SHORTEST_TUNING }: ShortestOptions,
): RoutePlan {
  const pool = new PlanPool(problem);
  const evolution = new Evolution(problem, random, GENETIC_TUNING, ({ routes }) => pool.add(routes));
  for (const plan of ancestors) if (plan.absent.length === 0 && clock.share < 1) evolution.addSeed(plan);
  for (const polishAt of [...tuning.polishAt, 1]) {
    while (clock.share < polishAt) {
      evolution.breed();
      clock.steps += STEPS_PER_CHILD;
    }
    if (chooseColumns === undefined || polishAt === 1) continue;
    const limit = { seconds: polishSeconds, nodes: POLISH_NODES };
    const polished = pool.bestPlan(evolution.best ?? best, chooseColumns, limit);
    if (polished !== null && isBetterPlan(polished, evolution.best ?? best)) evolution.addSeed(polished);
  }
  return evolution.best ?? best;
}
