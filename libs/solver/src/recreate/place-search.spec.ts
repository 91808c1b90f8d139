import { prepareProblem } from '../kernel/prepared-problem.js';
import { RouteState } from '../kernel/route-state.js';
import type { Problem } from '../problem.js';
import { Random } from '../random.js';
import { aProblem, aShift, aVisit } from '../testing/a-problem.js';
import { layOut } from '../testing/lay-out.js';
import { randomProblem } from '../testing/random-problem.js';
import { Blink } from './blink.js';
import { NO_PLACE, PlaceSearch } from './place-search.js';

/** The nodes of a route behind which a visit may stand. */
function placesOf({ next, prepared: { firstStart, firstEnd } }: RouteState, shift: number): readonly number[] {
  const nodes: number[] = [];
  for (let node = firstStart + shift; node < firstEnd; node = next[node]) nodes.push(node);
  return nodes;
}

/** Cost and times of a visit really put behind a node, and taken out again. */
function tried(state: RouteState, visit: number, after: number, opens: number, closes: number) {
  const shift = state.shiftOf[after];
  const before = state.totalCost() - state.unassignedCost;
  state.insert(visit, after, opens, closes);
  const cost = state.totalCost() - state.unassignedCost - before;
  const isOnTime = state.refresh(shift);
  state.unlink(visit);
  state.refresh(shift);
  return { cost, isOnTime };
}

/** Routes of random problems that are on time, some visits left over; pairs and gaps count as visits for themselves. */
function randomStates(count: number): readonly RouteState[] {
  return Array.from({ length: count }, (_, index) => {
    const random = new Random(index);
    const problem = { ...randomProblem(index + 1, { visits: 9, shifts: 3, days: 1 }), couplings: [], spacings: [] };
    const state = new RouteState(prepareProblem(problem));
    const { shiftsOf, opens, closes } = state.prepared;
    for (let visit = 0; visit < 6; visit++) {
      for (const shift of shiftsOf.items.subarray(shiftsOf.from[visit], shiftsOf.from[visit + 1])) {
        if (state.shiftOf[visit] >= 0) continue;
        const fitting = placesOf(state, shift).filter(
          (after) => tried(state, visit, after, opens[visit], closes[visit]).isOnTime,
        );
        if (fitting.length > 0) state.insert(visit, fitting[random.below(fitting.length)], opens[visit], closes[visit]);
      }
    }
    return state;
  });
}

const searchIn = (state: RouteState) => new PlaceSearch(state, new Blink(new Random(1)));
const eligible = ({ prepared: { shiftsOf } }: RouteState, visit: number) => [
  ...shiftsOf.items.subarray(shiftsOf.from[visit], shiftsOf.from[visit + 1]),
];

