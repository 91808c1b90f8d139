import { OsrmConnection } from './osrm-connection.js';
import { OsrmError } from './osrm-error.js';
import {
  readNearest,
  readRoute,
  readTable,
  type NearestAnswer,
  type OsrmCoordinate,
  type RouteAnswer,
} from './read-answers.js';
import { inParallel, splitRectangle, splitTable, type TableTile } from './split-table.js';
import { TableJoin, type OsrmRectangle, type OsrmTable } from './join-table.js';

/** Where the server is and how patient to be with it. */
export interface OsrmClientOptions {
  /** Such as `http://osrm-elcykel:5000`; a path in front of OSRM's own is kept. */
  readonly baseUrl: string;
  /** A word for logs of the server: OSRM ignores it, the loaded data decide. */
  readonly profile?: string;
  /** Rows and columns of one request; its square must not exceed the server's `--max-table-size` squared. Default 100, at least 3. */
  readonly tileSide?: number;
  /** Requests under way at once. Default 4. */
  readonly parallel?: number;
  /** Time limit of one request. Default 5 000. */
  readonly callMs?: number;
  /** Time limit of a whole matrix. Default 60 000. */
  readonly matrixMs?: number;
  /** Mean pause before the one retry. Default 150. */
  readonly retryPauseMs?: number;
  /** Failures in a row after which the server is left alone. Default 4. */
  readonly breakerFailures?: number;
  /** For how long. Default 30 000. */
  readonly breakerOpenMs?: number;
}

/** What one call may be given. */
export interface OsrmCallOptions {
  readonly signal?: AbortSignal;
}

/** The default request line limit of proxies is 8 kB; tiles are made smaller until they fit this. */
const longestPath = 7000;

/** Smaller tiles could be left with one place, which OSRM refuses. */
const smallestTileSide = 3;

/**
 * Client of OSRM's HTTP API v1.
 *
 * @example
 * const osrm = new OsrmClient({ baseUrl: 'http://localhost:5000' });
 * const { seconds } = await osrm.table([{ lon: 11.97, lat: 57.7 }, { lon: 11.96, lat: 57.71 }]);
 * await osrm.close();
 */
export class OsrmClient {
  private readonly connection: OsrmConnection;
  private readonly profile: string;
  private readonly tileSide: number;
  private readonly parallel: number;
  private readonly matrixMs: number;

  constructor(options: OsrmClientOptions) {
    this.profile = encodeURIComponent(options.profile ?? 'profile');
    this.tileSide = Math.max(smallestTileSide, options.tileSide ?? 100);
    this.parallel = options.parallel ?? 4;
    this.matrixMs = options.matrixMs ?? 60_000;
    this.connection = new OsrmConnection(options.baseUrl, {
      connections: this.parallel,
      callMs: options.callMs ?? 5000,
      retryPauseMs: options.retryPauseMs ?? 150,
      breaker: { failuresInARow: options.breakerFailures ?? 4, openMs: options.breakerOpenMs ?? 30_000 },
    });
  }

  /**
   * Whole seconds and metres between all pairs. Cells without a way are −1, never 0.
   *
   * @throws OsrmError; OSRM_NO_SEGMENT names the place by its index
   */
  async table(places: readonly OsrmCoordinate[], { signal }: OsrmCallOptions = {}): Promise<OsrmTable> {
    const join = new TableJoin(places.length);
    // OSRM refuses a table of a single coordinate.
    if (places.length < 2) return join.withoutTrips(await this.snapAll(places, signal));
    await this.addTiles(join, places, splitTable(places.length, this.tileSide), signal);
    return join.result();
  }

  /**
   * Whole seconds and metres from each of some places to each of some others: one row and one column for a new
   * address. Cells without a way are −1, never 0.
   *
   * @throws OsrmError; OSRM_NO_SEGMENT names the place by its index in both lists joined
   */
  async tableBetween(
    from: readonly OsrmCoordinate[],
    to: readonly OsrmCoordinate[],
    { signal }: OsrmCallOptions = {},
  ): Promise<OsrmRectangle> {
    const places = [...from, ...to];
    const indexes = places.map((_, index) => index);
    const tiles = splitRectangle(indexes.slice(0, from.length), indexes.slice(from.length), this.tileSide);
    const join = new TableJoin(places.length);
    await this.addTiles(join, places, tiles, signal);
    return join.rectangle(from.length);
  }

  /** The fastest way through the places in their order, with its line. @throws OsrmError OSRM_NO_ROUTE and others */
  async route(places: readonly OsrmCoordinate[], { signal }: OsrmCallOptions = {}): Promise<RouteAnswer> {
    const query = 'overview=full&geometries=geojson&steps=false&generate_hints=false';
    return readRoute(await this.connection.get(`/route/v1/${this.profile}/${coordinates(places)}?${query}`, signal));
  }

