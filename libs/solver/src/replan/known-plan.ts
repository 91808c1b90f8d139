import { assertProblem } from '../assert-problem.js';
import { prepareProblem } from '../kernel/prepared-problem.js';
import { RouteChange } from '../kernel/route-change.js';
import { RouteState } from '../kernel/route-state.js';
import type { Problem, WarmStart } from '../problem.js';
import { Random } from '../random.js';
import { Blink } from '../recreate/blink.js';
import { Inserter } from '../recreate/inserter.js';
import { PlaceSearch } from '../recreate/place-search.js';
import { buildKnownPlan, type KnownPlanParts } from '../start/first-solution.js';

/** A plan laid out as routes, so that questions about single visits can be tried on it. Nothing is searched. */
export function openKnownPlan(problem: Problem, plan: WarmStart): KnownPlanParts {
  const known = { ...problem, warmStart: plan };
  assertProblem(known);
  const random = new Random(1);
  const state = new RouteState(prepareProblem(known));
  const change = new RouteChange(state);
  const places = new PlaceSearch(state, new Blink(random));
  const parts = { state, change, places, inserter: new Inserter(state, change, places, random) };
  buildKnownPlan(parts);
  change.begin();
  return parts;
}
