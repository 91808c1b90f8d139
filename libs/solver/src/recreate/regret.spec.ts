import { aProblem, aShift, aVisit } from '../testing/a-problem.js';
import { layOut, routesOf } from '../testing/lay-out.js';
import { Regret } from './regret.js';

describe('regret', () => {
  // Shift 0 has room for one visit (100 + 600 + 100), shift 1 as well, but from three places away (200 + 600 + 200).
  const shifts = [aShift({ end: 900 }), aShift({ employee: 1, startLocation: 3, endLocation: 3, end: 1100 })];
  const problem = aProblem({
    locations: 4,
    shifts,
    visits: [aVisit(), aVisit()],
    // Visit 0 may go anywhere, visit 1 into shift 0 only.
    compatible: Uint8Array.from([1, 1, 1, 0]),
  });

  it('places first whoever loses most: the one that has no other shift, though the other one asked before', () => {
    const { state, change, places } = layOut(problem, [[], []]);
    const regret = new Regret(state, change, places);
    regret.begin();
    regret.add(0, false);
    regret.add(1, false);
    regret.measureAll();
    // Visit 1: 10 000 − 200. Visit 0: 400 − 200.
    expect([regret.insertNext(), regret.insertNext(), regret.insertNext()]).toEqual([1, 0, -1]);
    expect(routesOf(state)).toEqual([[1], [0]]);
    expect([...regret.leftOut()]).toEqual([]);
  });

  it('leaves out what has no room, and tells which', () => {
    const { state, change, places } = layOut(problem, [[0], []]);
    const regret = new Regret(state, change, places);
    regret.begin();
    regret.add(1, false);
    regret.measureAll();
    expect(regret.insertNext()).toBe(-1);
    expect([...regret.leftOut()]).toEqual([1]);
  });

  it('tries a retried visit in touched shifts only', () => {
    const { state, change, places } = layOut(problem, [[], []]);
    const regret = new Regret(state, change, places);
    regret.begin();
    regret.add(0, true);
    regret.measureAll();
    expect(regret.insertNext()).toBe(-1);
  });

  it('is for visits that no other one hangs on', () => {
    const coupled = aProblem({
      visits: [aVisit(), aVisit(), aVisit(), aVisit(), aVisit({ locked: { shift: 0, start: null } })],
      couplings: [{ first: 0, second: 1, minOffset: 0, maxOffset: 900, together: false }],
      spacings: [{ visits: [2], minDays: 1 }],
    });
    const { state, change, places } = layOut(coupled, [[]]);
    const regret = new Regret(state, change, places);
    expect([0, 1, 2, 3, 4].map((visit) => regret.isFree(visit))).toEqual([false, false, false, true, false]);
  });
});
