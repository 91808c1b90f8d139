import { GeoJSONVT } from '@maplibre/geojson-vt';

/** One thing as it lies in a tile; its geometry is in steps of the tile and only handed on. */
export interface SlicedFeature {
  readonly tags: Readonly<Record<string, unknown>> | null;
}

export interface SlicedTile {
  readonly features: readonly SlicedFeature[];
}

export interface TileSlicer {
  getTile(z: number, x: number, y: number): SlicedTile | null;
}

type SlicerMaker = new (data: GeoJSON.FeatureCollection, options: SlicerOptions) => TileSlicer;

interface SlicerOptions {
  readonly maxZoom: number;
  readonly indexMaxZoom: number;
}

/**
 * Slices things into tiles. The package's own declarations import each other without file endings, which this project's
 * module resolution does not follow: what is used of them is declared here.
 */
export function sliceFeatures(collection: GeoJSON.FeatureCollection, options: SlicerOptions): TileSlicer {
  const Slicer = GeoJSONVT as unknown as SlicerMaker;
  return new Slicer(collection, options);
}
