import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import type { TestApp } from './app.js';

/** The service's own worker (`src/worker.ts`) as a process of its own, ready for jobs and ready to be killed. */
export async function startRealWorker(app: TestApp): Promise<ChildProcess> {
  const hooks = path.resolve('test/support/run-source.mjs');
  const worker = spawn(process.execPath, ['--import', hooks, path.resolve('src/worker.ts')], {
    env: { PATH: process.env['PATH'], NODE_ENV: 'test', DATABASE_URL: app.database.url, RUN_WORKER: 'yes' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  worker.stderr.on('data', (text: Buffer) => (said = `${said}${text.toString()}`.slice(-4000)));
  await new Promise<void>((resolve, reject) => {
    worker.stdout.on('data', (text: Buffer) => text.toString().includes('worker ready') && resolve());
    worker.once('exit', (code) => reject(new Error(`the worker ended with ${code}: ${said}`)));
  });
  return worker;
}
