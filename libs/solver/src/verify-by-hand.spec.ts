import type { Problem, ProblemVisit } from './problem.js';
import type { SolvedStop, SolveResult } from './result.js';
import { aProblem, aShift, aVisit } from './testing/a-problem.js';
import { verifySolution } from './verify-solution.js';

/** A street with 100 s from place to place; visits of 600 s at place 1 and shifts from place 0, 0–10 000, unless told. */
type Stop = readonly [kind: SolvedStop['kind'], index: number, start: number];

const DAY = 86_400;
const FREE = { travel: 0, unassigned: 0, continuity: 0, assignment: 0, total: 0 };

/** A result with these stops; where the employee is and when the stop ends follows from them. */
function resultOf(problem: Problem, stops: readonly (readonly Stop[])[], overrides: Partial<SolveResult> = {}) {
  const shiftOf = new Int32Array(problem.visits.length).fill(-1);
  const startOf = new Int32Array(problem.visits.length).fill(-1);
  const routes = stops.map((route, shift) => {
    let free = problem.shifts[shift].start;
    let place = problem.shifts[shift].startLocation;
    const solved = route.map(([kind, index, start]): SolvedStop => {
      const visit = kind === 'visit' ? problem.visits[index] : null;
      const arrival = free + (visit === null ? 0 : 100 * Math.abs(visit.location - place));
      const end = start + (visit?.service ?? problem.shifts[shift].pauses[index].duration);
      if (visit !== null) {
        [shiftOf[index], startOf[index], place] = [shift, start, visit.location];
      }
      free = end;
      return { kind, index, arrival, start, end };
    });
    return { shift, stops: solved };
  });
  const left = [...shiftOf.keys()].filter((visit) => shiftOf[visit] < 0);
  return {
    shiftOf,
    startOf,
    routes,
    cost: FREE,
    unassigned: left.map((visit) => ({ visit, reasons: [{ code: 'displaced' as const, shifts: 1 }] })),
    iterations: 0,
    stoppedBy: 'iterations',
    ...overrides,
  } satisfies SolveResult;
}

/** Violations as one line each; costs are looked at by themselves below. */
const told = (problem: Problem, result: SolveResult): readonly string[] =>
  verifySolution(problem, result)
    .filter(({ rule }) => rule !== 'cost')
    .map(({ rule, where, text }) => `${rule}: ${where} ${text}`);

const brokenBy = (problem: Problem, stops: readonly (readonly Stop[])[], overrides?: Partial<SolveResult>) =>
  told(problem, resultOf(problem, stops, overrides));

const visitsOf = (...visits: readonly Partial<ProblemVisit>[]) => visits.map((visit) => aVisit(visit));

describe('a result of the wrong shape', () => {
  const one = aProblem();
  const valid = resultOf(one, [[['visit', 0, 100]]]);
  const stop = valid.routes[0].stops[0];
  const withStop = (kind: SolvedStop['kind'], index: number) => ({
    ...valid,
    routes: [{ shift: 0, stops: [{ ...stop, kind, index }] }],
  });

  it.each<[string, SolveResult, readonly string[]]>([
    ['a shift too many', { ...valid, shiftOf: new Int32Array(2) }, ['shape: shiftOf has 2 entries']],
    ['a start too few', { ...valid, startOf: new Int32Array(0) }, ['shape: startOf has 0 entries']],
    ['a route too few', { ...valid, routes: [] }, ['shape: routes has 0 entries']],
    ['a route in another’s place', { ...valid, routes: [{ shift: 1, stops: [] }] }, ['shape: route 0 is of shift 1']],
    ['a visit before the first', withStop('visit', -1), ['shape: route 0 visit -1 does not exist']],
    ['a visit behind the last', withStop('visit', 1), ['shape: route 0 visit 1 does not exist']],
    ['a pause that the shift has not', withStop('pause', 0), ['shape: route 0 pause 0 does not exist']],
    ['a shift before the first', { ...valid, shiftOf: Int32Array.of(-2) }, ['shape: visit 0 is in shift -2']],
    ['a shift behind the last', { ...valid, shiftOf: Int32Array.of(1) }, ['shape: visit 0 is in shift 1']],
  ])('has %s', (_, result, texts) => {
    expect(told(one, result)).toEqual(texts);
  });

  it('has a route more than there are shifts, with a pause that no shift has', () => {
    const more = [...valid.routes, { shift: 1, stops: [{ ...stop, kind: 'pause' as const }] }];
    expect(told(one, { ...valid, routes: more })).toEqual([
      'shape: routes has 2 entries',
      'shape: route 1 pause 0 does not exist',
    ]);
  });
});