describe('the test of a place', () => {
  it('answers as if the visit had been put there: cheapest place of a shift, the first of equals', () => {
    const seen = { found: 0, none: 0 };
    for (const state of randomStates(60)) {
      const places = searchIn(state);
      const { opens, closes } = state.prepared;
      for (const visit of [6, 7, 8]) {
        for (const shift of eligible(state, visit)) {
          const options = placesOf(state, shift)
            .map((after) => ({ after, ...tried(state, visit, after, opens[visit], closes[visit]) }))
            .filter(({ isOnTime }) => isOnTime);
          const cheapest = Math.min(NO_PLACE, ...options.map(({ cost }) => cost));
          places.resetForAny();
          places.scan(visit, shift, opens[visit], closes[visit], places.shiftCost(visit, shift));
          expect([places.bestCost, places.bestAfter]).toEqual([
            cheapest,
            options.find(({ cost }) => cost === cheapest)?.after ?? -1,
          ]);
          seen[options.length > 0 ? 'found' : 'none']++;
        }
      }
    }
    expect(Math.min(seen.found, seen.none)).toBeGreaterThan(20);
  });

  it('gives the first and last start that keep everybody on time, and not a second more', () => {
    const seen = { wide: 0, none: 0 };
    for (const state of randomStates(40)) {
      const places = searchIn(state);
      const { opens, closes } = state.prepared;
      for (const visit of [6, 7, 8]) {
        for (const shift of eligible(state, visit)) {
          for (const after of placesOf(state, shift)) {
            const [from, to] = [opens[visit], closes[visit]];
            const starts = (start: number) =>
              start >= from && start <= to && tried(state, visit, after, start, start).isOnTime;
            const fits = places.measure(visit, shift, after, from, to);
            const { earliestStart, latestStart } = places;
            if (fits) {
              expect([earliestStart - 1, earliestStart, latestStart, latestStart + 1].map(starts)).toEqual([
                false,
                true,
                true,
                false,
              ]);
            } else {
              const samples = Array.from({ length: 21 }, (_, index) => Math.round(from + ((to - from) * index) / 20));
              expect(samples.some(starts)).toBe(false);
            }
            seen[fits ? 'wide' : 'none']++;
          }
        }
      }
    }
    expect(Math.min(seen.wide, seen.none)).toBeGreaterThan(50);
  });

  it('waits for the rast to begin, and finds no room where the way after it would come too late', () => {
    // Rast from 3 000 to 3 600, then visit 1 at place 1 at 3 700 at the latest: 100 s away from place 2, 200 from place 3.
    const pauses = [{ duration: 600, earliest: 3000, latest: 3400 }];
    const fixed = aVisit({ windows: [{ day: 0, earliest: 3700, latest: 3700 }] });
    const from = (location: number) => {
      const problem = aProblem({ visits: [aVisit({ location }), fixed], shifts: [aShift({ pauses })] });
      const state = new RouteState(prepareProblem(problem));
      const [pause, start] = [2, 3];
      state.insert(1, pause, 3700, 3700);
      const places = searchIn(state);
      places.resetForAny();
      places.scan(0, 0, 0, 2000, 0);
      return [places.measure(0, 0, start, 0, 2000), places.bestAfter];
    };
    expect([from(2), from(3)]).toEqual([
      [true, 3],
      [false, -1],
    ]);
  });

  it('prices the detour as the route does', () => {
    for (const state of randomStates(15)) {
      const places = searchIn(state);
      const { opens, closes } = state.prepared;
      for (const visit of [6, 7, 8]) {
        for (const shift of eligible(state, visit)) {
          for (const after of placesOf(state, shift)) {
            const { cost } = tried(state, visit, after, opens[visit], closes[visit]);
            expect(places.detour(visit, shift, after) + places.shiftCost(visit, shift)).toBe(cost);
          }
        }
      }
    }
  });

  it('looks for what is cheaper than the limit only', () => {
    // 100 there and 100 back.
    const { places } = layOut(aProblem(), [[]]);
    const found = (limit: number) => {
      places.reset(limit);
      places.scan(0, 0, 0, 9000, 0);
      return [places.bestAfter, places.bestCost];
    };
    expect([found(201), found(200)]).toEqual([
      [1, 200],
      [-1, 200],
    ]);
  });

  it('goes on from shift to shift with the best so far', () => {
    const problem = aProblem({ shifts: [aShift(), aShift({ employee: 1, startLocation: 1, endLocation: 1 })] });
    const { places } = layOut(problem, [[], []]);
    places.resetForAny();
    places.scan(0, 0, 0, 9000, 0);
    places.scan(0, 1, 0, 9000, 0);
    places.scan(0, 0, 0, 9000, 0);
    expect([places.bestAfter, places.bestCost]).toEqual([2, 0]);
  });

  it('overlooks a place now and then while blinking', () => {
    const { state } = layOut(aProblem(), [[]]);
    const blink = new Blink(new Random(1));
    blink.isOn = true;
    const places = new PlaceSearch(state, blink);
    const found = Array.from({ length: 1000 }, () => {
      places.resetForAny();
      places.scan(0, 0, 0, 9000, 0);
      return places.bestAfter >= 0;
    });
    expect(found.filter((one) => !one).length).toBeGreaterThan(0);
    expect(found.filter(Boolean).length).toBeGreaterThan(600);
  });
});

describe('what a shift costs whatever the place', () => {
  it('is the price of the employee, of a change and of a new face', () => {
    const problem = aProblem({
      visits: [aVisit(), aVisit({ brukare: 1 })],
      shifts: [aShift(), aShift({ employee: 1 })],
      assignmentCost: Int32Array.of(0, 0, 7, -30),
      disruption: { employeeOf: Int32Array.of(-1, 0), cost: Int32Array.of(900, 500) },
      continuity: { seen: Uint8Array.of(0, 0, 1, 0), faceCost: Int32Array.of(4, 60) },
    });
    const { places } = layOut(problem, [[], []]);
    // Brukare 1 has met employee 0 and expects him or her; employee 1 is the second face.
    expect([places.shiftCost(1, 0), places.shiftCost(1, 1)]).toEqual([7, -30 + 500 + 60]);
    expect(places.shiftCost(0, 1)).toBe(4);
  });

  it('is only asked where the load allows it', () => {
    const visits = [aVisit({ demand: 2 }), aVisit({ demand: 3 }), aVisit()];
    const has = (capacity: number) => layOut(aProblem({ visits, shifts: [aShift({ capacity })] }), [[0]]).places;
    expect([has(5).hasCapacity(1, 0), has(4).hasCapacity(1, 0), has(2).hasCapacity(2, 0)]).toEqual([true, false, true]);
  });
});

