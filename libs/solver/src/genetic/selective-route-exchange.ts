import type { Random } from '../random.js';
import type { VrptwProblem } from '../vrptw/vrptw-problem.js';
import type { Individual } from './individual.js';

type Routes = readonly (readonly number[])[];

/** What a crossover hands on: routes that lack some visits, and the visits. */
export interface Offspring {
  readonly routes: number[][];
  readonly missing: readonly number[];
}

/**
 * SREX (Nagata, Bräysy and Dullaert 2010): some neighbouring routes of one parent give way to routes of the other that
 * hold nearly the same visits. Two children: one takes the other parent's routes whole, one only what the routes that
 * give way held.
 */
export function selectiveRouteExchange(
  mother: Individual,
  father: Individual,
  problem: VrptwProblem,
  random: Random,
): [Offspring, Offspring] {
  const own = byDirection(mother.routes, problem);
  const other = byDirection(father.routes, problem);
  const count = 1 + random.below(Math.min(own.length, other.length));
  const selection = alignedSelection(own, other, count, problem, random);
  const leaving = new Set(selection.own.flat());
  const entering = new Set(selection.other.flat());
  const staying = own.filter((route) => !selection.own.includes(route));
  const missing = [...leaving].filter((visit) => !entering.has(visit));
  const whole = [
    ...staying.map((route) => route.filter((visit) => !entering.has(visit))),
    ...selection.other.map((route) => [...route]),
  ];
  const partial = [
    ...staying.map((route) => [...route]),
    ...selection.other.map((route) => route.filter((visit) => leaving.has(visit))),
  ];
  return [
    { routes: whole.filter(isUsed), missing },
    { routes: partial.filter(isUsed), missing },
  ];
}

const isUsed = (route: readonly number[]): boolean => route.length > 0;

/** Routes in the order of the directions their middles lie in, seen from the depot. */
function byDirection(routes: Routes, { x, y }: VrptwProblem): readonly (readonly number[])[] {
  const direction = (route: readonly number[]): number => {
    let [sumX, sumY] = [0, 0];
    for (const visit of route) {
      sumX += x[visit];
      sumY += y[visit];
    }
    return Math.atan2(sumY / route.length - y[0], sumX / route.length - x[0]);
  };
  return routes
    .map((route) => ({ route, angle: direction(route) }))
    .sort((a, b) => a.angle - b.angle)
    .map(({ route }) => route);
}

/**
 * As many routes in a row, by direction, of either parent: from drawn starts the two rows are shifted one by one as long
 * as that leaves fewer visits in one of them only.
 */
function alignedSelection(
  own: Routes,
  other: Routes,
  count: number,
  problem: VrptwProblem,
  random: Random,
): { own: Routes; other: Routes } {
  const ownFrom = indexRoutes(own, problem.nodes);
  const otherFrom = indexRoutes(other, problem.nodes);
  let start = random.below(own.length);
  let otherStart = start % other.length;
  let differing = differenceOf(own, other, start, otherStart, count, ownFrom, otherFrom);
  for (let isShifted = true; isShifted && differing > 0;) {
    isShifted = false;
    for (const [ownShift, otherShift] of SHIFTS) {
      const nextStart = (start + ownShift + own.length) % own.length;
      const nextOther = (otherStart + otherShift + other.length) % other.length;
      const nextDiffering = differenceOf(own, other, nextStart, nextOther, count, ownFrom, otherFrom);
      if (nextDiffering < differing) {
        [start, otherStart, differing, isShifted] = [nextStart, nextOther, nextDiffering, true];
        break;
      }
    }
  }
  return { own: inARow(own, start, count), other: inARow(other, otherStart, count) };
}

const SHIFTS = [
  [-1, 0],
  [1, 0],
  [0, -1],
  [0, 1],
] as const;

function inARow(routes: Routes, start: number, count: number): Routes {
  return Array.from({ length: count }, (_, index) => routes[(start + index) % routes.length]);
}

/** The index of each visit's route. */
function indexRoutes(routes: Routes, nodes: number): Uint16Array {
  const index = new Uint16Array(nodes);
  routes.forEach((route, position) => {
    for (const visit of route) index[visit] = position;
  });
  return index;
}

/** Visits that are in one of two rows of routes only. */
function differenceOf(
  own: Routes,
  other: Routes,
  start: number,
  otherStart: number,
  count: number,
  ownFrom: Uint16Array,
  otherFrom: Uint16Array,
): number {
  return (
    countOutside(own, start, count, otherFrom, otherStart, other.length) +
    countOutside(other, otherStart, count, ownFrom, start, own.length)
  );
}

function countOutside(
  routes: Routes,
  start: number,
  count: number,
  routeElsewhere: Uint16Array,
  startElsewhere: number,
  routesElsewhere: number,
): number {
  let outside = 0;
  for (let index = 0; index < count; index++) {
    for (const visit of routes[(start + index) % routes.length]) {
      if ((routeElsewhere[visit] - startElsewhere + routesElsewhere) % routesElsewhere >= count) outside++;
    }
  }
  return outside;
}
