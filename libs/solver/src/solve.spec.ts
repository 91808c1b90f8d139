import type { Problem } from './problem.js';
import type { SolveResult } from './result.js';
import { solve } from './solve.js';
import { maxIterations } from './stop/max-iterations.js';
import { noImprovement } from './stop/no-improvement.js';
import { aProblem, aShift, aVisit } from './testing/a-problem.js';
import { verifySolution } from './verify-solution.js';

function plan(problem: Problem): SolveResult {
  const result = solve(problem, { seed: 1, stop: maxIterations(400) });
  expect(verifySolution(problem, result)).toEqual([]);
  return result;
}

const reasonsOf = (result: SolveResult) => result.unassigned.map(({ visit, reasons }) => [visit, ...reasons]);

describe('solve', () => {
  it('drives out, does the visit and drives home: 100 s each way', () => {
    const result = plan(aProblem());
    expect([...result.startOf]).toEqual([100]);
    expect(result.cost).toEqual({ total: 200, travel: 200, unassigned: 0, continuity: 0, assignment: 0 });
  });

  it('takes places on the street in order: 1, 2, 3 and home is 600 s', () => {
    const result = plan(aProblem({ visits: [3, 1, 2].map((location) => aVisit({ location })) }));
    expect(result.cost.travel).toBe(600);
  });

  it('lays the rast where it has room, without travel of its own', () => {
    const shifts = [aShift({ end: 2100, pauses: [{ duration: 500, earliest: 600, latest: 800 }] })];
    // 100 + 600 + rast 700–1200 + 600 + 100 home = 1900
    const result = plan(aProblem({ shifts, visits: [aVisit(), aVisit()] }));
    expect(result.routes[0].stops.map(({ kind, start }) => [kind, start])).toEqual([
      ['visit', 100],
      ['pause', 700],
      ['visit', 1200],
    ]);
    expect(result.cost.travel).toBe(200);
  });

  it('lets the two employees of a double-staffed visit start at the same time', () => {
    const problem = aProblem({
      shifts: [aShift(), aShift({ employee: 1, start: 700 })],
      visits: [aVisit(), aVisit()],
      couplings: [{ first: 0, second: 1, minOffset: 0, maxOffset: 0, together: true }],
    });
    // The second employee is there at 700 + 100 at the earliest.
    expect([...plan(problem).startOf]).toEqual([800, 800]);
  });

  it('does not squeeze a visit for two ahead of a rast that then could not be over in time', () => {
    // Rast not before 3000, then visit 2 at place 1 at 3700: from place 3 it would be reached at 3800.
    const pauses = [{ duration: 600, earliest: 3000, latest: 3400 }];
    const fixed = aVisit({ windows: [{ day: 0, earliest: 3700, latest: 3700 }], unassignedCost: 90_000 });
    const forTwo = aVisit({ location: 3, windows: [{ day: 0, earliest: 0, latest: 2300 }] });
    const problem = aProblem({
      shifts: [aShift({ pauses, end: 4400 }), aShift({ employee: 1 })],
      visits: [forTwo, forTwo, fixed],
      compatible: Uint8Array.from([1, 1, 1, 1, 1, 0]),
      couplings: [{ first: 0, second: 1, minOffset: 0, maxOffset: 0, together: true }],
    });
    const result = plan(problem);
    expect([...result.shiftOf]).toEqual([-1, -1, 0]);
  });

  it('plans neither visit of a pair when only one employee is there', () => {
    const problem = aProblem({
      visits: [aVisit(), aVisit()],
      couplings: [{ first: 0, second: 1, minOffset: 0, maxOffset: 0, together: true }],
    });
    expect(reasonsOf(plan(problem))).toEqual([
      [0, { code: 'coupled-visit', shifts: 1 }],
      [1, { code: 'coupled-visit', shifts: 1 }],
    ]);
  });

  it('keeps the gap between a meal and the medicine after it', () => {
    const problem = aProblem({
      visits: [aVisit(), aVisit()],
      couplings: [{ first: 0, second: 1, minOffset: 3000, maxOffset: 3600, together: false }],
    });
    const { startOf } = plan(problem);
    expect(startOf[1] - startOf[0]).toBeGreaterThanOrEqual(3000);
    expect(startOf[1] - startOf[0]).toBeLessThanOrEqual(3600);
  });

  it('spreads the occurrences of a floating visit over days far enough apart', () => {
    const days = [0, 1, 2, 3];
    const windows = days.map((day) => ({ day, earliest: day * 86_400, latest: day * 86_400 + 5000 }));
    const problem = aProblem({
      days: 4,
      shifts: days.map((day) => aShift({ day, start: day * 86_400, end: day * 86_400 + 10_000 })),
      visits: [aVisit({ windows }), aVisit({ windows }), aVisit({ windows })],
      spacings: [{ visits: [0, 1, 2], minDays: 2 }],
    });
    const result = plan(problem);
    // Days 0–3 have room for two occurrences two days apart, not for three.
    expect(result.unassigned).toHaveLength(1);
    expect(result.unassigned[0].reasons).toEqual([{ code: 'spacing', shifts: 4 }]);
  });

  it('never moves a locked visit, however bad its place', () => {
    const problem = aProblem({
      shifts: [aShift(), aShift({ employee: 1 })],
      visits: [aVisit({ locked: { shift: 1, start: 5000 } }), aVisit()],
      continuity: { seen: Uint8Array.from([1, 0]), faceCost: Int32Array.from([0, 900]) },
    });
    const result = plan(problem);
    expect([result.shiftOf[0], result.startOf[0]]).toEqual([1, 5000]);
  });

  it('sends as few employees as possible to a brukare when a new face costs more than the way', () => {
    const shifts = [aShift(), aShift({ employee: 1 })];
    const visits = [aVisit(), aVisit({ windows: [{ day: 0, earliest: 5000, latest: 6000 }] })];
    const faces = { seen: new Uint8Array(2), faceCost: Int32Array.from([0, 500]) };
    const result = plan(aProblem({ shifts, visits, continuity: faces }));
    expect(result.shiftOf[0]).toBe(result.shiftOf[1]);
    expect(result.cost.continuity).toBe(0);
  });

  it('prefers the contact person, whose visits cost less', () => {
    const problem = aProblem({
      shifts: [aShift(), aShift({ employee: 1 })],
      assignmentCost: Int32Array.from([0, -50]),
    });
    const result = plan(problem);
    expect(result.shiftOf[0]).toBe(1);
    expect(result.cost.assignment).toBe(-50);
  });

  it('loads no shift above its capacity', () => {
    const visits = [aVisit({ demand: 2 }), aVisit({ demand: 2, unassignedCost: 9000 })];
    const result = plan(aProblem({ shifts: [aShift({ capacity: 3 })], visits }));
    expect(reasonsOf(result)).toEqual([[1, { code: 'no-room', shifts: 1 }]]);
  });

  it('follows the matrix of the shift’s travel mode', () => {
    const shifts = [aShift({ mode: 1 })];
    const travel = [Int32Array.from([0, 100, 100, 0]), Int32Array.from([0, 40, 60, 0])];
    expect(plan(aProblem({ shifts, travel, locations: 2 })).cost.travel).toBe(100);
  });

  it('says that nobody is at work in the window', () => {
    const visits = [aVisit({ windows: [{ day: 0, earliest: 20_000, latest: 21_000 }] })];
    expect(reasonsOf(plan(aProblem({ visits })))).toEqual([[0, { code: 'no-shift-in-window', shifts: 1 }]]);
  });

  it('says that a visit costs more than leaving it out', () => {
    expect(reasonsOf(plan(aProblem({ visits: [aVisit({ unassignedCost: 150 })] })))).toEqual([
      [0, { code: 'displaced', shifts: 1 }],
    ]);
  });

  it('drops the visit that matters least when there is room for one', () => {
    const visits = [aVisit({ unassignedCost: 5000 }), aVisit({ unassignedCost: 8000 })];
    const result = plan(aProblem({ shifts: [aShift({ end: 1000 })], visits }));
    expect([...result.shiftOf]).toEqual([-1, 0]);
  });

  it('answers at once when there is nothing to plan', () => {
    for (const nothing of [aProblem({ visits: [] }), aProblem({ shifts: [] })]) {
      const result = plan(nothing);
      expect(result.stoppedBy).toBe('nothing-to-do');
      expect(result.unassigned).toHaveLength(nothing.visits.length);
    }
  });

  it('ends soon after it is told to, with the best plan so far', () => {
    const signal = { aborted: false };
    const result = solve(aProblem(), {
      seed: 1,
      stop: maxIterations(1_000_000_000),
      signal,
      onProgress: ({ iterations }) => {
        if (iterations > 0) signal.aborted = true;
      },
    });
    expect(result.stoppedBy).toBe('aborted');
    expect(result.unassigned).toEqual([]);
  });

  it('reports progress from 0 with falling cost', () => {
    const fractions: number[] = [];
    const costs: number[] = [];
    const visits = Array.from({ length: 12 }, (_, index) => aVisit({ location: 1 + (index % 4) }));
    solve(aProblem({ visits }), {
      seed: 1,
      stop: maxIterations(5000),
      onProgress: ({ fraction, bestCost }) => {
        fractions.push(fraction);
        costs.push(bestCost);
      },
    });
    expect(fractions[0]).toBe(0);
    expect(fractions.length).toBeGreaterThan(3);
    expect([...fractions].sort((one, other) => one - other)).toEqual(fractions);
    expect([...costs].sort((one, other) => other - one)).toEqual(costs);
  });

  it('tells on the way which shift each visit of the best plan so far lies in', () => {
    const visits = Array.from({ length: 6 }, (_, index) => aVisit({ location: 1 + (index % 4) }));
    const seen: number[] = [];
    const result = solve(aProblem({ visits }), {
      seed: 1,
      stop: maxIterations(5000),
      onProgress: ({ unassigned, bestShifts }) => {
        const shifts = [...bestShifts()];
        expect(shifts.filter((shift) => shift < 0)).toHaveLength(unassigned);
        seen.push(shifts.length);
      },
    });
    expect(new Set(seen)).toEqual(new Set([result.shiftOf.length]));
  });

  it('stops by itself when nothing better turns up', () => {
    const result = solve(aProblem(), { seed: 1, stop: noImprovement(300) });
    expect(result.stoppedBy).toBe('no-improvement');
    expect(result.iterations).toBeGreaterThanOrEqual(300);
  });
});