describe('the starts that other visits leave', () => {
  const bounded = (problem: Problem, routes: readonly (readonly number[])[], visit: number, shift = 0) => {
    const { places } = layOut(problem, routes);
    return [places.boundStart(visit, shift), places.opens, places.closes];
  };
  /** Visit 1 so long after visit 0, which lies at 3 000 while it is planned. */
  const gap = (minOffset: number, maxOffset: number, window: readonly [number, number] = [0, 9000]) =>
    aProblem({
      visits: [
        aVisit({ windows: [{ day: 0, earliest: 3000, latest: 3000 }] }),
        aVisit({ windows: [{ day: 0, earliest: window[0], latest: window[1] }] }),
      ],
      couplings: [{ first: 0, second: 1, minOffset, maxOffset, together: false }],
    });

  it('are the window without them, and narrower with them', () => {
    expect(bounded(gap(700, 2000), [[]], 1)).toEqual([true, 0, 9000]);
    expect(bounded(gap(700, 2000), [[0]], 1)).toEqual([true, 3700, 5000]);
    expect(bounded(gap(700, 2000, [4000, 4500]), [[0]], 1)).toEqual([true, 4000, 4500]);
    // Seen from the first: visit 1 at 5 000 lets it begin from 3 000 to 4 300.
    const second = aProblem({
      visits: [aVisit(), aVisit({ windows: [{ day: 0, earliest: 5000, latest: 5000 }] })],
      couplings: [{ first: 0, second: 1, minOffset: 700, maxOffset: 2000, together: false }],
    });
    expect(bounded(second, [[1]], 0)).toEqual([true, 3000, 4300]);
  });

  it('are one second where they just meet the window, and none beyond', () => {
    expect(bounded(gap(700, 2000, [5000, 6000]), [[0]], 1)).toEqual([true, 5000, 5000]);
    expect(bounded(gap(700, 2000, [5001, 6000]), [[0]], 1)[0]).toBe(false);
    expect(bounded(gap(700, 2000, [1000, 3700]), [[0]], 1)).toEqual([true, 3700, 3700]);
    expect(bounded(gap(700, 2000, [1000, 3699]), [[0]], 1)[0]).toBe(false);
  });

  it('are those of the shift’s day', () => {
    const windows = [
      { day: 0, earliest: 100, latest: 200 },
      { day: 1, earliest: 90_000, latest: 91_000 },
    ];
    const problem = aProblem({
      days: 2,
      visits: [aVisit({ windows }), aVisit({ windows })],
      shifts: [aShift(), aShift({ employee: 1, day: 1, start: 86_400, end: 99_000 })],
    });
    expect(bounded(problem, [[], []], 1, 1)).toEqual([true, 90_000, 91_000]);
    expect(bounded(problem, [[], []], 0, 1)).toEqual([true, 90_000, 91_000]);
  });

  it('lie on days far enough from other visits of their kind', () => {
    const days = [0, 1, 2, 3];
    const windows = days.map((day) => ({ day, earliest: day * 86_400, latest: day * 86_400 + 5000 }));
    const problem = aProblem({
      days: 4,
      visits: [aVisit({ windows }), aVisit({ windows }), aVisit({ windows }), aVisit({ windows })],
      shifts: days.map((day) => aShift({ day, start: day * 86_400, end: day * 86_400 + 10_000 })),
      spacings: [
        { visits: [3, 0], minDays: 1 },
        { visits: [0, 1], minDays: 2 },
      ],
    });
    const { places } = layOut(problem, [[], [0], [], []]);
    // Visit 0 lies on day 1: visit 1 two days from it, visit 3 one; visit 2 has no spacing and visit 0 none to itself.
    expect(days.map((day) => places.isSpacedOut(1, day))).toEqual([true, true, true, false]);
    expect(days.map((day) => places.isSpacedOut(3, day))).toEqual([false, true, false, false]);
    expect(days.map((day) => places.isSpacedOut(2, day))).toEqual([false, false, false, false]);
    expect(days.map((day) => places.isSpacedOut(0, day))).toEqual([false, false, false, false]);
    // The first shift counts like any other.
    const monday = layOut(problem, [[0], [], [], []]).places;
    expect(days.map((day) => monday.isSpacedOut(1, day))).toEqual([true, true, false, false]);
  });
});
