import { register } from 'node:module';

// `node --import ./test/support/run-source.mjs src/worker.ts` runs the service from its sources: tests that kill a real
// process need no build. tsx cannot do it, because Nest's injection reads the decorator metadata that only swc emits.
register('./source-hooks.mjs', import.meta.url);
