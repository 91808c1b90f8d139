import type { WorkGroupArea } from '@hemtjanst/domain';
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';

/** The area as Turf takes it: same content, mutable arrays. */
export function toFeature({ geometry, workGroupId }: WorkGroupArea): Feature<Polygon | MultiPolygon> {
  return { type: 'Feature', properties: { grupp: workGroupId }, geometry: toGeometry(geometry) };
}

function toGeometry(geometry: WorkGroupArea['geometry']): Polygon | MultiPolygon {
  switch (geometry.type) {
    case 'Polygon':
      return { type: 'Polygon', coordinates: geometry.coordinates.map(toRing) };
    case 'MultiPolygon':
      return { type: 'MultiPolygon', coordinates: geometry.coordinates.map((polygon) => polygon.map(toRing)) };
  }
}

const toRing = (ring: readonly (readonly [number, number])[]): Position[] => ring.map(([lon, lat]) => [lon, lat]);
