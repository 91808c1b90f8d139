import { kinks } from '@turf/kinks';
import type { WorkGroupArea } from '@hemtjanst/domain';

/** Ring by ring: a border between two parts of a multi-polygon may touch. */
export function crossesItself(geometry: WorkGroupArea['geometry']): boolean {
  const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
  return rings.some((ring) => {
    const coordinates = [ring.map(([lon, lat]) => [lon, lat])];
    return kinks({ type: 'Polygon', coordinates }).features.length > 0;
  });
}
