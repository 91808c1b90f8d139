import type { BenchLine, BenchOptions } from '../bench-line.js';
import type { Problem } from '../problem.js';
import type { SolveResult } from '../result.js';
import { solve } from '../solve.js';
import { maxRuntime } from '../stop/max-runtime.js';
import type { SynchronisedWeek } from './read-synchronised-week.js';

const DAY = 86_400;
/** Far above any detour: a visit is left out only where nobody can do it. */
const LEFT_OUT_COST = 1_000_000;
/** Minutes of travel one more employee for the same person is worth: a tenth of an ordinary way. */
const FACE_COST = 2;

export interface SynchronisedJob {
  readonly node: number;
  readonly start: number;
}

export interface SynchronisedWeekLine extends BenchLine {
  readonly unassigned: number;
  /** Travel when every day is solved for itself, each with an equal part of the same time, without regard to faces. */
  readonly distanceDayByDay: number;
  /** Distinct employees per person: of a pair of visits both count as one person. */
  readonly faces: { readonly mean: number; readonly max: number };
  readonly facesDayByDay: { readonly mean: number; readonly max: number };
  /** Per day and employee the visits in driving order with their starts. */
  readonly routes: readonly (readonly (readonly SynchronisedJob[])[])[];
}

/** Solves all days at once with continuity, then each day alone for comparison; everything is recomputed from the routes. */
export function solveSynchronisedWeek(week: SynchronisedWeek, options: BenchOptions): SynchronisedWeekLine {
  const startedAt = options.secondsNow();
  const allDays = Array.from({ length: week.days }, (_, day) => day);
  const together = solveDays(week, allDays, FACE_COST, options, options.seconds);
  const alone = allDays.map((day) => solveDays(week, [day], 0, options, options.seconds / week.days));
  const checked = checkSynchronisedWeek(week, together.routes);
  const dayByDay = alone.map(({ routes }) => checkSynchronisedWeek(week, routes)?.distance ?? Number.NaN);
  return {
    instance: week.name,
    vehicles: together.routes.flat().filter((route) => route.length > 0).length,
    distance: checked?.distance ?? -1,
    objective: checked?.distance ?? -1,
    feasible: checked !== null,
    unassigned: checked === null ? -1 : week.visits.length - checked.planned,
    distanceDayByDay: dayByDay.reduce((sum, distance) => sum + distance, 0),
    faces: facesOf(week, [together.routes]),
    facesDayByDay: facesOf(
      week,
      alone.map(({ routes }) => routes),
    ),
    seconds: options.secondsNow() - startedAt,
    iterations: together.iterations,
    seed: options.seed,
    routes: together.routes,
  };
}

function solveDays(
  week: SynchronisedWeek,
  days: readonly number[],
  faceCost: number,
  { seed, secondsNow }: BenchOptions,
  seconds: number,
): { readonly routes: SynchronisedWeekLine['routes']; readonly iterations: number } {
  const chosen = week.visits.filter(({ day }) => days.includes(day));
  const problem = problemOf(week, chosen, faceCost);
  const result = solve(problem, { seed, stop: maxRuntime(seconds, secondsNow) });
  return { routes: routesOf(week, chosen, result), iterations: result.iterations };
}

function problemOf(week: SynchronisedWeek, chosen: SynchronisedWeek['visits'], faceCost: number): Problem {
  const { days, employees, dayLength } = week;
  const person = personOf(week);
  const indexOf = new Map(chosen.map(({ node, day }, index) => [`${node}/${day}`, index]));
  const couplings = week.pairs.flatMap(([one, other]) =>
    Array.from({ length: days }, (_, day) => ({
      first: indexOf.get(`${one}/${day}`),
      second: indexOf.get(`${other}/${day}`),
    })).flatMap(({ first, second }) =>
      first === undefined || second === undefined
        ? []
        : [{ first, second, minOffset: 0, maxOffset: 0, together: true }],
    ),
  );
  return {
    days,
    locations: week.nodes,
    travel: [withoutWayToOneself(week)],
    employees,
    brukare: week.nodes,
    shifts: Array.from({ length: days * employees }, (_, shift) => {
      const day = Math.floor(shift / employees);
      return {
        employee: shift % employees,
        day,
        mode: 0,
        start: day * DAY,
        end: day * DAY + dayLength,
        startLocation: 0,
        endLocation: 0,
        pauses: [],
      };
    }),
    visits: chosen.map(({ node, day, service, earliest, latest }) => ({
      brukare: person(node),
      location: node,
      service,
      windows: [{ day, earliest: day * DAY + earliest, latest: day * DAY + latest }],
      unassignedCost: LEFT_OUT_COST,
    })),
    compatible: Uint8Array.from({ length: chosen.length * days * employees }, (_, cell) => {
      const shift = cell % (days * employees);
      return chosen[Math.floor(cell / (days * employees))].day === Math.floor(shift / employees) ? 1 : 0;
    }),
    couplings,
    spacings: [],
    continuity: { seen: new Uint8Array(week.nodes * employees), faceCost: Int32Array.of(0, faceCost) },
    assignmentCost: new Int32Array(week.nodes * employees),
  };
}

