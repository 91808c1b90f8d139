import type { Problem, ProblemShift, ProblemVisit } from '../problem.js';
import { aProblem, aShift, aVisit } from '../testing/a-problem.js';
import type { Lists } from './lists.js';
import { prepareProblem } from './prepared-problem.js';

const DAY = 86_400;

const listOf = ({ from, items }: Lists, index: number): readonly number[] => [
  ...items.subarray(from[index], from[index + 1]),
];

/** Two visits; three shifts on two days, with one pause, none, and two. */
function aWeek(): Problem {
  const onTuesday = { employee: 2, day: 1, start: DAY, end: DAY + 10_000 };
  return aProblem({
    days: 2,
    visits: [
      aVisit(),
      aVisit({
        brukare: 1,
        location: 3,
        service: 900,
        demand: 2,
        unassignedCost: 7000,
        windows: [
          { day: 0, earliest: 1000, latest: 2000 },
          { day: 1, earliest: DAY + 1000, latest: DAY + 2000 },
        ],
      }),
    ],
    shifts: [
      aShift({ pauses: [{ duration: 300, earliest: 2000, latest: 4000 }] }),
      aShift({ employee: 1, start: 500, end: 9000, startLocation: 2, endLocation: 3, capacity: 4 }),
      aShift({
        ...onTuesday,
        pauses: [
          { duration: 200, earliest: DAY + 600, latest: DAY + 1600 },
          { duration: 100, earliest: DAY + 3600, latest: DAY + 4600 },
        ],
      }),
    ],
  });
}

describe('the nodes of a prepared problem', () => {
  const prepared = prepareProblem(aWeek());

  it('are visits 0–1, pauses 2–4, starts of shifts 5–7 and their ends 8–10', () => {
    const { visitCount, shiftCount, firstPause, firstStart, firstEnd, nodeCount } = prepared;
    expect([visitCount, shiftCount, firstPause, firstStart, firstEnd, nodeCount]).toEqual([2, 3, 2, 5, 8, 11]);
    expect([...prepared.pauseOfShift]).toEqual([2, 3, 3, 5]);
  });

  it('have their place, seconds of work and allowed start', () => {
    expect([...prepared.placeOfNode]).toEqual([1, 3, 0, 0, 0, 0, 2, 0, 0, 3, 0]);
    expect([...prepared.serviceOfNode]).toEqual([600, 900, 300, 200, 100, 0, 0, 0, 0, 0, 0]);
    expect([...prepared.opensOfNode]).toEqual([0, 0, 2000, DAY + 600, DAY + 3600, 0, 500, DAY, 0, 500, DAY]);
    const ends = [10_000, 9000, DAY + 10_000];
    expect([...prepared.closesOfNode]).toEqual([0, 0, 4000, DAY + 1600, DAY + 4600, ...ends, ...ends]);
  });

  it('know per visit and day when it may start, and what the visit asks and costs', () => {
    expect([...prepared.opens]).toEqual([0, 0, 1000, DAY + 1000]);
    expect([...prepared.closes]).toEqual([DAY, -1, 2000, DAY + 2000]);
    expect([[...prepared.brukareOf], [...prepared.demandOf]]).toEqual([
      [0, 1],
      [0, 2],
    ]);
    expect([...prepared.unassignedCostOf]).toEqual([10_000, 7000]);
    expect([[...prepared.expectedEmployeeOf], [...prepared.disruptionCostOf]]).toEqual([
      [-1, -1],
      [0, 0],
    ]);
  });

  it('know per shift its day, employee, matrix and what it can carry: without limit, more than any sum', () => {
    expect([...prepared.dayOf]).toEqual([0, 0, 1]);
    expect([...prepared.employeeOf]).toEqual([0, 1, 2]);
    expect([...prepared.capacityOf]).toEqual([0x7fffffff, 4, 0x7fffffff]);
    expect(prepared.travelOf.map((matrix) => matrix === prepared.problem.travel[0])).toEqual([true, true, true]);
  });

  it('know the employee whom the brukare expects', () => {
    const disruption = { employeeOf: Int32Array.from([2, -1]), cost: Int32Array.from([50, 0]) };
    const { expectedEmployeeOf, disruptionCostOf } = prepareProblem({ ...aWeek(), disruption });
    expect([expectedEmployeeOf, disruptionCostOf]).toEqual([disruption.employeeOf, disruption.cost]);
  });
});

