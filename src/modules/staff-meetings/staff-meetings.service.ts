import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { NewStaffMeeting, StaffMeetingAnswer, StaffMeetingQuery } from '@hemtjanst/contracts';
import type { StaffMeeting } from '@hemtjanst/domain';
import type { DateRange } from '../../database/date-range.js';
import { Database } from '../../database/database.js';
import type { ImportedTable } from '../../database/imported-table.js';
import { assertUnit, type Caller } from '../../http/caller.js';
import { invalidValues, notFound } from '../../http/problems.js';
import { assertReferences } from '../../http/references.js';
import { AuditLog } from '../audit-log/audit-log.js';
import { PlacesService, type PlaceCodes } from '../units/places.service.js';
import {
  meetingOf,
  meetingToContract,
  meetingToDomain,
  meetingToRow,
  newMeetingToRow,
} from './staff-meeting.mapper.js';
import { StaffMeetingRepository } from './staff-meeting.repository.js';

/** APT, training and other meetings: time of the staff that the planner keeps free and the report has a name for. */
@Injectable()
export class StaffMeetingsService {
  constructor(
    private readonly database: Database,
    private readonly meetings: StaffMeetingRepository,
    private readonly places: PlacesService,
    private readonly auditLog: AuditLog,
  ) {}

  async list(caller: Caller, unitId: string, { from, to }: StaffMeetingQuery): Promise<readonly StaffMeetingAnswer[]> {
    assertUnit(caller, unitId);
    return (await this.meetings.findMeetings(unitId, { from, to })).map(meetingToContract);
  }

  /** @throws Problem 422 for a work group of another unit, and for a meeting that ends before it starts */
  add(caller: Caller, unitId: string, wish: NewStaffMeeting): Promise<StaffMeetingAnswer> {
    assertUnit(caller, unitId);
    return this.database.runInTransaction(async () => {
      const { workGroups } = await this.places.loadCodes(unitId);
      assertReferences({ '/workGroupId': wish.workGroupId === null || workGroups.hasId(wish.workGroupId) });
      if (wish.startsAt >= wish.endsAt) {
        const detail = 'Mötet måste sluta efter att det börjat.';
        throw invalidValues([{ pointer: '/endsAt', code: 'tid.bakvand', detail }]);
      }
      const meeting = await this.meetings.insert(newMeetingToRow(unitId, `M-${randomUUID()}`, wish));
      await this.record(caller, unitId, meeting.id, 'skapa');
      return meetingToContract(meeting);
    });
  }

  /** @throws Problem 404 */
  remove(caller: Caller, unitId: string, meetingId: string): Promise<void> {
    assertUnit(caller, unitId);
    return this.database.runInTransaction(async () => {
      if (!(await this.meetings.remove(unitId, meetingId))) throw notFound();
      await this.record(caller, unitId, meetingId, 'ta-bort');
    });
  }

  /** For the planner, by the unit's own numbers; all of them without a range. */
  async loadMeetings(unitId: string, range: DateRange | null, places: PlaceCodes): Promise<readonly StaffMeeting[]> {
    return (await this.meetings.findMeetings(unitId, range)).map((row) => meetingToDomain(row, places));
  }

  /** For the report, by the ids of the database. */
  async findMeetings(unitId: string, range: DateRange): Promise<readonly StaffMeeting[]> {
    return (await this.meetings.findMeetings(unitId, range)).map(meetingOf);
  }

  /** Part of an import: the caller has opened the transaction. */
  importMeetings(unitId: string, meetings: readonly StaffMeeting[], places: PlaceCodes): Promise<ImportedTable> {
    return this.meetings.import(
      unitId,
      meetings.map((meeting) => meetingToRow(unitId, meeting, places)),
    );
  }

  private record(caller: Caller, unitId: string, recordId: string, action: 'skapa' | 'ta-bort'): Promise<void> {
    return this.auditLog.record({ caller, action, recordKind: 'staff-meeting', recordId, unitId });
  }
}
