import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import type { TestApp } from './app.js';

const running = new Set<ChildProcess>();

/** Ends what a test has left behind, however it ended; call it after each test. */
export function killRealWorkers(): void {
  for (const worker of running) worker.kill('SIGKILL');
}

/** The service's own worker (`src/worker.ts`) as a process of its own, ready for jobs and ready to be killed. */
export async function startRealWorker(app: TestApp): Promise<ChildProcess> {
  const hooks = path.resolve('test/support/run-source.mjs');
  const worker = spawn(process.execPath, ['--import', hooks, path.resolve('src/worker.ts')], {
    env: { PATH: process.env['PATH'], NODE_ENV: 'test', DATABASE_URL: app.database.url, RUN_WORKER: 'yes' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(worker);
  worker.once('exit', () => running.delete(worker));
  let said = '';
  worker.stderr.on('data', (text: Buffer) => (said = `${said}${text.toString()}`.slice(-4000)));
  await new Promise<void>((resolve, reject) => {
    worker.stdout.on('data', (text: Buffer) => text.toString().includes('worker ready') && resolve());
    worker.once('exit', (code) => reject(new Error(`the worker ended with ${code}: ${said}`)));
  });
  return worker;
}
