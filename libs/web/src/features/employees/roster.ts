import type { EmployeeAnswer, ShiftAnswer } from '@hemtjanst/contracts';

export interface RosterRow {
  readonly employee: EmployeeAnswer;
  /** The employee's shifts of each date, in the order of the dates. */
  readonly days: readonly (readonly ShiftAnswer[])[];
  readonly minutes: number;
}

/** A row per employee who belongs to the group or works in it, by name. */
export function rosterRows(
  employees: readonly EmployeeAnswer[],
  shifts: readonly ShiftAnswer[],
  dates: readonly string[],
  workGroupId: string | null,
): readonly RosterRow[] {
  return employees
    .map((employee) => {
      const own = shifts.filter(
        (shift) => shift.employeeId === employee.id && (workGroupId === null || shift.workGroupId === workGroupId),
      );
      const days = dates.map((date) =>
        own.filter(({ onDate }) => onDate === date).toSorted((a, b) => a.startsAt.localeCompare(b.startsAt)),
      );
      return { employee, days, minutes: own.reduce((sum, shift) => sum + paidMinutes(shift), 0) };
    })
    .filter(({ employee, minutes }) => workGroupId === null || employee.workGroupId === workGroupId || minutes > 0)
    .toSorted((a, b) => a.employee.name.localeCompare(b.employee.name, 'sv'));
}

/** A shift that ends before it begins goes past midnight. */
export function paidMinutes({ startsAt, endsAt, breakMinutes }: ShiftAnswer): number {
  const [start, end] = [minuteOf(startsAt), minuteOf(endsAt)];
  return (end > start ? end - start : end + 24 * 60 - start) - breakMinutes;
}

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
