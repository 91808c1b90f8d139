import { assertProblem } from '../assert-problem.js';
import { prepareProblem } from '../kernel/prepared-problem.js';
import type { Problem } from '../problem.js';
import { fewestNewFaces } from './fewest-faces.js';
import { leftOutBound } from './left-out-bound.js';
import { mostServiceSeconds } from './most-service.js';
import { totalBound } from './total-bound.js';

/** What no plan of a problem can beat. Every figure is proven, none is an estimate. */
export interface WeekBounds {
  /** No plan costs less, in seconds-equivalents of `CostBreakdown.total`. */
  readonly total: number;
  /** So many visits are left out at least. */
  readonly leftOutVisits: number;
  /** So many seconds of visits can be placed at most, whatever the order of the search. */
  readonly mostServiceSeconds: number;
  /** Per brukare: so many employees not met before must come at least, if every visit that can be done is. */
  readonly fewestNewFaces: Int32Array;
}

/** Pairs of visits on a day that are compared; beyond, memory and time would exceed those of the search itself. */
const MOST_PAIRS = 16_000_000;

/**
 * Lower bounds of a problem's plans: hours (energetic), travel and assignment (cheapest assignment), faces (smallest cover).
 * Takes a second for a group's week of 1 200 visits.
 *
 * @returns null for problems too large to be compared pair by pair (about 4 000 visits on one day).
 * @throws ProblemError if the problem contradicts itself.
 */
export function weekBounds(problem: Problem): WeekBounds | null {
  assertProblem(problem);
  const prepared = prepareProblem(problem);
  if (pairsOf(problem) > MOST_PAIRS) return null;
  const leftOut = leftOutBound(prepared);
  const newFaces = fewestNewFaces(prepared, leftOut.impossible);
  return {
    total: totalBound(prepared, leftOut, newFaces),
    leftOutVisits: fewestLeftOut(leftOut.impossible, leftOut.blockSeconds, leftOut.excessSeconds),
    mostServiceSeconds: mostServiceSeconds(prepared, leftOut),
    fewestNewFaces: newFaces,
  };
}

function pairsOf({ visits, days }: Problem): number {
  const visitsOnDay = new Float64Array(days);
  for (const { windows } of visits) for (const { day } of windows) visitsOnDay[day]++;
  return visitsOnDay.reduce((sum, count) => sum + count * count, 0);
}

/** Those that cannot be done, and of the rest the longest ones until the hours suffice. */
function fewestLeftOut(impossible: Uint8Array, blockSeconds: Int32Array, excessSeconds: number): number {
  const longestFirst = blockSeconds.filter((_, visit) => impossible[visit] === 0).sort((one, other) => other - one);
  let count = impossible.reduce((sum, flag) => sum + flag, 0);
  let left = excessSeconds;
  for (const seconds of longestFirst) {
    if (left <= 0) break;
    left -= seconds;
    count++;
  }
  return count;
}
