import { assertProblem } from '../../assert-problem.js';
import { type PreparedProblem, prepareProblem } from '../../kernel/prepared-problem.js';
import type { Problem } from '../../problem.js';
import type { SolveResult } from '../../result.js';
import { cheapestAssignment } from '../assignment.js';
import { cheapestArcs, type VisitPrices } from '../cheapest-arcs.js';
import { boundByColumns, type ColumnBound, type ColumnBoundOptions } from './bound-by-columns.js';
import { dayOfProblem, routesOfPlan, wayOfEmptyShift } from './day-of-problem.js';

/**
 * Travel seconds of one day that no plan of the same visits on that day goes below, by column generation: much closer to the
 * truth than `travelBound`, and dearer (seconds to minutes for a group's day). Two visits for two employees count as two
 * visits of one each, gaps and faces are not looked at: the bound stays valid, it could be higher.
 *
 * @param plan which visits are planned on the day; its routes, if it has some, make the beginning faster
 * @throws ProblemError if the problem contradicts itself
 */
export function travelBoundByColumns(
  problem: Problem,
  plan: Pick<SolveResult, 'shiftOf'> & Partial<Pick<SolveResult, 'routes'>>,
  day: number,
  options: ColumnBoundOptions,
): ColumnBound {
  assertProblem(problem);
  const prepared = prepareProblem(problem);
  const isPlanned = (visit: number) => plan.shiftOf[visit] >= 0 && prepared.dayOf[plan.shiftOf[visit]] === day;
  const prices: VisitPrices = {
    inShift: () => 0,
    leftOut: (visit) => (isPlanned(visit) ? 'never' : 'always'),
  };
  return boundOfDay(prepared, day, prices, plan.routes ?? [], options);
}

/**
 * Cost of one day that no plan goes below, faces apart: travel, what visits cost with an employee, and visits left out at
 * their price. A visit that may also be done on another day costs nothing when it is not done on this one, so the bounds of
 * a week's days may be added up. Pairs, gaps and spacings are not looked at.
 *
 * @throws ProblemError if the problem contradicts itself
 */
export function dayCostBoundByColumns(problem: Problem, day: number, options: ColumnBoundOptions): ColumnBound {
  assertProblem(problem);
  const prepared = prepareProblem(problem);
  const prices: VisitPrices = {
    inShift: (visit, shift) => assignmentPrice(prepared, visit, shift),
    leftOut: (visit) => leftOutPrice(prepared, visit, day),
  };
  return boundOfDay(prepared, day, prices, [], options);
}

function boundOfDay(
  prepared: PreparedProblem,
  onDay: number,
  prices: VisitPrices,
  routes: SolveResult['routes'],
  options: ColumnBoundOptions,
): ColumnBound {
  const problemDay = dayOfProblem(prepared, onDay, prices);
  const known = routesOfPlan(problemDay, visitsByShift(routes));
  return boundByColumns(problemDay.day, { bound: assignmentBound(prepared, onDay, prices), routes: known }, options);
}

/** The cheapest assignment, less the shifts of the other days: they stay empty. */
function assignmentBound(prepared: PreparedProblem, onDay: number, prices: VisitPrices): number {
  const cheapest = cheapestAssignment(cheapestArcs(prepared, prices));
  if (cheapest === null) throw new Error('no plan has these visits: one of them cannot be reached at all');
  const others = prepared.problem.shifts.reduce(
    (sum, { day }, shift) => sum + (day === onDay ? 0 : wayOfEmptyShift(prepared, shift)),
    0,
  );
  return Math.ceil(cheapest.cost - others);
}

function assignmentPrice(
  { problem, brukareOf, employeeOf, expectedEmployeeOf, disruptionCostOf }: PreparedProblem,
  visit: number,
  shift: number,
): number {
  const employee = employeeOf[shift];
  const isExpected = expectedEmployeeOf[visit] < 0 || expectedEmployeeOf[visit] === employee;
  return (
    problem.assignmentCost[brukareOf[visit] * problem.employees + employee] + (isExpected ? 0 : disruptionCostOf[visit])
  );
}

function leftOutPrice(
  { problem, shiftsOf, dayOf, unassignedCostOf }: PreparedProblem,
  visit: number,
  day: number,
): number | 'always' {
  const shifts = [...shiftsOf.items.subarray(shiftsOf.from[visit], shiftsOf.from[visit + 1])];
  const days = new Set(
    shifts.length > 0 ? shifts.map((shift) => dayOf[shift]) : [problem.visits[visit].windows[0]?.day],
  );
  if (!days.has(day)) return 'always';
  return days.size > 1 ? 0 : unassignedCostOf[visit];
}

function visitsByShift(routes: SolveResult['routes']): ReadonlyMap<number, readonly number[]> {
  return new Map(
    routes.map(({ shift, stops }) => [shift, stops.filter(({ kind }) => kind === 'visit').map(({ index }) => index)]),
  );
}