describe('a visit', () => {
  const two = aProblem({ visits: visitsOf({}, {}), shifts: [aShift(), aShift({ employee: 1 })] });

  it('is in one route at most', () => {
    const twice: readonly (readonly Stop[])[] = [[['visit', 0, 100]], [['visit', 0, 100]]];
    // The helper's last word is shift 1; the first route found is 0.
    expect(brokenBy(two, twice)).toEqual([
      'once: visit 0 is planned 2 times',
      'once: visit 0 shiftOf says 1, the routes 0',
    ]);
  });

  it('is where the result says, at the start it says', () => {
    const valid = resultOf(two, [[['visit', 0, 100]], []]);
    expect(told(two, valid)).toEqual([]);
    expect(told(two, { ...valid, shiftOf: Int32Array.of(1, -1) })).toEqual([
      'once: visit 0 shiftOf says 1, the routes 0',
    ]);
    expect(told(two, { ...valid, startOf: Int32Array.of(101, -1) })).toEqual([
      'once: visit 0 startOf says 101, the routes 100',
    ]);
  });

  it('is done by who may do it', () => {
    const route: readonly (readonly Stop[])[] = [[['visit', 0, 100]], [['visit', 1, 100]]];
    // Row-major: visit 0 in shifts 0 and 1, visit 1 in shifts 0 and 1.
    expect(brokenBy({ ...two, compatible: Uint8Array.of(1, 0, 0, 1) }, route)).toEqual([]);
    expect(brokenBy({ ...two, compatible: Uint8Array.of(1, 1, 1, 0) }, route)).toEqual([
      'compatible: visit 1 may not be done in shift 1',
    ]);
    expect(brokenBy({ ...two, compatible: Uint8Array.of(0, 1, 1, 1) }, route)).toEqual([
      'compatible: visit 0 may not be done in shift 0',
    ]);
  });

  it('starts inside its window, both edges included', () => {
    const windows = [{ day: 0, earliest: 200, latest: 300 }];
    const starting = (start: number) => brokenBy(aProblem({ visits: visitsOf({ windows }) }), [[['visit', 0, start]]]);
    expect([starting(200), starting(300)]).toEqual([[], []]);
    expect(starting(199)).toEqual(['window: visit 0 starts at 199 on day 0, outside its windows']);
    expect(starting(301)).toEqual(['window: visit 0 starts at 301 on day 0, outside its windows']);
  });

  it('starts inside the window of the shift’s own day', () => {
    const windows = [{ day: 1, earliest: 0, latest: 9000 }];
    expect(brokenBy(aProblem({ days: 2, visits: visitsOf({ windows }) }), [[['visit', 0, 100]]])).toEqual([
      'window: visit 0 starts at 100 on day 0, outside its windows',
    ]);
  });

  it('is where it is locked', () => {
    const locked = (shift: number, start: number | null) =>
      aProblem({
        visits: visitsOf({ locked: { shift, start } }),
        shifts: [aShift(), aShift({ employee: 1 })],
      });
    const inFirst: readonly (readonly Stop[])[] = [[['visit', 0, 500]], []];
    const inSecond: readonly (readonly Stop[])[] = [[], [['visit', 0, 500]]];
    expect([brokenBy(locked(0, 500), inFirst), brokenBy(locked(0, null), inFirst)]).toEqual([[], []]);
    expect(brokenBy(locked(0, 501), inFirst)).toEqual(['lock: visit 0 is in shift 0 at 500, locked to 0 at 501']);
    expect(brokenBy(locked(0, 500), inSecond)).toEqual(['lock: visit 0 is in shift 1 at 500, locked to 0 at 500']);
    expect(brokenBy(locked(0, 500), [[], []])).toEqual([]);
  });
});

