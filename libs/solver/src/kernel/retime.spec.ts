import type { Coupling, Problem } from '../problem.js';
import { aProblem, aShift, aVisit } from '../testing/a-problem.js';
import { prepareProblem } from './prepared-problem.js';
import { Retime } from './retime.js';
import { RouteState } from './route-state.js';

/** Lays visits into shifts at fixed starts, in that order, as the search does with coupled visits. */
function laidOut(problem: Problem, stops: readonly (readonly [visit: number, shift: number, start: number])[]) {
  const state = new RouteState(prepareProblem(problem));
  for (const [visit, shift, start] of stops) {
    const isFree = state.prepared.isCoupled[visit] === 0;
    state.insert(visit, state.prev[state.prepared.firstEnd + shift], isFree ? 0 : start, isFree ? 50_000 : start);
  }
  return state;
}

function retimed(problem: Problem, stops: readonly (readonly [visit: number, shift: number, start: number])[]) {
  const state = laidOut(problem, stops);
  new Retime(state).run();
  const { earliest, latest, opens, closes, prepared } = state;
  const visits = Array.from({ length: prepared.visitCount }, (_, visit) => visit);
  for (const visit of visits.filter((one) => prepared.isCoupled[one] === 1 && state.shiftOf[one] >= 0)) {
    // A coupled visit stays fixed: its routes are independent of each other.
    expect([opens[visit], closes[visit], latest[visit]]).toEqual([earliest[visit], earliest[visit], earliest[visit]]);
  }
  return visits.map((visit) => (state.shiftOf[visit] < 0 ? null : earliest[visit]));
}

const coupling = (overrides: Partial<Coupling>): Coupling => ({
  first: 0,
  second: 1,
  minOffset: 0,
  maxOffset: 0,
  together: true,
  ...overrides,
});
const twoShifts = [aShift(), aShift({ employee: 1, start: 700 })];

