import fc from 'fast-check';
import { prepareProblem } from '../../kernel/prepared-problem.js';
import type { Problem } from '../../problem.js';
import { solve } from '../../solve.js';
import { maxIterations } from '../../stop/max-iterations.js';
import { bestCostByEnumeration } from '../../testing/best-by-enumeration.js';
import { randomProblem } from '../../testing/random-problem.js';
import { travelBound } from '../travel-bound.js';
import type { ColumnBoundOptions } from './bound-by-columns.js';
import { loadMasterOpener } from './load-master-opener.js';
import { dayCostBoundByColumns, travelBoundByColumns } from './travel-bound-by-columns.js';

const seeds = fc.integer({ min: 1, max: 1_000_000_000 });
const tiny = fc.record({
  visits: fc.integer({ min: 1, max: 5 }),
  shifts: fc.integer({ min: 1, max: 3 }),
  days: fc.constant(1),
});
const small = fc.record({
  visits: fc.integer({ min: 1, max: 14 }),
  shifts: fc.integer({ min: 1, max: 6 }),
  days: fc.integer({ min: 1, max: 4 }),
});

/** Without what the enumeration does not know of (pairs, gaps, locks); faces cost nothing here. */
function plain(problem: Problem): Problem {
  const visits = problem.visits.map(({ locked: _, ...visit }) => visit);
  const continuity = { ...problem.continuity, faceCost: new Int32Array() };
  return { ...problem, visits, couplings: [], spacings: [], continuity };
}

/** The same visits, and some of them at no time at all: then routes could stand still in circles. */
function hurried(problem: Problem): Problem {
  const visits = problem.visits.map((visit, index) => (index % 2 === 0 ? { ...visit, service: 0 } : visit));
  const travel = problem.travel.map((matrix) => matrix.map((seconds) => (seconds % 4 === 0 ? 0 : seconds)));
  return { ...problem, visits, travel };
}

/** Above the travel of any plan of a tiny problem. */
const MUCH = 1_000_000;

describe('the bound by columns of random days', () => {
  let options: ColumnBoundOptions;
  beforeAll(async () => {
    options = { openMaster: await loadMasterOpener(), seconds: 1, secondsNow: () => 0, maxIterations: 500 };
  });

  it.each([
    ['as they are', plain],
    ['with visits that take no time', (problem: Problem) => hurried(plain(problem))],
  ])('never lies above the cheapest plan found by trying every plan, and mostly is its cost: %s', (_, made) => {
    let proven = 0;
    fc.assert(
      fc.property(seeds, tiny, (seed, size) => {
        const problem = made(randomProblem(seed, size));
        const best = bestCostByEnumeration(problem);
        const { bound, isClosed } = dayCostBoundByColumns(problem, 0, options);
        expect(isClosed).toBe(true);
        expect(bound).toBeLessThanOrEqual(best);
        if (bound === best) proven++;
      }),
      { numRuns: 300, seed: 21 },
    );
    expect(proven).toBeGreaterThan(270);
  });

  it('never lies above the least travel of the same visits, and not below the cheapest assignment', () => {
    let higher = 0;
    fc.assert(
      fc.property(seeds, tiny, (seed, size) => {
        const whole = plain(randomProblem(seed, size));
        const result = solve(whole, { seed, stop: maxIterations(200) });
        const kept = whole.visits.flatMap((_, visit) => (result.shiftOf[visit] < 0 ? [] : [visit]));
        const problem = onlyTravel(whole, kept);
        const { bound } = travelBoundByColumns(whole, result, 0, options);
        expect(bound).toBeLessThanOrEqual(bestCostByEnumeration(problem));
        const assignment = travelBound(whole, result);
        expect(bound).toBeGreaterThanOrEqual(assignment);
        if (bound > assignment) higher++;
      }),
      { numRuns: 200, seed: 22 },
    );
    expect(higher).toBeGreaterThan(20);
  });

  it('never lies above what the search reaches with pairs, gaps, locks, spacings and several days', () => {
    fc.assert(
      fc.property(seeds, small, (seed, size) => {
        const problem = randomProblem(seed, size);
        const result = solve(problem, { seed, stop: maxIterations(300) });
        let travel = 0;
        let cost = 0;
        for (let day = 0; day < problem.days; day++) {
          travel += travelBoundByColumns(problem, result, day, options).bound;
          cost += dayCostBoundByColumns(problem, day, options).bound;
        }
        expect(travel).toBeLessThanOrEqual(result.cost.travel);
        expect(cost).toBeLessThanOrEqual(result.cost.total);
      }),
      { numRuns: 100, seed: 23 },
    );
  });

  it('holds however early it is stopped', () => {
    fc.assert(
      fc.property(seeds, tiny, fc.integer({ min: 0, max: 6 }), (seed, size, looks) => {
        const problem = plain(randomProblem(seed, size));
        let looked = 0;
        const secondsNow = () => (looked++ > looks ? 2 : 0);
        const { bound } = dayCostBoundByColumns(problem, 0, { ...options, secondsNow });
        expect(bound).toBeLessThanOrEqual(bestCostByEnumeration(problem));
      }),
      { numRuns: 100, seed: 24 },
    );
  });

  it('would be found out if it were wrong: with ways told a tenth too long it lies above most of the cheapest plans', () => {
    let caught = 0;
    for (let seed = 1; seed <= 50; seed++) {
      const problem = plain(randomProblem(seed, { visits: 4, shifts: 2, days: 1 }));
      const wrong = { ...problem, travel: problem.travel.map((ways) => ways.map((way) => Math.ceil(way * 1.1))) };
      if (dayCostBoundByColumns(wrong, 0, options).bound > bestCostByEnumeration(problem)) caught++;
    }
    expect(caught).toBeGreaterThan(25);
  });
});

function onlyTravel(whole: Problem, kept: readonly number[]): Problem {
  const { shiftCount } = prepareProblem(whole);
  return {
    ...whole,
    visits: kept.map((visit) => ({ ...whole.visits[visit], unassignedCost: MUCH })),
    compatible: Uint8Array.from(
      kept.flatMap((visit) => [...whole.compatible.subarray(visit * shiftCount, (visit + 1) * shiftCount)]),
    ),
    assignmentCost: new Int32Array(whole.assignmentCost.length),
  };
}
