import type { Brukare, Employee } from '@hemtjanst/domain';
import { matchingObstacle } from '../may-visit.js';
import { genderWishCost } from '../rules/gender-wish.js';
import { kontaktmanCost } from '../rules/kontaktman.js';
import { languageCost } from '../rules/language.js';
import type { GroupWeek } from '../week-scope.js';
import type { PeopleIndex } from './people-index.js';
import type { Locks, VisitRow } from './visit-rows.js';

/** Row-major visits × shifts: 1 where the shift's employee may do the visit, or where a pin has placed it there. */
export function compatibility(groupWeek: GroupWeek, rows: readonly VisitRow[], locks: Locks): Uint8Array {
  const { shifts, settings } = groupWeek;
  const compatible = new Uint8Array(rows.length * shifts.length);
  rows.forEach(({ demand, part }, row) => {
    const brukare = brukareOf(groupWeek, demand.brukareId);
    shifts.forEach((shift, column) => {
      const employee = employeeOf(groupWeek, shift.employeeId);
      if (matchingObstacle(demand, brukare, employee, settings, part) === null)
        compatible[row * shifts.length + column] = 1;
    });
  });
  for (const [row, { shift }] of locks) compatible[row * shifts.length + shift] = 1;
  return compatible;
}

/** Row-major brukare × employees, per visit: the kontaktman is wished for, a missing common language costs. */
export function assignmentCosts(groupWeek: GroupWeek, people: PeopleIndex): Int32Array {
  const columns = people.employeeIds.length;
  const costs = new Int32Array(people.brukareIds.length * columns);
  people.brukareIds.forEach((brukareId, row) => {
    const brukare = brukareOf(groupWeek, brukareId);
    people.employeeIds.forEach((employeeId, column) => {
      const employee = groupWeek.employeeById.get(employeeId);
      if (employee) costs[row * columns + column] = assignmentCost(groupWeek, brukare, employee);
    });
  });
  return costs;
}

const assignmentCost = ({ settings }: GroupWeek, brukare: Brukare, employee: Employee): number =>
  kontaktmanCost(brukare, employee, settings) +
  languageCost(brukare, employee, settings) +
  genderWishCost(brukare, employee, settings);

export function brukareOf({ brukareById }: GroupWeek, id: string): Brukare {
  const brukare = brukareById.get(id);
  if (!brukare) throw new Error(`brukare ${id} is not in the unit`);
  return brukare;
}

export function employeeOf({ employeeById }: GroupWeek, id: string): Employee {
  const employee = employeeById.get(id);
  if (!employee) throw new Error(`employee ${id} is not in the unit`);
  return employee;
}
