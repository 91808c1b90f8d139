import fc from 'fast-check';
import type { Problem } from './problem.js';
import type { SolveResult } from './result.js';
import { solve } from './solve.js';
import { maxIterations } from './stop/max-iterations.js';
import { bestCostByEnumeration } from './testing/best-by-enumeration.js';
import { randomProblem, withShortestWays } from './testing/random-problem.js';
import { verifySolution } from './verify-solution.js';

const sizes = fc.record({
  visits: fc.integer({ min: 1, max: 14 }),
  shifts: fc.integer({ min: 1, max: 6 }),
  days: fc.integer({ min: 1, max: 4 }),
});
const seeds = fc.integer({ min: 1, max: 1_000_000_000 });

function routesOf(result: SolveResult): readonly (readonly string[])[] {
  return result.routes.map((route) => route.stops.map((stop) => `${stop.kind} ${stop.index} at ${stop.start}`));
}

describe('solve on random problems', () => {
  it('never breaks a rule and reports the cost it has (1 200 problems)', () => {
    let planned = 0;
    let leftOut = 0;
    fc.assert(
      fc.property(seeds, sizes, (seed, size) => {
        const problem = randomProblem(seed, size);
        const result = solve(problem, { seed, stop: maxIterations(160) });
        expect(verifySolution(problem, result)).toEqual([]);
        planned += problem.visits.length - result.unassigned.length;
        leftOut += result.unassigned.length;
      }),
      { numRuns: 1200, seed: 2 },
    );
    // The problems are worth checking only if both happen often.
    expect(planned).toBeGreaterThan(3000);
    expect(leftOut).toBeGreaterThan(300);
  });

  it('gives the same plan for the same seed and number of iterations', () => {
    fc.assert(
      fc.property(seeds, sizes, (seed, size) => {
        const problem = randomProblem(seed, size);
        const [one, other] = [1, 2].map(() => solve(problem, { seed, stop: maxIterations(200) }));
        expect(routesOf(other)).toEqual(routesOf(one));
        expect(other.cost).toEqual(one.cost);
        expect(other.unassigned).toEqual(one.unassigned);
      }),
      { numRuns: 60, seed: 3 },
    );
  });

  it('starts from a known plan without losing any of it', () => {
    fc.assert(
      fc.property(seeds, sizes, (seed, size) => {
        const problem = withShortestWays(randomProblem(seed, size));
        const known = solve(problem, { seed, stop: maxIterations(160) });
        const warm: Problem = { ...problem, warmStart: { shiftOf: known.shiftOf, startOf: known.startOf } };
        const again = solve(warm, { seed: seed + 1, stop: maxIterations(1) });
        expect(verifySolution(warm, again)).toEqual([]);
        expect(again.cost.total).toBeLessThanOrEqual(known.cost.total);
      }),
      { numRuns: 150, seed: 4 },
    );
  });

  it('reaches the optimum of tiny problems, found by trying every plan', () => {
    const tiny = fc.record({
      visits: fc.integer({ min: 1, max: 5 }),
      shifts: fc.integer({ min: 1, max: 2 }),
      days: fc.constant(1),
    });
    fc.assert(
      fc.property(seeds, tiny, (seed, size) => {
        const free = withShortestWays(randomProblem(seed, size));
        const visits = free.visits.map(({ locked: _, ...visit }) => visit);
        const problem: Problem = { ...free, visits, couplings: [], spacings: [] };
        const result = solve(problem, { seed, stop: maxIterations(3000) });
        expect(verifySolution(problem, result)).toEqual([]);
        expect(result.cost.total).toBe(bestCostByEnumeration(problem));
      }),
      { numRuns: 150, seed: 5 },
    );
  });
});
