export { makeMapTiles } from './make-map-tiles.js';
export { TileArchive } from './tile-archive.js';
export type { TileSetFacts } from './tile-archive.js';
export { MapTilesError } from './map-feature.js';
export type { MapBounds, MapTilesErrorCode } from './map-feature.js';