describe('the shifts a visit may lie in', () => {
  const shiftsOf = (visit: Partial<ProblemVisit>, shifts: readonly ProblemShift[], compatible?: readonly number[]) => {
    const problem = aProblem({ days: 2, visits: [aVisit(visit)], shifts });
    const prepared = prepareProblem(
      compatible === undefined ? problem : { ...problem, compatible: Uint8Array.from(compatible) },
    );
    return listOf(prepared.shiftsOf, 0);
  };
  const window = { day: 0, earliest: 1000, latest: 2000 };

  it('are those of the days it has a window on', () => {
    expect(listOf(prepareProblem(aWeek()).shiftsOf, 0)).toEqual([0, 1]);
    expect(listOf(prepareProblem(aWeek()).shiftsOf, 1)).toEqual([0, 1, 2]);
  });

  it('begin by the last allowed start', () => {
    const shifts = [aShift({ start: 2000 }), aShift({ employee: 1, start: 2001 })];
    expect(shiftsOf({ windows: [window] }, shifts)).toEqual([0]);
  });

  it('end when the visit is over at the earliest, or later', () => {
    // Starts at 1 000 and lasts 600.
    const shifts = [aShift({ end: 1600 }), aShift({ employee: 1, end: 1599 })];
    expect(shiftsOf({ windows: [window] }, shifts)).toEqual([0]);
  });

  it('are of employees who may do it', () => {
    expect(shiftsOf({}, [aShift(), aShift({ employee: 1 }), aShift({ employee: 2 })], [1, 0, 1])).toEqual([0, 2]);
  });

  it('are the one it is locked to, at that start only', () => {
    const locked = { windows: [window, { day: 1, earliest: DAY, latest: DAY }], locked: { shift: 1, start: 1500 } };
    const shifts = [aShift(), aShift({ employee: 1 }), aShift({ employee: 2, day: 1, start: DAY, end: DAY + 9000 })];
    expect(shiftsOf(locked, shifts)).toEqual([1]);
    const { opens, closes } = prepareProblem(aProblem({ days: 2, visits: [aVisit(locked)], shifts }));
    expect([[...opens], [...closes]]).toEqual([
      [1500, 0],
      [1500, -1],
    ]);
  });

  it('leave the window as it is where the lock names no start', () => {
    const locked = aVisit({ windows: [window], locked: { shift: 0, start: null } });
    const { opens, closes } = prepareProblem(aProblem({ visits: [locked] }));
    expect([opens[0], closes[0]]).toEqual([1000, 2000]);
  });
});

describe('what the search may take out', () => {
  it('is neither a locked visit nor the other part of one', () => {
    const locked = aVisit({ locked: { shift: 0, start: null } });
    const prepared = prepareProblem(
      aProblem({
        visits: [aVisit(), locked, aVisit(), aVisit()],
        shifts: [aShift(), aShift({ employee: 1 })],
        couplings: [
          { first: 1, second: 2, minOffset: 0, maxOffset: 0, together: true },
          { first: 0, second: 1, minOffset: 0, maxOffset: 9000, together: false },
        ],
      }),
    );
    expect([...prepared.isRemovable]).toEqual([1, 0, 0, 1]);
    expect([...prepared.removable]).toEqual([0, 3]);
    const first = prepareProblem(
      aProblem({
        visits: [locked, aVisit()],
        couplings: [{ first: 0, second: 1, minOffset: 0, maxOffset: 0, together: true }],
      }),
    );
    expect([...first.isRemovable]).toEqual([0, 0]);
  });
});

