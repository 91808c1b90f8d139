import type { Coordinate, TravelMode } from '@hemtjanst/domain';
import { estimateTrip } from './estimate-source.js';
import {
  TravelSourceError,
  UNREACHABLE,
  type TravelSourceKind,
  type TravelTable,
  type TravelTimeSource,
} from './travel-time-source.js';

/** Told when a source could not answer and the next one was asked. */
export type OnFallback = (failed: TravelTimeSource, error: TravelSourceError) => void;

/** From the best to the last resort. */
const TRUST: readonly TravelSourceKind[] = ['osrm', 'street-network', 'estimate'];

/**
 * Asks the sources in their order until one answers. Cells without a way are filled with a straight-line estimate and
 * marked: planning goes on with what is left, and says so.
 */
export function withFallback(sources: readonly TravelTimeSource[], onFallback?: OnFallback): TravelTimeSource {
  return new FallbackSource(sources, onFallback);
}

class FallbackSource implements TravelTimeSource {
  /** What answered each mode last. */
  private readonly answers = new Map<TravelMode, TravelTable>();

  constructor(
    private readonly sources: readonly TravelTimeSource[],
    private readonly onFallback: OnFallback | undefined,
  ) {}

  /** The least trusted source among the last answers; before any, the one that is asked first. */
  get kind(): TravelSourceKind {
    const used = [...this.answers.values()].map((table) => table.source);
    return TRUST.findLast((kind) => used.includes(kind)) ?? this.sources[0].kind;
  }

  /** The maps of the last answers. */
  get mapId(): string {
    const used = new Set([...this.answers.values()].map((table) => table.mapId));
    return used.size === 0 ? this.sources[0].mapId : [...used].sort().join('+');
  }

  async table(mode: TravelMode, places: readonly Coordinate[], signal?: AbortSignal): Promise<TravelTable> {
    const answer = fillUnreachable(await this.firstAnswer(mode, places, signal), mode, places);
    this.answers.set(mode, answer);
    return answer;
  }

  async close(): Promise<void> {
    for (const source of this.sources) await source.close?.();
  }

  private async firstAnswer(
    mode: TravelMode,
    places: readonly Coordinate[],
    signal: AbortSignal | undefined,
  ): Promise<TravelTable> {
    let lastError: TravelSourceError | undefined;
    for (const source of this.sources) {
      try {
        return await source.table(mode, places, signal);
      } catch (error) {
        // Who gave up is not asked again elsewhere, and a fault in the program is not papered over.
        if (!(error instanceof TravelSourceError)) throw error;
        lastError = error;
        this.onFallback?.(source, error);
      }
    }
    throw lastError ?? new TravelSourceError('TRAVEL_SOURCE_DOWN', 'no travel source is configured');
  }
}

/** Never 0 for "no way": an estimate, and a mark that it is one. */
function fillUnreachable(table: TravelTable, mode: TravelMode, places: readonly Coordinate[]): TravelTable {
  if (!table.seconds.includes(UNREACHABLE)) return table;
  const seconds = table.seconds.slice();
  const meters = table.meters.slice();
  const estimated = table.estimated.slice();
  places.forEach((from, row) =>
    places.forEach((to, column) => {
      const cell = row * places.length + column;
      if (seconds[cell] !== UNREACHABLE) return;
      const trip = estimateTrip(mode, from, to);
      seconds[cell] = trip.seconds;
      meters[cell] = trip.meters;
      // Staying where one is takes no time on any map.
      estimated[cell] = row === column ? 0 : 1;
    }),
  );
  return { ...table, seconds, meters, estimated };
}
