import type { SolvedRoute } from '@hemtjanst/solver';
import type { PlanContext } from './plan-context.js';

/** What the way of some routes is made of. */
export interface RouteSeconds {
  readonly ride: number;
  /** Lock, key, stairs, and the rounding up to whole minutes. */
  readonly keyAndDoor: number;
  /** At a door or at the premises, before something may begin; not the time left over at the end of a shift. */
  readonly waiting: number;
}

const NOTHING: RouteSeconds = { ride: 0, keyAndDoor: 0, waiting: 0 };

export function secondsOf(context: PlanContext, routes: readonly SolvedRoute[]): RouteSeconds {
  return routes.map((route) => secondsOfOne(context, route)).reduce(add, NOTHING);
}

const add = (one: RouteSeconds, other: RouteSeconds): RouteSeconds => ({
  ride: one.ride + other.ride,
  keyAndDoor: one.keyAndDoor + other.keyAndDoor,
  waiting: one.waiting + other.waiting,
});

function secondsOfOne({ problem, key }: PlanContext, { shift, stops }: SolvedRoute): RouteSeconds {
  const { mode, startLocation, endLocation } = problem.shifts[shift];
  const places = stops.flatMap(({ kind, index }) => (kind === 'visit' ? [problem.visits[index].location] : []));
  const cells = [...places, endLocation].map((to, at) => (places[at - 1] ?? startLocation) * problem.locations + to);
  const ride = sum(cells, (cell) => key.legs[mode].rideSeconds[cell]);
  const way = sum(cells, (cell) => problem.travel[mode][cell]);
  return { ride, keyAndDoor: way - ride, waiting: sum(stops, ({ arrival, start }) => start - arrival) };
}

const sum = <T>(items: readonly T[], amountOf: (item: T) => number): number =>
  items.reduce((total, item) => total + amountOf(item), 0);
