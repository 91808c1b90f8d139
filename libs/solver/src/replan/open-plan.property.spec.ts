import fc from 'fast-check';
import type { SolveResult } from '../result.js';
import { solve } from '../solve.js';
import { maxIterations } from '../stop/max-iterations.js';
import { randomProblem } from '../testing/random-problem.js';
import { verifySolution } from '../verify-solution.js';
import { OpenPlan, type PlanStep } from './open-plan.js';

const SIZE = { visits: 12, shifts: 5, days: 2 };
const seeds = fc.integer({ min: 1, max: 1_000_000_000 });

const stopsOf = ({ routes }: SolveResult): readonly string[] =>
  routes.map(({ stops }) => stops.map(({ kind, index, start }) => `${kind} ${index} at ${start}`).join(', '));

/** Visits that stand for themselves or for a pair. */
const leaders = (plan: OpenPlan): readonly number[] =>
  plan.problem.visits.flatMap((_, visit) =>
    plan.problem.couplings.some(({ second, together }) => together && second === visit) ? [] : [visit],
  );

const moveTo = (visit: number, shift: number, start: number | null = null): readonly PlanStep[] => [
  { kind: 'remove', visit },
  { kind: 'insert', visit, shift, start, twinShift: null },
];

describe('an open plan, on random problems', () => {
  it('answers for every place a plan that keeps all rules, at the price it named, and stays as it was', () => {
    let places = 0;
    let pairs = 0;
    fc.assert(
      fc.property(seeds, (seed) => {
        const problem = randomProblem(seed, SIZE);
        const known = solve(problem, { seed, stop: maxIterations(60) });
        const open = new OpenPlan(problem, known);
        expect(open.lostVisits()).toEqual([]);
        expect(stopsOf(open.read())).toEqual(stopsOf(known));
        for (const visit of leaders(open)) {
          const without = open.planAfter([{ kind: 'remove', visit }]);
          for (const option of open.places(visit).slice(0, 3)) {
            const steps = moveTo(visit, option.shift);
            const after = open.planAfter(steps);
            if (!('routes' in after)) continue;
            places++;
            if (option.twin !== null) pairs++;
            expect(verifySolution(problem, after)).toEqual([]);
            expect(after.shiftOf[visit]).toBe(option.shift);
            const trial = open.trial(steps);
            expect(trial.isPossible && trial.cost.total).toBe(after.cost.total - known.cost.total);
            const isKnownTwin = option.twin === null || after.shiftOf[option.twin.visit] === option.twin.shift;
            if ('routes' in without && isKnownTwin) {
              const leftOut = without.cost.unassigned - after.cost.unassigned;
              expect(after.cost.total - without.cost.total).toBe(option.cost.total - leftOut);
            }
          }
        }
        expect(stopsOf(open.read())).toEqual(stopsOf(known));
        expect(open.read().cost).toEqual(known.cost);
      }),
      { numRuns: 400, seed: 21 },
    );
    expect(places).toBeGreaterThan(5000);
    expect(pairs).toBeGreaterThan(200);
  });

  it('gives the next plan, from which the same questions go on', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const problem = randomProblem(seed, SIZE);
        let plan = solve(problem, { seed, stop: maxIterations(40) });
        for (let edit = 0; edit < 6; edit++) {
          const open = new OpenPlan(problem, plan);
          expect(open.lostVisits()).toEqual([]);
          const visit = leaders(open)[(seed + edit) % leaders(open).length];
          const option = open.places(visit).at(-1);
          if (option === undefined) continue;
          const after = open.planAfter(moveTo(visit, option.shift, option.latestStart));
          if (!('routes' in after)) continue;
          expect(verifySolution(problem, after)).toEqual([]);
          expect(stopsOf(new OpenPlan(problem, after).read())).toEqual(stopsOf(after));
          plan = after;
        }
      }),
      { numRuns: 200, seed: 22 },
    );
  });

  it('names for every shift either a place or a reason', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const problem = randomProblem(seed, SIZE);
        const open = new OpenPlan(problem, solve(problem, { seed, stop: maxIterations(60) }));
        for (const visit of leaders(open)) {
          if (open.isLocked(visit)) continue;
          const withPlace = open.places(visit).map(({ shift }) => shift);
          const free = open.obstacles(visit).flatMap((reason, shift) => (reason === null ? [shift] : []));
          expect(free).toEqual([...withPlace].sort((a, b) => a - b));
        }
      }),
      { numRuns: 200, seed: 23 },
    );
  });
});
