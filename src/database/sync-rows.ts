import type { EntityTarget, EntityMetadata, ObjectLiteral } from 'typeorm';
import type { Database } from './database.js';

/** How many rows a synchronisation added, changed, and found as they already were. */
export interface SyncCount {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

export interface SyncResult extends SyncCount {
  /** Ids of the rows that were added or changed. */
  readonly touchedIds: readonly string[];
}

/**
 * Writes `rows` in one statement: new keys are inserted, rows that differ get their new values and a higher version,
 * equal rows are left alone. Writing the same rows again therefore touches nothing.
 *
 * @param key properties of the unique constraint that says which row is meant
 * @param rows plain values by entity property, all with the same properties
 * @example await syncRows(database, EmployeeEntity, ['unitId', 'code'], employees)
 */
export async function syncRows<Row extends ObjectLiteral>(
  database: Database,
  entity: EntityTarget<Row>,
  key: readonly (keyof Row & string)[],
  rows: readonly Partial<Row>[],
): Promise<SyncResult> {
  const [first] = rows;
  if (first === undefined) return { added: 0, changed: 0, unchanged: 0, touchedIds: [] };
  const touched = await database.rows<{ id: string; is_new: boolean }>(
    syncStatement(database.manager.connection.getMetadata(entity), Object.keys(first), key),
    [JSON.stringify(rows)],
  );
  const added = touched.filter((row) => row.is_new).length;
  return {
    added,
    changed: touched.length - added,
    unchanged: rows.length - touched.length,
    touchedIds: touched.map((row) => row.id),
  };
}

function syncStatement(table: EntityMetadata, properties: readonly string[], key: readonly string[]): string {
  const name = quote(table.tableName);
  const columns = properties.map((property) => columnOf(table, property));
  const values = columns.filter((column) => !key.includes(column.property));
  const list = (prefix: string) => values.map((column) => `${prefix}.${column.name}`).join(', ');
  // The row's key fields arrive under their property names, so that entity and statement cannot drift apart.
  return `
    INSERT INTO ${name} AS kept (${columns.map((column) => column.name).join(', ')})
    SELECT ${columns.map((column) => quote(column.property)).join(', ')}
    FROM jsonb_to_recordset($1::jsonb) AS incoming (
      ${columns.map((column) => `${quote(column.property)} ${column.type}`).join(', ')}
    )
    ON CONFLICT (${key.map((property) => columnOf(table, property).name).join(', ')}) DO UPDATE
    SET ${values.map((column) => `${column.name} = excluded.${column.name}`).join(', ')},
        version = kept.version + 1, updated_at = now()
    WHERE (${list('kept')}) IS DISTINCT FROM (${list('excluded')})
    RETURNING id, (xmax = 0) AS is_new`;
}

function columnOf(table: EntityMetadata, property: string): { property: string; name: string; type: string } {
  const column = table.findColumnWithPropertyName(property);
  if (column === undefined) throw new Error(`${table.tableName} has no column for ${property}`);
  const type = table.connection.driver.normalizeType(column);
  return { property, name: quote(column.databaseName), type: column.isArray ? `${type}[]` : type };
}

const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;
