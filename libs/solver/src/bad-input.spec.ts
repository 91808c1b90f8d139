import { ProblemError } from './assert-problem.js';
import type { Problem } from './problem.js';
import type { SolveResult, UnassignedReason } from './result.js';
import { solve } from './solve.js';
import { maxIterations } from './stop/max-iterations.js';
import { aProblem, aShift, aVisit } from './testing/a-problem.js';
import { verifySolution } from './verify-solution.js';

/** Solves and lets the independent checker look: whatever comes in, no rule is broken and nothing is dropped silently. */
function solved(problem: Problem, iterations = 200): SolveResult {
  const result = solve(problem, { seed: 1, stop: maxIterations(iterations) });
  expect(verifySolution(problem, result)).toEqual([]);
  return result;
}

function reasonsOf(result: SolveResult, visit: number): readonly UnassignedReason['code'][] {
  return result.unassigned.find((entry) => entry.visit === visit)?.reasons.map(({ code }) => code) ?? [];
}

function faultsOf(problem: Problem): readonly string[] {
  try {
    solve(problem, { seed: 1, stop: maxIterations(1) });
    return [];
  } catch (error) {
    if (error instanceof ProblemError) return error.faults;
    throw error;
  }
}

const together = { first: 0, second: 1, minOffset: 0, maxOffset: 0, together: true };
const window = { day: 0, earliest: 0, latest: 3600 };

describe('bad input that can be planned around', () => {
  it('no staff: every visit is left out because nobody works', () => {
    const result = solved(aProblem({ shifts: [], visits: [aVisit(), aVisit()], compatible: new Uint8Array() }));
    expect([0, 1].map((visit) => reasonsOf(result, visit))).toEqual([['no-compatible-shift'], ['no-compatible-shift']]);
    expect(result.stoppedBy).toBe('nothing-to-do');
  });

  it('no visits: every shift is an empty route', () => {
    const result = solved(aProblem({ visits: [], brukare: 0, shifts: [aShift(), aShift({ employee: 1 })] }));
    expect(result.routes.map(({ stops }) => stops)).toEqual([[], []]);
    expect(result.cost.total).toBe(0);
  });

  it('a visit longer than any shift is left out, the others are planned', () => {
    const result = solved(aProblem({ visits: [aVisit({ service: 20_000 }), aVisit()] }));
    expect(reasonsOf(result, 0)).toEqual(['no-shift-in-window']);
    expect(result.shiftOf[1]).toBe(0);
  });

  it('a window without room for its visit before the shift ends: left out for the room', () => {
    // Starts at 9 300 at the earliest, lasts 600, the way home takes 100 and the shift ends at 9 950.
    const late = aVisit({ windows: [{ day: 0, earliest: 9300, latest: 9400 }] });
    expect(reasonsOf(solved(aProblem({ visits: [late], shifts: [aShift({ end: 9950 })] })), 0)).toEqual(['no-room']);
  });

  it('a visit for two with one employee: both parts are left out', () => {
    const result = solved(aProblem({ visits: [aVisit(), aVisit()], couplings: [together] }));
    expect([...result.shiftOf]).toEqual([-1, -1]);
    expect(reasonsOf(result, 0)).toEqual(['coupled-visit']);
    expect(reasonsOf(result, 1)).toEqual(['coupled-visit']);
  });

  it('two visits locked to one time in one shift: the first stays, the second is left out for the room', () => {
    const locked = aVisit({ windows: [window], locked: { shift: 0, start: 1000 } });
    const result = solved(aProblem({ visits: [locked, locked] }));
    expect([...result.shiftOf]).toEqual([0, -1]);
    expect(reasonsOf(result, 1)).toEqual(['no-room']);
  });

  it('a visit locked to a shift that ends before it: left out because nobody is at work then', () => {
    const locked = aVisit({ locked: { shift: 0, start: 50_000 } });
    expect(reasonsOf(solved(aProblem({ visits: [locked] })), 0)).toEqual(['no-shift-in-window']);
  });

  it('a way that differs by direction is driven as it is', () => {
    // Out 100, home 300.
    const result = solved(aProblem({ locations: 2, travel: [Int32Array.from([0, 100, 300, 0])] }));
    expect(result.cost.travel).toBe(400);
  });

  it('a place that cannot be reached: its visit is left out', () => {
    const unreachable = 7 * 86_400;
    const travel = [Int32Array.from([0, unreachable, unreachable, 0])];
    expect(reasonsOf(solved(aProblem({ locations: 2, travel })), 0)).toEqual(['no-room']);
  });

  it('5 000 visits in one day are planned as far as the shifts reach, the rest is told one by one', () => {
    const visits = Array.from({ length: 5000 }, (_, index) =>
      aVisit({ brukare: index % 800, location: 1 + (index % 40) }),
    );
    const shifts = Array.from({ length: 12 }, (_, employee) => aShift({ employee, end: 8 * 3600 }));
    const result = solved(aProblem({ visits, shifts }), 20);
    const planned = visits.length - result.unassigned.length;
    expect(planned).toBeGreaterThan(12 * 25);
    expect(result.unassigned.every(({ reasons }) => reasons.length > 0)).toBe(true);
  });
});

