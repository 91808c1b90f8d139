import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { TRAVEL_MODES } from '@hemtjanst/domain';
import { Env } from '../../config/env.js';
import { EstimateSource } from '../../travel/estimate-source.js';
import { withFallback } from '../../travel/fallback-source.js';
import { OsrmSource } from '../../travel/osrm-source.js';
import { StreetSource } from '../../travel/street-source.js';
import { TravelSourceError, type TravelTimeSource } from '../../travel/travel-time-source.js';

/**
 * The one travel source of this process: OSRM where the environment names servers, then the streets of the map, then
 * the straight line. Made at first use, because the map takes seconds and memory that most requests do not need.
 */
@Injectable()
export class TravelTimes implements OnApplicationShutdown {
  private readonly logger = new Logger(TravelTimes.name);
  private made: TravelTimeSource | null = null;

  constructor(private readonly env: Env) {}

  get source(): TravelTimeSource {
    this.made ??= this.make();
    return this.made;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.made?.close?.();
  }

  private make(): TravelTimeSource {
    const sources = [...this.osrm(), ...this.streets(), new EstimateSource()];
    return withFallback(sources, (failed, error) => this.logger.warn(`${failed.kind} could not answer: ${error.code}`));
  }

  private osrm(): TravelTimeSource[] {
    const urls = Object.fromEntries(
      TRAVEL_MODES.flatMap((mode) => {
        const url = this.env.osrmUrls[mode];
        return url === null ? [] : [[mode, url]];
      }),
    );
    return Object.keys(urls).length === 0 ? [] : [new OsrmSource(urls)];
  }

  /** A missing map is told and planned around: estimated times are marked wherever the plan is shown. */
  private streets(): TravelTimeSource[] {
    try {
      return [new StreetSource(this.env.mapFile)];
    } catch (error) {
      if (!(error instanceof TravelSourceError)) throw error;
      this.logger.warn(`no street map: ${error.code}`);
      return [];
    }
  }
}
