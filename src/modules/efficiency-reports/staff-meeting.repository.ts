import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import type { StaffMeetingRow } from './efficiency-rows.js';

export type NewStaffMeetingRow = Omit<StaffMeetingRow, 'id'>;

const COLUMNS = 'id, kind, work_group_id, on_date, starts_minute, ends_minute';

/** Meetings of the staff: hours that are neither visits nor ways. */
@Injectable()
export class StaffMeetingRepository {
  constructor(private readonly database: Database) {}

  find(unitId: string, from: string, to: string): Promise<readonly StaffMeetingRow[]> {
    return this.database.rows<StaffMeetingRow>(
      `SELECT ${COLUMNS} FROM staff_meeting WHERE unit_id = $1 AND on_date BETWEEN $2::date AND $3::date
       ORDER BY on_date, starts_minute, id`,
      [unitId, from, to],
    );
  }

  async insert(unitId: string, meeting: NewStaffMeetingRow): Promise<StaffMeetingRow> {
    const { kind, work_group_id, on_date, starts_minute, ends_minute } = meeting;
    const [row] = await this.database.rows<StaffMeetingRow>(
      `INSERT INTO staff_meeting (unit_id, kind, work_group_id, on_date, starts_minute, ends_minute)
       VALUES ($1, $2, $3, $4, $5, $6) RETURNING ${COLUMNS}`,
      [unitId, kind, work_group_id, on_date, starts_minute, ends_minute],
    );
    if (row === undefined) throw new Error('the meeting was not saved');
    return row;
  }

  /** False: there is no such meeting in the unit. */
  async remove(unitId: string, meetingId: string): Promise<boolean> {
    const sql = 'DELETE FROM staff_meeting WHERE unit_id = $1 AND id = $2';
    return (await this.database.affected(sql, [unitId, meetingId])) === 1;
  }
}
