import { DataSource, MigrationExecutor } from 'typeorm';
import { StartFault } from '../config/start-fault.js';
import { migrations } from './migrations/index.js';

/** Any fixed number: two starters of the service on the same database take turns by it. */
const MIGRATION_LOCK = 7_273_001;

/**
 * Brings the database to the schema of this code, one starter at a time. Says which migrations it ran.
 *
 * @throws StartFault when the database was already migrated by newer code
 */
export async function migrate(url: string): Promise<readonly string[]> {
  const source = new DataSource({
    type: 'postgres',
    url,
    migrations: [...migrations],
    migrationsTableName: 'schema_migration',
    connectTimeoutMS: 5000,
    poolErrorHandler: () => undefined,
    extra: { max: 2, lock_timeout: 10_000 },
  });
  try {
    await source.initialize();
  } catch (error) {
    throw new StartFault(`the database cannot be reached: ${error instanceof Error ? error.message : String(error)}`);
  }
  const lock = source.createQueryRunner();
  try {
    await lock.query('SELECT set_config($1, $2, false)', ['lock_timeout', '0']);
    await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await refuseNewerDatabase(source);
    const ran = await source.runMigrations({ transaction: 'each' });
    return ran.map((migration) => migration.name);
  } finally {
    await lock.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
    await lock.release();
    await source.destroy();
  }
}

async function refuseNewerDatabase(source: DataSource): Promise<void> {
  const known = new Set(source.migrations.map((migration) => migration.name));
  const unknown = (await new MigrationExecutor(source).getExecutedMigrations()).filter(({ name }) => !known.has(name));
  const newest = unknown.at(0);
  if (newest !== undefined) {
    throw new StartFault(`the database is newer than this program (it has "${newest.name}"): start the newer version`);
  }
}
