export { OsrmClient } from './osrm-client.js';
export type { OsrmCallOptions, OsrmClientOptions } from './osrm-client.js';
export { OsrmError } from './osrm-error.js';
export type { OsrmErrorCode, OsrmErrorDetails } from './osrm-error.js';
export type { OsrmRectangle, OsrmTable } from './join-table.js';
export type { NearestAnswer, OsrmCoordinate, OsrmSnap, RouteAnswer } from './read-answers.js';