describe('bad input that is refused by name', () => {
  const refused: readonly (readonly [string, Problem, string])[] = [
    ['a shift that ends before it starts', aProblem({ shifts: [aShift({ start: 9, end: 8 })] }), 'shift 0: ends at 8'],
    [
      'a window that closes before it opens',
      aProblem({ visits: [aVisit({ windows: [{ ...window, earliest: 3601 }] })] }),
      'visit 0: window on day 0 closes',
    ],
    [
      'a lock outside the window',
      aProblem({ visits: [aVisit({ windows: [window], locked: { shift: 0, start: 4000 } })] }),
      'visit 0: locked to start at 4000',
    ],
    [
      'a lock to somebody who may not do the visit',
      aProblem({ visits: [aVisit({ locked: { shift: 0, start: null } })], compatible: new Uint8Array(1) }),
      'visit 0: locked to shift 0, whose employee may not do it',
    ],
    ['NaN seconds of service', aProblem({ visits: [aVisit({ service: Number.NaN })] }), 'visit 0: service of NaN'],
    ['NaN as start of a shift', aProblem({ shifts: [aShift({ start: Number.NaN })] }), 'shift 0: start or end'],
    [
      'NaN in a window',
      aProblem({ visits: [aVisit({ windows: [{ ...window, latest: Number.NaN }] })] }),
      'visit 0: window on day 0',
    ],
    ['NaN as start of a lock', aProblem({ visits: [aVisit({ locked: { shift: 0, start: Number.NaN } })] }), 'visit 0'],
    [
      'NaN as start of a rast',
      aProblem({ shifts: [aShift({ pauses: [{ duration: 60, earliest: Number.NaN, latest: 500 }] })] }),
      'shift 0: pause 0 is to start NaN–500',
    ],
    [
      'a rast whose latest start would overflow',
      aProblem({ shifts: [aShift({ pauses: [{ duration: 60, earliest: 0, latest: 0x7fffffff }] })] }),
      'shift 0: pause 0 is to start 0–2147483647',
    ],
    [
      'a known plan that takes the rast before the first',
      aProblem({
        warmStart: {
          shiftOf: Int32Array.from([0]),
          startOf: Int32Array.from([100]),
          routes: [{ stops: [{ kind: 'pause', index: -1, start: 0 }] }],
        },
      }),
      'warmStart.routes of shift 0 names pause -1',
    ],
    ['NaN as capacity', aProblem({ shifts: [aShift({ capacity: Number.NaN })] }), 'shift 0: capacity'],
    ['NaN as demand', aProblem({ visits: [aVisit({ demand: Number.NaN })] }), 'visit 0: demand'],
    ['half a second', aProblem({ visits: [aVisit({ service: 0.5 })] }), 'visit 0: service of 0.5'],
    [
      'negative travel',
      aProblem({ locations: 2, travel: [Int32Array.from([0, 5, -5, 0])] }),
      'travel matrix 0 is -5 from 1 to 0',
    ],
    [
      'travel that would overflow',
      aProblem({ locations: 2, travel: [Int32Array.from([0, 0x7fffffff, 5, 0])] }),
      'travel matrix 0 is 2147483647 from 0 to 1',
    ],
    ['a missing travel matrix', aProblem({ travel: [] }), 'shift 0: travel mode 0 has no matrix'],
    ['a travel matrix with cells missing', aProblem({ travel: [new Int32Array(3)] }), 'travel matrix 0 has 3 entries'],
    ['a time that would overflow', aProblem({ shifts: [aShift({ end: 0x7fffffff })] }), 'shift 0: start or end'],
    ['a visit that would overflow', aProblem({ visits: [aVisit({ service: 0x7fffffff })] }), 'visit 0: service'],
    [
      'neither yes nor no to who may come',
      aProblem({ compatible: Uint8Array.from([2]) }),
      'compatible of visit 0 and shift 0 is 2',
    ],
    [
      'neither yes nor no to who has been there',
      aProblem({ continuity: { seen: Uint8Array.from([255]), faceCost: new Int32Array() } }),
      'continuity.seen of brukare 0 and employee 0 is 255',
    ],
    [
      'a price that would overflow',
      aProblem({ assignmentCost: Int32Array.from([0x7fffffff]) }),
      'assignmentCost of brukare 0 and employee 0',
    ],
    [
      'the price of a face that would overflow',
      aProblem({ continuity: { seen: new Uint8Array(1), faceCost: Int32Array.from([0, 0x7fffffff]) } }),
      'continuity.faceCost is 2147483647 at 1',
    ],
  ];

  it.each(refused)('%s', (_, problem, fault) => {
    const faults = faultsOf(problem);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(fault);
  });
});
