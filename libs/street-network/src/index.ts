export { loadStreetNetwork, mapIdOf, maxSnapMeters, StreetNetwork } from './street-network.js';
export type { StreetBounds, StreetCoordinate, StreetMatrix, StreetRoute } from './street-network.js';
export { streetModes } from './profiles/street-profile.js';
export type { StreetMode, StreetTags } from './profiles/street-profile.js';
export { StreetMapError } from './street-map.js';
export type { StreetMap, StreetMapErrorCode, StreetNode, StreetWay } from './street-map.js';
export type { StreetPoint } from './street-points.js';
