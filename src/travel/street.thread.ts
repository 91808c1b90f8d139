import { parentPort, workerData } from 'node:worker_threads';
import { loadStreetNetwork } from '@hemtjanst/street-network';
import type { StreetAnswer, StreetQuestion } from './street-question.js';

/** Holds the streets in a thread of its own: a matrix takes seconds, and the service must go on answering meanwhile. */
const port = parentPort;
if (port === null) throw new Error('street.thread runs as a worker thread only');
const { mapPath } = workerData as { mapPath: string };
const loading = loadStreetNetwork(mapPath);

async function answerTo({ id, mode, places }: StreetQuestion): Promise<StreetAnswer> {
  try {
    const network = await loading;
    const { durations, distances, snapMeters } = network.matrix(mode, places);
    return { id, kind: 'table', mapId: network.mapId, seconds: durations, meters: distances, snapMeters };
  } catch (error) {
    return { id, kind: 'failure', message: error instanceof Error ? error.message : String(error) };
  }
}

port.on('message', (question: StreetQuestion) => {
  void answerTo(question).then((answer) => port.postMessage(answer));
});
// A map that cannot be read is told in the answer to each question.
loading.catch(() => undefined);
