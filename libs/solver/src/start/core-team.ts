import { prepareProblem, type PreparedProblem } from '../kernel/prepared-problem.js';
import type { Problem } from '../problem.js';

/** Employees beyond the wished ones; more would be a preference for everybody. */
const MOST_MEMBERS = 5;
/** What having met the brukare before counts for in the choice, in visits that could be covered. */
const VISITS_WORTH_OF_HISTORY = 2;

/**
 * The problem with a mild preference for a small team per brukare: `bonus` seconds less for each visit that a member does.
 * The search then begins to gather a brukare's visits at few employees before it has found out which ones fit.
 *
 * Its costs are not those of the problem: a plan found with it has to be priced by the problem itself.
 */
export function preferCoreTeams(problem: Problem, bonus: number): Problem {
  const isMember = coreTeams(problem);
  return {
    ...problem,
    assignmentCost: problem.assignmentCost.map((cost, cell) => (isMember[cell] === 1 ? cost - bonus : cost)),
  };
}

/**
 * Per brukare the few employees who together could do most visits: the wished ones (contact person), then one by one
 * whoever covers most of what is left, known ones first, as long as their hours are not promised to others already.
 *
 * @returns row-major brukare × employees, 1 for a member
 */
export function coreTeams(problem: Problem): Uint8Array {
  const prepared = prepareProblem(problem);
  const teams = new Uint8Array(problem.brukare * problem.employees);
  const visitsOf = visitsByBrukare(problem);
  const secondsLeft = workingSeconds(problem);
  for (const brukare of fewestChoicesFirst(prepared, visitsOf)) {
    const uncovered = new Set(visitsOf[brukare]);
    const join = (employee: number): void => {
      teams[brukare * problem.employees + employee] = 1;
      for (const visit of coveredBy(prepared, uncovered, employee)) {
        uncovered.delete(visit);
        secondsLeft[employee] -= problem.visits[visit].service;
      }
    };
    wishedEmployees(problem, brukare).forEach(join);
    for (let members = 0; members < MOST_MEMBERS && uncovered.size > 0; members++) {
      const employee = bestMember(prepared, brukare, uncovered, secondsLeft);
      if (employee < 0) break;
      join(employee);
    }
  }
  return teams;
}

function bestMember(
  prepared: PreparedProblem,
  brukare: number,
  uncovered: ReadonlySet<number>,
  secondsLeft: Int32Array,
): number {
  const { problem } = prepared;
  let best = -1;
  let most = 0;
  for (let employee = 0; employee < problem.employees; employee++) {
    const covered = coveredBy(prepared, uncovered, employee);
    const service = covered.reduce((sum, visit) => sum + problem.visits[visit].service, 0);
    if (covered.length === 0 || service > secondsLeft[employee]) continue;
    const isKnown = problem.continuity.seen[brukare * problem.employees + employee] === 1;
    const worth = covered.length + (isKnown ? VISITS_WORTH_OF_HISTORY : 0);
    if (worth <= most) continue;
    most = worth;
    best = employee;
  }
  return best;
}

function coveredBy({ shiftsOf, employeeOf }: PreparedProblem, visits: ReadonlySet<number>, employee: number): number[] {
  return [...visits].filter((visit) => {
    for (let at = shiftsOf.from[visit]; at < shiftsOf.from[visit + 1]; at++) {
      if (employeeOf[shiftsOf.items[at]] === employee) return true;
    }
    return false;
  });
}

function visitsByBrukare({ brukare, visits }: Problem): number[][] {
  const visitsOf: number[][] = Array.from({ length: brukare }, () => []);
  visits.forEach((visit, index) => visitsOf[visit.brukare].push(index));
  return visitsOf;
}

function wishedEmployees({ employees, assignmentCost }: Problem, brukare: number): number[] {
  return Array.from({ length: employees }, (_, employee) => employee).filter(
    (employee) => assignmentCost[brukare * employees + employee] < 0,
  );
}

/** Hours at work without pauses. */
function workingSeconds({ employees, shifts }: Problem): Int32Array {
  const seconds = new Int32Array(employees);
  for (const { employee, start, end, pauses } of shifts) {
    seconds[employee] += end - start - pauses.reduce((sum, { duration }) => sum + duration, 0);
  }
  return seconds;
}

/** Whoever has the fewest shifts to choose from, per visit, is served first. */
function fewestChoicesFirst({ shiftsOf }: PreparedProblem, visitsOf: readonly (readonly number[])[]): number[] {
  const choices = visitsOf.map((visits) =>
    visits.reduce((sum, visit) => sum + shiftsOf.from[visit + 1] - shiftsOf.from[visit], 0),
  );
  const perVisit = choices.map((sum, brukare) => Math.round((sum * 64) / Math.max(1, visitsOf[brukare].length)));
  return [...visitsOf.keys()].sort((one, other) => perVisit[one] - perVisit[other] || one - other);
}
