import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker, type WorkerOptions } from 'node:worker_threads';

/**
 * Starts a worker thread from a compiled `.js` file. Where only the `.ts` source is there (tests), the thread first
 * registers a TypeScript loader: Node 20 does not let `execArgv` do it for worker threads.
 *
 * @param script `new URL('./name.thread.js', import.meta.url)`
 */
export function spawnThread(script: URL, options: WorkerOptions = {}): Worker {
  if (existsSync(fileURLToPath(script))) return new Worker(script, options);
  const source = JSON.stringify(script.href.replace(/\.js$/, '.ts'));
  const bootstrap = `import('tsx/esm/api').then(({ register }) => { register(); return import(${source}); })`;
  return new Worker(bootstrap, { ...options, eval: true });
}
