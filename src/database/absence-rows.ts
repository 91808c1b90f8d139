import { clock, formatMinuteOfDay, localDate, minuteOfDay, type Absence } from '@hemtjanst/domain';
import type { AbsenceRecord } from './absence-record.entity.js';

/** The interval of an absence as the tables of absences keep it. */
export interface AbsenceIntervalRow {
  readonly unitId: string;
  readonly fromDate: string;
  readonly fromMinute: number;
  readonly toDate: string;
  readonly toMinute: number;
  readonly reason: string | null;
}

export const absenceIntervalToRow = (unitId: string, absence: Omit<Absence, 'person'>): AbsenceIntervalRow => ({
  unitId,
  fromDate: absence.fromDate,
  fromMinute: absence.fromMinute,
  toDate: absence.toDate,
  toMinute: absence.toMinute,
  reason: absence.reason,
});

export const absenceToDomain = (row: AbsenceRecord, person: Absence['person']): Absence => ({
  person,
  fromDate: localDate(row.fromDate),
  fromMinute: minuteOfDay(row.fromMinute),
  toDate: localDate(row.toDate),
  toMinute: minuteOfDay(row.toMinute),
  reason: row.reason,
});

interface AbsenceWish {
  readonly fromDate: string;
  readonly fromTime: string;
  readonly toDate: string;
  readonly toTime: string;
  readonly reason: string | null;
}

export const newAbsenceToRow = (unitId: string, absence: AbsenceWish): AbsenceIntervalRow => ({
  unitId,
  fromDate: absence.fromDate,
  fromMinute: clock(absence.fromTime),
  toDate: absence.toDate,
  toMinute: clock(absence.toTime),
  reason: absence.reason,
});

export const absenceToContract = (row: AbsenceRecord, personId: string) => ({
  id: row.id,
  personId,
  fromDate: row.fromDate,
  fromTime: formatMinuteOfDay(minuteOfDay(row.fromMinute)),
  toDate: row.toDate,
  toTime: formatMinuteOfDay(minuteOfDay(row.toMinute)),
  reason: row.reason,
  version: row.version,
});
