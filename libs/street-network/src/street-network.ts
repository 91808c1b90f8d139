import { buildGraph } from './build-graph.js';
import {
  modeNetwork,
  routeOn,
  tableOn,
  type ModeNetwork,
  type StreetCoordinate,
  type StreetMatrix,
  type StreetRoute,
  type StreetTable,
} from './mode-network.js';
import { profileVersion, streetModes, type StreetMode } from './profiles/street-profile.js';
import { contentHashOf, readPbf } from './read-pbf.js';
import { StreetMapError, type StreetMap } from './street-map.js';
import { pointsAlongStreets, type StreetPoint } from './street-points.js';

/** West, south, east, north in degrees. */
export type StreetBounds = readonly [number, number, number, number];

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
    return tableOn(this.networkFor(mode), from, to);
  }

  /** The fastest trip between two points; `undefined` where there is no way. */
  route(mode: StreetMode, from: StreetCoordinate, to: StreetCoordinate): StreetRoute | undefined {
    return routeOn(this.networkFor(mode), from, to);
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
    const network = modeNetwork(buildGraph(this.map.ways, mode));
    this.networks.set(mode, network);
    return network;
  }
}
