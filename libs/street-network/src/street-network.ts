import { buildGraph } from './build-graph.js';
import { FastestTrips, noWay } from './fastest-trips.js';
import { findTrip } from './find-trip.js';
import { hopsBetween, hopsOf, reversedHops, type Hops } from './hops.js';
import { profileVersion, streetModes, type StreetMode } from './profiles/street-profile.js';
import { contentHashOf, readPbf } from './read-pbf.js';
import { routeLine } from './route-line.js';
import { StreetSnapper, type SnappedPoint } from './snap.js';
import type { StreetGraph } from './street-graph.js';
import { StreetMapError, type StreetMap } from './street-map.js';
import { pointsAlongStreets, type StreetPoint } from './street-points.js';
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

/** West, south, east, north in degrees. */
export type StreetBounds = readonly [number, number, number, number];

/** A point farther than this from any street has the wrong coordinates, or no street: it is not reachable. */
export const maxSnapMeters = 500;

/** How far a street is searched to tell how wrong a point is. */
const snapSearchMeters = 5000;

interface ModeNetwork {
  readonly graph: StreetGraph;
  readonly snapper: StreetSnapper;
  readonly hops: Hops;
}

/** From so many searches on it pays to leave out first what no trip needs. */
const searchesWorthPreparing = 8;

/**
 * Reads an OpenStreetMap PBF and gives out its streets as a network to travel on.
 *
 * @param source path of an `.osm.pbf` file, or its bytes
 * @param options.modes the modes that will be asked for; all by default. The graph of a mode is built when first used.
 * @throws StreetMapError MAP_MISSING, MAP_DAMAGED, MAP_WITHOUT_STREETS
 * @example
 * const network = await loadStreetNetwork('data/goteborg-centrum.osm.pbf');
 * const { durations } = network.matrix('elcykel', [{ lon: 11.97, lat: 57.7 }, { lon: 11.96, lat: 57.71 }]);
 */
export async function loadStreetNetwork(
  source: string | Uint8Array,
  options: { readonly modes?: readonly StreetMode[] } = {},
): Promise<StreetNetwork> {
  return new StreetNetwork(await readPbf(source), options.modes ?? streetModes);
}

/**
 * The id a map file will have once loaded, without loading it.
 *
 * @throws StreetMapError MAP_MISSING
 */
export function mapIdOf(path: string): string {
  return withProfileVersion(contentHashOf(path));
}

function withProfileVersion(contentHash: string): string {
  return `${contentHash}-p${profileVersion}`;
}

/** The streets of a map for every mode: matrices, routes, and places along named streets. No handling time is in here. */
export class StreetNetwork {
  /** Names map content and profile rules: travel times of different ids must never be mixed. */
  readonly mapId: string;
  private readonly networks = new Map<StreetMode, ModeNetwork>();

  constructor(
    private readonly map: StreetMap,
    private readonly modes: readonly StreetMode[] = streetModes,
  ) {
    this.mapId = withProfileVersion(map.contentHash);
  }

  /** All pairs of the given points. A point more than 500 m from any street, or on another network, gets −1. */
  matrix(mode: StreetMode, points: readonly StreetCoordinate[]): StreetMatrix {
    const { durations, distances, fromSnapMeters } = this.table(mode, points, points);
    return { durations, distances, snapMeters: fromSnapMeters };
  }

  /** From each of some points to each of some others. A new address costs two searches: one row and one column. */
  table(mode: StreetMode, from: readonly StreetCoordinate[], to: readonly StreetCoordinate[]): StreetTable {
    const { graph, hops, snapper } = this.networkFor(mode);
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
  route(mode: StreetMode, from: StreetCoordinate, to: StreetCoordinate): StreetRoute | undefined {
    const network = this.networkFor(mode);
    const source = network.snapper.snap(from.lon, from.lat, maxSnapMeters);
    const target = network.snapper.snap(to.lon, to.lat, maxSnapMeters);
    if (source === undefined || target === undefined) return undefined;
    const trip = findTrip(network.graph, network.hops, source, target);
    if (trip === undefined) return undefined;
    return { geometry: routeLine(network.graph, trip, source, target), seconds: trip.seconds, meters: trip.meters };
  }

  /** Places every 25 m (or as given) along the named streets of the map. */
  streetPoints(spacingMeters = 25): StreetPoint[] {
    const { graph, snapper } = this.networkFor('cykel');
    return pointsAlongStreets(this.map.ways, spacingMeters, (lon, lat) => {
      const place = snapper.snap(lon, lat, 1);
      return place !== undefined && graph.isInLargestComponent[place.edge] === 1;
    });
  }

  /** The box around all streets of the map. */
  bounds(): StreetBounds {
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const way of this.map.ways) {
      for (const node of way.nodes) {
        west = Math.min(west, node.lon);
        east = Math.max(east, node.lon);
        south = Math.min(south, node.lat);
        north = Math.max(north, node.lat);
      }
    }
    return [west, south, east, north];
  }

  private networkFor(mode: StreetMode): ModeNetwork {
    const known = this.networks.get(mode);
    if (known !== undefined) return known;
    if (!this.modes.includes(mode)) {
      throw new StreetMapError(
        'MODE_NOT_LOADED',
        `${mode} was not among the modes of this map: ${this.modes.join(', ')}`,
      );
    }
    const graph = buildGraph(this.map.ways, mode);
    if (graph.edgeCount === 0) {
      throw new StreetMapError(
        'MAP_WITHOUT_STREETS',
        `the map has no street for ${mode}: take an extract of all highways`,
      );
    }
    const network = { graph, snapper: new StreetSnapper(graph), hops: hopsOf(graph) };
    this.networks.set(mode, network);
    return network;
  }
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
