import type { Problem, WarmStart } from '../problem.js';

/**
 * The problem starting from a plan that people already know: every planned visit costs `cost` more with another
 * employee than the plan's. The higher the cost, the fewer visits change; 0 plans freely from the plan.
 */
export function keepEmployees(problem: Problem, plan: WarmStart, cost: number): Problem {
  const employeeOf = Int32Array.from(plan.shiftOf, (shift) => (shift < 0 ? -1 : problem.shifts[shift].employee));
  return {
    ...problem,
    warmStart: plan,
    disruption: { employeeOf, cost: new Int32Array(employeeOf.length).fill(cost) },
  };
}
