import { parentPort, workerData } from 'node:worker_threads';
import { KeptStreets, StreetMapError } from '@hemtjanst/street-network';
import type { StreetAnswer, StreetQuestion, StreetThreadSettings } from './street-question.js';

/** Holds the streets in a thread of its own: a matrix takes seconds, and the service must go on answering meanwhile. */
const port = parentPort;
if (port === null) throw new Error('street.thread runs as a worker thread only');
const { mapPath, graphFolder } = workerData as StreetThreadSettings;
let opened: KeptStreets | undefined;

async function answerTo({ id, mode, from, to }: StreetQuestion): Promise<StreetAnswer> {
  try {
    // A map that cannot be read is told in the answer to each question.
    opened ??= new KeptStreets(mapPath, graphFolder);
    const { durations, distances, ...snaps } = await opened.table(mode, from, to ?? from);
    return { id, kind: 'table', mapId: opened.mapId, seconds: durations, meters: distances, ...snaps };
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
