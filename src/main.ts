import { readEnv } from './config/env.js';
import { startOrExplain } from './config/start-fault.js';
import { startApi, stopOnSignal } from './start-service.js';

await startOrExplain(async () => {
  const service = await startApi(readEnv());
  stopOnSignal(service);
  process.stdout.write(`Ramrutt: ${service.url}  (API ${service.url}/docs)\n`);
});
