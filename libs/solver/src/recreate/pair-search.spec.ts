import { prepareProblem } from '../kernel/prepared-problem.js';
import { RouteChange } from '../kernel/route-change.js';
import { RouteState } from '../kernel/route-state.js';
import type { Problem } from '../problem.js';
import { Random } from '../random.js';
import { aProblem, aShift, aVisit } from '../testing/a-problem.js';
import { layOut } from '../testing/lay-out.js';
import { randomProblem } from '../testing/random-problem.js';
import { Blink } from './blink.js';
import { PairSearch } from './pair-search.js';
import { NO_PLACE, PlaceSearch } from './place-search.js';

/** Visits 0 and 1 together in shifts of employees 0, 1, 2 …; the second starts at the same time unless told. */
function pairOf(overrides: Partial<Problem> = {}, offsets: readonly [number, number] = [0, 0]): Problem {
  return aProblem({
    visits: [aVisit(), aVisit()],
    shifts: [aShift(), aShift({ employee: 1 })],
    couplings: [{ first: 0, second: 1, minOffset: offsets[0], maxOffset: offsets[1], together: true }],
    ...overrides,
  });
}

function searched(problem: Problem, routes: readonly (readonly number[])[], limit = NO_PLACE) {
  const { state, change, places } = layOut(problem, routes);
  const pairs = new PairSearch(state, change, places);
  if (!pairs.search(0, 1, limit)) return null;
  const { firstAfter, secondAfter, cost, firstFrom, firstTo } = pairs;
  const second = pairs.secondStart(0, firstFrom);
  return { shifts: [state.shiftOf[firstAfter], state.shiftOf[secondAfter]], cost, firstFrom, firstTo, second };
}

