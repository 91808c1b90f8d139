import { parentPort, workerData } from 'node:worker_threads';
import { loadStreetNetwork, StreetMapError } from '@hemtjanst/street-network';
import type { StreetAnswer, StreetQuestion } from './street-question.js';

/** Holds the streets in a thread of its own: a matrix takes seconds, and the service must go on answering meanwhile. */
const port = parentPort;
if (port === null) throw new Error('street.thread runs as a worker thread only');
const { mapPath } = workerData as { mapPath: string };
const loading = loadStreetNetwork(mapPath);

async function answerTo({ id, mode, from, to }: StreetQuestion): Promise<StreetAnswer> {
  try {
    const network = await loading;
    const { durations, distances, ...snaps } = network.table(mode, from, to ?? from);
    return { id, kind: 'table', mapId: network.mapId, seconds: durations, meters: distances, ...snaps };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { id, kind: error instanceof StreetMapError ? 'map-fault' : 'fault', message };
  }
}

/** Tables are handed over, not copied. */
function buffersOf(answer: StreetAnswer): ArrayBuffer[] {
  if (answer.kind !== 'table') return [];
  return [answer.seconds, answer.meters, answer.fromSnapMeters, answer.toSnapMeters].flatMap(({ buffer }) =>
    buffer instanceof ArrayBuffer ? [buffer] : [],
  );
}

port.on('message', (question: StreetQuestion) => {
  void answerTo(question).then((answer) => port.postMessage(answer, buffersOf(answer)));
});
// A map that cannot be read is told in the answer to each question.
loading.catch(() => undefined);
