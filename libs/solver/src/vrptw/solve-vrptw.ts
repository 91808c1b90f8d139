import type { BenchLine, BenchOptions } from '../bench-line.js';
import type { Problem } from '../problem.js';
import type { SolveResult } from '../result.js';
import { solveWith } from '../solve.js';
import { maxRuntime } from '../stop/max-runtime.js';
import type { SolomonInstance } from './read-solomon.js';

/**
 * Convention of the DIMACS challenge 2021–22: distances cut to one decimal. Here everything is kept in tenths.
 * http://dimacs.rutgers.edu/programs/challenge/vrp/vrptw/
 */
const TENTHS = 10;
/** In tenths: far above any detour, so that no stop is left out while a vehicle has room. */
const LEFT_OUT_COST = 1_000_000;
/** Hotter than for home-care days: vehicles are alike and long routes need deep changes (measured on Solomon's instances). */
const TUNING = { startTemperature: 6, endTemperature: 0.06, maxString: 10, secondsApart: 20, timeSlices: 10 };

export interface VrptwLine extends BenchLine {
  /** Stop numbers of the file per vehicle used, in driving order, without the depot. */
  readonly routes: readonly (readonly number[])[];
}

/** Solves an instance on the kernel of the week plan; the distance is recomputed from the routes. */
export function solveVrptw(instance: SolomonInstance, options: BenchOptions): VrptwLine {
  const startedAt = options.secondsNow();
  const problem = problemFrom(instance);
  const stop = maxRuntime(options.seconds, options.secondsNow);
  const result = solveWith(problem, { seed: options.seed, stop }, TUNING);
  const routes = routesFrom(instance, result);
  const distance = checkedDistance(instance, routes);
  return {
    instance: instance.name,
    vehicles: routes.length,
    distance: distance ?? -1,
    objective: distance ?? -1,
    feasible: distance !== null,
    seconds: options.secondsNow() - startedAt,
    iterations: result.iterations,
    seed: options.seed,
    routes,
  };
}

function problemFrom({ vehicles, capacity, stops }: SolomonInstance): Problem {
  const [depot, ...visited] = stops;
  return {
    days: 1,
    locations: stops.length,
    travel: [Int32Array.from(stops.flatMap((from) => stops.map((to) => distanceTenths(from, to))))],
    employees: vehicles,
    brukare: 1,
    shifts: Array.from({ length: vehicles }, (_, vehicle) => ({
      employee: vehicle,
      day: 0,
      mode: 0,
      start: depot.ready * TENTHS,
      end: depot.due * TENTHS,
      startLocation: 0,
      endLocation: 0,
      pauses: [],
      capacity,
    })),
    visits: visited.map((stop, index) => ({
      brukare: 0,
      location: index + 1,
      service: stop.service * TENTHS,
      windows: [{ day: 0, earliest: stop.ready * TENTHS, latest: stop.due * TENTHS }],
      unassignedCost: LEFT_OUT_COST,
      demand: stop.demand,
    })),
    compatible: new Uint8Array(visited.length * vehicles).fill(1),
    couplings: [],
    spacings: [],
    continuity: { seen: new Uint8Array(vehicles), faceCost: new Int32Array() },
    assignmentCost: new Int32Array(vehicles),
  };
}

function distanceTenths(
  from: { readonly x: number; readonly y: number },
  to: { readonly x: number; readonly y: number },
): number {
  // The small addend keeps whole distances such as 3-4-5 from being cut below themselves.
  return Math.floor(TENTHS * Math.hypot(from.x - to.x, from.y - to.y) + 1e-9);
}

function routesFrom({ stops }: SolomonInstance, result: SolveResult): readonly (readonly number[])[] {
  return result.routes
    .map((route) => route.stops.map((stop) => stops[stop.index + 1].number))
    .filter((route) => route.length > 0);
}

/** Drives the routes from the file's figures alone; null where a window, the load or a stop is missed. */
export function checkedDistance(instance: SolomonInstance, routes: readonly (readonly number[])[]): number | null {
  const [depot, ...visited] = instance.stops;
  const stopByNumber = new Map(visited.map((stop) => [stop.number, stop]));
  const waiting = new Set(stopByNumber.keys());
  let tenths = 0;
  for (const route of routes) {
    let at = depot;
    let time = depot.ready * TENTHS;
    let load = 0;
    for (const number of route) {
      const stop = stopByNumber.get(number);
      if (stop === undefined || !waiting.delete(number)) return null;
      const leg = distanceTenths(at, stop);
      tenths += leg;
      time = Math.max(time + leg, stop.ready * TENTHS);
      load += stop.demand;
      if (time > stop.due * TENTHS || load > instance.capacity) return null;
      time += stop.service * TENTHS;
      at = stop;
    }
    const home = distanceTenths(at, depot);
    tenths += home;
    if (time + home > depot.due * TENTHS) return null;
  }
  if (waiting.size > 0 || routes.length > instance.vehicles) return null;
  return tenths / TENTHS;
}
