import type { SolomonInstance, SolomonStop } from './read-solomon.js';

type Routes = readonly (readonly number[])[];
type Distance = (from: SolomonStop, to: SolomonStop) => number;

/** What double-precision sums of the same terms in another order may differ by. */
const DOUBLE_SLACK = 1e-6;

/**
 * Drives the routes from the file's figures alone, with distances cut to tenths (DIMACS); null where a window, the load
 * or a stop is missed. Shares no code with the search.
 */
export function checkedDistance(instance: SolomonInstance, routes: Routes): number | null {
  // The small addend keeps whole distances such as 3-4-5 from being cut below themselves.
  const tenths = (stop: SolomonStop) => ({ ready: stop.ready * 10, due: stop.due * 10, service: stop.service * 10 });
  const times: Times = tenths;
  const distance = drivenDistance(instance, routes, times, 0, (from, to) =>
    Math.floor(10 * Math.hypot(from.x - to.x, from.y - to.y) + 1e-9),
  );
  return distance === null ? null : distance / 10;
}

/** The same with double-precision distances, as SINTEF's table of best knowns has them. */
export function checkedDistanceDouble(instance: SolomonInstance, routes: Routes): number | null {
  return drivenDistance(
    instance,
    routes,
    (stop) => stop,
    DOUBLE_SLACK,
    (from, to) => Math.hypot(from.x - to.x, from.y - to.y),
  );
}

type Times = (stop: SolomonStop) => Pick<SolomonStop, 'ready' | 'due' | 'service'>;

function drivenDistance(
  instance: SolomonInstance,
  routes: Routes,
  times: Times,
  slack: number,
  distance: Distance,
): number | null {
  const [depot, ...visited] = instance.stops;
  const stopByNumber = new Map(visited.map((stop) => [stop.number, stop]));
  const waiting = new Set(stopByNumber.keys());
  let driven = 0;
  for (const route of routes) {
    let at = depot;
    let time = times(depot).ready;
    let load = 0;
    for (const number of route) {
      const stop = stopByNumber.get(number);
      if (stop === undefined || !waiting.delete(number)) return null;
      const leg = distance(at, stop);
      driven += leg;
      time = Math.max(time + leg, times(stop).ready);
      load += stop.demand;
      if (time > times(stop).due + slack || load > instance.capacity) return null;
      time += times(stop).service;
      at = stop;
    }
    const home = distance(at, depot);
    driven += home;
    if (time + home > times(depot).due + slack) return null;
  }
  return waiting.size > 0 || routes.length > instance.vehicles ? null : driven;
}
