import {
  availableShift,
  localDate,
  meetingsDuring,
  minuteOfDay,
  minutes,
  outcomeSplit,
  paidMinutes,
  plannedSplit,
  type Absence,
  type LocalDate,
  type Shift,
  type ShiftTime,
  type StaffMeeting,
  type StaffTimeSplit,
  type UnitSettings,
} from '@hemtjanst/domain';
import type {
  KeptForMeetingRow,
  RegisteredShiftRow,
  RouteSumRow,
  ShiftRow,
  StaffAbsenceRow,
} from './efficiency-rows.js';

/** A shift with its paid minutes and where they were planned to go and went. */
export interface ShiftFigures {
  readonly shift: ShiftRow;
  readonly staffMinutes: number;
  readonly rastMinutes: number;
  readonly planned: StaffTimeSplit;
  readonly outcome: StaffTimeSplit;
  /** Null: no published route. */
  readonly planId: string | null;
}

export interface RowsOfShifts {
  readonly shifts: readonly ShiftRow[];
  readonly absences: readonly StaffAbsenceRow[];
  readonly routes: readonly RouteSumRow[];
  readonly registered: readonly RegisteredShiftRow[];
  readonly meetings: readonly StaffMeeting[];
  readonly keptForMeetings: readonly KeptForMeetingRow[];
}

/** Puts what is known about each shift together. */
export function shiftFigures(rows: RowsOfShifts, settings: UnitSettings, now: LocalMoment): readonly ShiftFigures[] {
  const absencesOf = absencesByEmployee(rows.absences);
  const routeOf = new Map(rows.routes.map((route) => [route.shift_id, route]));
  const keptOf = new Map(rows.keptForMeetings.map(({ shift_id, minutes: kept }) => [shift_id, kept]));
  const registeredOf = new Map(rows.registered.map((registered) => [registered.shift_id, registered]));
  return rows.shifts.map((row) => {
    const available = availableShift(shiftOf(row), absencesOf.get(row.employee_id) ?? [], settings);
    const staffMinutes = available === null ? 0 : paidMinutes(available, settings);
    const route = routeOf.get(row.id);
    const time: ShiftTime = {
      staffMinutes,
      aheadMinutes: available === null ? 0 : aheadMinutes(available, staffMinutes, now),
      meetingMinutes: available === null ? 0 : meetingMinutesOf(available, rows.meetings),
      planned: route === undefined ? null : plannedTimeOf(route, keptOf.get(row.id) ?? 0),
      registered: registeredTimeOf(registeredOf.get(row.id)),
    };
    return {
      shift: row,
      staffMinutes,
      rastMinutes: available === null ? 0 : available.endsAt - available.startsAt - staffMinutes,
      planned: plannedSplit(time),
      outcome: outcomeSplit(time),
      planId: route?.plan_id ?? null,
    };
  });
}

/** A moment on the unit's clock. */
export interface LocalMoment {
  readonly date: LocalDate;
  readonly secondOfDay: number;
}

/** Paid minutes of a shift that have not been at `now`; during the shift in proportion to how much of it is left. */
export function aheadMinutes(
  { onDate, startsAt, endsAt }: Pick<Shift, 'onDate' | 'startsAt' | 'endsAt'>,
  staffMinutes: number,
  now: LocalMoment,
): number {
  if (onDate !== now.date) return onDate < now.date ? 0 : staffMinutes;
  const left = (endsAt - now.secondOfDay / 60) / (endsAt - startsAt);
  return staffMinutes * Math.min(1, Math.max(0, left));
}

/** As the rules of working time read a shift, by the ids of the database. */
const shiftOf = (row: ShiftRow): Shift => ({
  id: row.id,
  employeeId: row.employee_id,
  onDate: localDate(row.on_date),
  startsAt: minuteOfDay(row.starts_minute),
  endsAt: minuteOfDay(row.ends_minute),
  breakMinutes: minutes(row.break_minutes),
  premisesId: row.premises_id,
  mode: 'gang',
  workGroupId: row.work_group_id,
  isLarmansvarig: false,
});

function absencesByEmployee(rows: readonly StaffAbsenceRow[]): ReadonlyMap<string, readonly Absence[]> {
  const byEmployee = new Map<string, Absence[]>();
  for (const row of rows) {
    const absence: Absence = {
      person: { kind: 'employee', id: row.employee_id },
      fromDate: localDate(row.from_date),
      fromMinute: minuteOfDay(row.from_minute),
      toDate: localDate(row.to_date),
      toMinute: minuteOfDay(row.to_minute),
      reason: null,
    };
    byEmployee.set(row.employee_id, [...(byEmployee.get(row.employee_id) ?? []), absence]);
  }
  return byEmployee;
}

const meetingMinutesOf = (shift: Shift, meetings: readonly StaffMeeting[]): number =>
  meetingsDuring(shift, meetings).reduce((total, { startsAt, endsAt }) => total + endsAt - startsAt, 0);

/** What a route keeps free for a meeting is the meeting's, which has a part of its own. */
const plannedTimeOf = (route: RouteSumRow, keptForMeetings: number): NonNullable<ShiftTime['planned']> => ({
  visits: route.visits,
  visitMinutes: route.visit_minutes,
  travelMinutes: route.travel_minutes,
  handlingMinutes: route.handling_minutes,
  kringtidMinutes: Math.max(0, route.kringtid_minutes - keptForMeetings),
  waitMinutes: route.wait_minutes,
});

const registeredTimeOf = (row: RegisteredShiftRow | undefined): ShiftTime['registered'] => ({
  visits: row?.visits ?? 0,
  visitMinutes: row?.visit_minutes ?? 0,
  larmMinutes: row?.larm_minutes ?? 0,
  shortGapMinutes: row?.short_gap_minutes ?? 0,
});
