import { benchBound, type BenchLine, type BenchOptions } from '../bench-line.js';
import { travelBoundByColumns } from '../bounds/column-generation/travel-bound-by-columns.js';
import { travelBound } from '../bounds/travel-bound.js';
import type { Problem } from '../problem.js';
import type { SolveResult } from '../result.js';
import { solve } from '../solve.js';
import { maxRuntime } from '../stop/max-runtime.js';
import { verifySolution } from '../verify-solution.js';
import type { DayEmployee, DayVisit, HomecareDay } from './read-homecare-day.js';

/** Far above any detour: visits count first, then travel. */
const LEFT_OUT_COST = 36_000;

export interface DayLine extends BenchLine {
  /** Visits without place; `distance` and `objective` are travel seconds of the rest. */
  readonly unassigned: readonly number[];
  /** No plan of the same visits travels less: the cheapest assignment, always told (see `bound` for a closer one). */
  readonly travelBound: number;
  /** Per employee at work: visits with their starts, in driving order, and the start of the rast. */
  readonly routes: readonly DayRouteLine[];
}

export interface DayRouteLine {
  readonly employee: number;
  readonly visits: readonly { readonly id: number; readonly start: number }[];
  readonly rastStart: number | null;
}

/** Solves a group's day on the kernel of the week plan and checks the answer. */
export function solveHomecareDay(day: HomecareDay, options: BenchOptions): DayLine {
  const startedAt = options.secondsNow();
  const problem = problemFrom(day);
  const result = solve(problem, { seed: options.seed, stop: maxRuntime(options.seconds, options.secondsNow) });
  const seconds = options.secondsNow() - startedAt;
  const routes = result.routes.map((route) => routeLine(day, route));
  return {
    instance: day.name,
    vehicles: routes.filter(({ visits }) => visits.length > 0).length,
    distance: result.cost.travel,
    objective: result.cost.travel,
    feasible: verifySolution(problem, result).length === 0,
    seconds,
    iterations: result.iterations,
    seed: options.seed,
    unassigned: result.unassigned.map(({ visit }) => day.visits[visit].id),
    travelBound: travelBound(problem, result),
    ...boundOf(problem, result, options),
    routes,
  };
}

function boundOf(problem: Problem, result: SolveResult, { bound, secondsNow }: BenchOptions): Pick<BenchLine, 'bound'> {
  if (bound === undefined) return {};
  const proven = travelBoundByColumns(problem, result, 0, { ...bound, secondsNow });
  return { bound: benchBound(proven, result.cost.travel, 1) };
}

function problemFrom({ durations, visits, staff }: HomecareDay): Problem {
  return {
    days: 1,
    locations: durations.length,
    travel: [Int32Array.from(durations.flat())],
    employees: staff.length,
    brukare: 1,
    shifts: staff.map(({ start, end, rast }, employee) => ({
      employee,
      day: 0,
      mode: 0,
      start,
      end,
      startLocation: 0,
      endLocation: 0,
      pauses: [rast],
    })),
    visits: visits.map(({ location, service, earliest, latest }) => ({
      brukare: 0,
      location,
      service,
      windows: [{ day: 0, earliest, latest }],
      unassignedCost: LEFT_OUT_COST,
    })),
    compatible: Uint8Array.from(
      visits.flatMap((visit) => staff.map((employee) => (mayVisit(employee, visit) ? 1 : 0))),
    ),
    couplings: [],
    spacings: [],
    continuity: { seen: new Uint8Array(staff.length), faceCost: new Int32Array() },
    assignmentCost: new Int32Array(staff.length),
  };
}

function mayVisit(employee: DayEmployee, visit: DayVisit): boolean {
  return visit.skills.every((skill) => employee.skills.includes(skill));
}

function routeLine(day: HomecareDay, { shift, stops }: SolveResult['routes'][number]): DayRouteLine {
  const rast = stops.find(({ kind }) => kind === 'pause');
  return {
    employee: day.staff[shift].id,
    visits: stops
      .filter(({ kind }) => kind === 'visit')
      .map(({ index, start }) => ({ id: day.visits[index].id, start })),
    rastStart: rast?.start ?? null,
  };
}