describe('a route', () => {
  const two = aProblem({ visits: visitsOf({}, { location: 3 }) });

  it('gives every stop the time to get there', () => {
    // 100 on the way, 600 there, 200 to place 3: 900 and 300 home.
    expect(
      brokenBy(two, [
        [
          ['visit', 0, 100],
          ['visit', 1, 900],
        ],
      ]),
    ).toEqual([]);
    expect(
      brokenBy(two, [
        [
          ['visit', 0, 100],
          ['visit', 1, 899],
        ],
      ]),
    ).toEqual(['times: shift 0, visit 1 starts at 899, not free before 900']);
    expect(
      brokenBy(two, [
        [
          ['visit', 0, 99],
          ['visit', 1, 900],
        ],
      ]),
    ).toEqual(['times: shift 0, visit 0 starts at 99, not free before 100']);
  });

  it('says when the employee is there, and how long it takes', () => {
    const valid = resultOf(two, [
      [
        ['visit', 0, 100],
        ['visit', 1, 1000],
      ],
    ]);
    const [first, second] = valid.routes[0].stops;
    const withSecond = (change: Partial<SolvedStop>) => ({
      ...valid,
      routes: [{ shift: 0, stops: [first, { ...second, ...change }] }],
    });
    expect(told(two, valid)).toEqual([]);
    expect(told(two, withSecond({ arrival: 901 }))).toEqual(['times: shift 0, visit 1 arrival 901, should be 900']);
    expect(told(two, withSecond({ end: 1599 }))).toEqual(['times: shift 0, visit 1 ends at 1599, lasts 600']);
  });

  it('ends by the end of the shift, the way home included, to the second', () => {
    const by = (end: number) => brokenBy(aProblem({ shifts: [aShift({ end })] }), [[['visit', 0, 100]]]);
    expect(by(800)).toEqual([]);
    expect(by(799)).toEqual(['shift: shift 0 ends at 800, must end by 799']);
  });

  it('takes its pauses in order and inside their hours, both edges included', () => {
    const first = { duration: 100, earliest: 1000, latest: 1200 };
    const second = { duration: 100, earliest: 1000, latest: 5000 };
    const paused = aProblem({ shifts: [aShift({ pauses: [first, second] })] });
    const pauses = (...stops: readonly (readonly [number, number])[]) =>
      brokenBy(paused, [stops.map(([index, start]): Stop => ['pause', index, start])]);
    expect([pauses([0, 1000], [1, 5000]), pauses([0, 1200], [1, 1300])]).toEqual([[], []]);
    expect(pauses([0, 999], [1, 2000])).toEqual(['pauses: shift 0 pause 0 starts at 999, allowed 1000–1200']);
    expect(pauses([0, 1201], [1, 2000])).toEqual(['pauses: shift 0 pause 0 starts at 1201, allowed 1000–1200']);
    expect(pauses([1, 1000], [0, 1100])).toEqual(['pauses: shift 0 takes 1, 0 of 2 pauses']);
    expect(pauses([0, 1000], [0, 1100])).toEqual(['pauses: shift 0 takes 0, 0 of 2 pauses']);
    expect(pauses([0, 1000])).toEqual(['pauses: shift 0 takes 0 of 2 pauses']);
  });

  it('carries what the shift can, and only visits weigh', () => {
    const visits = visitsOf({ demand: 2 }, { demand: 3 }, {});
    const loaded = (capacity?: number) => {
      const pauses = [{ duration: 100, earliest: 0, latest: 9000 }];
      const shift = aShift({ pauses, ...(capacity === undefined ? {} : { capacity }) });
      return brokenBy(aProblem({ visits, shifts: [shift] }), [
        [
          ['pause', 0, 0],
          ['visit', 0, 200],
          ['visit', 1, 800],
          ['visit', 2, 1400],
        ],
      ]);
    };
    expect([loaded(), loaded(5)]).toEqual([[], []]);
    expect(loaded(4)).toEqual(['capacity: shift 0 carries 5, at most 4']);
  });
});

