import type { MapClass, MapKind, MapLayer } from './map-feature.js';

export type MapTags = Readonly<Record<string, string>>;

const STREETS: Readonly<Record<string, readonly [MapKind, number]>> = {
  motorway: ['large', 10],
  motorway_link: ['large', 11],
  trunk: ['large', 10],
  trunk_link: ['large', 11],
  primary: ['main', 10],
  primary_link: ['main', 11],
  secondary: ['main', 10],
  secondary_link: ['main', 11],
  tertiary: ['collector', 11],
  tertiary_link: ['collector', 12],
  residential: ['small', 12],
  unclassified: ['small', 12],
  living_street: ['small', 12],
  pedestrian: ['small', 12],
  road: ['small', 12],
  service: ['service', 13],
  cycleway: ['cycle', 13],
  footway: ['foot', 14],
  path: ['foot', 13],
  track: ['foot', 13],
  bridleway: ['foot', 14],
  steps: ['steps', 14],
};

const GREEN: Readonly<Record<string, MapKind>> = {
  'leisure=park': 'park',
  'leisure=garden': 'park',
  'leisure=pitch': 'park',
  'leisure=golf_course': 'park',
  'leisure=playground': 'park',
  'landuse=grass': 'park',
  'landuse=meadow': 'park',
  'landuse=cemetery': 'park',
  'landuse=recreation_ground': 'park',
  'landuse=village_green': 'park',
  'landuse=allotments': 'park',
  'natural=grassland': 'park',
  'landuse=forest': 'forest',
  'natural=wood': 'forest',
  'natural=scrub': 'forest',
  'natural=heath': 'forest',
};

const WATER_AREAS = new Set([
  'natural=water',
  'waterway=riverbank',
  'waterway=dock',
  'landuse=reservoir',
  'landuse=basin',
]);
const STREAMS: Readonly<Record<string, number>> = { river: 11, canal: 12, stream: 13 };
const RAILS = new Set(['rail', 'tram', 'light_rail', 'narrow_gauge']);
const PLACES: Readonly<Record<string, readonly [MapKind, number]>> = {
  city: ['district', 10],
  town: ['district', 10],
  village: ['district', 11],
  suburb: ['district', 11],
  quarter: ['quarter', 13],
  neighbourhood: ['quarter', 13],
  hamlet: ['quarter', 12],
};

/** How a way or an area is drawn; null: not at all. What is under ground is not. */
export function classifyWay(tags: MapTags): MapClass | null {
  if (tags.tunnel === 'yes' && tags.highway === undefined) return null;
  const street = STREETS[tags.highway ?? ''];
  // A square drawn as an area is filled like its streets; its outline says enough at these scales.
  if (street !== undefined) return line('streets', ...street);
  return classifyArea(tags) ?? classifyLine(tags);
}

/** How an area is drawn, whether it is one way or a relation of several. */
export function classifyArea(tags: MapTags): MapClass | null {
  const pairs = Object.entries(tags).map(([key, value]) => `${key}=${value}`);
  if (pairs.some((pair) => WATER_AREAS.has(pair))) return area('water', 'area', 10);
  const green = pairs.map((pair) => GREEN[pair]).find((kind) => kind !== undefined);
  if (green !== undefined) return area('green', green, green === 'forest' ? 10 : 12);
  return tags.building !== undefined && tags.building !== 'no' ? area('buildings', 'building', 14) : null;
}

/** How a point with a name is drawn; null: not at all. */
export function classifyPlace(tags: MapTags): MapClass | null {
  const place = tags.name === undefined ? undefined : PLACES[tags.place ?? ''];
  return place === undefined ? null : { layer: 'places', kind: place[0], minZoom: place[1], isArea: false };
}

function classifyLine(tags: MapTags): MapClass | null {
  const streamZoom = STREAMS[tags.waterway ?? ''];
  if (streamZoom !== undefined) return line('water', 'stream', streamZoom);
  return RAILS.has(tags.railway ?? '') ? line('rails', 'rail', 12) : null;
}

const line = (layer: MapLayer, kind: MapKind, minZoom: number): MapClass => ({ layer, kind, minZoom, isArea: false });
const area = (layer: MapLayer, kind: MapKind, minZoom: number): MapClass => ({ layer, kind, minZoom, isArea: true });
