import fc from 'fast-check';
import type { Problem } from '../problem.js';
import { solve } from '../solve.js';
import { maxIterations } from '../stop/max-iterations.js';
import { randomProblem, withShortestWays } from '../testing/random-problem.js';
import { verifySolution } from '../verify-solution.js';
import { freezePast } from './freeze-past.js';
import { keepEmployees } from './keep-employees.js';

const SIZE = { visits: 12, shifts: 5, days: 2 };
const seeds = fc.integer({ min: 1, max: 1_000_000_000 });

const solvedFor = (problem: Problem, seed: number) => solve(problem, { seed, stop: maxIterations(120) });

describe('re-planning random problems', () => {
  it('breaks no rule, and everything that had begun stays where it was (300 problems)', () => {
    let begun = 0;
    fc.assert(
      fc.property(seeds, fc.integer({ min: 0, max: 6000 }), (seed, until) => {
        const problem = withShortestWays(randomProblem(seed, SIZE));
        const known = solvedFor(problem, seed);
        const rest = freezePast(keepEmployees(problem, known, 300), known, until);
        const result = solvedFor(rest, seed + 1);
        expect(verifySolution(rest, result)).toEqual([]);
        known.startOf.forEach((start, visit) => {
          if (start < 0 || start >= until) return;
          begun++;
          expect([visit, result.shiftOf[visit], result.startOf[visit]]).toEqual([visit, known.shiftOf[visit], start]);
        });
      }),
      { numRuns: 300, seed: 5 },
    );
    expect(begun).toBeGreaterThan(300);
  });
});
