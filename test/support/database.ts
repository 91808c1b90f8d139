import { randomUUID } from 'node:crypto';
import pg from 'pg';

export interface TestDatabase {
  readonly url: string;
  query<Row extends pg.QueryResultRow>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
  drop(): Promise<void>;
}

/** A database of its own for one spec file: a copy of the migrated template. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = process.env['TEST_DATABASE_URL'];
  if (server === undefined) throw new Error('TEST_DATABASE_URL is set by the global setup of the integration project');
  const name = `spec_${randomUUID().replaceAll('-', '')}`;
  await onServer(server, `CREATE DATABASE ${name} TEMPLATE ramrutt_template`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return databaseAt(url.href, () => onServer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
}

function databaseAt(url: string, dropDatabase: () => Promise<void>): TestDatabase {
  const pool = new pg.Pool({ connectionString: url, max: 3 });
  pool.on('error', () => undefined);
  return {
    url,
    query: async <Row extends pg.QueryResultRow>(sql: string, parameters: readonly unknown[] = []) =>
      (await pool.query<Row>(sql, [...parameters])).rows,
    drop: async () => {
      await pool.end();
      await dropDatabase();
    },
  };
}

/** A database that is already there and migrated, used as it is. */
export function serverOf(url: string): TestDatabase {
  return databaseAt(url, () => Promise.resolve());
}

async function onServer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