  /** The nearest place on a street. Also the health check: OSRM has no other. */
  async nearest(place: OsrmCoordinate, { signal }: OsrmCallOptions = {}): Promise<NearestAnswer> {
    const path = `/nearest/v1/${this.profile}/${coordinates([place])}?number=1&generate_hints=false`;
    return readNearest(await this.connection.get(path, signal));
  }

  async close(): Promise<void> {
    await this.connection.close();
  }

  private async addTiles(
    join: TableJoin,
    places: readonly OsrmCoordinate[],
    tiles: readonly TableTile[],
    callerSignal: AbortSignal | undefined,
  ): Promise<void> {
    const limit = new MatrixLimit(this.matrixMs, callerSignal);
    try {
      await inParallel(tiles, this.parallel, async (tile) => {
        await this.addTile(join, places, tile, limit.signal);
      });
    } catch (error) {
      limit.stopOthers();
      throw error;
    } finally {
      limit.clear();
    }
  }

  private async addTile(
    join: TableJoin,
    places: readonly OsrmCoordinate[],
    tile: TableTile,
    signal: AbortSignal,
  ): Promise<void> {
    const request = tileRequest(this.profile, places, tile);
    if (request.path.length > longestPath && Math.min(tile.rows.length, tile.columns.length) >= 2 * smallestTileSide) {
      for (const part of quarters(tile)) await this.addTile(join, places, part, signal);
      return;
    }
    try {
      const answer = readTable(await this.connection.get(request.path, signal), tile.rows.length, tile.columns.length);
      join.add(tile, answer);
    } catch (error) {
      throw namingPlace(error, request.placeIndexes);
    }
  }

  private async snapAll(places: readonly OsrmCoordinate[], signal: AbortSignal | undefined): Promise<NearestAnswer[]> {
    const snaps: NearestAnswer[] = [];
    for (const place of places) snaps.push(await this.nearest(place, { signal }));
    return snaps;
  }
}

/** One signal for all tiles of a matrix: the caller's, the time limit, and the failure of another tile. */
class MatrixLimit {
  private readonly controller = new AbortController();
  private readonly timer: NodeJS.Timeout;
  readonly signal: AbortSignal;

  constructor(matrixMs: number, callerSignal: AbortSignal | undefined) {
    this.signal =
      callerSignal === undefined ? this.controller.signal : AbortSignal.any([callerSignal, this.controller.signal]);
    const tooLate = new OsrmError('OSRM_TIMEOUT', `the matrix was not complete within ${matrixMs} ms`);
    this.timer = setTimeout(() => this.controller.abort(tooLate), matrixMs);
  }

  stopOthers(): void {
    this.controller.abort(new OsrmError('OSRM_ABORTED', 'another part of the matrix failed'));
  }

  clear(): void {
    clearTimeout(this.timer);
  }
}

function tileRequest(
  profile: string,
  places: readonly OsrmCoordinate[],
  tile: TableTile,
): { readonly path: string; readonly placeIndexes: readonly number[] } {
  const placeIndexes = [...new Set([...tile.rows, ...tile.columns])];
  const position = new Map(placeIndexes.map((place, index) => [place, index]));
  const indexes = (list: readonly number[]): string => list.map((place) => position.get(place)).join(';');
  const isSquare = placeIndexes.length === tile.rows.length && placeIndexes.length === tile.columns.length;
  const part = isSquare ? '' : `&sources=${indexes(tile.rows)}&destinations=${indexes(tile.columns)}`;
  const where = coordinates(placeIndexes.map((place) => places[place]));
  // Waypoints are asked for (no skip_waypoints): their snapping distance tells a wrong coordinate.
  const query = `annotations=duration,distance&generate_hints=false${part}`;
  return { path: `/table/v1/${profile}/${where}?${query}`, placeIndexes };
}

function quarters({ rows, columns }: TableTile): TableTile[] {
  return halves(rows).flatMap((someRows) =>
    halves(columns).map((someColumns) => ({ rows: someRows, columns: someColumns })),
  );
}

function halves(list: readonly number[]): (readonly number[])[] {
  const middle = Math.ceil(list.length / 2);
  return [list.slice(0, middle), list.slice(middle)].filter((half) => half.length > 0);
}

/** Longitude first; six decimals are 10 cm. */
function coordinates(places: readonly OsrmCoordinate[]): string {
  return places.map(({ lon, lat }) => `${lon.toFixed(6)},${lat.toFixed(6)}`).join(';');
}

/** OSRM counts the coordinates of the request; the caller wants the index in the own list. */
function namingPlace(error: unknown, placeIndexes: readonly number[]): unknown {
  if (!(error instanceof OsrmError) || error.code !== 'OSRM_NO_SEGMENT' || error.placeIndex === undefined) return error;
  const placeIndex = placeIndexes[error.placeIndex];
  const { status, osrmCode } = error;
  return new OsrmError('OSRM_NO_SEGMENT', `no street near place ${placeIndex ?? '?'}`, {
    status,
    osrmCode,
    placeIndex,
  });
}
