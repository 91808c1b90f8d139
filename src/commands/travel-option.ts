import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseTravelOption } from '../travel/parse-travel-option.js';
import { TravelSourceError, type TravelTimeSource } from '../travel/travel-time-source.js';
import { type CommandIo, EXIT, fail } from './command-io.js';
import { resolvePath } from './command-options.js';

/** The map of the demo, found from the compiled file as well as from the source. */
export function defaultMapPath(): string {
  const candidates = ['../../data', '../../../data'].map((folder) =>
    path.resolve(fileURLToPath(import.meta.url), '..', folder, 'goteborg-centrum.osm.pbf'),
  );
  return candidates.find((file) => existsSync(file)) ?? candidates[0];
}

/** The travel source of a command, with its stand-ins; every fallback is told on standard error. */
export function travelSourceOrFail(io: CommandIo, travel: string, map: string | undefined): TravelTimeSource {
  try {
    return parseTravelOption(travel, {
      mapPath: map === undefined ? defaultMapPath() : resolvePath(io, map),
      onFallback: (source, error) =>
        io.stderr(`${source.kind}: ${error instanceof Error ? error.message : String(error)}`),
    });
  } catch (error) {
    if (!(error instanceof TravelSourceError)) throw error;
    return fail(error.code === 'TRAVEL_SOURCE_DOWN' ? EXIT.componentMissing : EXIT.badInput, error.message);
  }
}
