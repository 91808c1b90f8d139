import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { cutTiles } from './cut-tiles.js';
import { MapTilesError } from './map-feature.js';
import { readMapFeatures } from './read-map-features.js';
import { archivePathOf, isWholeArchive, writeArchive } from './tile-archive.js';
import { boundsAround, boundsOf } from './tile-grid.js';

/** Raised when what is drawn changes, so that finished archives are made anew. */
const DRAWING_VERSION = 1;

/**
 * The finished tiles of an OpenStreetMap PBF: made once, kept in a file named by the content of the map. Takes seconds
 * of one core; run it in a worker thread.
 *
 * @param mapPath an `.osm.pbf`
 * @param folder where archives are kept
 * @returns the path of the archive, for `TileArchive.open`
 * @throws MapTilesError MAP_MISSING, MAP_DAMAGED, MAP_EMPTY
 */
export async function makeMapTiles(mapPath: string, folder: string): Promise<string> {
  const bytes = await readBytes(mapPath);
  const version = `${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}-d${DRAWING_VERSION}`;
  const archive = archivePathOf(folder, version);
  if (isWholeArchive(archive)) return archive;
  const features = await readMapFeatures(bytes, mapPath);
  return writeArchive(folder, { version, bounds: boundsAround(features.map(boundsOf)) }, cutTiles(features));
}

async function readBytes(mapPath: string): Promise<Uint8Array> {
  try {
    return await readFile(mapPath);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new MapTilesError('MAP_MISSING', `${mapPath} cannot be read (${reason}): give the path of an .osm.pbf file`);
  }
}
