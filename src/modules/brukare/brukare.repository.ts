import { Injectable } from '@nestjs/common';
import { CodeIndex } from '../../database/code-index.js';
import { Database } from '../../database/database.js';
import { importedTable, type ImportedTable } from '../../database/imported-table.js';
import { syncRows } from '../../database/sync-rows.js';
import { updateVersioned, type SeenRecord, type UpdateOutcome } from '../../database/update-versioned.js';
import { offsetOf, type PageWish } from '../../http/page.js';
import { BrukareEntity } from './brukare.entity.js';
import type { brukareToRow, changedBrukareToRow, newBrukareToRow } from './brukare.mapper.js';

const MOST_SEARCH_HITS = 20;

interface Found {
  readonly rows: readonly BrukareEntity[];
  readonly total: number;
}

@Injectable()
export class BrukareRepository {
  constructor(private readonly database: Database) {}

  findAll(unitId: string): Promise<readonly BrukareEntity[]> {
    return this.database.manager.find(BrukareEntity, { where: { unitId }, order: { code: 'ASC' } });
  }

  async findPage(unitId: string, workGroupId: string | undefined, wish: PageWish): Promise<Found> {
    const [rows, total] = await this.database.manager.findAndCount(BrukareEntity, {
      where: { unitId, ...(workGroupId === undefined ? {} : { workGroupId }) },
      order: { code: 'ASC' },
      skip: offsetOf(wish),
      take: wish.size,
    });
    return { rows, total };
  }

  /** Name or kundnummer holds `text`; a protected identity is found by its kundnummer only. */
  async search(unitId: string, workGroupId: string | undefined, text: string): Promise<readonly BrukareEntity[]> {
    const pattern = `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
    const query = this.database.manager
      .createQueryBuilder(BrukareEntity, 'brukare')
      .where('brukare.unitId = :unitId', { unitId })
      .andWhere('(brukare.code ILIKE :pattern OR (NOT brukare.isProtected AND brukare.name ILIKE :pattern))', {
        pattern,
      });
    if (workGroupId !== undefined) query.andWhere('brukare.workGroupId = :workGroupId', { workGroupId });
    return query.orderBy('brukare.code').take(MOST_SEARCH_HITS).getMany();
  }

  findOne(unitId: string, id: string): Promise<BrukareEntity | null> {
    return this.database.manager.findOneBy(BrukareEntity, { unitId, id });
  }

  async findMemberIds(unitId: string, workGroupId: string): Promise<readonly string[]> {
    const sql = 'SELECT id FROM brukare WHERE unit_id = $1 AND work_group_id = $2';
    return (await this.database.rows<{ id: string }>(sql, [unitId, workGroupId])).map(({ id }) => id);
  }

  async findCodes(unitId: string): Promise<CodeIndex> {
    const sql = 'SELECT id, code FROM brukare WHERE unit_id = $1';
    return new CodeIndex('brukare', await this.database.rows<{ id: string; code: string }>(sql, [unitId]));
  }

  /** Ids of the banned employees by brukare; brukare without bans are absent. */
  async findBans(
    unitId: string,
    brukareIds: readonly string[] | null,
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    const rows = await this.database.rows<{ brukare_id: string; employee_ids: readonly string[] }>(
      `SELECT brukare_id, array_agg(employee_id ORDER BY employee_id) AS employee_ids FROM brukare_ban
       WHERE unit_id = $1 AND ($2::uuid[] IS NULL OR brukare_id = ANY ($2::uuid[])) GROUP BY brukare_id`,
      [unitId, brukareIds],
    );
    return new Map(rows.map((row) => [row.brukare_id, row.employee_ids]));
  }

  async insert(row: ReturnType<typeof newBrukareToRow>): Promise<string> {
    const { identifiers } = await this.database.manager.insert(BrukareEntity, row);
    return String(identifiers[0]?.['id']);
  }

  update(seen: SeenRecord, change: ReturnType<typeof changedBrukareToRow>): Promise<UpdateOutcome> {
    return updateVersioned(this.database, BrukareEntity, seen, change);
  }

  /**
   * Makes the bans of every named brukare exactly these.
   *
   * @param wanted banned employee ids by brukare id; an empty list lifts all bans
   * @returns ids of the brukare whose bans became others
   */
  async replaceBans(unitId: string, wanted: ReadonlyMap<string, readonly string[]>): Promise<readonly string[]> {
    const pairs = [...wanted].flatMap(([brukareId, employees]) =>
      employees.map((employeeId) => ({ brukare_id: brukareId, employee_id: employeeId })),
    );
    const changed = await this.database.rows<{ brukare_id: string }>(
      `WITH wanted AS (SELECT * FROM jsonb_to_recordset($3::jsonb) AS pair (brukare_id uuid, employee_id uuid)),
       lifted AS (
         DELETE FROM brukare_ban AS ban WHERE ban.unit_id = $1 AND ban.brukare_id = ANY ($2::uuid[])
           AND NOT EXISTS (
             SELECT FROM wanted WHERE wanted.brukare_id = ban.brukare_id AND wanted.employee_id = ban.employee_id)
         RETURNING ban.brukare_id),
       added AS (
         INSERT INTO brukare_ban (unit_id, brukare_id, employee_id) SELECT $1, brukare_id, employee_id FROM wanted
         ON CONFLICT DO NOTHING RETURNING brukare_id)
       SELECT brukare_id FROM lifted UNION SELECT brukare_id FROM added`,
      [unitId, [...wanted.keys()], JSON.stringify(pairs)],
    );
    return changed.map((row) => row.brukare_id);
  }

  /** Brukare with their bans: one whose bans alone differ counts as changed, and gets a higher version. */
  async import(
    unitId: string,
    rows: readonly ReturnType<typeof brukareToRow>[],
    bansOf: (codes: CodeIndex) => ReadonlyMap<string, readonly string[]>,
  ): Promise<ImportedTable> {
    const count = await syncRows(this.database, BrukareEntity, ['unitId', 'code'], rows);
    const codes = await this.findCodes(unitId);
    const touched = new Set(count.touchedIds);
    const onlyBans = (await this.replaceBans(unitId, bansOf(codes))).filter((id) => !touched.has(id));
    await this.database.affected(
      'UPDATE brukare SET version = version + 1, updated_at = now() WHERE unit_id = $1 AND id = ANY ($2::uuid[])',
      [unitId, onlyBans],
    );
    const mentioned = new Set(rows.map(({ code }) => code));
    return importedTable(
      'kunder.csv',
      { ...count, changed: count.changed + onlyBans.length, unchanged: count.unchanged - onlyBans.length },
      codes.allCodes.filter((code) => !mentioned.has(code)),
    );
  }
}
