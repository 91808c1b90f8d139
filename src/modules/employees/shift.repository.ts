import { Injectable } from '@nestjs/common';
import { Between } from 'typeorm';
import { CodeIndex } from '../../database/code-index.js';
import type { DateRange } from '../../database/date-range.js';
import { Database } from '../../database/database.js';
import { importedTable, type ImportedTable } from '../../database/imported-table.js';
import { syncRows } from '../../database/sync-rows.js';
import { updateVersioned, type SeenRecord, type UpdateOutcome } from '../../database/update-versioned.js';
import { ShiftEntity } from './shift.entity.js';
import type { changedShiftToRow, newShiftToRow, shiftToRow } from './shift.mapper.js';

@Injectable()
export class ShiftRepository {
  constructor(private readonly database: Database) {}

  /** @param range null: all there are */
  findShifts(unitId: string, range: DateRange | null, employeeId?: string): Promise<readonly ShiftEntity[]> {
    return this.database.manager.find(ShiftEntity, {
      where: {
        unitId,
        ...(range === null ? {} : { onDate: Between(range.from, range.to) }),
        ...(employeeId === undefined ? {} : { employeeId }),
      },
      order: { onDate: 'ASC', startsMinute: 'ASC', code: 'ASC' },
    });
  }

  findOne(unitId: string, id: string): Promise<ShiftEntity | null> {
    return this.database.manager.findOneBy(ShiftEntity, { unitId, id });
  }

  async insert(row: ReturnType<typeof newShiftToRow>): Promise<string> {
    const { identifiers } = await this.database.manager.insert(ShiftEntity, row);
    return String(identifiers[0]?.['id']);
  }

  update(seen: SeenRecord, change: ReturnType<typeof changedShiftToRow>): Promise<UpdateOutcome> {
    return updateVersioned(this.database, ShiftEntity, seen, change);
  }

  /** Takes back a shift; false when the version seen is no longer there. A shift that a plan uses stays (foreign key). */
  async remove(unitId: string, id: string, version: number): Promise<boolean> {
    const { affected } = await this.database.manager.delete(ShiftEntity, { unitId, id, version });
    return affected === 1;
  }

  /** Kept shifts that the rows do not name, but that lie at the same time for the same employee as one of them. */
  async findCollisions(
    unitId: string,
    rows: readonly ReturnType<typeof shiftToRow>[],
  ): Promise<readonly { readonly code: string; readonly keptCode: string }[]> {
    return this.database.rows(
      `SELECT incoming.code, kept.code AS "keptCode" FROM shift AS kept
       JOIN jsonb_to_recordset($2::jsonb) AS incoming (
         code text, "employeeId" uuid, "onDate" date, "startsMinute" smallint, "endsMinute" smallint)
         ON incoming."employeeId" = kept.employee_id AND incoming."onDate" = kept.on_date
         AND incoming."startsMinute" < kept.ends_minute AND kept.starts_minute < incoming."endsMinute"
       WHERE kept.unit_id = $1 AND kept.code <> ALL ($3::text[])
       ORDER BY incoming.code, kept.code`,
      [unitId, JSON.stringify(rows), rows.map(({ code }) => code)],
    );
  }

  async import(unitId: string, rows: readonly ReturnType<typeof shiftToRow>[]): Promise<ImportedTable> {
    const count = await syncRows(this.database, ShiftEntity, ['unitId', 'code'], rows);
    return importedTable('pass.csv', count, await this.findMissing(unitId, rows));
  }

  /** Shifts of the days the file covers that it no longer has; older and later rosters are another file's matter. */
  private async findMissing(
    unitId: string,
    rows: readonly { readonly code: string; readonly onDate: string }[],
  ): Promise<readonly string[]> {
    const dates = rows.map(({ onDate }) => onDate).sort();
    const [from, to] = [dates.at(0), dates.at(-1)];
    if (from === undefined || to === undefined) return [];
    const kept = new CodeIndex('shift', await this.findShifts(unitId, { from, to }));
    const mentioned = new Set(rows.map(({ code }) => code));
    return kept.allCodes.filter((code) => !mentioned.has(code));
  }
}
