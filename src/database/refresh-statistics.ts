import type { Database } from './database.js';

/** Fewer changed rows than this are not worth a look: a small table is read whole in any case. */
const FEWEST_ROWS = 500;
/** A table that has changed by more than this is another table to PostgreSQL's planner (autovacuum's own share). */
const SHARE_CHANGED = 0.1;

/**
 * Tells PostgreSQL's planner of the tables this transaction has filled. Autovacuum would do the same a minute later: until
 * then a freshly imported unit counts as empty, and joins over its registered times are planned as loops that take
 * half a minute instead of half a second.
 * What the same connection wrote within the last second may count too: then a table is looked at once too often.
 *
 * @returns the tables that were looked at
 */
export async function refreshStatistics(database: Database): Promise<readonly string[]> {
  const tables = await database.rows<{ readonly name: string }>(
    `SELECT format('%I.%I', changed.schemaname, changed.relname) AS name
     FROM pg_stat_xact_user_tables changed JOIN pg_class kept ON kept.oid = changed.relid
     WHERE changed.n_tup_ins + changed.n_tup_upd >= $1
       AND changed.n_tup_ins + changed.n_tup_upd >= $2 * greatest(kept.reltuples, 0)
     ORDER BY 1`,
    [FEWEST_ROWS, SHARE_CHANGED],
  );
  if (tables.length > 0) await database.rows(`ANALYZE ${tables.map(({ name }) => name).join(', ')}`);
  return tables.map(({ name }) => name);
}
