import type { NewStaffMeeting, StaffMeetingAnswer } from '@hemtjanst/contracts';
import { clock, formatMinuteOfDay, localDate, minuteOfDay, type StaffMeeting } from '@hemtjanst/domain';
import type { PlaceCodes } from '../units/places.service.js';
import type { StaffMeetingEntity } from './staff-meeting.entity.js';

/** @param code the meeting's number in the unit */
export const newMeetingToRow = (unitId: string, code: string, wish: NewStaffMeeting) => ({
  unitId,
  code,
  kind: wish.kind,
  workGroupId: wish.workGroupId,
  onDate: localDate(wish.date),
  startsMinute: clock(wish.startsAt),
  endsMinute: clock(wish.endsAt),
});

export const meetingToRow = (unitId: string, meeting: StaffMeeting, { workGroups }: PlaceCodes) => ({
  unitId,
  code: meeting.id,
  kind: meeting.kind,
  workGroupId: workGroups.idOrNull(meeting.workGroupId),
  onDate: meeting.onDate,
  startsMinute: meeting.startsAt,
  endsMinute: meeting.endsAt,
});

export const meetingToDomain = (row: StaffMeetingEntity, { workGroups }: PlaceCodes): StaffMeeting => ({
  ...meetingOf(row),
  id: row.code,
  workGroupId: workGroups.codeOrNull(row.workGroupId),
});

/** The meeting by the ids of the database. */
export const meetingOf = (row: StaffMeetingEntity): StaffMeeting => ({
  id: row.id,
  kind: row.kind,
  workGroupId: row.workGroupId,
  onDate: localDate(row.onDate),
  startsAt: minuteOfDay(row.startsMinute),
  endsAt: minuteOfDay(row.endsMinute),
});

export const meetingToContract = (row: StaffMeetingEntity): StaffMeetingAnswer => ({
  id: row.id,
  kind: row.kind,
  workGroupId: row.workGroupId,
  date: row.onDate,
  startsAt: formatMinuteOfDay(minuteOfDay(row.startsMinute)),
  endsAt: formatMinuteOfDay(minuteOfDay(row.endsMinute)),
});
