import { aProblem, aShift, aVisit } from '../testing/a-problem.js';
import { type LaidOut, layOut, routesOf } from '../testing/lay-out.js';
import { moveStretch } from './move-stretch.js';
import { PolishPlan } from './polish-plan.js';
import { swapTails } from './swap-tails.js';
import { swapVisits } from './swap-visits.js';
import { Trial } from './trial.js';

const trialOf = ({ state, change, places }: LaidOut): Trial => new Trial(state, change, places);

/** Employee 0 sets out from place 0 of a street, employee 1 from place 10. */
const shifts = (end: number) => [aShift({ end }), aShift({ employee: 1, startLocation: 10, endLocation: 10, end })];
const at = (...locations: readonly number[]) => locations.map((location) => aVisit({ location }));

describe('polishing a plan', () => {
  it('SWAP*: two visits that each lie with the employee further away change places', () => {
    // Room for one visit each: neither can move alone. 2 × 900 before, 2 × 100 after, to and fro.
    const laid = layOut(aProblem({ locations: 11, shifts: shifts(2500), visits: at(1, 9) }), [[1], [0]]);
    expect(laid.state.travelCost).toBe(3600);
    expect(swapVisits(laid.state, trialOf(laid), laid.neighbours)(0)).toBe(true);
    expect(routesOf(laid.state)).toEqual([[0], [1]]);
    expect(laid.state.travelCost).toBe(400);
  });

  it('SWAP*: not where the kontaktman is lost for it', () => {
    const visits = [aVisit(), aVisit({ location: 9, brukare: 1 })];
    // Each is with its kontaktman, worth 2 000; 3 200 of travel would be saved.
    const bonus = Int32Array.from([0, -2000, -2000, 0]);
    const laid = layOut(aProblem({ locations: 11, shifts: shifts(2500), visits, assignmentCost: bonus }), [[1], [0]]);
    expect(swapVisits(laid.state, trialOf(laid), laid.neighbours)(0)).toBe(false);
    expect(routesOf(laid.state)).toEqual([[1], [0]]);
  });

  it('or-opt: two neighbours move together where one alone would save nothing', () => {
    // Employee 1 goes from 10 down to 1 and back, 1 800 s; each of the two alone still asks for most of the way.
    const laid = layOut(aProblem({ locations: 11, shifts: shifts(10_000), visits: at(9, 2, 1, 0) }), [[3], [0, 1, 2]]);
    expect(moveStretch(laid.state, trialOf(laid), laid.neighbours)(1)).toBe(true);
    expect(routesOf(laid.state)[1]).toEqual([0]);
    // 0 → 2 → 0 and 10 → 9 → 10.
    expect(laid.state.travelCost).toBe(400 + 200);
  });

  it('2-opt*: two employees exchange the rest of their days', () => {
    const [early, late] = [[{ day: 0, earliest: 0, latest: 2000 }], [{ day: 0, earliest: 3000, latest: 6000 }]];
    const visits = [
      aVisit({ location: 1, windows: early }),
      aVisit({ location: 9, windows: late }),
      aVisit({ location: 8, windows: late }),
      aVisit({ location: 9, windows: early }),
      aVisit({ location: 1, windows: late }),
      aVisit({ location: 2, windows: late }),
    ];
    const problem = aProblem({ locations: 11, shifts: shifts(10_000), visits });
    const laid = layOut(problem, [
      [0, 1, 2],
      [3, 4, 5],
    ]);
    // 0 → 9 → 0 and 10 → 1 → 10, each 1 800 s.
    expect(laid.state.travelCost).toBe(3600);
    expect(swapTails(laid.state, trialOf(laid), laid.neighbours)(1)).toBe(true);
    expect(routesOf(laid.state).map((route) => [...route].sort())).toEqual([
      [0, 4, 5],
      [1, 2, 3],
    ]);
    // 0 → 2 → 0 and 10 → 8 → 10.
    expect(laid.state.travelCost).toBe(800);
  });

  it('leaves nothing of a swap that does not pay', () => {
    const laid = layOut(aProblem({ locations: 11, shifts: shifts(2500), visits: at(1, 9) }), [[0], [1]]);
    const before = [...laid.state.next];
    for (const move of [swapVisits, moveStretch, swapTails]) {
      for (const visit of [0, 1]) expect(move(laid.state, trialOf(laid), laid.neighbours)(visit)).toBe(false);
    }
    expect([...laid.state.next]).toEqual(before);
    expect(laid.state.travelCost).toBe(400);
  });

  it('keeps the start of a visit for two, and the two employees apart', () => {
    const couplings = [{ first: 0, second: 1, minOffset: 0, maxOffset: 0, together: true }];
    const visits = [aVisit({ location: 9 }), aVisit({ location: 9 }), aVisit({ location: 1 })];
    const twoShifts = shifts(10_000);
    const laid = layOut(aProblem({ locations: 11, shifts: twoShifts, visits, couplings }), [[0], [1, 2]]);
    const trial = trialOf(laid);
    expect([trial.mayMove(0, 1), trial.mayMove(1, 0), trial.mayMove(2, 0)]).toEqual([false, false, true]);
  });

  it('goes on until no exchange pays, and tells each one kept', () => {
    // No shift has room for three.
    const laid = layOut(aProblem({ locations: 11, shifts: shifts(3400), visits: at(9, 8, 1, 2) }), [
      [0, 1],
      [2, 3],
    ]);
    let kept = 0;
    new PolishPlan({ ...laid, onKept: () => kept++ }).polishAll();
    expect(kept).toBeGreaterThan(0);
    expect(laid.state.travelCost).toBe(800);
  });
});
