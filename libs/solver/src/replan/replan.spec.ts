import { maxIterations } from '../stop/max-iterations.js';
import { solve } from '../solve.js';
import { aProblem, aShift, aVisit } from '../testing/a-problem.js';
import { verifySolution } from '../verify-solution.js';
import { findPlaces } from './find-places.js';
import { findWaysOut } from './find-ways-out.js';
import { freezePast } from './freeze-past.js';
import { keepEmployees } from './keep-employees.js';

const plan = (shiftOf: number[], startOf: number[]) => ({
  shiftOf: Int32Array.from(shiftOf),
  startOf: Int32Array.from(startOf),
});
const twoShifts = [aShift(), aShift({ employee: 1 })];

describe('findPlaces', () => {
  it('ranks the shifts by what the place adds: on the way it is free, alone it is the way there and back', () => {
    // Employee 0 goes to place 2 anyway and passes place 1; employee 1 would go 100 s there and 100 s back.
    const problem = aProblem({ shifts: twoShifts, visits: [aVisit({ location: 2 }), aVisit()] });
    const places = findPlaces(problem, plan([0, -1], [200, -1]), 1);
    expect(places.map(({ shift, cost }) => [shift, cost.total])).toEqual([
      [0, 0],
      [1, 200],
    ]);
    expect(places.map(({ isPresent }) => isPresent)).toEqual([false, false]);
    expect(places[1]).toMatchObject({ start: 100, latestStart: 10_000 - 100 - 600 });
  });

  it('tells why a planned visit lies where it does: its own place without it, beside the others', () => {
    const problem = aProblem({
      shifts: twoShifts,
      visits: [aVisit({ location: 2 }), aVisit()],
      continuity: { seen: Uint8Array.of(1, 0), faceCost: Int32Array.of(0, 50) },
    });
    const places = findPlaces(problem, plan([0, 1], [200, 100]), 1);
    expect(places.map(({ shift, isPresent, cost }) => [shift, isPresent, cost.travel, cost.continuity])).toEqual([
      [0, false, 0, 0],
      [1, true, 200, 50],
    ]);
  });

  it('places a visit for two with two employees at one time, at the cost of both', () => {
    const problem = aProblem({
      shifts: twoShifts,
      visits: [aVisit(), aVisit()],
      couplings: [{ first: 0, second: 1, minOffset: 0, maxOffset: 0, together: true }],
    });
    const [place] = findPlaces(problem, plan([-1, -1], [-1, -1]), 0);
    expect(place).toMatchObject({ start: 100, cost: { total: 400 }, twin: { visit: 1, start: 100 } });
    expect(place.twin?.shift).not.toBe(place.shift);
  });

  it('finds none for a locked visit, and none where the day is full', () => {
    const locked = aProblem({ visits: [aVisit({ locked: { shift: 0, start: null } })] });
    expect(findPlaces(locked, plan([0], [100]), 0)).toEqual([]);
    // 800 s of work: 100 s there, 600 s visit, 100 s back; a second visit does not fit.
    const full = aProblem({ shifts: [aShift({ end: 800 })], visits: [aVisit(), aVisit()] });
    expect(findPlaces(full, plan([0, -1], [100, -1]), 1)).toEqual([]);
  });
});

describe('findWaysOut', () => {
  const window = (earliest: number, latest: number) => [{ day: 0, earliest, latest }];

  it('names the narrowest widening that helps', () => {
    // The other visit holds 1000–1600 at the same place; 15 min later (1900) is late enough, and soon enough.
    const problem = aProblem({
      visits: [aVisit({ windows: window(1000, 1000) }), aVisit({ windows: window(1000, 1000) })],
    });
    expect(findWaysOut(problem, plan([0, -1], [1000, -1]), 1)).toMatchObject([
      { kind: 'wider-window', minutes: 15, place: { shift: 0 } },
    ]);
  });

  it('names the employee who may not do the visit so far', () => {
    const problem = aProblem({ shifts: twoShifts, compatible: Uint8Array.of(0, 0) });
    expect(findWaysOut(problem, plan([-1], [-1]), 0)).toMatchObject([{ kind: 'other-employee', place: { shift: 0 } }]);
  });

  it('tells that there is room where only the cost stands against it', () => {
    const problem = aProblem({ visits: [aVisit({ unassignedCost: 199 })] });
    expect(findWaysOut(problem, plan([-1], [-1]), 0)).toMatchObject([
      { kind: 'at-higher-cost', place: { cost: { total: 200 } } },
    ]);
  });

  it('has nothing to say about a planned visit or one that nothing helps', () => {
    const short = aProblem({ shifts: [aShift({ end: 700 })] });
    expect(findWaysOut(short, plan([-1], [-1]), 0)).toEqual([]);
    expect(findWaysOut(aProblem(), plan([0], [100]), 0)).toEqual([]);
  });
});

describe('freezePast', () => {
  it('keeps what has begun, and lets nothing start before the moment', () => {
    const problem = aProblem({ shifts: twoShifts, visits: [aVisit(), aVisit(), aVisit()] });
    const known = plan([1, 0, -1], [100, 5000, -1]);
    const frozen = freezePast(problem, known, 3000);
    const result = solve(frozen, { seed: 1, stop: maxIterations(200) });
    expect(verifySolution(frozen, result)).toEqual([]);
    expect([result.shiftOf[0], result.startOf[0]]).toEqual([1, 100]);
    expect(Math.min(result.startOf[1], result.startOf[2])).toBeGreaterThanOrEqual(3000);
  });

  it('leaves a visit out whose window closed before, one second later it may still be done', () => {
    const visits = [aVisit({ windows: [{ day: 0, earliest: 0, latest: 2999 }] })];
    const at = (until: number) =>
      solve(freezePast(aProblem({ visits }), plan([-1], [-1]), until), { seed: 1, stop: maxIterations(10) });
    expect(at(3000).unassigned).toHaveLength(1);
    expect(at(2999).startOf[0]).toBe(2999);
  });
});

describe('keepEmployees', () => {
  // Both visits at place 1: one employee does both for 200 s; as known, each goes there and back, 400 s.
  const problem = aProblem({ shifts: twoShifts, visits: [aVisit(), aVisit()] });
  const known = plan([0, 1], [100, 100]);
  const changed = (cost: number) => {
    const kept = keepEmployees(problem, known, cost);
    const result = solve(kept, { seed: 1, stop: maxIterations(500) });
    expect(verifySolution(kept, result)).toEqual([]);
    return result.shiftOf.filter((shift, visit) => shift !== known.shiftOf[visit]).length;
  };

  it('changes an employee where that saves more than it costs', () => {
    expect(changed(199)).toBe(1);
    expect(changed(201)).toBe(0);
  });
});
