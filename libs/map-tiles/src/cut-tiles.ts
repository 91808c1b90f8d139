import { fromGeojsonVt } from '@maplibre/vt-pbf';
import type { MapFeature, MapLayer, MapPoint } from './map-feature.js';
import { sliceFeatures, type SlicedFeature, type SlicedTile, type TileSlicer } from './slice-features.js';
import { boundsOf, tilesInside, tilesTouching, type TileAddress } from './tile-grid.js';

/** Tiles are made from this zoom to {@link MAX_ZOOM}; the browser draws the last ones larger, at 0.3 m a step. */
export const MIN_ZOOM = 10;
export const MAX_ZOOM = 14;

/** One finished tile: a Mapbox Vector Tile, not packed. */
export interface MapTile extends TileAddress {
  readonly bytes: Uint8Array;
}

/** In the order they are painted. */
const LAYERS: readonly MapLayer[] = ['green', 'water', 'buildings', 'rails', 'streets', 'places'];

/**
 * Cuts a map into vector tiles, one block of about 20 km at a time: memory follows the block, not the municipality.
 * Tiles without anything in them are left out.
 */
export function* cutTiles(features: readonly MapFeature[]): Generator<MapTile> {
  for (const [block, inside] of blocksOf(features)) {
    const layers = new Map(LAYERS.map((layer) => [layer, indexOf(inside.filter((one) => one.layer === layer))]));
    for (let z = MIN_ZOOM; z <= MAX_ZOOM; z++) {
      for (const address of tilesInside(block, z)) {
        const bytes = encode(layers, address);
        if (bytes !== null) yield { ...address, bytes };
      }
    }
  }
}

function blocksOf(features: readonly MapFeature[]): Iterable<readonly [TileAddress, readonly MapFeature[]]> {
  const blocks = new Map<string, readonly [TileAddress, MapFeature[]]>();
  for (const feature of features) {
    for (const block of tilesTouching(boundsOf(feature), MIN_ZOOM)) {
      const key = `${block.x}/${block.y}`;
      const known = blocks.get(key);
      if (known === undefined) blocks.set(key, [block, [feature]]);
      else known[1].push(feature);
    }
  }
  return blocks.values();
}

function indexOf(features: readonly MapFeature[]): TileSlicer | null {
  if (features.length === 0) return null;
  const collection: GeoJSON.FeatureCollection = { type: 'FeatureCollection', features: features.map(toGeoJson) };
  return sliceFeatures(collection, { maxZoom: MAX_ZOOM, indexMaxZoom: MIN_ZOOM });
}

const toGeoJson = ({ kind, name, minZoom, geometry }: MapFeature): GeoJSON.Feature => ({
  type: 'Feature',
  properties: { kind, minZoom, ...(name === null ? {} : { name }) },
  geometry: geometryOf(geometry),
});

function geometryOf(geometry: MapFeature['geometry']): GeoJSON.Geometry {
  switch (geometry.type) {
    case 'Point':
      return { type: 'Point', coordinates: [...geometry.coordinates] };
    case 'LineString':
      return { type: 'LineString', coordinates: positionsOf(geometry.coordinates) };
    case 'MultiPolygon':
      return { type: 'MultiPolygon', coordinates: geometry.coordinates.map((rings) => rings.map(positionsOf)) };
  }
}

const positionsOf = (points: readonly MapPoint[]): GeoJSON.Position[] => points.map(([lon, lat]) => [lon, lat]);

function encode(layers: ReadonlyMap<MapLayer, TileSlicer | null>, { z, x, y }: TileAddress): Uint8Array | null {
  const drawn: Record<string, SlicedTile> = {};
  for (const [layer, index] of layers) {
    const tile = index?.getTile(z, x, y) ?? null;
    if (tile === null) continue;
    const features = shownAt(z, tile.features);
    if (features.length > 0) drawn[layer] = { ...tile, features };
  }
  return Object.keys(drawn).length === 0 ? null : fromGeojsonVt(drawn, { version: 2, extent: 4096 });
}

/** What is drawn at this zoom, without the mark that says so. */
function shownAt(z: number, features: readonly SlicedFeature[]): SlicedFeature[] {
  return features.flatMap((feature) => {
    const { minZoom, ...tags } = feature.tags ?? {};
    return typeof minZoom === 'number' && minZoom <= z ? [{ ...feature, tags }] : [];
  });
}
