import { assertProblem, ProblemError } from './assert-problem.js';
import type { Problem } from './problem.js';
import { aProblem, aShift, aVisit } from './testing/a-problem.js';

function faultsOf(problem: Problem): readonly string[] {
  try {
    assertProblem(problem);
    return [];
  } catch (error) {
    if (error instanceof ProblemError) return error.faults;
    throw error;
  }
}

describe('assertProblem', () => {
  it('accepts a sound problem', () => {
    expect(faultsOf(aProblem())).toEqual([]);
  });

  const window = { day: 0, earliest: 0, latest: 100 };
  const together = { first: 0, second: 1, minOffset: 0, maxOffset: 0, together: true };
  const two = [aVisit(), aVisit()];
  const bad: readonly (readonly [string, Problem, string])[] = [
    [
      'a window that closes before it opens',
      aProblem({ visits: [aVisit({ windows: [{ ...window, latest: -1 }] })] }),
      'visit 0',
    ],
    ['a window outside the horizon', aProblem({ visits: [aVisit({ windows: [{ ...window, day: 3 }] })] }), 'visit 0'],
    ['two windows on a day', aProblem({ visits: [aVisit({ windows: [window, window] })] }), 'visit 0'],
    ['a visit without window', aProblem({ visits: [aVisit({ windows: [] })] }), 'visit 0'],
    ['a visit of negative length', aProblem({ visits: [aVisit({ service: -1 })] }), 'visit 0'],
    ['a visit nowhere', aProblem({ visits: [aVisit({ location: 7 })], locations: 2 }), 'visit 0'],
    ['a shift that ends before it starts', aProblem({ shifts: [aShift(), aShift({ start: 9, end: 8 })] }), 'shift 1'],
    ['a shift without matrix', aProblem({ shifts: [aShift({ mode: 2 })] }), 'shift 0'],
    [
      'a rast that cannot be in time',
      aProblem({ shifts: [aShift({ start: 500, pauses: [{ duration: 1, earliest: 0, latest: 400 }] })] }),
      'pause 0',
    ],
    [
      'a rast longer than the shift',
      aProblem({ shifts: [aShift({ pauses: [{ duration: 10_001, earliest: 0, latest: 0 }] })] }),
      'shift 0',
    ],
    ['negative travel', aProblem({ locations: 2, travel: [Int32Array.from([0, -5, 5, 0])] }), 'from 0 to 1'],
    ['a matrix of the wrong size', aProblem({ travel: [new Int32Array(3)] }), 'travel matrix 0'],
    ['compatibility of the wrong size', aProblem({ compatible: new Uint8Array(7) }), 'compatible'],
    [
      'a lock to a shift that is not there',
      aProblem({ visits: [aVisit({ locked: { shift: 4, start: null } })] }),
      'visit 0',
    ],
    [
      'a lock to an employee who may not',
      aProblem({ visits: [aVisit({ locked: { shift: 0, start: null } })], compatible: new Uint8Array(1) }),
      'visit 0',
    ],
    [
      'a lock outside the window',
      aProblem({ visits: [aVisit({ windows: [window], locked: { shift: 0, start: 101 } })] }),
      'visit 0',
    ],
    ['a visit coupled to itself', aProblem({ couplings: [{ ...together, second: 0 }] }), 'coupling 0'],
    [
      'an impossible offset',
      aProblem({ visits: two, couplings: [{ ...together, minOffset: 2, maxOffset: 1 }] }),
      'coupling 0',
    ],
    [
      'a pair coupled twice',
      aProblem({ visits: two, couplings: [together, { ...together, together: false }] }),
      'coupling 1',
    ],
    [
      'a spacing over both visits of a pair',
      aProblem({ visits: two, couplings: [together], spacings: [{ visits: [0, 1], minDays: 1 }] }),
      'spacing 0',
    ],
  ];

  it.each(bad)('refuses %s by name', (_, problem, where) => {
    const faults = faultsOf(problem);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(where);
  });

  it('names all faults, the first ten in its message', () => {
    const visits = Array.from({ length: 12 }, () => aVisit({ service: -1 }));
    const error = new ProblemError(faultsOf(aProblem({ visits })));
    expect(error.faults).toHaveLength(12);
    expect(error.message).toMatch(/visit 9: .*\(and 2 more\)$/);
  });
});
