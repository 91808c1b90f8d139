import { readEnv } from './config/env.js';
import { startOrExplain } from './config/start-fault.js';
import { startWorker, stopOnSignal } from './start-service.js';

await startOrExplain(async () => {
  const service = await startWorker(readEnv());
  stopOnSignal(service);
  process.stdout.write('Ramrutt: worker ready\n');
});
