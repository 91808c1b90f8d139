import fc from 'fast-check';
import type { Problem } from '../problem.js';
import { solve } from '../solve.js';
import { maxIterations } from '../stop/max-iterations.js';
import { bestCostByEnumeration } from '../testing/best-by-enumeration.js';
import { randomProblem } from '../testing/random-problem.js';
import { travelBound } from './travel-bound.js';
import { weekBounds, type WeekBounds } from './week-bounds.js';

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

function boundsOf(problem: Problem): WeekBounds {
  const bounds = weekBounds(problem);
  if (bounds === null) throw new Error('too large');
  return bounds;
}

/** What `bestCostByEnumeration` knows of: no couplings, spacings and locks. */
function plain(problem: Problem): Problem {
  const visits = problem.visits.map(({ locked: _, ...visit }) => visit);
  return { ...problem, visits, couplings: [], spacings: [] };
}

/** Only leaving out costs, as much as `costOf` says. */
function onlyLeavingOut(problem: Problem, costOf: (service: number) => number): Problem {
  return {
    ...problem,
    travel: problem.travel,
    visits: problem.visits.map((visit) => ({ ...visit, unassignedCost: costOf(visit.service) })),
    continuity: { ...problem.continuity, faceCost: new Int32Array() },
    assignmentCost: new Int32Array(problem.assignmentCost.length),
  };
}

/** Above the travel and prices of any plan of a tiny problem. */
const MUCH = 1_000_000;

describe('bounds of random problems', () => {
  it('never lie above the optimum found by trying every plan', () => {
    let touches = 0;
    fc.assert(
      fc.property(seeds, tiny, (seed, size) => {
        const problem = plain(randomProblem(seed, size));
        const best = bestCostByEnumeration(problem);
        const { total } = boundsOf(problem);
        expect(total).toBeLessThanOrEqual(best);
        if (total === best) touches++;
      }),
      { numRuns: 300, seed: 11 },
    );
    // They are worth something only if they often prove the optimum.
    expect(touches).toBeGreaterThan(60);
  });

  it('never ask for more visits left out, nor allow fewer seconds placed, than the best plan for each', () => {
    let leftOut = 0;
    fc.assert(
      fc.property(seeds, tiny, (seed, size) => {
        const problem = plain(randomProblem(seed, size));
        const bounds = boundsOf(problem);
        const fewest = Math.floor(bestCostByEnumeration(onlyLeavingOut(problem, () => MUCH)) / MUCH);
        expect(bounds.leftOutVisits).toBeLessThanOrEqual(fewest);
        const ofSeconds = bestCostByEnumeration(onlyLeavingOut(problem, (service) => (service / 300) * MUCH));
        const all = problem.visits.reduce((sum, { service }) => sum + service, 0);
        expect(bounds.mostServiceSeconds).toBeGreaterThanOrEqual(all - Math.floor(ofSeconds / MUCH) * 300);
        leftOut += bounds.leftOutVisits;
      }),
      { numRuns: 200, seed: 12 },
    );
    expect(leftOut).toBeGreaterThan(40);
  });

  it('never lie above what the search reaches with pairs, gaps, locks, spacings and several days', () => {
    fc.assert(
      fc.property(seeds, small, (seed, size) => {
        const problem = randomProblem(seed, size);
        const bounds = boundsOf(problem);
        const { cost, shiftOf, unassigned } = solve(problem, { seed, stop: maxIterations(300) });
        expect(bounds.total).toBeLessThanOrEqual(cost.total);
        expect(bounds.leftOutVisits).toBeLessThanOrEqual(unassigned.length);
        expect(travelBound(problem, { shiftOf })).toBeLessThanOrEqual(cost.travel);
        const placed = problem.visits.reduce((sum, { service }, at) => sum + (shiftOf[at] < 0 ? 0 : service), 0);
        expect(bounds.mostServiceSeconds).toBeGreaterThanOrEqual(placed);
      }),
      { numRuns: 400, seed: 13 },
    );
  });

  it('never ask for more faces than a plan has for a brukare all of whose visits are planned', () => {
    fc.assert(
      fc.property(seeds, small, (seed, size) => {
        const problem = randomProblem(seed, size);
        const { fewestNewFaces } = boundsOf(problem);
        const { shiftOf } = solve(problem, { seed, stop: maxIterations(300) });
        for (let brukare = 0; brukare < problem.brukare; brukare++) {
          const own = problem.visits.flatMap((visit, index) => (visit.brukare === brukare ? [index] : []));
          if (own.some((visit) => shiftOf[visit] < 0)) continue;
          const come = new Set(own.map((visit) => problem.shifts[shiftOf[visit]].employee));
          const seen = (employee: number) => problem.continuity.seen[brukare * problem.employees + employee] === 1;
          const added = [...come].filter((employee) => !seen(employee)).length;
          expect(fewestNewFaces[brukare]).toBeLessThanOrEqual(added);
        }
      }),
      { numRuns: 200, seed: 14 },
    );
  });
});
