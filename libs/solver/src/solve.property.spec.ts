import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { Problem } from './problem.js';
import type { SolveOptions, SolveResult } from './result.js';
import type { ColumnChooser } from './route-pool/choose-columns.js';
import { loadColumnChooser } from './route-pool/load-column-chooser.js';
import { solve } from './solve.js';
import { maxIterations } from './stop/max-iterations.js';
import { bestCostByEnumeration } from './testing/best-by-enumeration.js';
import { type RandomProblemSize, randomProblem, withShortestWays } from './testing/random-problem.js';
import { verifySolution } from './verify-solution.js';

const sizes = fc.record({
  visits: fc.integer({ min: 1, max: 14 }),
  shifts: fc.integer({ min: 1, max: 6 }),
  days: fc.integer({ min: 1, max: 4 }),
});
const seeds = fc.integer({ min: 1, max: 1_000_000_000 });

/** What `bestCostByEnumeration` knows of: no couplings, spacings and locks. */
function tinyProblem(seed: number, size: RandomProblemSize): Problem {
  const free = withShortestWays(randomProblem(seed, size));
  const visits = free.visits.map(({ locked: _, ...visit }) => visit);
  return { ...free, visits, couplings: [], spacings: [] };
}

/** The problem with one more employee, who may do every visit and works the first shift's hours from and to one place. */
function withOneMore(problem: Problem): Problem {
  const [first] = problem.shifts;
  const newcomer = { ...first, employee: problem.employees, endLocation: first.startLocation };
  const columns = problem.employees + 1;
  const perBrukare = (row: ArrayLike<number>): number[] =>
    Array.from({ length: problem.brukare * columns }, (_, cell) => {
      const employee = cell % columns;
      return employee === problem.employees ? 0 : row[Math.floor(cell / columns) * problem.employees + employee];
    });
  return {
    ...problem,
    employees: columns,
    shifts: [...problem.shifts, newcomer],
    compatible: Uint8Array.from(
      problem.visits.flatMap((_, visit) => [
        ...problem.compatible.subarray(visit * problem.shifts.length, (visit + 1) * problem.shifts.length),
        1,
      ]),
    ),
    continuity: { ...problem.continuity, seen: Uint8Array.from(perBrukare(problem.continuity.seen)) },
    assignmentCost: Int32Array.from(perBrukare(problem.assignmentCost)),
  };
}

function routesOf(result: SolveResult): readonly (readonly string[])[] {
  return result.routes.map((route) => route.stops.map((stop) => `${stop.kind} ${stop.index} at ${stop.start}`));
}

/** Every part of the recipe at work, also those that the standard leaves out. */
const withAllParts = (chooseColumns: ColumnChooser): Pick<SolveOptions, 'tuning' | 'chooseColumns'> => ({
  chooseColumns,
  tuning: {
    adaptiveShare: 0.5,
    regretPercent: 40,
    mostAbsentPercent: 50,
    polishes: true,
    polishEvery: 10,
    routesFrom: 0,
    coreTeamBonus: 60,
  },
});

/** Random problems that the independent checker looks at; `SOLVER_RANDOM_PROBLEMS=10000` is the long run. */
const PROBLEMS = Number(process.env.SOLVER_RANDOM_PROBLEMS ?? '600');

describe('solve on random problems', () => {
  let allParts: ReturnType<typeof withAllParts>;
  beforeAll(async () => {
    allParts = withAllParts(await loadColumnChooser());
  });

  it(`never breaks a rule and reports the cost it has (${PROBLEMS} problems)`, () => {
    let planned = 0;
    let leftOut = 0;
    fc.assert(
      fc.property(seeds, sizes, (seed, size) => {
        const problem = randomProblem(seed, size);
        const result = solve(problem, { seed, stop: maxIterations(160), ...allParts });
        expect(verifySolution(problem, result)).toEqual([]);
        planned += problem.visits.length - result.unassigned.length;
        leftOut += result.unassigned.length;
      }),
      { numRuns: PROBLEMS, seed: 2 },
    );
    // The problems are worth checking only if both happen often.
    expect(planned).toBeGreaterThan(2.5 * PROBLEMS);
    expect(leftOut).toBeGreaterThan(PROBLEMS / 4);
  });

  it.each([
    ['as it is', false],
    ['with every part at work', true],
  ])('keeps the cost by small steps equal to the cost from scratch, and every rule, at each step: %s', (_, isAll) => {
    fc.assert(
      fc.property(seeds, sizes, (seed, size) => {
        const problem = randomProblem(seed, size);
        expect(() =>
          solve(problem, { seed, stop: maxIterations(120), verifySteps: true, ...(isAll ? allParts : {}) }),
        ).not.toThrow();
      }),
      { numRuns: 60, seed: 6 },
    );
  });

  it('never gets worse by one more employee: the optimum of tiny problems, found by trying every plan', () => {
    const tiny = fc.record({
      visits: fc.integer({ min: 1, max: 5 }),
      shifts: fc.integer({ min: 1, max: 2 }),
      days: fc.constant(1),
    });
    fc.assert(
      fc.property(seeds, tiny, (seed, size) => {
        const problem = tinyProblem(seed, size);
        expect(bestCostByEnumeration(withOneMore(problem))).toBeLessThanOrEqual(bestCostByEnumeration(problem));
      }),
      { numRuns: 120, seed: 7 },
    );
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

  it('gives one and the same plan in 20 runs, by its SHA-256', () => {
    const problem = randomProblem(77, { visits: 40, shifts: 9, days: 3 });
    const hashes = Array.from({ length: 20 }, () => {
      const { routes, cost, unassigned } = solve(problem, { seed: 5, stop: maxIterations(400) });
      return createHash('sha256').update(JSON.stringify({ routes, cost, unassigned })).digest('hex');
    });
    expect(new Set(hashes).size).toBe(1);
    const other = solve(problem, { seed: 6, stop: maxIterations(400) });
    expect(JSON.stringify(other.routes)).not.toBe(
      JSON.stringify(solve(problem, { seed: 5, stop: maxIterations(400) }).routes),
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
        const problem = tinyProblem(seed, size);
        const result = solve(problem, { seed, stop: maxIterations(3000) });
        expect(verifySolution(problem, result)).toEqual([]);
        expect(result.cost.total).toBe(bestCostByEnumeration(problem));
      }),
      { numRuns: 150, seed: 5 },
    );
  });
});
