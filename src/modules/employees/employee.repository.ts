import { Injectable } from '@nestjs/common';
import { CodeIndex } from '../../database/code-index.js';
import { Database } from '../../database/database.js';
import { importedTable, type ImportedTable } from '../../database/imported-table.js';
import { syncRows } from '../../database/sync-rows.js';
import { updateVersioned, type SeenRecord, type UpdateOutcome } from '../../database/update-versioned.js';
import { offsetOf, type PageWish } from '../../http/page.js';
import { EmployeeEntity } from './employee.entity.js';
import type { changedEmployeeToRow, employeeToRow, newEmployeeToRow } from './employee.mapper.js';

@Injectable()
export class EmployeeRepository {
  constructor(private readonly database: Database) {}

  findAll(unitId: string): Promise<readonly EmployeeEntity[]> {
    return this.database.manager.find(EmployeeEntity, { where: { unitId }, order: { code: 'ASC' } });
  }

  async findPage(
    unitId: string,
    workGroupId: string | undefined,
    wish: PageWish,
  ): Promise<{ readonly rows: readonly EmployeeEntity[]; readonly total: number }> {
    const where = { unitId, ...(workGroupId === undefined ? {} : { workGroupId }) };
    const [rows, total] = await this.database.manager.findAndCount(EmployeeEntity, {
      where,
      order: { code: 'ASC' },
      skip: offsetOf(wish),
      take: wish.size,
    });
    return { rows, total };
  }

  findOne(unitId: string, id: string): Promise<EmployeeEntity | null> {
    return this.database.manager.findOneBy(EmployeeEntity, { unitId, id });
  }

  async findCodes(unitId: string): Promise<CodeIndex> {
    const rows = await this.database.rows<{ id: string; code: string }>(
      'SELECT id, code FROM employee WHERE unit_id = $1',
      [unitId],
    );
    return new CodeIndex('employee', rows);
  }

  async insert(row: ReturnType<typeof newEmployeeToRow>): Promise<string> {
    const { identifiers } = await this.database.manager.insert(EmployeeEntity, row);
    return String(identifiers[0]?.['id']);
  }

  update(seen: SeenRecord, change: ReturnType<typeof changedEmployeeToRow>): Promise<UpdateOutcome> {
    return updateVersioned(this.database, EmployeeEntity, seen, change);
  }

  async import(unitId: string, rows: readonly ReturnType<typeof employeeToRow>[]): Promise<ImportedTable> {
    const count = await syncRows(this.database, EmployeeEntity, ['unitId', 'code'], rows);
    const mentioned = new Set(rows.map(({ code }) => code));
    const kept = await this.findCodes(unitId);
    return importedTable(
      'personal.csv',
      count,
      kept.allCodes.filter((code) => !mentioned.has(code)),
    );
  }
}
