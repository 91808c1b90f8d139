import type { PlannedVisit } from '@hemtjanst/domain';
import type { SolveResult } from '@hemtjanst/solver';
import type { WeekProblemKey } from '../build-week-problem.js';
import type { VisitRow } from '../problem/visit-rows.js';
import { dayAndSecond } from '../problem/week-seconds.js';
import { instantOfWeekSecond } from './clock.js';

/** Every planned demand as one visit; a visit for two lists both employees. */
export function plannedVisits(key: WeekProblemKey, result: SolveResult): PlannedVisit[] {
  return key.rows.flatMap((row, index) =>
    row.part === 'main' && result.shiftOf[index] >= 0 ? [plannedVisit(key, result, row, index)] : [],
  );
}

/** The planned visit's id says which demand it fulfils: the same demand keeps its id from version to version. */
export const visitIdOf = (demandId: string): string => `besok:${demandId}`;

function plannedVisit(key: WeekProblemKey, result: SolveResult, row: VisitRow, index: number): PlannedVisit {
  const { dates, shifts } = key.groupWeek;
  const { demand } = row;
  const start = result.startOf[index];
  const members = row.partnerRow < 0 ? [index] : [index, row.partnerRow];
  const workedBy = members.map((member) => shifts[result.shiftOf[member]]);
  return {
    id: visitIdOf(demand.id),
    brukareId: demand.brukareId,
    orderId: demand.orderId,
    templateId: demand.templateId,
    demandId: demand.id,
    date: dates[dayAndSecond(start).day],
    startsAt: instantOfWeekSecond(dates, start),
    endsAt: instantOfWeekSecond(dates, start + row.serviceSeconds),
    serviceMinutes: demand.serviceMinutes,
    employeeIds: workedBy.map((shift) => shift.employeeId),
    shiftIds: workedBy.map((shift) => shift.id),
    helper: row.partnerRow < 0 ? null : helperPart(key, result, row.partnerRow),
    insatser: demand.insatser,
    pinned: false,
    isProposed: demand.isProposed,
  };
}

function helperPart(key: WeekProblemKey, result: SolveResult, row: number): NonNullable<PlannedVisit['helper']> {
  const { serviceSeconds } = key.rows[row];
  const start = result.startOf[row];
  return {
    startsAt: instantOfWeekSecond(key.groupWeek.dates, start),
    endsAt: instantOfWeekSecond(key.groupWeek.dates, start + serviceSeconds),
    serviceMinutes: serviceSeconds / 60,
  };
}
