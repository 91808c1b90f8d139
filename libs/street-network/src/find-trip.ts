import { FastestTrips, noWay } from './fastest-trips.js';
import type { Hops } from './hops.js';
import type { SnappedPoint } from './snap.js';
import type { StreetGraph } from './street-graph.js';
import { decisecondsInto, TripEnds } from './trip-ends.js';

/** The arcs of a trip in order, with its sums. */
export interface FoundTrip {
  readonly arcs: readonly number[];
  readonly seconds: number;
  readonly meters: number;
}

/** The fastest trip between two places, from the arc of the first to that of the second; `undefined` where there is no way. */
export function findTrip(graph: StreetGraph, hops: Hops, from: SnappedPoint, to: SnappedPoint): FoundTrip | undefined {
  const arcCount = graph.arcDeciseconds.length;
  const cameFrom = new Int32Array(arcCount);
  const trips = new FastestTrips(graph, hops, new TripEnds([to], arcCount), 'from', cameFrom);
  const sameStreetArc = trips.search(from);
  if (!trips.isReached(0)) return undefined;
  const [tenths, decimeters] = [trips.best[0], trips.bestDecimeters[0]];
  const sums = { seconds: Math.round(tenths / 10), meters: Math.round(decimeters / 10) };
  const last = [2 * to.edge, 2 * to.edge + 1].find(
    (arc) => trips.decisecondsTo(arc) + decisecondsInto(arc, to) === tenths,
  );
  const isAlongOneStreet = sameStreetArc !== noWay && (last === undefined || isDirect(sameStreetArc, from, to, tenths));
  return { ...sums, arcs: isAlongOneStreet ? [sameStreetArc] : traceBack(last ?? noWay, cameFrom) };
}

function isDirect(arc: number, from: SnappedPoint, to: SnappedPoint, tenths: number): boolean {
  return Math.max(0, decisecondsInto(arc, to) - decisecondsInto(arc, from)) === tenths;
}

/** The first arc of a trip is that of the place itself: it is marked by −2 − arc. */
function traceBack(last: number, cameFrom: Int32Array): number[] {
  const arcs: number[] = [];
  let arc = last;
  while (arc >= 0) {
    arcs.push(arc);
    arc = cameFrom[arc];
  }
  arcs.push(-2 - arc);
  return arcs.reverse();
}
