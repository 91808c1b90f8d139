import pg from 'pg';
import type { DataSourceOptions } from 'typeorm';

/** PostgreSQL `date` is a calendar day: the driver would turn it into an instant in the zone of the machine. */
const DATE_TYPE = 1082;
pg.types.setTypeParser(DATE_TYPE, (value) => value);

/**
 * TypeORM settings of the running service. Waiting is bounded everywhere: a full pool, a slow statement and a forgotten
 * transaction each end in an error that the border answers with 503, never in a request that hangs.
 *
 * @param url postgres://…
 */
export function dataSourceOptions(url: string): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    synchronize: false,
    migrationsRun: false,
    logging: false,
    connectTimeoutMS: 4000,
    parseInt8: true,
    // The pool has dropped the broken connection already; the next query opens a new one.
    poolErrorHandler: () => undefined,
    extra: {
      max: 10,
      idleTimeoutMillis: 30_000,
      statement_timeout: 5000,
      idle_in_transaction_session_timeout: 15_000,
      application_name: 'ramrutt',
    },
  };
}
