import { Injectable } from '@nestjs/common';
import type { TravelMode } from '@hemtjanst/domain';
import { Database } from '../../database/database.js';
import type { KeptTimes, NewRow, PlaceKey, TravelCache } from '../../travel/travel-cache.js';
import { UNREACHABLE } from '../../travel/travel-time-source.js';
import { readPairs, writePairs } from './kept-pairs.js';

interface KeptRow {
  /** Position in the list asked about, from 0. */
  readonly position: number;
  readonly place_id: number;
  readonly snap_meters: number | null;
  readonly pairs: Buffer | null;
}

/** Rows per statement: some megabytes, well within the time limit of a statement. */
const rowsPerStatement = 100;

/**
 * Travel times kept in PostgreSQL, one row per place gone from. Read and written apart from any running transaction:
 * publishing a plan asks for travel times in the middle of one.
 */
@Injectable()
export class TravelCacheRepository implements TravelCache {
  constructor(private readonly database: Database) {}

  load(mapId: string, mode: TravelMode, places: readonly PlaceKey[]): Promise<KeptTimes> {
    return this.database.apart(() => this.loadApart(mapId, mode, places));
  }

  /** Adds to what is kept. Two processes that keep the same pairs at once leave them there twice: they are equal. */
  save(mapId: string, mode: TravelMode, places: readonly PlaceKey[], rows: readonly NewRow[]): Promise<void> {
    return this.database.apart(() => this.saveApart(mapId, mode, places, rows));
  }

  noteVersion(mapId: string, mode: TravelMode): Promise<void> {
    return this.database.apart(async () => {
      await this.database.rows(
        `INSERT INTO travel_map_version (map_id, mode) VALUES ($1, $2)
         ON CONFLICT (map_id, mode) DO UPDATE SET noted_at = clock_timestamp()`,
        [mapId, mode],
      );
    });
  }

  latestVersion(sourceMapId: string, mode: TravelMode): Promise<string | null> {
    return this.database.apart(async () => {
      const [latest] = await this.database.rows<{ map_id: string }>(
        `SELECT map_id FROM travel_map_version
         WHERE mode = $2 AND (map_id = $1 OR starts_with(map_id, $1 || '@')) ORDER BY noted_at DESC LIMIT 1`,
        [sourceMapId, mode],
      );
      return latest?.map_id ?? null;
    });
  }

  /** Lets go of versions no one asked for during so many days, and of addresses nobody plans for any more. */
  async sweep(days: { readonly versions: number; readonly places: number }): Promise<void> {
    await this.database.affected(
      `DELETE FROM travel_map_version WHERE noted_at < clock_timestamp() - make_interval(days => $1)`,
      [days.versions],
    );
    await this.database.affected(`DELETE FROM travel_place WHERE used_on < current_date - $1::integer`, [days.places]);
  }

  private async loadApart(mapId: string, mode: TravelMode, places: readonly PlaceKey[]): Promise<KeptTimes> {
    const count = places.length;
    const kept: KeptTimes = {
      seconds: new Int32Array(count ** 2).fill(UNREACHABLE),
      meters: new Int32Array(count ** 2).fill(UNREACHABLE),
      isKept: new Uint8Array(count ** 2),
      snapMeters: new Float64Array(count).fill(Number.NaN),
    };
    const rows = await this.findRows(mapId, mode, places);
    const positionOf = new Map(rows.map(({ place_id, position }) => [place_id, position]));
    for (const { position, pairs, snap_meters } of rows) {
      if (pairs === null) continue;
      kept.snapMeters[position] = snap_meters ?? Infinity;
      readPairs(pairs, (toPlaceId, seconds, meters) => {
        const to = positionOf.get(toPlaceId);
        if (to === undefined) return;
        kept.seconds[position * count + to] = seconds;
        kept.meters[position * count + to] = meters;
        kept.isKept[position * count + to] = 1;
      });
    }
    return kept;
  }

  private async saveApart(
    mapId: string,
    mode: TravelMode,
    places: readonly PlaceKey[],
    rows: readonly NewRow[],
  ): Promise<void> {
    await this.noteVersion(mapId, mode);
    const placeIds = await this.idsOf(places);
    // In the order of ids, so that two processes never wait for each other.
    const inOrder = [...rows].sort((a, b) => placeIds[a.from] - placeIds[b.from]);
    for (let first = 0; first < inOrder.length; first += rowsPerStatement) {
      const some = inOrder.slice(first, first + rowsPerStatement);
      await this.database.rows(
        `INSERT INTO travel_row AS kept (map_id, mode, from_place_id, snap_meters, pairs)
         SELECT $1, $2, added.* FROM unnest($3::integer[], $4::real[], $5::bytea[]) AS added
         ON CONFLICT (map_id, mode, from_place_id)
         DO UPDATE SET pairs = kept.pairs || excluded.pairs, snap_meters = excluded.snap_meters`,
        [
          mapId,
          mode,
          some.map((row) => placeIds[row.from]),
          some.map(({ snapMeters }) => (Number.isFinite(snapMeters) ? snapMeters : null)),
          some.map(({ to, seconds, meters }) => writePairs(to.map((place) => placeIds[place]), seconds, meters)), // prettier-ignore
        ],
      );
    }
  }

  private async findRows(mapId: string, mode: TravelMode, places: readonly PlaceKey[]): Promise<readonly KeptRow[]> {
    await this.database.affected(
      `UPDATE travel_place SET used_on = current_date
       WHERE id IN (
         SELECT place.id FROM unnest($1::integer[], $2::integer[]) AS asked (lon, lat)
         JOIN travel_place place ON place.lon_microdegrees = asked.lon AND place.lat_microdegrees = asked.lat
         WHERE place.used_on < current_date ORDER BY place.id FOR UPDATE OF place)`,
      microdegreesOf(places),
    );
    return this.database.rows<KeptRow>(
      `SELECT (asked.position - 1)::integer AS position, place.id AS place_id, kept.snap_meters, kept.pairs
       FROM unnest($3::integer[], $4::integer[]) WITH ORDINALITY AS asked (lon, lat, position)
       JOIN travel_place place ON place.lon_microdegrees = asked.lon AND place.lat_microdegrees = asked.lat
       LEFT JOIN travel_row kept ON kept.map_id = $1 AND kept.mode = $2 AND kept.from_place_id = place.id`,
      [mapId, mode, ...microdegreesOf(places)],
    );
  }

  private async idsOf(places: readonly PlaceKey[]): Promise<number[]> {
    const microdegrees = microdegreesOf(places);
    await this.database.rows(
      `INSERT INTO travel_place (lon_microdegrees, lat_microdegrees)
       SELECT lon, lat FROM unnest($1::integer[], $2::integer[]) AS asked (lon, lat) ORDER BY lon, lat
       ON CONFLICT (lon_microdegrees, lat_microdegrees) DO NOTHING`,
      microdegrees,
    );
    const rows = await this.database.rows<{ position: number; id: number }>(
      `SELECT (asked.position - 1)::integer AS position, place.id
       FROM unnest($1::integer[], $2::integer[]) WITH ORDINALITY AS asked (lon, lat, position)
       JOIN travel_place place ON place.lon_microdegrees = asked.lon AND place.lat_microdegrees = asked.lat`,
      microdegrees,
    );
    const ids = new Array<number>(places.length);
    for (const { position, id } of rows) ids[position] = id;
    return ids;
  }
}

function microdegreesOf(places: readonly PlaceKey[]): readonly [number[], number[]] {
  return [places.map((place) => place.lonMicrodegrees), places.map((place) => place.latMicrodegrees)];
}
