import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { tsImport } from 'tsx/esm/api';

/** Jest's global setup: one embedded PostgreSQL for the whole run, with a migrated database to copy from. */
export default async function startPostgres() {
  const { startEmbeddedPostgres } = await tsImport('../../src/database/embedded-postgres.ts', import.meta.url);
  const { migrate } = await tsImport('../../src/database/migrate.ts', import.meta.url);
  const parent = mkdtempSync(path.join(tmpdir(), 'ramrutt-test-'));
  chmodSync(parent, 0o755);
  const folder = path.join(parent, 'postgres');
  const postgres = await startEmbeddedPostgres(folder, { durable: false });
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  await client.query('CREATE DATABASE ramrutt_template');
  await client.end();
  const template = new URL(postgres.url);
  template.pathname = '/ramrutt_template';
  await migrate(template.href);
  process.env.TEST_DATABASE_URL = postgres.url;
  globalThis.testPostgres = { postgres, folder };
}
