import { createHash } from 'node:crypto';
import type { Coordinate, TravelMode } from '@hemtjanst/domain';
import { OsrmClient, OsrmError, type OsrmTable } from '@hemtjanst/osrm-client';
import { maxSnapMeters } from '@hemtjanst/street-network';
import { TravelSourceError, UNREACHABLE, type TravelTable, type TravelTimeSource } from './travel-time-source.js';

const BIKE_MODES: readonly TravelMode[] = ['cykel', 'elcykel'];

/** Which OSRM server answers for which mode; a server serves the one profile it was built with. */
export type OsrmUrls = Readonly<Partial<Record<TravelMode, string>>>;

/**
 * The servers of an URL as given: `http://osrm-{mode}:5000` names one per mode; without `{mode}` it is taken for a
 * bicycle server and serves both bicycle modes.
 */
export function osrmUrlsOf(url: string, modes: readonly TravelMode[]): OsrmUrls {
  const served = url.includes('{mode}') ? modes : modes.filter((mode) => BIKE_MODES.includes(mode));
  return Object.fromEntries(served.map((mode) => [mode, url.replaceAll('{mode}', mode)]));
}

/** Travel times from OSRM servers, one per mode. */
export class OsrmSource implements TravelTimeSource {
  readonly kind = 'osrm';
  readonly mapId: string;
  private readonly clients = new Map<TravelMode, OsrmClient>();

  constructor(private readonly urls: OsrmUrls) {
    // OSRM tells no version of its data: the id names the servers, so their times never mix with those of others.
    this.mapId = `osrm-${createHash('sha256').update(JSON.stringify(urls)).digest('hex').slice(0, 12)}`;
  }

  async table(mode: TravelMode, places: readonly Coordinate[], signal?: AbortSignal): Promise<TravelTable> {
    const client = this.clientFor(mode);
    try {
      const table = withinReach(await client.table(places, { signal }));
      return { ...table, estimated: new Uint8Array(table.seconds.length), source: this.kind, mapId: this.mapId };
    } catch (cause) {
      if (!(cause instanceof OsrmError) || cause.code === 'OSRM_ABORTED') throw cause;
      throw new TravelSourceError('TRAVEL_SOURCE_DOWN', `OSRM for ${mode}: ${cause.message}`, { cause });
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.clients.values()].map((client) => client.close()));
    this.clients.clear();
  }

  private clientFor(mode: TravelMode): OsrmClient {
    const known = this.clients.get(mode);
    if (known !== undefined) return known;
    const baseUrl = this.urls[mode];
    if (baseUrl === undefined) {
      throw new TravelSourceError('TRAVEL_MODE_MISSING', `no OSRM server for ${mode}: put {mode} into the URL`);
    }
    const client = new OsrmClient({ baseUrl, profile: mode });
    this.clients.set(mode, client);
    return client;
  }
}

/** OSRM moves any coordinate to a street, however far: beyond the limit that holds without OSRM it is wrong. */
function withinReach({ seconds, meters, snapMeters }: OsrmTable): OsrmTable {
  const count = snapMeters.length;
  snapMeters.forEach((snap, place) => {
    if (snap <= maxSnapMeters) return;
    for (let other = 0; other < count; other++) {
      for (const cell of [place * count + other, other * count + place]) {
        seconds[cell] = UNREACHABLE;
        meters[cell] = UNREACHABLE;
      }
    }
  });
  return { seconds, meters, snapMeters };
}
