import { FastestTrips, noWay } from './fastest-trips.js';
import { findTrip } from './find-trip.js';
import { hopsBetween, hopsOf, reversedHops, type Hops } from './hops.js';
import { routeLine } from './route-line.js';
import { StreetSnapper, type SnappedPoint } from './snap.js';
import type { StreetGraph } from './street-graph.js';
import { TripEnds } from './trip-ends.js';

/** A place in WGS 84 degrees. */
export interface StreetCoordinate {
  readonly lon: number;
  readonly lat: number;
}

/** Times and distances between all pairs of n points; row `i` column `j` is at `i × n + j`. */
export interface StreetMatrix {
  /** Whole seconds of riding or walking; −1 where there is no way. */
  readonly durations: Int32Array;
  /** Whole metres along the fastest trip; −1 where there is no way. */
  readonly distances: Int32Array;
  /** Straight metres from each point to its street; `Infinity` where none lies within 5 km. */
  readonly snapMeters: Float64Array;
}

/** Times and distances from m places to n others; row `i` column `j` is at `i × n + j`. Figures as in {@link StreetMatrix}. */
export interface StreetTable {
  readonly durations: Int32Array;
  readonly distances: Int32Array;
  readonly fromSnapMeters: Float64Array;
  readonly toSnapMeters: Float64Array;
}

/** One trip with its line on the map. */
export interface StreetRoute {
  /** [lon, lat] from the start to the end, both moved to their street. */
  readonly geometry: readonly (readonly [number, number])[];
  readonly seconds: number;
  readonly meters: number;
}

/** A point farther than this from any street has the wrong coordinates, or no street: it is not reachable. */
export const maxSnapMeters = 500;

/** How far a street is searched to tell how wrong a point is. */
const snapSearchMeters = 5000;

/** The streets of one mode with what a search needs. */
export interface ModeNetwork {
  readonly graph: StreetGraph;
  readonly snapper: StreetSnapper;
  readonly hops: Hops;
}

/** From so many searches on it pays to leave out first what no trip needs. */
const searchesWorthPreparing = 8;

export function modeNetwork(graph: StreetGraph): ModeNetwork {
  return { graph, snapper: new StreetSnapper(graph), hops: hopsOf(graph) };
}

/** From each of some points to each of some others. */
export function tableOn(
  { graph, hops, snapper }: ModeNetwork,
  from: readonly StreetCoordinate[],
  to: readonly StreetCoordinate[],
): StreetTable {
  const snap = (point: StreetCoordinate): SnappedPoint | undefined =>
    snapper.snap(point.lon, point.lat, snapSearchMeters);
  const starts = from.map(snap);
  const ends = from === to ? starts : to.map(snap);
  return {
    ...tripTable(graph, hops, starts.map(withinReach), ends.map(withinReach)),
    fromSnapMeters: snapMetersOf(starts),
    toSnapMeters: snapMetersOf(ends),
  };
}

/** The fastest trip between two points; `undefined` where there is no way. */
export function routeOn(
  { graph, hops, snapper }: ModeNetwork,
  from: StreetCoordinate,
  to: StreetCoordinate,
): StreetRoute | undefined {
  const source = snapper.snap(from.lon, from.lat, maxSnapMeters);
  const target = snapper.snap(to.lon, to.lat, maxSnapMeters);
  if (source === undefined || target === undefined) return undefined;
  const trip = findTrip(graph, hops, source, target);
  if (trip === undefined) return undefined;
  return { geometry: routeLine(graph, trip, source, target), seconds: trip.seconds, meters: trip.meters };
}

/** One search per start, or one per end where there are fewer of those. */
function tripTable(
  graph: StreetGraph,
  hops: Hops,
  starts: readonly (SnappedPoint | undefined)[],
  ends: readonly (SnappedPoint | undefined)[],
): Pick<StreetTable, 'durations' | 'distances'> {
  const durations = new Int32Array(starts.length * ends.length).fill(noWay);
  const distances = new Int32Array(starts.length * ends.length).fill(noWay);
  const isFromStarts = starts.length <= ends.length;
  const arcCount = graph.arcDeciseconds.length;
  const [ones, many] = isFromStarts ? [starts, new TripEnds(ends, arcCount)] : [ends, new TripEnds(starts, arcCount)];
  const needed = ones.length < searchesWorthPreparing ? hops : hopsBetween(hops, tripEndArcs(arcCount, ones, many));
  const trips = isFromStarts
    ? new FastestTrips(graph, needed, many, 'from')
    : new FastestTrips(graph, reversedHops(needed), many, 'to');
  ones.forEach((one, index) => {
    if (one === undefined) return;
    trips.search(one);
    for (let other = 0; other < many.points.length; other++) {
      const cell = isFromStarts ? index * ends.length + other : other * ends.length + index;
      trips.writeAnswer(other, durations, distances, cell);
    }
  });
  return { durations, distances };
}

function tripEndArcs(arcCount: number, ones: readonly (SnappedPoint | undefined)[], many: TripEnds): Uint8Array {
  const isEnd = new Uint8Array(arcCount);
  new TripEnds(ones, arcCount).mark(isEnd);
  many.mark(isEnd);
  return isEnd;
}

function snapMetersOf(points: readonly (SnappedPoint | undefined)[]): Float64Array {
  return Float64Array.from(points, (point) => point?.snapMeters ?? Infinity);
}

function withinReach(point: SnappedPoint | undefined): SnappedPoint | undefined {
  return point !== undefined && point.snapMeters <= maxSnapMeters ? point : undefined;
}
