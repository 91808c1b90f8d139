import type { Worker } from 'node:worker_threads';
import { spawnThread } from '../../threads/spawn-thread.js';
import type { DayProgress, DayTask, DayThreadAnswer, ReplannedDay } from './day-task.js';

interface DayOptions {
  readonly onProgress: (progress: DayProgress) => void;
  /** Aborting ends the thread at once, wherever it is. */
  readonly signal: AbortSignal;
}

/**
 * Plans a day anew on a thread of its own: the service goes on answering others, and a search that nobody waits for any
 * more costs nothing further.
 *
 * @throws the signal's reason when it is aborted; Error when the thread fails
 */
export async function replanDayOnThread(task: DayTask, options: DayOptions): Promise<readonly ReplannedDay[]> {
  options.signal.throwIfAborted();
  const thread = spawnThread(new URL('./replan-day.thread.js', import.meta.url), { workerData: task });
  try {
    return await answerOf(thread, options);
  } finally {
    await thread.terminate();
  }
}

function answerOf(thread: Worker, { onProgress, signal }: DayOptions): Promise<readonly ReplannedDay[]> {
  return new Promise((resolve, reject) => {
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- the reason is whatever the aborter gave
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    thread.on('message', (answer: DayThreadAnswer) => {
      switch (answer.kind) {
        case 'progress':
          return onProgress(answer.progress);
        case 'result':
          return resolve(answer.days);
        case 'failure':
          return reject(new Error(answer.message));
      }
    });
    thread.on('error', reject);
    thread.on('exit', (code) => reject(new Error(`the thread of a day ended with code ${code}`)));
  });
}
