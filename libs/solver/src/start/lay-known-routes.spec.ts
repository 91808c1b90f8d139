import fc from 'fast-check';
import type { Problem } from '../problem.js';
import type { SolveResult } from '../result.js';
import { solve } from '../solve.js';
import { maxIterations } from '../stop/max-iterations.js';
import { aProblem, aShift, aVisit } from '../testing/a-problem.js';
import { randomProblem } from '../testing/random-problem.js';
import { verifySolution } from '../verify-solution.js';
import { openKnownPlan } from '../replan/known-plan.js';
import { readRoutes } from '../finish/read-result.js';

const sizes = fc.record({
  visits: fc.integer({ min: 1, max: 16 }),
  shifts: fc.integer({ min: 1, max: 6 }),
  days: fc.integer({ min: 1, max: 4 }),
});
const seeds = fc.integer({ min: 1, max: 1_000_000_000 });

const stopsOf = ({ routes }: Pick<SolveResult, 'routes'>): readonly string[] =>
  routes.map(({ stops }) => stops.map(({ kind, index, start }) => `${kind} ${index} at ${start}`).join(', '));

const startingFrom = (problem: Problem, known: SolveResult): Problem => ({ ...problem, warmStart: known });

describe('a known plan is laid out', () => {
  it('exactly as it is, pauses included, on 2 000 random problems', () => {
    let pauses = 0;
    fc.assert(
      fc.property(seeds, sizes, (seed, size) => {
        const problem = randomProblem(seed, size);
        const known = solve(problem, { seed, stop: maxIterations(120) });
        expect(verifySolution(problem, known)).toEqual([]);
        const { state } = openKnownPlan(problem, known);
        expect(stopsOf({ routes: readRoutes(state) })).toEqual(stopsOf(known));
        pauses += known.routes.filter(
          ({ stops }) => stops.length > 1 && stops.some(({ kind }) => kind === 'pause'),
        ).length;
      }),
      { numRuns: 2000, seed: 11 },
    );
    expect(pauses).toBeGreaterThan(1500);
  });

  it('and a search without steps gives it back, or the same plan with visits more', () => {
    let same = 0;
    fc.assert(
      fc.property(seeds, sizes, (seed, size) => {
        const problem = randomProblem(seed, size);
        const known = solve(problem, { seed, stop: maxIterations(200) });
        const again = solve(startingFrom(problem, known), { seed: seed + 1, stop: maxIterations(0) });
        expect(again.cost.total).toBeLessThanOrEqual(known.cost.total);
        if (again.unassigned.length === known.unassigned.length) {
          same++;
          expect(stopsOf(again)).toEqual(stopsOf(known));
        }
        known.shiftOf.forEach((shift, visit) => {
          if (shift >= 0) expect(again.shiftOf[visit]).toBe(shift);
        });
      }),
      { numRuns: 500, seed: 12 },
    );
    expect(same).toBeGreaterThan(480);
  });

  it('without what the rules no longer allow: the visit of somebody who may not come any more', () => {
    const problem = aProblem({
      shifts: [aShift(), aShift({ employee: 1 })],
      visits: [aVisit(), aVisit({ location: 2 })],
    });
    const known = solve(problem, { seed: 1, stop: maxIterations(50) });
    const compatible = Uint8Array.of(1, 1, 1, 1);
    compatible[known.shiftOf[0]] = 0;
    const { state } = openKnownPlan({ ...problem, compatible }, known);
    expect([state.shiftOf[0], state.shiftOf[1]]).toEqual([-1, known.shiftOf[1]]);
  });

  it('around a lock that says another place than the plan', () => {
    const known = {
      shiftOf: Int32Array.of(0, 0),
      startOf: Int32Array.of(100, 800),
      routes: [{ stops: [0, 1].map((index) => ({ kind: 'visit' as const, index, start: 100 + index * 700 })) }],
    };
    // Locked to 100, where the other visit lies in the plan: 100 + 600 + 0 travel, so that one starts at 700.
    const window = [{ day: 0, earliest: 100, latest: 100 }];
    const visits = [aVisit(), aVisit({ windows: window, locked: { shift: 0, start: 100 } })];
    const { state } = openKnownPlan(aProblem({ visits }), known);
    expect([state.earliest[1], state.shiftOf[1]]).toEqual([100, 0]);
  });
});