describe('visits that hang together', () => {
  const prepared = prepareProblem(
    aProblem({
      visits: [aVisit(), aVisit(), aVisit(), aVisit()],
      couplings: [
        { first: 0, second: 2, minOffset: 10, maxOffset: 30, together: true },
        { first: 2, second: 1, minOffset: -5, maxOffset: 40, together: false },
      ],
    }),
  );

  it('know their twin with its offset, seen from either side', () => {
    expect([...prepared.twinOf]).toEqual([2, -1, 0, -1]);
    expect([...prepared.twinMinOffset]).toEqual([10, 0, -30, 0]);
    expect([...prepared.twinMaxOffset]).toEqual([30, 0, -10, 0]);
  });

  it('know their gaps, seen from either side', () => {
    const gapsOf = (visit: number) =>
      listOf(prepared.gapsOf, visit).map((gap) => [
        prepared.gapOther[gap],
        prepared.gapMinOffset[gap],
        prepared.gapMaxOffset[gap],
      ]);
    expect([0, 1, 2, 3].map(gapsOf)).toEqual([[], [[2, -40, 5]], [[1, -5, 40]], []]);
  });

  it('have their start fixed while they are placed; the others have not', () => {
    expect([...prepared.isCoupled]).toEqual([1, 1, 1, 0]);
  });

  it('know the spacings they belong to', () => {
    const spaced = prepareProblem(
      aProblem({
        visits: [aVisit(), aVisit(), aVisit()],
        spacings: [
          { visits: [2, 0], minDays: 2 },
          { visits: [2, 1], minDays: 3 },
        ],
      }),
    );
    expect([0, 1, 2].map((visit) => listOf(spaced.spacingsOf, visit))).toEqual([[0], [1], [0, 1]]);
    expect([0, 1].map((spacing) => listOf(spaced.visitsOfSpacing, spacing))).toEqual([
      [2, 0],
      [2, 1],
    ]);
    expect([...spaced.minDaysOfSpacing]).toEqual([2, 3]);
  });
});

describe('a shift that cannot be told from the one before it', () => {
  const pause = { duration: 300, earliest: 2000, latest: 4000 };
  const paus = { duration: 100, earliest: 5000, latest: 6000 };
  const shift = { mode: 0, capacity: 5, pauses: [pause, paus] };
  const twoShifts = (second: Partial<ProblemShift> = {}, overrides: Partial<Problem> = {}): Problem =>
    aProblem({
      days: 2,
      shifts: [aShift(shift), aShift({ ...shift, employee: 1, ...second })],
      visits: [aVisit(), aVisit({ brukare: 1 })],
      ...overrides,
    });
  const isRepeated = (problem: Problem): readonly number[] => [...prepareProblem(problem).sameAsPrevious];

  it('is one of the same work by another employee', () => {
    expect(isRepeated(twoShifts())).toEqual([0, 1]);
  });

  it.each<[string, Partial<ProblemShift>]>([
    ['day', { day: 1 }],
    ['mode', { mode: 1 }],
    ['start', { start: 1 }],
    ['end', { end: 9999 }],
    ['start location', { startLocation: 1 }],
    ['end location', { endLocation: 1 }],
    ['capacity', { capacity: 4 }],
    ['number of pauses', { pauses: [] }],
    ['pause’s duration', { pauses: [{ ...pause, duration: 301 }, paus] }],
    ['pause’s earliest start', { pauses: [{ ...pause, earliest: 2001 }, paus] }],
    ['pause’s latest start', { pauses: [{ ...pause, latest: 4001 }, paus] }],
    ['second pause', { pauses: [pause, { ...paus, latest: 6001 }] }],
  ])('is not one with another %s', (_, second) => {
    expect(isRepeated(twoShifts(second))).toEqual([0, 0]);
  });

  it('is not one whose employee may do other visits, has met other brukare or has another price', () => {
    expect(isRepeated(twoShifts({}, { compatible: Uint8Array.from([1, 1, 1, 0]) }))).toEqual([0, 0]);
    const continuity = { seen: Uint8Array.from([0, 0, 1, 0]), faceCost: new Int32Array() };
    expect(isRepeated(twoShifts({}, { continuity }))).toEqual([0, 0]);
    expect(isRepeated(twoShifts({}, { assignmentCost: Int32Array.from([0, 0, 0, -5]) }))).toEqual([0, 0]);
  });

  it('is not one of an employee with several shifts, who carries faces from one to the other', () => {
    const three = (employees: readonly number[]) =>
      aProblem({ shifts: employees.map((employee) => aShift({ ...shift, employee })) });
    expect(isRepeated(three([0, 1, 2]))).toEqual([0, 1, 1]);
    expect(isRepeated(three([0, 1, 0]))).toEqual([0, 0, 0]);
    expect(isRepeated(three([0, 1, 1]))).toEqual([0, 0, 0]);
    expect(isRepeated(three([0, 0, 1]))).toEqual([0, 0, 0]);
  });

  it('is none where a change of employee has a price per visit', () => {
    const disruption = { employeeOf: Int32Array.from([0, 0]), cost: Int32Array.from([9, 9]) };
    expect(isRepeated(twoShifts({}, { disruption }))).toEqual([0, 0]);
  });
});
