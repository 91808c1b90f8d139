import type { TravelMode } from '@hemtjanst/domain';
import { TravelSourceError } from './travel-time-source.js';

/**
 * km/h along the street that the middle one of many trips may have. OSRM answers any mode with the profile it was
 * started with and says nothing: only the speed tells. Our bicycle cruises at 15 and our e-bike at 20 (means 14.2 and
 * 18.7 measured), so that a limit between them tells one from the other.
 */
const medianKmh: Readonly<Record<TravelMode, { readonly from: number; readonly to: number }>> = {
  gang: { from: 3, to: 6.5 },
  cykel: { from: 8, to: 15.5 },
  elcykel: { from: 15.5, to: 26 },
  bil: { from: 15, to: 110 },
};

/** Shorter trips are mostly turns. */
const shortestMeters = 500;
const fewestTrips = 2;

/**
 * Whether times can be those of the mode; `undefined` where there are too few trips to tell.
 *
 * @example hasSpeedOf('elcykel', Int32Array.of(240, 250), Int32Array.of(1000, 1000)) // false: 15 km/h is no e-bike
 */
export function hasSpeedOf(mode: TravelMode, seconds: Int32Array, meters: Int32Array): boolean | undefined {
  const kmh = [...meters.keys()]
    .filter((cell) => meters[cell] >= shortestMeters && seconds[cell] > 0)
    .map((cell) => (meters[cell] * 3.6) / seconds[cell])
    .sort((a, b) => a - b);
  if (kmh.length < fewestTrips) return undefined;
  const median = kmh[Math.floor(kmh.length / 2)];
  return median >= medianKmh[mode].from && median <= medianKmh[mode].to;
}

/** The error of a server that answers with another profile than its address promises. */
export function wrongProfile(mode: TravelMode): TravelSourceError {
  const { from, to } = medianKmh[mode];
  return new TravelSourceError(
    'TRAVEL_PROFILE_WRONG',
    `OSRM for ${mode}: trips are not ridden at ${from}–${to} km/h; was the server started with the data of another profile?`,
  );
}
