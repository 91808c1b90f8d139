import { ProblemError } from '../assert-problem.js';
import type { SolomonInstance, SolomonStop } from './read-solomon.js';

/**
 * A vehicle routing problem with time windows on flat arrays. Node 0 is the depot; driving takes as long as it is far.
 * All figures are whole and in one unit: tenths in the DIMACS convention.
 */
export interface VrptwProblem {
  /** Depot and visits. */
  readonly nodes: number;
  readonly unitsPerDistance: number;
  readonly vehicles: number;
  readonly capacity: number;
  /** `distance[from * nodes + to]`. */
  readonly distance: Int32Array;
  readonly demand: Int32Array;
  /** Earliest and latest start of the service; at the depot: of the day. */
  readonly earliest: Int32Array;
  readonly latest: Int32Array;
  readonly service: Int32Array;
  /** Where the nodes lie, for directions seen from the depot. */
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** How a distance between coordinates becomes a whole number. */
export interface DistanceConvention {
  readonly unitsPerDistance: number;
  readonly whole: (units: number) => number;
}

/** Keeps whole distances such as 3-4-5 from being cut below, or lifted above, themselves. */
const ROUNDING_SLACK = 1e-9;

/**
 * Convention of the DIMACS challenge 2021–22: distances cut to one decimal.
 * http://dimacs.rutgers.edu/programs/challenge/vrp/vrptw/
 */
export const DIMACS: DistanceConvention = {
  unitsPerDistance: 10,
  whole: (units) => Math.floor(units + ROUNDING_SLACK),
};

/**
 * Lifted to the next unit: what is on time here is on time with double-precision distances and with DIMACS tenths. A unit
 * is 1/10 000 of the distances, or as fine as the sum of all ways and services allows in 32 bits.
 */
export function doubleSafe(instance: SolomonInstance): DistanceConvention {
  const unitsPerDistance = [10_000, 1_000, 100].find((units) => longestSum(instance) * units < LARGEST_SUM) ?? 10;
  return { unitsPerDistance, whole: (units) => Math.ceil(units - ROUNDING_SLACK) };
}

/** A quarter of the 32-bit range: a sum of three times or distances never overflows. */
const LARGEST_TIME = 2 ** 29;
const LARGEST_SUM = 2 ** 31;
const LARGEST_NODES = 5_001;

/** @throws ProblemError naming the stops whose figures cannot be used. */
export function vrptwProblemFrom(instance: SolomonInstance, convention: DistanceConvention): VrptwProblem {
  assertInstance(instance, convention.unitsPerDistance);
  const { stops, vehicles, capacity } = instance;
  const { unitsPerDistance, whole } = convention;
  const inUnits = (value: (stop: SolomonStop) => number) =>
    Int32Array.from(stops, (stop) => Math.round(value(stop) * unitsPerDistance));
  const distance = new Int32Array(stops.length * stops.length);
  stops.forEach((from, row) =>
    stops.forEach((to, column) => {
      distance[row * stops.length + column] = whole(unitsPerDistance * Math.hypot(from.x - to.x, from.y - to.y));
    }),
  );
  return {
    nodes: stops.length,
    unitsPerDistance,
    vehicles: Math.min(vehicles, stops.length - 1),
    capacity,
    distance,
    demand: Int32Array.from(stops, (stop) => stop.demand),
    earliest: inUnits((stop) => stop.ready),
    latest: inUnits((stop) => stop.due),
    service: inUnits((stop) => stop.service),
    x: Float64Array.from(stops, (stop) => stop.x),
    y: Float64Array.from(stops, (stop) => stop.y),
  };
}

function assertInstance({ stops, vehicles, capacity }: SolomonInstance, unitsPerDistance: number): void {
  const faults: string[] = [];
  const wholeFrom = (least: number, what: string, value: number) => {
    if (!Number.isInteger(value) || value < least)
      faults.push(`${what} is ${value}, a whole number from ${least} on is needed`);
  };
  if (stops.length < 2 || stops.length > LARGEST_NODES)
    faults.push(`${stops.length} stops, 2–${LARGEST_NODES} are needed`);
  wholeFrom(1, 'the number of vehicles', vehicles);
  wholeFrom(0, 'the capacity', capacity);
  stops.forEach((stop, index) => {
    const name = index === 0 ? 'the depot' : `stop ${stop.number}`;
    wholeFrom(0, `the demand of ${name}`, stop.demand);
    for (const field of ['x', 'y', 'ready', 'due', 'service'] as const) {
      const size = Math.abs(stop[field]) * unitsPerDistance;
      if (!(size < LARGEST_TIME))
        faults.push(
          `${field} of ${name} is ${stop[field]}, a number below ${LARGEST_TIME / unitsPerDistance} is needed`,
        );
    }
    if (stop.service < 0) faults.push(`the service of ${name} is ${stop.service}, less than nothing`);
    if (stop.due < stop.ready) faults.push(`${name} is due at ${stop.due}, before it is ready at ${stop.ready}`);
  });
  if (stops.reduce((sum, stop) => sum + stop.demand, 0) > LARGEST_TIME)
    faults.push('the demands together are too large');
  if (longestSum({ stops }) * unitsPerDistance >= LARGEST_SUM)
    faults.push('all ways and services together are too long');
  if (new Set(stops.map((stop) => stop.number)).size < stops.length) faults.push('two stops have the same number');
  if (faults.length > 0) throw new ProblemError(faults);
}

/** No route's lateness is more than this: every way as long as the longest, and all services. */
function longestSum({ stops }: Pick<SolomonInstance, 'stops'>): number {
  const extent = (values: readonly number[]) => Math.max(...values) - Math.min(...values);
  const diagonal = Math.hypot(extent(stops.map((stop) => stop.x)), extent(stops.map((stop) => stop.y)));
  return stops.reduce((sum, stop) => sum + stop.service + diagonal, 0);
}