describe('visits that hang together', () => {
  const shifts = [0, 1].map((employee) => aShift({ employee }));
  const coupled = (together: boolean, overrides: Partial<Problem> = {}) =>
    aProblem({
      visits: visitsOf({}, {}),
      shifts,
      couplings: [{ first: 0, second: 1, minOffset: 60, maxOffset: 120, together }],
      ...overrides,
    });
  const starting = (first: number, second: number): readonly (readonly Stop[])[] => [
    [['visit', 0, first]],
    [['visit', 1, second]],
  ];

  it.each([true, false])('keep their distance, both edges included (together: %s)', (together) => {
    const rule = together ? 'together' : 'gap';
    const apart = (seconds: number) => brokenBy(coupled(together), starting(1000, 1000 + seconds));
    expect([apart(60), apart(120)]).toEqual([[], []]);
    expect(apart(59)).toEqual([`${rule}: coupling 0 starts lie 59 apart, allowed 60–120`]);
    expect(apart(121)).toEqual([`${rule}: coupling 0 starts lie 121 apart, allowed 60–120`]);
  });

  it('are planned both or not at all where two come together, one by one where a gap lies between', () => {
    const half = 'together: coupling 0 only one of visits 0 and 1 is planned';
    expect(brokenBy(coupled(true), [[['visit', 0, 100]], []])).toEqual([half]);
    expect(brokenBy(coupled(true), [[], [['visit', 1, 100]]])).toEqual([half]);
    expect(brokenBy(coupled(true), [[], []])).toEqual([]);
    expect(brokenBy(coupled(false), [[['visit', 0, 100]], []])).toEqual([]);
    expect(brokenBy(coupled(false), [[], [['visit', 1, 100]]])).toEqual([]);
  });

  it('are done by two employees where two come together, by one as well where a gap lies between', () => {
    const oneEmployee = { shifts: [aShift(), aShift()] };
    expect(brokenBy(coupled(true, oneEmployee), starting(1000, 1060))).toEqual([
      'together: coupling 0 employee 0 does both visits 0 and 1',
    ]);
    expect(brokenBy(coupled(false, oneEmployee), starting(1000, 1060))).toEqual([]);
  });
});

describe('visits on days apart', () => {
  const days = [0, 1, 2, 3];
  const windows = days.map((day) => ({ day, earliest: day * DAY, latest: day * DAY + 9000 }));
  const spaced = (minDays: number) =>
    aProblem({
      days: 4,
      visits: visitsOf({ windows }, { windows }, { windows }),
      shifts: days.map((day) => aShift({ day, start: day * DAY, end: day * DAY + 10_000 })),
      spacings: [{ visits: [0, 1, 2], minDays }],
    });
  /** Visit by visit the day it lies on, null where it is left out. */
  const on = (minDays: number, ...placed: readonly (number | null)[]) =>
    brokenBy(
      spaced(minDays),
      days.map((day) =>
        placed.flatMap((at, visit): Stop[] =>
          at === day
            ? [['visit', visit, day * DAY + 100 + 600 * placed.slice(0, visit).filter((one) => one === day).length]]
            : [],
        ),
      ),
    );

  it('lie at least so many days apart, in whatever order', () => {
    expect([on(1, 0, 1, 2), on(1, 2, 0, 1), on(2, 3, 1, null), on(0, 1, 1, 1)]).toEqual([[], [], [], []]);
    expect(on(2, 3, 0, 1)).toEqual(['spacing: spacing 0 days 0 and 1 are less than 2 apart']);
    expect(on(2, 0, 2, 3)).toEqual(['spacing: spacing 0 days 2 and 3 are less than 2 apart']);
    expect(on(1, 3, 3, 0)).toEqual(['spacing: spacing 0 days 3 and 3 are less than 1 apart']);
  });

  it('are not held apart from one that is left out', () => {
    expect(on(4, null, 2, null)).toEqual([]);
  });
});

describe('a visit without place', () => {
  const problem = aProblem({ visits: visitsOf({}, {}) });
  const reasons = [{ code: 'no-room' as const, shifts: 1 }];
  const route: readonly (readonly Stop[])[] = [[['visit', 0, 100]]];

  it('is listed once, with a reason, and nothing else is', () => {
    expect(brokenBy(problem, route, { unassigned: [{ visit: 1, reasons }] })).toEqual([]);
    expect(brokenBy(problem, route, { unassigned: [] })).toEqual([
      'unassigned: visit 1 is not planned and not listed as unassigned',
    ]);
    const planned = [0, 1].map((visit) => ({ visit, reasons }));
    expect(brokenBy(problem, route, { unassigned: planned })).toEqual([
      'unassigned: visit 0 is planned and listed as unassigned',
    ]);
    const twice = [1, 1].map((visit) => ({ visit, reasons }));
    expect(brokenBy(problem, route, { unassigned: twice })).toEqual(['unassigned: unassigned names a visit twice']);
    expect(brokenBy(problem, route, { unassigned: [{ visit: 1, reasons: [] }] })).toEqual([
      'unassigned: visit 1 has no reason',
    ]);
  });
});

