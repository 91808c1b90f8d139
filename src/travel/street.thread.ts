import { parentPort, workerData } from 'node:worker_threads';
import { KeptStreets, StreetMapError } from '@hemtjanst/street-network';
import type { StreetAnswer, StreetLine, StreetQuestion, StreetThreadSettings } from './street-question.js';

/** Holds the streets in a thread of its own: a matrix takes seconds, and the service must go on answering meanwhile. */
const port = parentPort;
if (port === null) throw new Error('street.thread runs as a worker thread only');
const { mapPath, graphFolder } = workerData as StreetThreadSettings;
let opened: KeptStreets | undefined;

async function answerTo(question: StreetQuestion): Promise<StreetAnswer> {
  const { id } = question;
  try {
    // A map that cannot be read is told in the answer to each question.
    opened ??= new KeptStreets(mapPath, graphFolder);
    return question.kind === 'lines' ? await linesFor(opened, question) : await tableFor(opened, question);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { id, kind: error instanceof StreetMapError ? 'map-fault' : 'fault', message };
  }
}

async function tableFor(streets: KeptStreets, question: Extract<StreetQuestion, { kind: 'table' }>) {
  const { id, mode, from, to } = question;
  const { durations, distances, ...snaps } = await streets.table(mode, from, to ?? from);
  return { id, kind: 'table' as const, mapId: streets.mapId, seconds: durations, meters: distances, ...snaps };
}

async function linesFor(streets: KeptStreets, question: Extract<StreetQuestion, { kind: 'lines' }>) {
  const { id, mode, legs } = question;
  const lines: (StreetLine | null)[] = [];
  for (const { from, to } of legs) lines.push((await streets.route(mode, from, to))?.geometry ?? null);
  return { id, kind: 'lines' as const, mapId: streets.mapId, lines };
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
