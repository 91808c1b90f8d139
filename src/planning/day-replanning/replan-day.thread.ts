import { parentPort, workerData } from 'node:worker_threads';
import type { ReplanProgress } from '@hemtjanst/planning';
import type { DayTask, DayThreadAnswer } from './day-task.js';
import { replannedDays } from './replanned-days.js';

const PROGRESS_INTERVAL_MS = 100;

/** Plans one day and ends, see replanDayOnThread. Whoever does not want the answer any more ends the thread. */
const port = parentPort;
if (port === null) throw new Error('replan-day.thread runs as a worker thread only');
const answer = (message: DayThreadAnswer): void => port.postMessage(message);

try {
  answer({ kind: 'result', days: replannedDays(workerData as DayTask, nowAndThen(tell)) });
} catch (error) {
  answer({ kind: 'failure', message: error instanceof Error ? error.message : String(error) });
}

/** The figures take some milliseconds to count: they are told now and then only. */
function nowAndThen(tellOne: (progress: ReplanProgress) => void): (progress: ReplanProgress) => void {
  let toldAt = -PROGRESS_INTERVAL_MS;
  return (progress) => {
    if (performance.now() - toldAt < PROGRESS_INTERVAL_MS) return;
    toldAt = performance.now();
    tellOne(progress);
  };
}

function tell({ figures, ...progress }: ReplanProgress): void {
  answer({ kind: 'progress', progress: { ...progress, ...figures() } });
}
