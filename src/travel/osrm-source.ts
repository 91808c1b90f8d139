import { createHash } from 'node:crypto';
import type { Coordinate, TravelMode } from '@hemtjanst/domain';
import { OsrmClient, OsrmError } from '@hemtjanst/osrm-client';
import { maxSnapMeters } from '@hemtjanst/street-network';
import { hasSpeedOf, wrongProfile } from './profile-speeds.js';
import {
  TravelSourceError,
  UNREACHABLE,
  type KeepableSource,
  type TravelRectangle,
  type TravelTable,
} from './travel-time-source.js';

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
export class OsrmSource implements KeepableSource {
  readonly kind = 'osrm';
  readonly mapId: string;
  private readonly clients = new Map<TravelMode, OsrmClient>();
  /** Modes whose server was seen to ride at the speed of the mode. */
  private readonly checkedModes = new Set<TravelMode>();

  constructor(private readonly urls: OsrmUrls) {
    // Names the servers, so that their times never mix with those of others; the version of their data comes with each answer.
    this.mapId = `osrm-${createHash('sha256').update(JSON.stringify(urls)).digest('hex').slice(0, 12)}`;
  }

  async table(mode: TravelMode, places: readonly Coordinate[], signal?: AbortSignal): Promise<TravelTable> {
    const { seconds, meters, snapMeters, dataVersion } = await this.ask(mode, (client) =>
      client.table(places, { signal }),
    );
    this.checkProfile(mode, seconds, meters);
    forgetFarSnaps({ seconds, meters }, snapMeters, snapMeters);
    const estimated = new Uint8Array(seconds.length);
    return { seconds, meters, snapMeters, estimated, source: this.kind, mapId: this.versionOf(dataVersion) };
  }

  async rectangle(
    mode: TravelMode,
    from: readonly Coordinate[],
    to: readonly Coordinate[],
    signal?: AbortSignal,
  ): Promise<TravelRectangle> {
    const answer = await this.ask(mode, (client) => client.tableBetween(from, to, { signal }));
    const { seconds, meters, fromSnapMeters, toSnapMeters, dataVersion } = answer;
    this.checkProfile(mode, seconds, meters);
    forgetFarSnaps({ seconds, meters }, fromSnapMeters, toSnapMeters);
    return { seconds, meters, fromSnapMeters, toSnapMeters, mapId: this.versionOf(dataVersion) };
  }

  /** Null where the server's data were extracted without `--data_version`: who could tell the old ones from the new? */
  async mapIdNow(mode: TravelMode, place: Coordinate, signal?: AbortSignal): Promise<string | null> {
    const { dataVersion } = await this.ask(mode, (client) => client.nearest(place, { signal }));
    return dataVersion === null ? null : this.versionOf(dataVersion);
  }

  async close(): Promise<void> {
    await Promise.all([...this.clients.values()].map((client) => client.close()));
    this.clients.clear();
  }

  private async ask<Answer>(mode: TravelMode, question: (client: OsrmClient) => Promise<Answer>): Promise<Answer> {
    const client = this.clientFor(mode);
    try {
      return await question(client);
    } catch (cause) {
      if (!(cause instanceof OsrmError) || cause.code === 'OSRM_ABORTED') throw cause;
      throw new TravelSourceError('TRAVEL_SOURCE_DOWN', `OSRM for ${mode}: ${cause.message}`, { cause });
    }
  }

  /** Once per server, with the first trips it answers. One server for two modes cannot be right for both: that is asked for. */
  private checkProfile(mode: TravelMode, seconds: Int32Array, meters: Int32Array): void {
    const isShared = Object.values(this.urls).filter((url) => url === this.urls[mode]).length > 1;
    if (isShared || this.checkedModes.has(mode)) return;
    const isRight = hasSpeedOf(mode, seconds, meters);
    if (isRight === false) throw wrongProfile(mode);
    if (isRight === true) this.checkedModes.add(mode);
  }

  private versionOf(dataVersion: string | null): string {
    return dataVersion === null ? this.mapId : `${this.mapId}@${dataVersion}`;
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
function forgetFarSnaps(
  { seconds, meters }: { readonly seconds: Int32Array; readonly meters: Int32Array },
  fromSnapMeters: Float64Array,
  toSnapMeters: Float64Array,
): void {
  fromSnapMeters.forEach((fromSnap, from) =>
    toSnapMeters.forEach((toSnap, to) => {
      if (fromSnap <= maxSnapMeters && toSnap <= maxSnapMeters) return;
      seconds[from * toSnapMeters.length + to] = UNREACHABLE;
      meters[from * toSnapMeters.length + to] = UNREACHABLE;
    }),
  );
}
