import { Injectable } from '@nestjs/common';
import type { RamtidOrderQuery } from '@hemtjanst/contracts';
import { CodeIndex } from '../../database/code-index.js';
import { Database } from '../../database/database.js';
import { importedTable, type ImportedTable } from '../../database/imported-table.js';
import { syncRows } from '../../database/sync-rows.js';
import { updateVersioned, type SeenRecord, type UpdateOutcome } from '../../database/update-versioned.js';
import { offsetOf, pageOrAll } from '../../http/page.js';
import { RamtidOrderEntity } from './ramtid-order.entity.js';
import type { changedOrderToRow, newOrderToRow, orderToRow } from './ramtid-order.mapper.js';

@Injectable()
export class RamtidOrderRepository {
  constructor(private readonly database: Database) {}

  /** Orders valid on some day of the range; all of them without one. */
  findValid(
    unitId: string,
    range: { readonly from: string; readonly to: string } | null,
  ): Promise<readonly RamtidOrderEntity[]> {
    const query = this.database.manager
      .createQueryBuilder(RamtidOrderEntity, 'ramtid_order')
      .where('ramtid_order.unitId = :unitId', { unitId });
    if (range !== null) {
      query
        .andWhere('ramtid_order.fromDate <= :to', { to: range.to })
        .andWhere('(ramtid_order.toDate IS NULL OR ramtid_order.toDate >= :from)', { from: range.from });
    }
    return query.orderBy('ramtid_order.code').getMany();
  }

  /** @param brukareIds null: any brukare */
  async findPage(
    unitId: string,
    query: RamtidOrderQuery,
    brukareIds: readonly string[] | null,
  ): Promise<{ readonly rows: readonly RamtidOrderEntity[]; readonly total: number }> {
    const select = this.database.manager
      .createQueryBuilder(RamtidOrderEntity, 'ramtid_order')
      .where('ramtid_order.unitId = :unitId', { unitId });
    if (brukareIds !== null) select.andWhere('ramtid_order.brukareId = ANY (:brukareIds)', { brukareIds });
    if (query.onDate !== undefined) {
      select
        .andWhere('ramtid_order.fromDate <= :onDate', { onDate: query.onDate })
        .andWhere('(ramtid_order.toDate IS NULL OR ramtid_order.toDate >= :onDate)');
    }
    const wish = pageOrAll(query);
    const [rows, total] = await select
      .orderBy('ramtid_order.code')
      .skip(offsetOf(wish))
      .take(wish.size)
      .getManyAndCount();
    return { rows, total };
  }

  findOne(unitId: string, id: string): Promise<RamtidOrderEntity | null> {
    return this.database.manager.findOneBy(RamtidOrderEntity, { unitId, id });
  }

  async findCodes(unitId: string): Promise<CodeIndex> {
    const sql = 'SELECT id, code FROM ramtid_order WHERE unit_id = $1';
    return new CodeIndex('ramtid order', await this.database.rows<{ id: string; code: string }>(sql, [unitId]));
  }

  async insert(row: ReturnType<typeof newOrderToRow>): Promise<string> {
    const { identifiers } = await this.database.manager.insert(RamtidOrderEntity, row);
    return String(identifiers[0]?.['id']);
  }

  update(seen: SeenRecord, change: ReturnType<typeof changedOrderToRow>): Promise<UpdateOutcome> {
    return updateVersioned(this.database, RamtidOrderEntity, seen, change);
  }

  async import(
    unitId: string,
    rows: readonly ReturnType<typeof orderToRow>[],
  ): Promise<{ readonly table: ImportedTable; readonly codes: CodeIndex; readonly touchedIds: readonly string[] }> {
    const count = await syncRows(this.database, RamtidOrderEntity, ['unitId', 'code'], rows);
    const codes = await this.findCodes(unitId);
    const mentioned = new Set(rows.map(({ code }) => code));
    const missing = codes.allCodes.filter((code) => !mentioned.has(code));
    return { table: importedTable('bestallningar.csv', count, missing), codes, touchedIds: count.touchedIds };
  }
}
