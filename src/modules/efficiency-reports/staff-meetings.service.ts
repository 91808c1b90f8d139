import { Injectable } from '@nestjs/common';
import type { NewStaffMeeting, StaffMeetingAnswer, StaffMeetingQuery } from '@hemtjanst/contracts';
import { clock, formatMinuteOfDay, minuteOfDay } from '@hemtjanst/domain';
import { Database } from '../../database/database.js';
import { assertUnit, type Caller } from '../../http/caller.js';
import { invalidValues, notFound } from '../../http/problems.js';
import { assertReferences } from '../../http/references.js';
import { AuditLog } from '../audit-log/audit-log.js';
import type { StaffMeetingRow } from './efficiency-rows.js';
import { EfficiencyRepository } from './efficiency.repository.js';
import { StaffMeetingRepository } from './staff-meeting.repository.js';

/** APT, training and other meetings, so that their hours have a name in the report. */
@Injectable()
export class StaffMeetingsService {
  constructor(
    private readonly database: Database,
    private readonly meetings: StaffMeetingRepository,
    private readonly efficiency: EfficiencyRepository,
    private readonly auditLog: AuditLog,
  ) {}

  async list(caller: Caller, unitId: string, { from, to }: StaffMeetingQuery): Promise<readonly StaffMeetingAnswer[]> {
    assertUnit(caller, unitId);
    return (await this.meetings.find(unitId, from, to)).map(meetingAnswer);
  }

  /** @throws Problem 422 for a work group of another unit, and for a meeting that ends before it starts */
  add(caller: Caller, unitId: string, wish: NewStaffMeeting): Promise<StaffMeetingAnswer> {
    assertUnit(caller, unitId);
    return this.database.runInTransaction(async () => {
      const groups = await this.efficiency.findWorkGroups(unitId);
      assertReferences({
        '/workGroupId': wish.workGroupId === null || groups.some(({ id }) => id === wish.workGroupId),
      });
      if (wish.startsAt >= wish.endsAt) {
        const detail = 'Mötet måste sluta efter att det börjat.';
        throw invalidValues([{ pointer: '/endsAt', code: 'tid.bakvand', detail }]);
      }
      const meeting = await this.meetings.insert(unitId, {
        kind: wish.kind,
        work_group_id: wish.workGroupId,
        on_date: wish.date,
        starts_minute: clock(wish.startsAt),
        ends_minute: clock(wish.endsAt),
      });
      await this.auditLog.record({
        caller,
        action: 'skapa',
        recordKind: 'staff-meeting',
        recordId: meeting.id,
        unitId,
      });
      return meetingAnswer(meeting);
    });
  }

  /** @throws Problem 404 */
  remove(caller: Caller, unitId: string, meetingId: string): Promise<void> {
    assertUnit(caller, unitId);
    return this.database.runInTransaction(async () => {
      if (!(await this.meetings.remove(unitId, meetingId))) throw notFound();
      await this.auditLog.record({
        caller,
        action: 'ta-bort',
        recordKind: 'staff-meeting',
        recordId: meetingId,
        unitId,
      });
    });
  }
}

const meetingAnswer = (row: StaffMeetingRow): StaffMeetingAnswer => ({
  id: row.id,
  kind: row.kind,
  workGroupId: row.work_group_id,
  date: row.on_date,
  startsAt: formatMinuteOfDay(minuteOfDay(row.starts_minute)),
  endsAt: formatMinuteOfDay(minuteOfDay(row.ends_minute)),
});
