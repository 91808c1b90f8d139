import { readEnv } from './config/env.js';
import { startOrExplain } from './config/start-fault.js';
import { firstStart } from './first-start/first-start.js';
import { terminalOf } from './first-start/terminal.js';
import { startApi, stopOnSignal } from './start-service.js';

await startOrExplain(async () => {
  const env = readEnv();
  const terminal = terminalOf(process.stdout);
  const service = await startApi(env);
  stopOnSignal(service);
  await firstStart(service, env, terminal);
  terminal.line(`Ramrutt: ${service.url}  (API ${service.url}/docs)`);
});
