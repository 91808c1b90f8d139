import type { EntityTarget, FindOptionsWhere, QueryDeepPartialEntity } from 'typeorm';
import type { Database } from './database.js';
import type { UnitRecord } from './unit-record.entity.js';

/** Which record is meant, and the version the caller has seen. */
export interface SeenRecord {
  readonly unitId: string;
  readonly id: string;
  readonly version: number;
}

export type UpdateOutcome =
  | { readonly kind: 'updated'; readonly version: number }
  | { readonly kind: 'changed-by-other'; readonly currentVersion: number }
  | { readonly kind: 'missing' };

/**
 * Changes a record only if it still has the version the caller saw: the condition stands in the UPDATE itself, so that
 * two who save at once cannot both win (TypeORM's own version column checks too early).
 */
export async function updateVersioned<Row extends UnitRecord>(
  database: Database,
  entity: EntityTarget<Row>,
  seen: SeenRecord,
  change: QueryDeepPartialEntity<Row>,
): Promise<UpdateOutcome> {
  const version = seen.version + 1;
  const where = { unitId: seen.unitId, id: seen.id, version: seen.version } as FindOptionsWhere<Row>;
  const { affected } = await database.manager.update(entity, where, { ...change, version });
  if (affected === 1) return { kind: 'updated', version };
  const current = await database.manager.findOneBy(entity, {
    unitId: seen.unitId,
    id: seen.id,
  } as FindOptionsWhere<Row>);
  return current === null ? { kind: 'missing' } : { kind: 'changed-by-other', currentVersion: current.version };
}
