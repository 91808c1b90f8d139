import { Database } from '../../src/database/database.js';
import { refreshStatistics } from '../../src/database/refresh-statistics.js';
import { startTestApp, type TestApp } from '../support/app.js';

describe('the statistics of PostgreSQL after an import', () => {
  let app: TestApp;
  let database: Database;

  beforeAll(async () => {
    app = await startTestApp();
    database = app.app.get(Database);
    await app.database.query('CREATE TABLE filled (number int)');
  });
  afterAll(() => app.close());

  /** Adds rows and refreshes in one transaction; answers which tables were looked at. */
  const add = (rows: number) =>
    database.runInTransaction(async () => {
      await database.rows('INSERT INTO filled SELECT generate_series(1, $1::int)', [rows]);
      const lookedAt = await refreshStatistics(database);
      // PostgreSQL tells of its counters once a second: without this they would count for the next transaction too.
      await database.rows('SELECT pg_stat_force_next_flush()');
      return lookedAt;
    });
  const knownRows = async () => {
    const [row] = await app.database.query<{ rows: number }>(
      `SELECT reltuples::int AS rows FROM pg_class WHERE oid = 'filled'::regclass`,
    );
    return row?.rows;
  };

  it('know the rows of a table that was filled, when the import ends and not a minute later', async () => {
    expect(await add(6000)).toEqual(['public.filled']);
    expect(await knownRows()).toBe(6000);
  });

  it('leave a table alone that has grown by less than a tenth', async () => {
    expect(await add(550)).toEqual([]);
  });

  it('leave a table alone that has got fewer rows than are worth a look', async () => {
    await app.database.query('TRUNCATE filled');
    expect(await add(400)).toEqual([]);
    expect(await add(600)).toEqual(['public.filled']);
  });
});
