import {
  availableShift,
  localDate,
  minuteOfDay,
  minutes,
  outcomeSplit,
  paidMinutes,
  plannedSplit,
  type Absence,
  type Shift,
  type ShiftTime,
  type StaffTimeSplit,
  type UnitSettings,
} from '@hemtjanst/domain';
import type { RegisteredShiftRow, RouteSumRow, ShiftRow, StaffAbsenceRow, StaffMeetingRow } from './efficiency-rows.js';

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
  readonly meetings: readonly StaffMeetingRow[];
}

/** Puts what is known about each shift together. */
export function shiftFigures(rows: RowsOfShifts, settings: UnitSettings): readonly ShiftFigures[] {
  const absencesOf = absencesByEmployee(rows.absences);
  const routeOf = new Map(rows.routes.map((route) => [route.shift_id, route]));
  const registeredOf = new Map(rows.registered.map((registered) => [registered.shift_id, registered]));
  return rows.shifts.map((row) => {
    const available = availableShift(shiftOf(row), absencesOf.get(row.employee_id) ?? [], settings);
    const staffMinutes = available === null ? 0 : paidMinutes(available, settings);
    const route = routeOf.get(row.id);
    const time: ShiftTime = {
      staffMinutes,
      meetingMinutes: available === null ? 0 : meetingMinutesOf(available, rows.meetings),
      planned: route === undefined ? null : plannedTimeOf(route),
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

/** Minutes of the shift in which its group meets; meetings that overlap count once. */
function meetingMinutesOf(shift: Shift, meetings: readonly StaffMeetingRow[]): number {
  const own = meetings
    .filter(
      ({ work_group_id, on_date }) =>
        on_date === shift.onDate && (work_group_id ?? shift.workGroupId) === shift.workGroupId,
    )
    .sort((a, b) => a.starts_minute - b.starts_minute);
  let [total, coveredTo] = [0, shift.startsAt as number];
  for (const { starts_minute, ends_minute } of own) {
    const [from, to] = [Math.max(starts_minute, coveredTo), Math.min(ends_minute, shift.endsAt)];
    total += Math.max(0, to - from);
    coveredTo = Math.max(coveredTo, to);
  }
  return total;
}

const plannedTimeOf = (route: RouteSumRow): NonNullable<ShiftTime['planned']> => ({
  visits: route.visits,
  visitMinutes: route.visit_minutes,
  travelMinutes: route.travel_minutes,
  handlingMinutes: route.handling_minutes,
  kringtidMinutes: route.kringtid_minutes,
  waitMinutes: route.wait_minutes,
});

const registeredTimeOf = (row: RegisteredShiftRow | undefined): ShiftTime['registered'] => ({
  visits: row?.visits ?? 0,
  visitMinutes: row?.visit_minutes ?? 0,
  larmMinutes: row?.larm_minutes ?? 0,
  shortGapMinutes: row?.short_gap_minutes ?? 0,
});
