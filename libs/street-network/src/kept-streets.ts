import { buildGraph } from './build-graph.js';
import {
  modeNetwork,
  routeOn,
  tableOn,
  type ModeNetwork,
  type StreetCoordinate,
  type StreetRoute,
  type StreetTable,
} from './mode-network.js';
import type { StreetMode } from './profiles/street-profile.js';
import { readPbf } from './read-pbf.js';
import { readSavedGraph, saveGraph } from './saved-graph.js';
import type { StreetGraph } from './street-graph.js';
import { mapIdOf } from './street-network.js';
import { StreetMapError } from './street-map.js';

/**
 * The streets of a map file for tables and lines, with the finished graph of each mode kept in a folder: loaded in a tenth of
 * a second instead of being read and built. A graph that is missing, damaged, of another map or of other rules is made anew.
 *
 * @example
 * const streets = new KeptStreets('data/goteborg-centrum.osm.pbf', '.data/street-graphs');
 * const { durations } = await streets.table('elcykel', places, places);
 */
export class KeptStreets {
  /** Names map content and profile rules: travel times of different ids must never be mixed. */
  readonly mapId: string;
  private readonly networks = new Map<StreetMode, Promise<ModeNetwork>>();

  /**
   * @param graphFolder null: nothing is kept
   * @throws StreetMapError MAP_MISSING
   */
  constructor(
    private readonly mapPath: string,
    private readonly graphFolder: string | null,
  ) {
    this.mapId = mapIdOf(mapPath);
  }

  /**
   * From each of some points to each of some others.
   *
   * @throws StreetMapError MAP_DAMAGED, MAP_WITHOUT_STREETS, MAP_REPLACED
   */
  async table(
    mode: StreetMode,
    from: readonly StreetCoordinate[],
    to: readonly StreetCoordinate[],
  ): Promise<StreetTable> {
    return tableOn(await this.opened(mode), from, to);
  }

  /**
   * The fastest trip between two places, with its line on the map; `undefined` where there is no way.
   *
   * @throws StreetMapError MAP_DAMAGED, MAP_WITHOUT_STREETS, MAP_REPLACED
   */
  async route(mode: StreetMode, from: StreetCoordinate, to: StreetCoordinate): Promise<StreetRoute | undefined> {
    return routeOn(await this.opened(mode), from, to);
  }

  private opened(mode: StreetMode): Promise<ModeNetwork> {
    const network = this.networks.get(mode) ?? this.open(mode);
    this.networks.set(mode, network);
    return network;
  }

  private async open(mode: StreetMode): Promise<ModeNetwork> {
    return modeNetwork(this.kept(mode) ?? (await this.build(mode)));
  }

  private kept(mode: StreetMode): StreetGraph | undefined {
    return this.graphFolder === null ? undefined : readSavedGraph(this.graphFolder, this.mapId, mode);
  }

  private async build(mode: StreetMode): Promise<StreetGraph> {
    const map = await readPbf(this.mapPath);
    if (!this.mapId.startsWith(map.contentHash)) {
      throw new StreetMapError(
        'MAP_REPLACED',
        `${this.mapPath} was replaced meanwhile: start again to use the new map`,
      );
    }
    const graph = buildGraph(map.ways, mode);
    if (this.graphFolder !== null) keepIfPossible(this.graphFolder, this.mapId, mode, graph);
    return graph;
  }
}

/** A full or read-only disk makes the next start slower, not this answer wrong. */
function keepIfPossible(folder: string, mapId: string, mode: StreetMode, graph: StreetGraph): void {
  try {
    saveGraph(folder, mapId, mode, graph);
  } catch {
    return;
  }
}