describe('places for a visit that needs two', () => {
  it('are of two employees at one time, at the cost of both', () => {
    // 200 there and back for each; both are there at 100, and home by 10 000 if they begin by 9 300.
    expect(searched(pairOf(), [[], []])).toEqual({
      shifts: [0, 1],
      cost: 400,
      firstFrom: 100,
      firstTo: 9300,
      second: 100,
    });
  });

  it('are none for one employee, not even in two shifts', () => {
    expect(searched(pairOf({ shifts: [aShift(), aShift({ start: 1000 })] }), [[], []])).toBeNull();
    expect(searched(pairOf({ shifts: [aShift()], compatible: Uint8Array.of(1, 1) }), [[]])).toBeNull();
  });

  it('are none where one of the two has nobody', () => {
    expect(searched(pairOf({ compatible: Uint8Array.of(0, 0, 1, 1) }), [[], []])).toBeNull();
    expect(searched(pairOf({ compatible: Uint8Array.of(1, 1, 0, 0) }), [[], []])).toBeNull();
  });

  it('cost less than the limit', () => {
    expect(searched(pairOf(), [[], []], 401)?.cost).toBe(400);
    expect(searched(pairOf(), [[], []], 400)).toBeNull();
  });

  it('begin when both can: the later arrival and the earlier end', () => {
    const shifts = [aShift({ start: 2000 }), aShift({ employee: 1, end: 6000 })];
    // The first is there at 2 100; the second home by 6 000 from 5 300.
    expect(searched(pairOf({ shifts }), [[], []])).toMatchObject({ firstFrom: 2100, firstTo: 5300, second: 2100 });
  });

  it('meet to the second, and do not meet one second later', () => {
    const shifts = (start: number) => [aShift({ start }), aShift({ employee: 1, end: 6000 })];
    expect(searched(pairOf({ shifts: shifts(5200) }), [[], []])).toMatchObject({ firstFrom: 5300, firstTo: 5300 });
    expect(searched(pairOf({ shifts: shifts(5201) }), [[], []])).toBeNull();
  });

  it('let the second come as much later as agreed', () => {
    const shifts = [aShift(), aShift({ employee: 1, start: 2000 })];
    // The second is there at 2 100: the first begins 900 sooner at most, at 1 200, and the second 300 later at least.
    const later = searched(pairOf({ shifts }, [300, 900]), [[], []]);
    expect(later).toMatchObject({ firstFrom: 1200, second: 2100 });
    const sooner = searched(pairOf({ shifts: [aShift({ start: 4000 }), aShift({ employee: 1 })] }, [300, 900]), [
      [],
      [],
    ]);
    expect(sooner).toMatchObject({ firstFrom: 4100, second: 4400 });
  });

  it('count the second new face dearer than the first', () => {
    // Faces cost 0, 60, 500: each of the two alone would be the first, for 0; together they cost 0 + 60.
    const faces = { seen: new Uint8Array(2), faceCost: Int32Array.of(0, 60, 500) };
    expect(searched(pairOf({ continuity: faces }), [[], []])?.cost).toBe(400 + 60);
    const known = { ...faces, seen: Uint8Array.of(1, 0) };
    expect(searched(pairOf({ continuity: known }), [[], []])?.cost).toBe(400 + 60);
  });

  it('have room for the load and lie on days that suit both', () => {
    const visits = [aVisit({ demand: 1 }), aVisit({ demand: 2 })];
    const with2 = (capacity: number) => [aShift({ capacity: 1 }), aShift({ employee: 1, capacity })];
    expect(searched(pairOf({ visits, shifts: with2(2) }), [[], []])?.shifts).toEqual([0, 1]);
    expect(searched(pairOf({ visits, shifts: with2(1) }), [[], []])).toBeNull();
  });

  it('are looked for at the three cheapest of each shift, wherever these lie in it', () => {
    // The door is place 9. Over places 1, 3, 5 and 7 to it: detours of 1 600, 1 200, 800, 400 and, behind the last, 0 s.
    const visits = [
      aVisit({ location: 9 }),
      aVisit({ location: 9 }),
      ...[1, 3, 5, 7].map((location) => aVisit({ location })),
    ];
    const away = [
      aShift({ end: 30_000, endLocation: 9 }),
      aShift({ employee: 1, end: 30_000, startLocation: 9, endLocation: 9 }),
    ];
    expect(searched(pairOf({ visits, shifts: away }), [[2, 3, 4, 5], []])).toMatchObject({ shifts: [0, 1], cost: 0 });
    const home = [aShift({ end: 30_000, startLocation: 9 }), away[1]];
    // The other way round: 0 s first, and the dearer places do not drive it out.
    expect(searched(pairOf({ visits, shifts: home }), [[5, 4, 3, 2], []])).toMatchObject({ shifts: [0, 1], cost: 0 });
  });

  it('take the shift that comes first among equals', () => {
    const shifts = [0, 1, 2, 3].map((employee) => aShift({ employee }));
    expect(searched(pairOf({ shifts }), [[], [], [], []])?.shifts).toEqual([0, 1]);
  });

  it('are looked for only where a touched shift has room for the visit, whatever the time of the other', () => {
    const windows = [{ day: 0, earliest: 5000, latest: 5000 }];
    const tuesday = [{ day: 1, earliest: 90_000, latest: 90_000 }];
    /** Whether shift 0, out of which visit 2 was taken, has room for visit 0 beside visit 3. */
    const fits = (visit: object, overrides: Partial<Problem> = {}, touches = true) => {
      const problem = pairOf({
        days: 2,
        visits: [aVisit({ windows, ...visit }), aVisit(), aVisit(), aVisit()],
        ...overrides,
      });
      const { state, change, places } = layOut(problem, [[2, 3], []]);
      if (touches) change.remove(2, false);
      change.settle();
      return new PairSearch(state, change, places).fitsTouched(0);
    };
    expect(fits({})).toBe(true);
    expect(fits({}, {}, false)).toBe(false);
    expect(fits({ windows: tuesday })).toBe(false);
    expect(fits({}, { compatible: Uint8Array.of(0, 1, 1, 1, 1, 1, 1, 1) })).toBe(false);
    // Visit 3 has to begin at 4 900 or at 5 100 and lasts 600 s: no room beside it at 5 000; at 5 600 there is.
    const beside = (start: number) => ({
      visits: [
        aVisit({ windows }),
        aVisit(),
        aVisit({ windows: [{ day: 0, earliest: 0, latest: 100 }] }),
        aVisit({ windows: [{ day: 0, earliest: start, latest: start }] }),
      ],
    });
    expect([4400, 4900, 5100, 5600].map((start) => fits({}, beside(start)))).toEqual([true, false, false, true]);
  });

  it('are not looked for where a gap leaves the visit no time', () => {
    const windows = [{ day: 0, earliest: 5000, latest: 5000 }];
    const fits = (minOffset: number) => {
      const problem = aProblem({
        visits: [
          aVisit({ windows }),
          aVisit(),
          aVisit(),
          aVisit({ windows: [{ day: 0, earliest: 3000, latest: 3000 }] }),
        ],
        shifts: [aShift(), aShift({ employee: 1 })],
        couplings: [
          { first: 0, second: 1, minOffset: 0, maxOffset: 0, together: true },
          { first: 3, second: 0, minOffset, maxOffset: 9000, together: false },
        ],
      });
      const { state, change, places } = layOut(problem, [[2], [3]]);
      change.remove(2, false);
      change.settle();
      return new PairSearch(state, change, places).fitsTouched(0);
    };
    expect([fits(2000), fits(2001)]).toEqual([true, false]);
  });

  it('are the cheapest of all pairs of places, by trying each', () => {
    const seen = { found: 0, none: 0 };
    for (let seed = 1; seed <= 120; seed++) {
      const { state, pairs, places } = randomPair(seed);
      const { twinMinOffset, twinMaxOffset, employeeOf, brukareOf } = state.prepared;
      const [first, second] = [optionsOf(state, places, 0), optionsOf(state, places, 1)];
      let cheapest = NO_PLACE;
      for (const one of first) {
        for (const other of second) {
          if (employeeOf[one.shift] === employeeOf[other.shift]) continue;
          const from = Math.max(one.from, other.from - twinMaxOffset[0]);
          const to = Math.min(one.to, other.to - twinMinOffset[0]);
          if (from > to) continue;
          const isBothNew =
            brukareOf[0] === brukareOf[1] &&
            [one, other].every(({ shift }) => state.faces.isNew(brukareOf[0], employeeOf[shift]));
          const extra = isBothNew ? state.faces.extraOfSecond(brukareOf[0]) : 0;
          cheapest = Math.min(cheapest, one.cost + other.cost + extra);
        }
      }
      const isFound = pairs.search(0, 1, NO_PLACE);
      expect(isFound ? pairs.cost : NO_PLACE).toBe(cheapest);
      if (isFound) expect(putIn(state, pairs)).toEqual({ isOnTime: true, added: cheapest });
      seen[isFound ? 'found' : 'none']++;
    }
    expect(Math.min(seen.found, seen.none)).toBeGreaterThan(15);
  });
});

