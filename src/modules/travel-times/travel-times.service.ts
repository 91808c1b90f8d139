import path from 'node:path';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { TRAVEL_MODES } from '@hemtjanst/domain';
import { Env } from '../../config/env.js';
import { CachedSource } from '../../travel/cached-source.js';
import { EstimateSource } from '../../travel/estimate-source.js';
import { withFallback } from '../../travel/fallback-source.js';
import { OsrmSource } from '../../travel/osrm-source.js';
import { StreetSource } from '../../travel/street-source.js';
import { TravelSourceError, type KeepableSource, type TravelTimeSource } from '../../travel/travel-time-source.js';
import { TravelCacheRepository } from './travel-cache.repository.js';

/** A version not asked for during a week is an old map; an address nobody planned for in a quarter is let go. */
const KEPT_DAYS = { versions: 7, places: 90 };
const SWEEP_EVERY_MS = 24 * 60 * 60 * 1000;

/**
 * The one travel source of this process: OSRM where the environment names servers, then the streets of the map, then
 * the straight line. What the first two answer is kept in the database. Made at first use, because the map takes
 * seconds and memory that most requests do not need.
 */
@Injectable()
export class TravelTimes implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(TravelTimes.name);
  private made: TravelTimeSource | null = null;
  private madeStreets: StreetSource | null | undefined;
  private sweeping: NodeJS.Timeout | null = null;

  constructor(
    private readonly env: Env,
    private readonly cache: TravelCacheRepository,
  ) {}

  get source(): TravelTimeSource {
    this.made ??= this.make();
    return this.made;
  }

  /** The streets of the map, for lines; null where there is no map. Times come from {@link source}. */
  get streets(): StreetSource | null {
    if (this.madeStreets === undefined) this.madeStreets = this.makeStreets();
    return this.madeStreets;
  }

  onApplicationBootstrap(): void {
    this.sweeping = setInterval(() => void this.sweep(), SWEEP_EVERY_MS).unref();
    void this.sweep();
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.sweeping !== null) clearInterval(this.sweeping);
    await this.made?.close?.();
    await this.madeStreets?.close();
  }

  private make(): TravelTimeSource {
    const { streets } = this;
    const kept = [...this.osrm(), ...(streets === null ? [] : [streets])].map(
      (source) => new CachedSource(source, this.cache, this.onFault),
    );
    return withFallback([...kept, new EstimateSource()], (failed, error) =>
      this.logger.warn(`${failed.kind} could not answer: ${error.code}`),
    );
  }

  /** Travel times that cannot be kept are asked again next time: slower, not wrong. */
  private readonly onFault = (error: unknown): void => {
    this.logger.warn(`travel times not kept: ${error instanceof Error ? error.name : 'unknown'}`);
  };

  private async sweep(): Promise<void> {
    await this.cache.sweep(KEPT_DAYS).catch(this.onFault);
  }

  private osrm(): KeepableSource[] {
    const urls = Object.fromEntries(
      TRAVEL_MODES.flatMap((mode) => {
        const url = this.env.osrmUrls[mode];
        return url === null ? [] : [[mode, url]];
      }),
    );
    return Object.keys(urls).length === 0 ? [] : [new OsrmSource(urls)];
  }

  /** A missing map is told and planned around: estimated times are marked wherever the plan is shown. */
  private makeStreets(): StreetSource | null {
    try {
      return new StreetSource(this.env.mapFile, path.join(this.env.dataFolder, 'street-graphs'));
    } catch (error) {
      if (!(error instanceof TravelSourceError)) throw error;
      this.logger.warn(`no street map: ${error.code}`);
      return null;
    }
  }
}
