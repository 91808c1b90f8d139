import { Injectable } from '@nestjs/common';
import { Between, LessThanOrEqual, MoreThanOrEqual } from 'typeorm';
import type { AbsenceIntervalRow } from '../../database/absence-rows.js';
import { Database } from '../../database/database.js';
import { importedTable, type ImportedTable } from '../../database/imported-table.js';
import { syncRows } from '../../database/sync-rows.js';
import { EmployeeAbsenceEntity } from './employee-absence.entity.js';
import type { DateRange } from '../../database/date-range.js';

export type EmployeeAbsenceRow = AbsenceIntervalRow & { readonly employeeId: string };

@Injectable()
export class EmployeeAbsenceRepository {
  constructor(private readonly database: Database) {}

  /** Absences that touch the days of the range; all of them without one. */
  findTouching(unitId: string, range: DateRange | null): Promise<readonly EmployeeAbsenceEntity[]> {
    return this.database.manager.find(EmployeeAbsenceEntity, {
      where: {
        unitId,
        ...(range === null ? {} : { fromDate: LessThanOrEqual(range.to), toDate: MoreThanOrEqual(range.from) }),
      },
      order: { fromDate: 'ASC', fromMinute: 'ASC', id: 'ASC' },
    });
  }

  findOne(unitId: string, id: string): Promise<EmployeeAbsenceEntity | null> {
    return this.database.manager.findOneBy(EmployeeAbsenceEntity, { unitId, id });
  }

  async insert(row: EmployeeAbsenceRow): Promise<string> {
    const { identifiers } = await this.database.manager.insert(EmployeeAbsenceEntity, row);
    return String(identifiers[0]?.['id']);
  }

  /** Takes back an absence; false when the version seen is no longer there. */
  async remove(unitId: string, id: string, version: number): Promise<boolean> {
    const { affected } = await this.database.manager.delete(EmployeeAbsenceEntity, { unitId, id, version });
    return affected === 1;
  }

  async import(unitId: string, rows: readonly EmployeeAbsenceRow[]): Promise<ImportedTable> {
    const key = ['unitId', 'employeeId', 'fromDate', 'fromMinute', 'toDate', 'toMinute'] as const;
    const count = await syncRows(this.database, EmployeeAbsenceEntity, key, rows);
    const kept = await this.database.manager.countBy(EmployeeAbsenceEntity, {
      unitId,
      fromDate: Between(...spanOf(rows)),
    });
    return { ...importedTable('franvaro.csv', count), missing: Math.max(0, kept - rows.length) };
  }
}

/** The days within which the file's absences begin. */
function spanOf(rows: readonly { readonly fromDate: string }[]): [string, string] {
  const dates = rows.map(({ fromDate }) => fromDate).sort();
  return [dates.at(0) ?? '9999-12-31', dates.at(-1) ?? '0001-01-01'];
}