/** A pair that is not planned, and routes so short that no shift has more than the three places that are looked at. */
function randomPair(seed: number) {
  const size = { visits: 5, shifts: 4, days: 1 };
  const { visits, couplings, shifts, ...rest } = randomProblem(seed, size);
  const problem: Problem = {
    ...rest,
    shifts: shifts.map((shift) => ({ ...shift, pauses: shift.pauses.slice(0, 1) })),
    visits: visits.map(({ locked: _, ...visit }, index) =>
      index === 1 ? { ...visit, brukare: visits[0].brukare } : visit,
    ),
    spacings: [],
    couplings: [{ ...(couplings.at(0) ?? { first: 0, second: 1, minOffset: 0, maxOffset: 600 }), together: true }],
  };
  const state = new RouteState(prepareProblem(problem));
  const { shiftsOf, opens, closes } = state.prepared;
  for (const visit of [2, 3, 4]) {
    for (const shift of shiftsOf.items.subarray(shiftsOf.from[visit], shiftsOf.from[visit + 1])) {
      if (state.shiftOf[visit] >= 0 || state.visitsInShift[shift] > 0) continue;
      state.insert(visit, state.prepared.firstStart + shift, opens[visit], closes[visit]);
      if (!state.refresh(shift)) state.unlink(visit);
      state.refresh(shift);
    }
  }
  const places = new PlaceSearch(state, new Blink(new Random(1)));
  return { state, places, pairs: new PairSearch(state, new RouteChange(state), places) };
}

function optionsOf(state: RouteState, places: PlaceSearch, visit: number) {
  const { shiftsOf, firstStart, firstEnd, opens, closes } = state.prepared;
  return [...shiftsOf.items.subarray(shiftsOf.from[visit], shiftsOf.from[visit + 1])].flatMap((shift) => {
    const options: { shift: number; cost: number; from: number; to: number }[] = [];
    if (!places.hasCapacity(visit, shift)) return options;
    for (let after = firstStart + shift; after < firstEnd; after = state.next[after]) {
      if (!places.measure(visit, shift, after, opens[visit], closes[visit])) continue;
      const cost = places.shiftCost(visit, shift) + places.detour(visit, shift, after);
      options.push({ shift, cost, from: places.earliestStart, to: places.latestStart });
    }
    return options;
  });
}

/** Puts the pair where it was found, as early as it may be. */
function putIn(state: RouteState, pairs: PairSearch) {
  const costOf = () => state.totalCost() - state.unassignedCost;
  const before = costOf();
  const { firstAfter, secondAfter, firstFrom } = pairs;
  const second = pairs.secondStart(0, firstFrom);
  state.insert(0, firstAfter, firstFrom, firstFrom);
  state.insert(1, secondAfter, second, second);
  const shifts = [state.shiftOf[0], state.shiftOf[1]];
  return { isOnTime: shifts.every((shift) => state.refresh(shift)), added: costOf() - before };
}