describe('the cost', () => {
  const recomputed = (problem: Problem, stops: readonly (readonly Stop[])[]) =>
    Object.fromEntries(
      verifySolution(problem, resultOf(problem, stops, { cost: { ...FREE, total: -1 } })).map(
        ({ rule, where, text }) => {
          expect(rule).toBe('cost');
          return [where, text];
        },
      ),
    );

  it('is the way of every shift, also of one without visits, and what is left out', () => {
    const shifts = [
      aShift({ pauses: [{ duration: 100, earliest: 0, latest: 9000 }] }),
      aShift({ employee: 1, startLocation: 2, endLocation: 1 }),
    ];
    const visits = visitsOf({}, { location: 3 }, { unassignedCost: 4000 }, { unassignedCost: 300 });
    // 100 + 200 over a rast + 300 home, and 100 of the other shift; 4 000 + 300 left out.
    const route: readonly (readonly Stop[])[] = [
      [
        ['visit', 0, 100],
        ['pause', 0, 700],
        ['visit', 1, 1000],
      ],
      [],
    ];
    expect(recomputed(aProblem({ visits, shifts }), route)).toEqual({
      travel: 'reported 0, recomputed 700',
      unassigned: 'reported 0, recomputed 4300',
      total: 'reported -1, recomputed 5000',
    });
  });

  it('is the price of every employee whom a brukare has not met before', () => {
    const visits = visitsOf({ brukare: 1 }, { brukare: 1 }, { brukare: 1 }, { brukare: 0 });
    const shifts = [0, 1, 2].map((employee) => aShift({ employee, startLocation: 1, endLocation: 1 }));
    const route: readonly (readonly Stop[])[] = [
      [
        ['visit', 0, 0],
        ['visit', 3, 600],
      ],
      [['visit', 1, 0]],
      [['visit', 2, 0]],
    ];
    const faceCost = Int32Array.of(1, 20, 300);
    const with1 = (seen: Uint8Array) => recomputed(aProblem({ visits, shifts, continuity: { seen, faceCost } }), route);
    // Brukare 1 meets three new ones: 1 + 20 + 300; brukare 0 one: 1.
    expect(with1(new Uint8Array(6))).toMatchObject({ continuity: 'reported 0, recomputed 322' });
    // Brukare 1 has met employees 0 and 2: only employee 1 is new, the third: 300. Brukare 0 has met 1: employee 0 is the second.
    expect(with1(Uint8Array.of(0, 1, 0, 1, 0, 1))).toMatchObject({ continuity: 'reported 0, recomputed 320' });
  });

  it('repeats the last price of a face, and is nothing where faces have none', () => {
    const visits = visitsOf({}, {}, {});
    const shifts = [0, 1, 2].map((employee) => aShift({ employee, startLocation: 1, endLocation: 1 }));
    const route: readonly (readonly Stop[])[] = [0, 1, 2].map((index) => [['visit', index, 0]]);
    const priced = (...prices: readonly number[]) =>
      recomputed(
        aProblem({ visits, shifts, continuity: { seen: new Uint8Array(3), faceCost: Int32Array.from(prices) } }),
        route,
      );
    expect(priced(0, 70)).toMatchObject({ continuity: 'reported 0, recomputed 140' });
    expect(priced()).toEqual({ total: 'reported -1, recomputed 0' });
  });

  it('is what a visit costs with this employee, and what a change of employee costs', () => {
    const visits = visitsOf({ unassignedCost: 0 }, { brukare: 1 }, { brukare: 1 }, { brukare: 1 });
    const shifts = [0, 1].map((employee) => aShift({ employee, startLocation: 1, endLocation: 1 }));
    const route: readonly (readonly Stop[])[] = [
      [['visit', 1, 0]],
      [
        ['visit', 2, 0],
        ['visit', 3, 600],
      ],
    ];
    const priced = aProblem({ visits, shifts, assignmentCost: Int32Array.of(5000, 5000, 7, -30) });
    // Brukare 1: 7 with employee 0, twice −30 with employee 1; visit 0 is left out.
    expect(recomputed(priced, route)).toMatchObject({ assignment: 'reported 0, recomputed -53' });
    // Visit 1 is expected of employee 1 (200), visit 2 of employee 0 (1 000), visit 3 of nobody, the left-out one of 0.
    const disruption = { employeeOf: Int32Array.of(0, 1, 0, -1), cost: Int32Array.of(90_000, 200, 1000, 90_000) };
    expect(recomputed({ ...priced, disruption }, route)).toMatchObject({ assignment: 'reported 0, recomputed 1147' });
    // All as expected.
    const kept = { employeeOf: Int32Array.of(0, 0, 1, 1), cost: Int32Array.of(90_000, 200, 1000, 4) };
    expect(recomputed({ ...priced, disruption: kept }, route)).toMatchObject({
      assignment: 'reported 0, recomputed -53',
      total: 'reported -1, recomputed -53',
    });
  });
});
