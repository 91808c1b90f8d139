import { Injectable } from '@nestjs/common';
import { Between } from 'typeorm';
import type { DateRange } from '../../database/date-range.js';
import { Database } from '../../database/database.js';
import { importedTable, type ImportedTable } from '../../database/imported-table.js';
import { syncRows } from '../../database/sync-rows.js';
import { StaffMeetingEntity } from './staff-meeting.entity.js';
import type { meetingToRow } from './staff-meeting.mapper.js';

type StaffMeetingRow = ReturnType<typeof meetingToRow>;

@Injectable()
export class StaffMeetingRepository {
  constructor(private readonly database: Database) {}

  /** @param range null: all there are */
  findMeetings(unitId: string, range: DateRange | null): Promise<readonly StaffMeetingEntity[]> {
    return this.database.manager.find(StaffMeetingEntity, {
      where: { unitId, ...(range === null ? {} : { onDate: Between(range.from, range.to) }) },
      order: { onDate: 'ASC', startsMinute: 'ASC', code: 'ASC' },
    });
  }

  async insert(row: StaffMeetingRow): Promise<StaffMeetingEntity> {
    const { identifiers } = await this.database.manager.insert(StaffMeetingEntity, row);
    return this.database.manager.findOneByOrFail(StaffMeetingEntity, { id: String(identifiers[0]?.['id']) });
  }

  /** False: there is no such meeting in the unit. */
  async remove(unitId: string, meetingId: string): Promise<boolean> {
    const { affected } = await this.database.manager.delete(StaffMeetingEntity, { unitId, id: meetingId });
    return affected === 1;
  }

  async import(unitId: string, rows: readonly StaffMeetingRow[]): Promise<ImportedTable> {
    const count = await syncRows(this.database, StaffMeetingEntity, ['unitId', 'code'], rows);
    return importedTable('moten.csv', count, await this.findMissing(unitId, rows));
  }

  /** Meetings of the days the file covers that it no longer has. */
  private async findMissing(unitId: string, rows: readonly StaffMeetingRow[]): Promise<readonly string[]> {
    const dates = rows.map(({ onDate }) => onDate).sort();
    const [from, to] = [dates.at(0), dates.at(-1)];
    if (from === undefined || to === undefined) return [];
    const mentioned = new Set(rows.map(({ code }) => code));
    const kept = await this.findMeetings(unitId, { from, to });
    return kept.map(({ code }) => code).filter((code) => !mentioned.has(code));
  }
}
