import type { GroupWeek } from '../week-scope.js';

/** Employees and brukare of a group's week as running numbers. */
export interface PeopleIndex {
  readonly employeeIds: readonly string[];
  readonly employeeIndex: ReadonlyMap<string, number>;
  readonly brukareIds: readonly string[];
  readonly brukareIndex: ReadonlyMap<string, number>;
}

/** Employees: those with a shift in the group this week, and those whom its brukare met before (they count as faces). */
export function indexPeople({ unit, demands, shifts }: GroupWeek): PeopleIndex {
  const brukareIds = unique(demands.map((demand) => demand.brukareId));
  const brukareIndex = indexOf(brukareIds);
  const met = unit.history.filter((visit) => brukareIndex.has(visit.brukareId)).map((visit) => visit.employeeId);
  const employeeIds = unique([...shifts.map((shift) => shift.employeeId), ...met]);
  return { employeeIds, employeeIndex: indexOf(employeeIds), brukareIds, brukareIndex };
}

const unique = (ids: readonly string[]): string[] => [...new Set(ids)].sort();

const indexOf = (ids: readonly string[]): Map<string, number> => new Map(ids.map((id, index) => [id, index]));
