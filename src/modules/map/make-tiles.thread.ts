import { parentPort, workerData } from 'node:worker_threads';
import { MapTilesError, makeMapTiles } from '@hemtjanst/map-tiles';
import type { TilesMade, TilesWanted } from './tiles-wanted.js';

/** Makes the tiles of a map in a thread of its own: seconds of work, once per map. */
const port = parentPort;
if (port === null) throw new Error('make-tiles.thread runs as a worker thread only');
const { mapPath, folder } = workerData as TilesWanted;

async function made(): Promise<TilesMade> {
  try {
    return { kind: 'made', archive: await makeMapTiles(mapPath, folder) };
  } catch (error) {
    if (error instanceof MapTilesError) return { kind: 'no-map', reason: error.code };
    return { kind: 'fault', message: error instanceof Error ? error.message : String(error) };
  }
}

void made().then((answer) => port.postMessage(answer));
