/** West, south, east, north in degrees. */
export type MapBounds = readonly [number, number, number, number];

/** [lon, lat] in degrees. */
export type MapPoint = readonly [number, number];

/** What is drawn together; the layers of a tile carry these names. */
export type MapLayer = 'green' | 'water' | 'buildings' | 'rails' | 'streets' | 'places';

/** What a thing is, as far as its look goes. */
export type MapKind =
  | 'large'
  | 'main'
  | 'collector'
  | 'small'
  | 'service'
  | 'cycle'
  | 'foot'
  | 'steps'
  | 'rail'
  | 'area'
  | 'stream'
  | 'park'
  | 'forest'
  | 'building'
  | 'district'
  | 'quarter';

/** What the tags of one thing say about how it is drawn. */
export interface MapClass {
  readonly layer: MapLayer;
  readonly kind: MapKind;
  /** Left out of tiles above this zoom: a whole municipality with its footpaths is a grey blot. */
  readonly minZoom: number;
  readonly isArea: boolean;
}

/** One thing of the map, ready to be cut into tiles. */
export interface MapFeature extends Omit<MapClass, 'isArea'> {
  readonly name: string | null;
  readonly geometry:
    | { readonly type: 'Point'; readonly coordinates: MapPoint }
    | { readonly type: 'LineString'; readonly coordinates: readonly MapPoint[] }
    /** Rings: the first of each polygon is its outline, the others are holes. */
    | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly (readonly MapPoint[])[])[] };
}

/** Codes of what can be wrong with a map file. */
export type MapTilesErrorCode = 'MAP_MISSING' | 'MAP_DAMAGED' | 'MAP_EMPTY';

/** A map that no tiles can be made of; the message names the file and what to do. */
export class MapTilesError extends Error {
  constructor(
    readonly code: MapTilesErrorCode,
    message: string,
  ) {
    super(`${code} ${message}`);
    this.name = 'MapTilesError';
  }
}
