import type { Worker } from 'node:worker_threads';
import { spawnThread } from '../threads/spawn-thread.js';
import type { SolveTask, SolvedTask, TaskProgress, ThreadAnswer } from './solve-task.js';

export interface PoolOptions {
  readonly threads: number;
  readonly onProgress?: (task: number, progress: TaskProgress) => void;
  /** Aborting makes every running search answer its best so far, and those not begun their first plan. */
  readonly signal?: AbortSignal;
}

/**
 * A search lives in typed arrays and makes little that is thrown away. With V8's usual 48 MB for what is new, two threads
 * held 75 MB more at no gain in time.
 */
const YOUNG_MEGABYTES = 8;

/**
 * Solves the tasks on worker threads, the largest first, and answers in the order of the tasks: the outcome does not
 * depend on which thread took which task, nor on how many there are.
 *
 * @throws Error when a thread dies or a result breaks a rule; the other threads are ended.
 */
export async function solveAll(tasks: readonly SolveTask[], options: PoolOptions): Promise<SolvedTask[]> {
  const cancelFlag = new SharedArrayBuffer(4);
  const cancel = (): void => void Atomics.store(new Int32Array(cancelFlag), 0, 1);
  if (options.signal?.aborted) cancel();
  options.signal?.addEventListener('abort', cancel, { once: true });
  const waiting = tasks.map((_, index) => index).sort((a, b) => sizeOf(tasks[b]) - sizeOf(tasks[a]) || a - b);
  const results: SolvedTask[] = new Array<SolvedTask>(tasks.length);
  const threads: Worker[] = [];
  const workThrough = async (): Promise<void> => {
    const thread = spawnThread(new URL('./solve.thread.js', import.meta.url), {
      workerData: { cancelFlag },
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
    });
    threads.push(thread);
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      results[next] = await solveOn(thread, next, tasks[next], options);
    }
  };
  try {
    const count = Math.max(1, Math.min(options.threads, tasks.length));
    await Promise.all(Array.from({ length: tasks.length === 0 ? 0 : count }, workThrough));
    return results;
  } finally {
    options.signal?.removeEventListener('abort', cancel);
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
}

const sizeOf = (task: SolveTask): number => task.problem.visits.length;

function solveOn(thread: Worker, task: number, work: SolveTask, options: PoolOptions): Promise<SolvedTask> {
  return new Promise((resolve, reject) => {
    const done = (settle: () => void): void => {
      thread.off('message', onMessage).off('error', onError).off('exit', onExit);
      settle();
    };
    const onMessage = (answer: ThreadAnswer): void => {
      switch (answer.kind) {
        case 'progress':
          return options.onProgress?.(answer.task, answer.progress);
        case 'result':
          return done(() => resolve(answer.solved));
        case 'failure':
          return done(() => reject(new Error(answer.message)));
      }
    };
    const onError = (error: Error): void => done(() => reject(error));
    const onExit = (code: number): void => done(() => reject(new Error(`a solver thread ended with code ${code}`)));
    thread.on('message', onMessage).on('error', onError).on('exit', onExit);
    thread.postMessage({ task, work });
  });
}
