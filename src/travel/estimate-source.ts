import type { Coordinate, TravelMode } from '@hemtjanst/domain';
import type { TravelTable, TravelTimeSource } from './travel-time-source.js';

const EARTH_RADIUS_METERS = 6_371_008.8;

/** km/h in town with its stops, and how much longer the way is than the straight line (mean over Swedish inner cities). */
const ASSUMPTIONS: Readonly<Record<TravelMode, { readonly kmh: number; readonly detour: number }>> = {
  gang: { kmh: 4.8, detour: 1.3 },
  cykel: { kmh: 14, detour: 1.3 },
  elcykel: { kmh: 17, detour: 1.3 },
  bil: { kmh: 20, detour: 1.4 },
};

/** Last resort without any street data: the straight line with a detour. Every cell is marked as estimated. */
export class EstimateSource implements TravelTimeSource {
  readonly kind = 'estimate';
  readonly mapId = 'estimate-1';

  table(mode: TravelMode, places: readonly Coordinate[], signal?: AbortSignal): Promise<TravelTable> {
    if (signal?.aborted) return Promise.reject(asError(signal.reason));
    const count = places.length;
    const seconds = new Int32Array(count ** 2);
    const meters = new Int32Array(count ** 2);
    places.forEach((from, row) =>
      places.forEach((to, column) => {
        const trip = estimateTrip(mode, from, to);
        seconds[row * count + column] = trip.seconds;
        meters[row * count + column] = trip.meters;
      }),
    );
    const estimated = new Uint8Array(count ** 2).fill(1);
    const { kind: source, mapId } = this;
    return Promise.resolve({ seconds, meters, snapMeters: new Float64Array(count), estimated, source, mapId });
  }
}

/** Whole seconds and metres of one trip as the crow flies, with the detour of the mode. */
export function estimateTrip(
  mode: TravelMode,
  from: Coordinate,
  to: Coordinate,
): { readonly seconds: number; readonly meters: number } {
  const { kmh, detour } = ASSUMPTIONS[mode];
  const meters = beelineMeters(from, to) * detour;
  return { seconds: Math.round((meters * 3.6) / kmh), meters: Math.round(meters) };
}

/** Great circle (haversine). */
function beelineMeters(from: Coordinate, to: Coordinate): number {
  const radians = Math.PI / 180;
  const north = Math.sin(((to.lat - from.lat) * radians) / 2) ** 2;
  const east = Math.sin(((to.lon - from.lon) * radians) / 2) ** 2;
  const share = north + Math.cos(from.lat * radians) * Math.cos(to.lat * radians) * east;
  return 2 * EARTH_RADIUS_METERS * Math.asin(Math.min(1, Math.sqrt(share)));
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error('aborted');
}
