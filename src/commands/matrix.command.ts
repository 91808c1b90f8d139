import { writeFileSync } from 'node:fs';
import { type Coordinate, isInSweden, TRAVEL_MODES, type TravelMode } from '@hemtjanst/domain';
import { maxSnapMeters } from '@hemtjanst/street-network';
import { parseTravelOptionStrictly } from '../travel/parse-travel-option.js';
import {
  TravelSourceError,
  type TravelTable,
  type TravelTimeSource,
  UNREACHABLE,
} from '../travel/travel-time-source.js';
import { type CommandIo, EXIT, fail, runCommand } from './command-io.js';
import { type CommandOptions, readJsonFile, readOptions, requiredOption, resolvePath } from './command-options.js';

const OPTIONS = ['map', 'mode', 'points', 'travel', 'out'];

/** `ramrutt matrix`: points in, times and distances between all of them out. Nothing stands in for the source asked. */
export function runMatrix(args: string[], io: CommandIo): Promise<number> {
  return runCommand(io, async () => {
    const options = readOptions(args, OPTIONS);
    const out = requiredOption(options, 'out');
    const mode = modeOption(options);
    const places = readPoints(io, requiredOption(options, 'points'));
    const source = sourceOption(io, options);
    try {
      const table = await source.table(mode, places);
      writeTable(io, out, table);
      tellUnreachedPlaces(io, places, table);
      io.stderr(
        `${places.length} points, ${source.kind} ${source.mapId}, ${unreachablePairs(table)} pairs without a way`,
      );
      return EXIT.done;
    } catch (error) {
      return failAsSource(error);
    } finally {
      await source.close?.();
    }
  });
}

function modeOption(options: CommandOptions): TravelMode {
  const text = requiredOption(options, 'mode');
  const mode = TRAVEL_MODES.find((known) => known === text);
  return mode ?? fail(EXIT.badInput, `--mode ${text}: one of ${TRAVEL_MODES.join(', ')} expected`);
}

function sourceOption(io: CommandIo, options: CommandOptions): TravelTimeSource {
  const travel = options.values.travel ?? 'street';
  const map = travel === 'street' ? requiredOption(options, 'map') : (options.values.map ?? '');
  try {
    return parseTravelOptionStrictly(travel, { mapPath: resolvePath(io, map) });
  } catch (error) {
    return failAsSource(error);
  }
}

function failAsSource(error: unknown): never {
  if (!(error instanceof TravelSourceError)) throw error;
  switch (error.code) {
    case 'TRAVEL_OPTION_UNKNOWN':
    case 'TRAVEL_MAP_UNUSABLE':
    case 'TRAVEL_MODE_MISSING':
    case 'TRAVEL_PROFILE_WRONG':
      return fail(EXIT.badInput, error.message);
    case 'TRAVEL_SOURCE_DOWN':
      return fail(EXIT.componentMissing, error.message);
  }
}

/** Every fault of the file at once, each with its place in it. */
function readPoints(io: CommandIo, file: string): Coordinate[] {
  const content = readJsonFile(io, file);
  const points = isRecord(content) ? content.points : undefined;
  if (!Array.isArray(points)) return fail(EXIT.badInput, `${file}: {"points": [{"lon", "lat"}, …]} expected`);
  const read = points.map((point: unknown, index) => readPoint(point, `${file}: points[${index}]`));
  const faults = read.filter((point) => typeof point === 'string');
  if (faults.length > 0) fail(EXIT.badInput, ...faults);
  return read.filter((point) => typeof point !== 'string');
}

function readPoint(point: unknown, where: string): Coordinate | string {
  if (!isRecord(point)) return `${where} is not an object: {"lon": 11.97, "lat": 57.70} expected`;
  const { lon, lat } = point;
  if (!isDegrees(lon, 180)) return `${where}.lon is ${shown(lon)}: a number of degrees −180…180 expected`;
  if (!isDegrees(lat, 90)) return `${where}.lat is ${shown(lat)}: a number of degrees −90…90 expected`;
  return { lon, lat };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isDegrees(value: unknown, limit: number): value is number {
  return typeof value === 'number' && Math.abs(value) <= limit;
}

function shown(value: unknown): string {
  return value === undefined ? 'missing' : JSON.stringify(value);
}

function writeTable(io: CommandIo, out: string, table: TravelTable): void {
  const content = {
    durations: rowsOf(table.seconds, table.snapMeters.length),
    distances: rowsOf(table.meters, table.snapMeters.length),
    snapMeters: Array.from(table.snapMeters, (meters) =>
      Number.isFinite(meters) ? Math.round(meters * 10) / 10 : null,
    ),
  };
  try {
    writeFileSync(resolvePath(io, out), `${JSON.stringify(content)}\n`);
  } catch (error) {
    fail(EXIT.badInput, `--out ${out}: cannot be written (${error instanceof Error ? error.message : String(error)})`);
  }
}

/** Which points have no street, and what is most likely wrong with them: said, since a table of nulls says nothing. */
function tellUnreachedPlaces(io: CommandIo, places: readonly Coordinate[], { snapMeters }: TravelTable): void {
  places.forEach((place, index) => {
    if (snapMeters[index] <= maxSnapMeters) return;
    io.stderr(`points[${index}] has no street within ${maxSnapMeters} m: ${likelyFault(place)}`);
  });
}

function likelyFault({ lon, lat }: Coordinate): string {
  if (lon === 0 && lat === 0) return 'it is 0,0, so the address was never found';
  if (isInSweden({ lon: lat, lat: lon })) return 'lon and lat are swapped';
  if (!isInSweden({ lon, lat })) return 'it lies outside Sweden';
  return 'is the map of this area, or does it lie on an island of its own?';
}

function rowsOf(cells: Int32Array, size: number): (number | null)[][] {
  return Array.from({ length: size }, (_, row) =>
    Array.from(cells.subarray(row * size, (row + 1) * size), (cell) => (cell === UNREACHABLE ? null : cell)),
  );
}

function unreachablePairs(table: TravelTable): number {
  return table.seconds.reduce((count, cell) => (cell === UNREACHABLE ? count + 1 : count), 0);
}
