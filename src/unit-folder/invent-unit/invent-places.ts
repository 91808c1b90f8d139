import type { Coordinate } from '@hemtjanst/domain';
import type { Random } from './random.js';

/** A point on a real, named street of the map. */
export interface StreetPlace extends Coordinate {
  readonly street: string;
  readonly isInLargestComponent: boolean;
}

/** A street point with an invented house number. */
export interface InventedAddress extends Coordinate {
  readonly address: string;
}

/** 850 brukare live within about this far from the middle of the unit (18 km² of built-up town; domain.md section 0). */
const RADIUS_METERS_AT_850 = 2_400;
const SMALLEST_RADIUS_METERS = 700;
/** Points tried as the middle, and the part of the radius within which their streets are counted. */
const CANDIDATES = 200;
const MIDDLE_SHARE = 0.7;
const METERS_PER_DEGREE = 111_320;
/** Some brukare live behind the same entrance. */
const SHARED_ENTRANCES = 0.12;

/**
 * Addresses for `count` brukare where the map has most streets, in a circle that keeps the density of a real
 * unit; wider where the map has too few points.
 *
 * @throws RangeError where the map has no street point that can be reached by bike.
 */
export function inventPlaces(streetPoints: readonly StreetPlace[], count: number, random: Random): InventedAddress[] {
  const reachable = withHouseNumbers(streetPoints).filter(({ point }) => point.isInLargestComponent);
  if (reachable.length === 0) throw new RangeError('the map has no named street with a way to the rest of it');
  const radius = Math.max(SMALLEST_RADIUS_METERS, RADIUS_METERS_AT_850 * Math.sqrt(count / 850));
  const middle = middleOf(
    reachable.map(({ point }) => point),
    radius * MIDDLE_SHARE,
  );
  const nearest = reachable
    .map((place) => ({ ...place, meters: metersApart(middle, place.point) }))
    .sort((a, b) => a.meters - b.meters);
  const isDistinct = Math.max(1, Math.ceil(count * (1 - SHARED_ENTRANCES)));
  const within = nearest.filter(({ meters }, index) => meters <= radius || index < isDistinct);
  const entrances = random.shuffled(within).slice(0, isDistinct);
  return Array.from({ length: count }, (_, index) => {
    const { point, number } = entrances[index] ?? random.pick(entrances);
    return { address: `${point.street} ${number}`, lat: point.lat, lon: point.lon };
  });
}

/** Metres on a local plane: right to a few per mille over one town. */
export function metersApart(a: Coordinate, b: Coordinate): number {
  const north = (a.lat - b.lat) * METERS_PER_DEGREE;
  const east = (a.lon - b.lon) * METERS_PER_DEGREE * Math.cos((a.lat * Math.PI) / 180);
  return Math.hypot(north, east);
}

/** The street point with most others around it: a town lies around it, on one side of its river. */
function middleOf(points: readonly Coordinate[], radiusMeters: number): Coordinate {
  const step = Math.ceil(points.length / CANDIDATES);
  const candidates = points.filter((_, index) => index % step === 0);
  const around = candidates.map((candidate) => ({
    candidate,
    count: points.filter((point) => metersApart(candidate, point) <= radiusMeters).length,
  }));
  return around.reduce((best, each) => (each.count > best.count ? each : best)).candidate;
}

/** Numbers the points of each street in the order of the map; the numbers are invented. */
function withHouseNumbers(points: readonly StreetPlace[]): { readonly point: StreetPlace; readonly number: number }[] {
  const used = new Map<string, number>();
  return points.map((point) => {
    const number = (used.get(point.street) ?? 0) + 1;
    used.set(point.street, number);
    return { point, number };
  });
}
