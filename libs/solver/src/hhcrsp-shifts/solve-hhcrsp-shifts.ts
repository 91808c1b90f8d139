import type { BenchLine, BenchOptions } from '../bench-line.js';
import type { Coupling, Problem, ProblemVisit } from '../problem.js';
import type { SolveResult } from '../result.js';
import { solve } from '../solve.js';
import { maxRuntime } from '../stop/max-runtime.js';
import { verifySolution } from '../verify-solution.js';
import type { HhcrspShifts, ShiftEmployee } from './read-hhcrsp-shifts.js';

/** The files count in minutes, the kernel in seconds. */
const SECONDS = 60;
/** Far above any detour: visits count first, then travel. */
const LEFT_OUT_COST = 36_000;

export interface HhcrspShiftsLine extends BenchLine {
  /** Visits without place, by id; `distance` and `objective` are travel minutes of the rest. */
  readonly unassigned: readonly string[];
  readonly routes: readonly {
    readonly employee: string;
    readonly visits: readonly { readonly id: string; readonly service: string; readonly start: number }[];
  }[];
}

/** One of the one or two services of a visit: a visit of the problem. */
interface Part {
  readonly visit: number;
  readonly service: string;
}

/**
 * Solves the extended problem on the kernel of the week plan. Here a shift is a limit nobody exceeds and a visit begins in its
 * window or is left out, as in hemtjanst; the authors' own model lets both be late at a price, so costs are not comparable.
 */
export function solveHhcrspShifts(instance: HhcrspShifts, options: BenchOptions): HhcrspShiftsLine {
  const startedAt = options.secondsNow();
  const parts = instance.visits.flatMap(({ services }, visit) => services.map(({ service }) => ({ visit, service })));
  const problem = problemFrom(instance, parts);
  const result = solve(problem, { seed: options.seed, stop: maxRuntime(options.seconds, options.secondsNow) });
  const seconds = options.secondsNow() - startedAt;
  const routes = result.routes.map((route) => routeLine(instance, parts, route));
  const leftOut = new Set(result.unassigned.map(({ visit }) => instance.visits[parts[visit].visit].id));
  return {
    instance: instance.name,
    vehicles: routes.filter(({ visits }) => visits.length > 0).length,
    distance: result.cost.travel / SECONDS,
    objective: result.cost.travel / SECONDS,
    feasible: verifySolution(problem, result).length === 0,
    seconds,
    iterations: result.iterations,
    seed: options.seed,
    unassigned: [...leftOut],
    routes,
  };
}

function problemFrom({ distances, employees, visits }: HhcrspShifts, parts: readonly Part[]): Problem {
  return {
    days: 1,
    locations: distances.length,
    travel: [Int32Array.from(distances.flat(), (minutes) => Math.ceil(minutes * SECONDS))],
    employees: employees.length,
    brukare: visits.length,
    shifts: employees.map(({ location, from, to }, employee) => ({
      employee,
      day: 0,
      mode: 0,
      start: from * SECONDS,
      end: to * SECONDS,
      startLocation: location,
      endLocation: location,
      pauses: [],
    })),
    visits: visits.flatMap((visit, brukare) =>
      visit.services.map(({ duration }, position): ProblemVisit => ({
        brukare,
        location: visit.location,
        service: duration * SECONDS,
        windows: [
          {
            day: 0,
            earliest: (visit.opens + (position === 0 ? 0 : visit.minOffset)) * SECONDS,
            latest: (visit.dueBy + (position === 0 ? 0 : visit.maxOffset)) * SECONDS,
          },
        ],
        unassignedCost: LEFT_OUT_COST,
      })),
    ),
    compatible: Uint8Array.from(
      parts.flatMap((part) => employees.map((employee) => (mayDo(employee, part, visits) ? 1 : 0))),
    ),
    couplings: couplingsOf(visits, parts),
    spacings: [],
    continuity: { seen: new Uint8Array(visits.length * employees.length), faceCost: new Int32Array() },
    assignmentCost: new Int32Array(visits.length * employees.length),
  };
}

const mayDo = ({ id, abilities }: ShiftEmployee, { visit, service }: Part, visits: HhcrspShifts['visits']): boolean =>
  abilities.includes(service) && !visits[visit].notBy.includes(id);

/** Both services of a visit or none, by two employees, the second as long after the first as the visit says. */
function couplingsOf(visits: HhcrspShifts['visits'], parts: readonly Part[]): readonly Coupling[] {
  return parts.flatMap(({ visit }, first): readonly Coupling[] => {
    if (parts[first + 1]?.visit !== visit) return [];
    const { minOffset, maxOffset } = visits[visit];
    const limits = { minOffset: minOffset * SECONDS, maxOffset: maxOffset * SECONDS };
    return [{ first, second: first + 1, ...limits, together: true }];
  });
}

function routeLine(
  { employees, visits }: HhcrspShifts,
  parts: readonly Part[],
  { shift, stops }: SolveResult['routes'][number],
): HhcrspShiftsLine['routes'][number] {
  return {
    employee: employees[shift].id,
    visits: stops
      .filter(({ kind }) => kind === 'visit')
      .map(({ index, start }) => ({
        id: visits[parts[index].visit].id,
        service: parts[index].service,
        start: start / SECONDS,
      })),
  };
}
