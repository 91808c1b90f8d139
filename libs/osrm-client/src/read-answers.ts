import type { OsrmAnswer } from './osrm-connection.js';
import { OsrmError } from './osrm-error.js';

/** A place in WGS 84 degrees. */
export interface OsrmCoordinate {
  readonly lon: number;
  readonly lat: number;
}

/** Where OSRM put a place. */
export interface OsrmSnap {
  readonly lon: number;
  readonly lat: number;
  readonly snapMeters: number;
  /** Name of the street, '' where it has none. */
  readonly street: string;
}

/** What a server tells about itself: where a place is, and which data it was started with. */
export interface NearestAnswer extends OsrmSnap {
  readonly dataVersion: string | null;
}

/** A checked part of a matrix; `null` where there is no way. */
export interface TableAnswer {
  readonly durations: readonly (readonly (number | null)[])[];
  readonly distances: readonly (readonly (number | null)[])[];
  readonly rowSnaps: readonly OsrmSnap[];
  readonly columnSnaps: readonly OsrmSnap[];
  /** What `osrm-extract --data_version` was given; null where it was given nothing. */
  readonly dataVersion: string | null;
}

/** A checked route. */
export interface RouteAnswer {
  readonly seconds: number;
  readonly meters: number;
  /** [lon, lat] along the route. */
  readonly geometry: readonly (readonly [number, number])[];
}

/** No trip on earth is longer, and it still fits 32 bits. */
const largestFigure = 100_000_000;

/** The answer of a server is input like any other: every number is checked, nothing is guessed. */
export function readTable(answer: OsrmAnswer, rows: number, columns: number): TableAnswer {
  const body = okBody(answer);
  return {
    durations: matrixOf(body.durations, 'durations', rows, columns),
    distances: matrixOf(body.distances, 'distances', rows, columns),
    rowSnaps: snapsOf(body.sources, 'sources', rows),
    columnSnaps: snapsOf(body.destinations, 'destinations', columns),
    dataVersion: dataVersionOf(body),
  };
}

export function readRoute(answer: OsrmAnswer): RouteAnswer {
  const body = okBody(answer);
  const route = objectOf(listOf(body.routes, 'routes')[0], 'routes[0]');
  const line = listOf(objectOf(route.geometry, 'geometry').coordinates, 'geometry.coordinates');
  return {
    seconds: figureOf(route.duration, 'duration'),
    meters: figureOf(route.distance, 'distance'),
    geometry: line.map((position) => positionOf(position, 'geometry')),
  };
}

export function readNearest(answer: OsrmAnswer): NearestAnswer {
  const body = okBody(answer);
  return { ...snapsOf(body.waypoints, 'waypoints', 1)[0], dataVersion: dataVersionOf(body) };
}

function dataVersionOf(body: Fields): string | null {
  return typeof body.data_version === 'string' && body.data_version !== '' ? body.data_version.slice(0, 100) : null;
}

type Fields = Readonly<Record<string, unknown>>;

/** The body of a good answer. @throws OsrmError for a refusal, or what is not an answer of OSRM at all */
function okBody({ status, body }: OsrmAnswer): Fields {
  const fields = objectOf(body, 'the answer');
  const osrmCode = fields.code;
  if (typeof osrmCode !== 'string') throw bad('it has no code: is this an OSRM server?');
  if (status === 200 && osrmCode === 'Ok') return fields;
  if (status === 200 || osrmCode === 'Ok') throw bad(`code ${osrmCode} with status ${status}`);
  throw refusal(status, osrmCode, typeof fields.message === 'string' ? fields.message : '');
}

function refusal(status: number, osrmCode: string, message: string): OsrmError {
  if (osrmCode === 'NoRoute')
    return new OsrmError('OSRM_NO_ROUTE', 'there is no way between the places', { status, osrmCode });
  if (osrmCode === 'NoSegment') {
    // The index is told in the text only: "Could not find a matching segment for coordinate 1".
    const index = /coordinate (\d+)/.exec(message)?.[1];
    const placeIndex = index === undefined ? undefined : Number(index);
    return new OsrmError('OSRM_NO_SEGMENT', `no street near place ${placeIndex ?? '?'}`, {
      status,
      osrmCode,
      placeIndex,
    });
  }
  return new OsrmError('OSRM_REFUSED', `${osrmCode} ${message}`.trim(), { status, osrmCode });
}

function matrixOf(
  value: unknown,
  name: string,
  rows: number,
  columns: number,
): readonly (readonly (number | null)[])[] {
  const matrix = listOf(value, name);
  if (matrix.length !== rows) throw bad(`${name} has ${matrix.length} rows instead of ${rows}`);
  matrix.forEach((row, index) => {
    const cells = listOf(row, `${name}[${index}]`);
    if (cells.length !== columns) throw bad(`${name}[${index}] has ${cells.length} cells instead of ${columns}`);
    for (let column = 0; column < columns; column++) {
      // A matrix has a million cells: the name of one is put together only where it is wrong.
      if (!isCell(cells[column])) figureOf(cells[column], `${name}[${index}][${column}]`);
    }
  });
  return matrix as readonly (readonly (number | null)[])[];
}

function isCell(value: unknown): value is number | null {
  return value === null || (typeof value === 'number' && value >= 0 && value <= largestFigure);
}

function snapsOf(value: unknown, name: string, count: number): OsrmSnap[] {
  const waypoints = listOf(value, name);
  if (waypoints.length !== count) throw bad(`${name} has ${waypoints.length} places instead of ${count}`);
  return waypoints.map((waypoint, index) => {
    const fields = objectOf(waypoint, `${name}[${index}]`);
    const [lon, lat] = positionOf(fields.location, `${name}[${index}].location`);
    const street = typeof fields.name === 'string' ? fields.name : '';
    return { lon, lat, snapMeters: figureOf(fields.distance, `${name}[${index}].distance`), street };
  });
}

function positionOf(value: unknown, name: string): readonly [number, number] {
  const [lon, lat] = listOf(value, name);
  if (typeof lon !== 'number' || typeof lat !== 'number' || Math.abs(lon) > 180 || Math.abs(lat) > 90) {
    throw bad(`${name} is not [lon, lat]`);
  }
  return [lon, lat];
}

function figureOf(value: unknown, name: string): number {
  if (typeof value !== 'number' || !(value >= 0 && value <= largestFigure)) {
    throw bad(`${name} is ${String(JSON.stringify(value)).slice(0, 40)} instead of a number from 0`);
  }
  return value;
}

function listOf(value: unknown, name: string): readonly unknown[] {
  if (!Array.isArray(value)) throw bad(`${name} is not a list`);
  return value as readonly unknown[];
}

function objectOf(value: unknown, name: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw bad(`${name} is not an object`);
  return value as Fields;
}

function bad(what: string): OsrmError {
  return new OsrmError('OSRM_BAD_ANSWER', what);
}
