import { rmSync } from 'node:fs';
import path from 'node:path';

/** Jest's global teardown. */
export default async function stopPostgres() {
  const { postgres, folder } = globalThis.testPostgres;
  await postgres.stop();
  rmSync(path.dirname(folder), { recursive: true, force: true });
}