describe('the earliest starts of coupled visits', () => {
  it('are those of the later employee of a pair', () => {
    // 0 + 100 on the way, and 700 + 100.
    const pair = aProblem({ visits: [aVisit(), aVisit()], shifts: twoShifts, couplings: [coupling({})] });
    expect(
      retimed(pair, [
        [0, 0, 5000],
        [1, 1, 5000],
      ]),
    ).toEqual([800, 800]);
  });

  it('keep the second employee as far behind the first as agreed, and no sooner than he or she is there', () => {
    const pair = (minOffset: number, maxOffset: number) =>
      aProblem({
        visits: [aVisit(), aVisit()],
        shifts: twoShifts,
        couplings: [coupling({ minOffset, maxOffset })],
      });
    const at = (offset: number) =>
      [
        [0, 0, 5000],
        [1, 1, 5000 + offset],
      ] as const;
    // The first could begin at 100, the second at 800: at most 300 apart pushes the first to 500, at least 900 the second to 1 000.
    expect(retimed(pair(0, 300), at(300))).toEqual([500, 800]);
    expect(retimed(pair(900, 1200), at(900))).toEqual([100, 1000]);
    expect(retimed(pair(0, 700), at(700))).toEqual([100, 800]);
  });

  it('keep the gap between a meal and the medicine after it', () => {
    const gap = (minOffset: number, maxOffset: number) =>
      aProblem({ visits: [aVisit(), aVisit()], couplings: [coupling({ minOffset, maxOffset, together: false })] });
    const stops = [
      [0, 0, 3000],
      [1, 0, 6500],
    ] as const;
    // The meal at 100; the medicine 3 000 later, or as soon as the meal is over: 700.
    expect(retimed(gap(3000, 3600), stops)).toEqual([100, 3100]);
    expect(retimed(gap(-3600, 3600), stops)).toEqual([100, 700]);
  });

  it('wait for the window, and pull the other visit no further from it than the gap allows', () => {
    const later = aVisit({ windows: [{ day: 0, earliest: 4000, latest: 8000 }] });
    const gap = aProblem({
      visits: [aVisit(), later],
      couplings: [coupling({ minOffset: 700, maxOffset: 1500, together: false })],
    });
    expect(
      retimed(gap, [
        [0, 0, 4500],
        [1, 0, 5500],
      ]),
    ).toEqual([2500, 4000]);
  });

  it('settle over several rounds where one visit pushes the next', () => {
    // A chain over three shifts: 0 pushes 1 by 1 000, behind 1 lies 2 in the same shift, which pushes 3 by 500.
    const chain = aProblem({
      visits: [0, 1, 2, 3].map(() => aVisit()),
      shifts: [0, 1, 2].map((employee) => aShift({ employee })),
      couplings: [
        coupling({ minOffset: 1000, maxOffset: 9000, together: false }),
        coupling({ first: 2, second: 3, minOffset: 500, maxOffset: 9000, together: false }),
      ],
    });
    // 100; 1 100; 1 100 + 600; 1 700 + 500.
    const stops = [
      [0, 0, 2000],
      [1, 1, 3000],
      [2, 1, 4000],
      [3, 2, 5000],
    ] as const;
    expect(retimed(chain, stops)).toEqual([100, 1100, 1700, 2200]);
  });

  it('take no notice of a visit that is not planned', () => {
    const gap = aProblem({
      visits: [aVisit(), aVisit()],
      couplings: [coupling({ minOffset: 3000, maxOffset: 3600, together: false })],
    });
    expect(retimed(gap, [[1, 0, 6000]])).toEqual([null, 100]);
  });

  it('use the window of the day they lie on', () => {
    const windows = [
      { day: 0, earliest: 0, latest: 0 },
      { day: 1, earliest: 90_000, latest: 95_000 },
    ];
    const pair = aProblem({
      days: 2,
      visits: [aVisit({ windows }), aVisit({ windows: [windows[0], { ...windows[1], earliest: 91_000 }] })],
      shifts: [0, 1].map((employee) => aShift({ employee, day: 1, start: 86_400, end: 100_000 })),
      // So far apart as they like: each finds its window by itself.
      couplings: [coupling({ minOffset: -9000, maxOffset: 9000, together: false })],
    });
    expect(
      retimed(pair, [
        [0, 0, 94_000],
        [1, 1, 94_000],
      ]),
    ).toEqual([90_000, 91_000]);
  });

  it('bring the other visits of the route forward with them, and leave free ones free', () => {
    const problem = aProblem({
      visits: [aVisit(), aVisit(), aVisit()],
      shifts: twoShifts,
      couplings: [coupling({})],
    });
    const state = laidOut(problem, [
      [0, 0, 5000],
      [2, 0, 0],
      [1, 1, 5000],
    ]);
    expect(state.earliest[2]).toBe(5600);
    new Retime(state).run();
    // 800 + 600; home by 10 000 with 600 of work and 100 on the way.
    expect([state.earliest[2], state.latest[2]]).toEqual([1400, 9300]);
  });

  it('are left alone where no visit hangs on another', () => {
    const state = laidOut(aProblem(), [[0, 0, 0]]);
    new Retime(state).run();
    expect([state.earliest[0], state.latest[0]]).toEqual([100, 9300]);
  });
});

describe('coupled visits that push each other without end', () => {
  /** Each of two visits at least so much behind the other: what no valid plan contains, and no search may hang on. */
  const circle = (step: number) =>
    aProblem({
      visits: [aVisit(), aVisit()],
      shifts: [aShift(), aShift({ employee: 1 })],
      couplings: [
        coupling({ minOffset: step, maxOffset: 20_000, together: false }),
        coupling({ first: 1, second: 0, minOffset: step, maxOffset: 20_000, together: false }),
      ],
    });

  it('keep the starts they had', () => {
    const stops = [
      [0, 0, 5000],
      [1, 1, 6000],
    ] as const;
    expect(retimed(circle(100), stops)).toEqual([5000, 6000]);
  });
});
