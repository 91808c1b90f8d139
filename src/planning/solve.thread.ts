import { parentPort, workerData } from 'node:worker_threads';
import {
  type SolveResult,
  loadColumnChooser,
  maxIterations,
  maxRuntime,
  solve,
  verifySolution,
  weekBounds,
} from '@hemtjanst/solver';
import type { SearchBudget, SolveTask, ThreadAnswer, ThreadRequest } from './solve-task.js';

const PROGRESS_INTERVAL_MS = 500;

const port = parentPort;
if (port === null) throw new Error('solve.thread runs as a worker thread only');
const { cancelFlag } = workerData as { cancelFlag: SharedArrayBuffer };
const cancelled = new Int32Array(cancelFlag);

// Once per thread; by its limit of nodes, not seconds, the choice is the same on every machine.
const chooseColumns = await loadColumnChooser();

port.on('message', ({ task, work }: ThreadRequest) => {
  const answer = (message: ThreadAnswer): void => port.postMessage(message);
  try {
    const result = solveChecked(task, work, answer);
    answer({ kind: 'result', task, solved: { result, bounds: weekBounds(work.problem) } });
  } catch (error) {
    answer({ kind: 'failure', task, message: error instanceof Error ? error.message : String(error) });
  }
});

/** No result leaves the thread that the independent checker has not passed. */
function solveChecked(task: number, work: SolveTask, answer: (message: ThreadAnswer) => void): SolveResult {
  let lastReport = performance.now();
  const result = solve(work.problem, {
    seed: work.seed,
    stop: stopOf(work.budget),
    chooseColumns,
    signal: {
      get aborted() {
        return Atomics.load(cancelled, 0) === 1;
      },
    },
    onProgress: (progress) => {
      if (performance.now() - lastReport < PROGRESS_INTERVAL_MS) return;
      lastReport = performance.now();
      answer({ kind: 'progress', task, progress: { ...progress, bestShifts: progress.bestShifts() } });
    },
  });
  const violations = verifySolution(work.problem, result);
  if (violations.length > 0) {
    throw new Error(`the solver's answer breaks ${violations.length} rules, first: ${JSON.stringify(violations[0])}`);
  }
  return result;
}

function stopOf(budget: SearchBudget) {
  switch (budget.kind) {
    case 'iterations':
      return maxIterations(budget.iterations);
    case 'seconds': {
      const begin = performance.now();
      return maxRuntime(budget.seconds, () => (performance.now() - begin) / 1000);
    }
  }
}
