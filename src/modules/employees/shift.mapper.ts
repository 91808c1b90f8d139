import type { NewShift, ShiftAnswer, ShiftChange } from '@hemtjanst/contracts';
import {
  clock,
  formatMinuteOfDay,
  localDate,
  minuteOfDay,
  minutes,
  type Shift,
  type TravelMode,
} from '@hemtjanst/domain';
import type { CodeIndex } from '../../database/code-index.js';
import type { PlaceCodes } from '../units/places.service.js';
import type { ShiftEntity } from './shift.entity.js';

export interface ShiftReferences {
  readonly places: PlaceCodes;
  readonly employees: CodeIndex;
}

export const shiftToRow = (unitId: string, shift: Shift, { places, employees }: ShiftReferences) => ({
  unitId,
  code: shift.id,
  employeeId: employees.idOf(shift.employeeId),
  onDate: shift.onDate,
  startsMinute: shift.startsAt,
  endsMinute: shift.endsAt,
  breakMinutes: shift.breakMinutes,
  premisesId: places.premises.idOf(shift.premisesId),
  mode: shift.mode,
  workGroupId: places.workGroups.idOf(shift.workGroupId),
  isLarmansvarig: shift.isLarmansvarig,
});

export const shiftToDomain = (row: ShiftEntity, { places, employees }: ShiftReferences): Shift => ({
  id: row.code,
  employeeId: employees.codeOf(row.employeeId),
  onDate: localDate(row.onDate),
  startsAt: minuteOfDay(row.startsMinute),
  endsAt: minuteOfDay(row.endsMinute),
  breakMinutes: minutes(row.breakMinutes),
  premisesId: places.premises.codeOf(row.premisesId),
  mode: row.mode,
  workGroupId: places.workGroups.codeOf(row.workGroupId),
  isLarmansvarig: row.isLarmansvarig,
});

export const shiftToContract = (row: ShiftEntity): ShiftAnswer => ({
  id: row.id,
  code: row.code,
  employeeId: row.employeeId,
  onDate: row.onDate,
  startsAt: formatMinuteOfDay(minuteOfDay(row.startsMinute)),
  endsAt: formatMinuteOfDay(minuteOfDay(row.endsMinute)),
  breakMinutes: row.breakMinutes,
  premisesId: row.premisesId,
  mode: row.mode,
  workGroupId: row.workGroupId,
  isLarmansvarig: row.isLarmansvarig,
  version: row.version,
});

/** What the employee brings to a shift that does not say otherwise. */
export interface ShiftDefaults {
  readonly mode: TravelMode;
  readonly workGroupId: string;
}

export const newShiftToRow = (unitId: string, shift: NewShift, defaults: ShiftDefaults) => ({
  unitId,
  code: shift.code,
  employeeId: shift.employeeId,
  onDate: shift.onDate,
  startsMinute: clock(shift.startsAt),
  endsMinute: clock(shift.endsAt),
  breakMinutes: shift.breakMinutes,
  premisesId: shift.premisesId,
  mode: shift.mode ?? defaults.mode,
  workGroupId: shift.workGroupId ?? defaults.workGroupId,
  isLarmansvarig: shift.isLarmansvarig,
});

/** The fields a change names; those left out are undefined and stay as they are. */
export const changedShiftToRow = (change: ShiftChange) => ({
  onDate: change.onDate,
  startsMinute: change.startsAt === undefined ? undefined : clock(change.startsAt),
  endsMinute: change.endsAt === undefined ? undefined : clock(change.endsAt),
  breakMinutes: change.breakMinutes,
  premisesId: change.premisesId,
  mode: change.mode,
  workGroupId: change.workGroupId,
  isLarmansvarig: change.isLarmansvarig,
});
