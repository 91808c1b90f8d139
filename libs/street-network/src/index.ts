export { loadStreetNetwork, mapIdOf, maxSnapMeters } from './street-network.js';
export type {
  StreetBounds,
  StreetCoordinate,
  StreetMatrix,
  StreetNetwork,
  StreetRoute,
  StreetTable,
} from './street-network.js';
export type { StreetMode, StreetTags } from './profiles/street-profile.js';
export { StreetMapError } from './street-map.js';
export type { StreetMap, StreetMapErrorCode, StreetNode, StreetWay } from './street-map.js';
export type { StreetPoint } from './street-points.js';