/** The second of a pair stands for the same person as the first. */
function personOf({ pairs }: SynchronisedWeek): (node: number) => number {
  const firstOf = new Map(pairs.map(([one, other]) => [other, one]));
  return (node) => firstOf.get(node) ?? node;
}

/** The files put 10 000 where a node meets itself; the solver wants 0. Both visits of a pair keep their 10 000. */
function withoutWayToOneself({ travel, nodes }: SynchronisedWeek): Int32Array {
  return travel.map((minutes, cell) => (Math.floor(cell / nodes) === cell % nodes ? 0 : minutes));
}

function routesOf(
  { days, employees }: SynchronisedWeek,
  chosen: SynchronisedWeek['visits'],
  result: SolveResult,
): SynchronisedWeekLine['routes'] {
  return Array.from({ length: days }, (_, day) =>
    Array.from({ length: employees }, (__, employee) => {
      const route = result.routes.find(({ shift }) => shift === day * employees + employee);
      return (route?.stops ?? []).map((stop) => ({ node: chosen[stop.index].node, start: stop.start - day * DAY }));
    }),
  );
}

/** Follows the routes from the file's figures alone; null where a window, a way, a day's end or a pair is broken. */
export function checkSynchronisedWeek(
  week: SynchronisedWeek,
  routes: SynchronisedWeekLine['routes'],
): { readonly distance: number; readonly planned: number } | null {
  const { nodes, travel, dayLength, pairs } = week;
  const visitAt = new Map(week.visits.map((visit) => [`${visit.node}/${visit.day}`, visit]));
  const startAt = new Map<string, { readonly start: number; readonly employee: number }>();
  let distance = 0;
  for (const [day, ofDay] of routes.entries()) {
    for (const [employee, route] of ofDay.entries()) {
      let [at, free] = [0, 0];
      for (const { node, start } of route) {
        const visit = visitAt.get(`${node}/${day}`);
        if (visit === undefined || startAt.has(`${node}/${day}`)) return null;
        const way = travel[at * nodes + node];
        if (start < free + way || start < visit.earliest || start > visit.latest) return null;
        startAt.set(`${node}/${day}`, { start, employee });
        distance += way;
        free = start + visit.service;
        at = node;
      }
      if (route.length === 0) continue;
      distance += travel[at * nodes];
      if (free + travel[at * nodes] > dayLength) return null;
    }
    for (const [one, other] of pairs) {
      const [first, second] = [startAt.get(`${one}/${day}`), startAt.get(`${other}/${day}`)];
      if (first?.start !== second?.start) return null;
      if (first !== undefined && first.employee === second?.employee) return null;
    }
  }
  return { distance, planned: startAt.size };
}

function facesOf(
  week: SynchronisedWeek,
  solutions: readonly SynchronisedWeekLine['routes'][],
): { readonly mean: number; readonly max: number } {
  const person = personOf(week);
  const met = new Map<number, Set<number>>();
  for (const day of solutions.flat()) {
    for (const [employee, route] of day.entries()) {
      for (const { node } of route) {
        const known = met.get(person(node)) ?? new Set<number>();
        met.set(person(node), known.add(employee));
      }
    }
  }
  const sizes = [...met.values()].map(({ size }) => size);
  return { mean: sizes.reduce((sum, size) => sum + size, 0) / Math.max(1, sizes.length), max: Math.max(0, ...sizes) };
}
