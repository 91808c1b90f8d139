import { metersBetween } from './geometry.js';
import type { StreetWay } from './street-map.js';

/** A place along a named street, for inventing addresses. */
export interface StreetPoint {
  readonly street: string;
  readonly lon: number;
  readonly lat: number;
  /** Whether a bicycle gets from here to the rest of the town and back. */
  readonly isInLargestComponent: boolean;
}

/** Streets people live in; nobody has an address on a motorway or a cycle path. */
const addressStreets = new Set([
  'residential', 'living_street', 'tertiary', 'unclassified', 'secondary', 'primary', 'pedestrian', 'road', 'service',
]); // prettier-ignore

/** Points every `spacingMeters` along each named street, the first half a spacing from its beginning. */
export function pointsAlongStreets(
  ways: readonly StreetWay[],
  spacingMeters: number,
  isInLargestComponent: (lon: number, lat: number) => boolean,
): StreetPoint[] {
  const points: StreetPoint[] = [];
  for (const way of ways) {
    const street = way.tags.name ?? '';
    if (street === '' || !addressStreets.has(way.tags.highway ?? '') || way.tags.area === 'yes') continue;
    let untilNext = spacingMeters / 2;
    way.nodes.forEach((node, index) => {
      const next = way.nodes[index + 1];
      if (next === undefined) return;
      const length = metersBetween(node.lon, node.lat, next.lon, next.lat);
      for (; untilNext < length; untilNext += spacingMeters) {
        const share = untilNext / length;
        const lon = roundDegrees(node.lon + share * (next.lon - node.lon));
        const lat = roundDegrees(node.lat + share * (next.lat - node.lat));
        points.push({ street, lon, lat, isInLargestComponent: isInLargestComponent(lon, lat) });
      }
      untilNext -= length;
    });
  }
  return points;
}

/** Six decimals are about 10 cm. */
function roundDegrees(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}
