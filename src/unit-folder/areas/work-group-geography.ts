import { bbox } from '@turf/bbox';
import { centerOfMass } from '@turf/center-of-mass';
import { convex } from '@turf/convex';
import { featureCollection, point } from '@turf/helpers';
import type { CareUnit, WorkGroup, WorkGroupArea } from '@hemtjanst/domain';
import type { BBox, Feature, FeatureCollection, MultiPoint, MultiPolygon, Point, Polygon } from 'geojson';
import { toFeature } from './turf-geometry.js';

/** What a map says about one group; its `geometry` is the area, or the hull around its members where it has no area. */
interface WorkGroupProperties {
  readonly workGroupId: string;
  readonly name: string;
  readonly kind: WorkGroup['kind'];
  readonly shape: 'area' | 'hull' | 'points' | 'none';
  /** Longitude before latitude, as in GeoJSON; null for a group without any place. */
  readonly centre: readonly [number, number] | null;
  readonly extent: BBox | null;
  /** Members that may be shown on a map; protected identities are counted but never placed. */
  readonly members: readonly { readonly brukareId: string; readonly lon: number; readonly lat: number }[];
  readonly brukareCount: number;
  readonly protectedCount: number;
  readonly employeeCount: number;
}

type GroupGeometry = Polygon | MultiPolygon | Point | MultiPoint | null;

export type WorkGroupGeography = FeatureCollection<GroupGeometry, WorkGroupProperties>;

/** One GeoJSON feature per group of the unit, in the unit's order. */
export function workGroupGeography(unit: CareUnit): WorkGroupGeography {
  const areaByGroup = new Map(unit.areas.map((area) => [area.workGroupId, area]));
  return {
    type: 'FeatureCollection',
    features: unit.workGroups.map((group) => groupFeature(unit, group, areaByGroup.get(group.id))),
  };
}

function groupFeature(
  unit: CareUnit,
  { id, name, kind }: WorkGroup,
  area: WorkGroupArea | undefined,
): Feature<GroupGeometry, WorkGroupProperties> {
  const brukare = unit.brukare.filter(({ workGroupId }) => workGroupId === id);
  const members = brukare.flatMap(({ id: brukareId, coordinate, isProtected }) =>
    coordinate === null || isProtected ? [] : [{ brukareId, lon: coordinate.lon, lat: coordinate.lat }],
  );
  const { geometry, shape } = shapeOf(area, members);
  return {
    type: 'Feature',
    id,
    geometry,
    properties: {
      workGroupId: id,
      name,
      kind,
      shape,
      centre: geometry === null ? null : centreOf(geometry),
      extent: geometry === null ? null : bbox(geometry),
      members,
      brukareCount: brukare.length,
      protectedCount: brukare.filter(({ isProtected }) => isProtected).length,
      employeeCount: unit.employees.filter(({ workGroupId }) => workGroupId === id).length,
    },
  };
}

/** Three members in a line, or fewer, have no hull: then their points are the shape. */
function shapeOf(
  area: WorkGroupArea | undefined,
  members: WorkGroupProperties['members'],
): { readonly geometry: GroupGeometry; readonly shape: WorkGroupProperties['shape'] } {
  if (area !== undefined) return { geometry: toFeature(area).geometry, shape: 'area' };
  if (members.length === 0) return { geometry: null, shape: 'none' };
  const hull = convex(featureCollection(members.map(({ lon, lat }) => point([lon, lat]))));
  if (hull !== null) return { geometry: hull.geometry, shape: 'hull' };
  return { geometry: { type: 'MultiPoint', coordinates: members.map(({ lon, lat }) => [lon, lat]) }, shape: 'points' };
}

function centreOf(geometry: Exclude<GroupGeometry, null>): readonly [number, number] {
  const [lon = 0, lat = 0] = centerOfMass(geometry).geometry.coordinates;
  return [lon, lat];
}
