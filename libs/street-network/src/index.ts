export { loadStreetNetwork, mapIdOf } from './street-network.js';
export type { StreetBounds, StreetNetwork } from './street-network.js';
export { KeptStreets } from './kept-streets.js';
export { maxSnapMeters } from './mode-network.js';
export type { StreetCoordinate, StreetMatrix, StreetRoute, StreetTable } from './mode-network.js';
export type { StreetMode, StreetTags } from './profiles/street-profile.js';
export { StreetMapError } from './street-map.js';
export type { StreetMap, StreetMapErrorCode, StreetNode, StreetWay } from './street-map.js';
export type { StreetPoint } from './street-points.js';
