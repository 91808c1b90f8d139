import { assertProblem } from '../assert-problem.js';
import { prepareProblem } from '../kernel/prepared-problem.js';
import { findNeighbours, type Neighbours } from '../kernel/neighbours.js';
import { RouteChange } from '../kernel/route-change.js';
import { RouteState } from '../kernel/route-state.js';
import type { Problem } from '../problem.js';
import { Random } from '../random.js';
import { Blink } from '../recreate/blink.js';
import { PlaceSearch } from '../recreate/place-search.js';

export interface LaidOut {
  readonly state: RouteState;
  readonly change: RouteChange;
  readonly places: PlaceSearch;
  readonly neighbours: Neighbours;
}

/** A state with these visits, in this order, in each shift; nothing is overlooked. Only for shifts without pauses. */
export function layOut(problem: Problem, routes: readonly (readonly number[])[]): LaidOut {
  assertProblem(problem);
  const state = new RouteState(prepareProblem(problem));
  putRoutes(state, routes);
  const places = new PlaceSearch(state, new Blink(new Random(1)));
  const change = new RouteChange(state);
  change.begin();
  return { state, change, places, neighbours: findNeighbours(state.prepared, 8) };
}

/** Replaces what the shifts hold. */
export function putRoutes(state: RouteState, routes: readonly (readonly number[])[]): void {
  const { firstStart, visitCount, opens, closes, days, dayOf } = state.prepared;
  for (let visit = 0; visit < visitCount; visit++) if (state.shiftOf[visit] >= 0) state.unlink(visit);
  routes.forEach((visits, shift) => {
    state.refresh(shift);
    let after = firstStart + shift;
    for (const visit of visits) {
      const cell = visit * days + dayOf[shift];
      state.insert(visit, after, opens[cell], closes[cell]);
      after = visit;
    }
  });
}

/** The visits of every shift in driving order. */
export function routesOf({ next, prepared }: RouteState): number[][] {
  return Array.from({ length: prepared.shiftCount }, (_, shift) => {
    const visits: number[] = [];
    for (let node = next[prepared.firstStart + shift]; node < prepared.firstEnd; node = next[node]) visits.push(node);
    return visits;
  });
}
