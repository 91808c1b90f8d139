import type { Problem } from '../problem.js';
import { Random } from '../random.js';
import { UnplannedVisits } from '../recreate/unplanned-visits.js';
import { AbsenceCounters } from '../search/absence-counters.js';
import { DEFAULT_TUNING } from '../search/search-tuning.js';
import { aProblem, aShift, aVisit } from '../testing/a-problem.js';
import { layOut } from '../testing/lay-out.js';
import { adjacentStrings } from './adjacent-strings.js';
import { brukareWeek } from './brukare-week.js';
import { randomRoute } from './random-route.js';
import type { Ruin, RuinContext } from './ruin-context.js';
import { timeSlice } from './time-slice.js';
import { weightedRuins } from './weighted-ruins.js';
import { worstDetour } from './worst-detour.js';

const SEEDS = Array.from({ length: 60 }, (_, index) => index + 1);

function contextOf(problem: Problem, routes: readonly (readonly number[])[], seed: number): RuinContext {
  const { state, change, neighbours } = layOut(problem, routes);
  const unplanned = new UnplannedVisits(state, new AbsenceCounters(problem.visits.length));
  unplanned.rebuild();
  return { tuning: DEFAULT_TUNING, state, change, neighbours, unplanned, random: new Random(seed) };
}

/** What one ruin takes out, in order, for each of sixty seeds. */
function removedBy(makeRuin: (context: RuinContext) => Ruin, problem: Problem, routes: readonly (readonly number[])[]) {
  return SEEDS.map((seed) => {
    const context = contextOf(problem, routes, seed);
    makeRuin(context)();
    const { removed, removedCount } = context.change;
    return [...removed.subarray(0, removedCount)];
  });
}

/** Three shifts with eight visits each, twenty minutes apart, at one place; visit n of a shift is number 8 × shift + n. */
const ROUTES = [0, 1, 2].map((shift) => Array.from({ length: 8 }, (_, index) => 8 * shift + index));
function threeShifts(overrides: Partial<Problem> = {}): Problem {
  const at = (index: number) => ({ day: 0, earliest: 1200 * (index % 8) + 100, latest: 1200 * (index % 8) + 100 });
  const visits = ROUTES.flat().map((index) => aVisit({ brukare: index % 5, windows: [at(index)] }));
  return aProblem({ visits, shifts: [0, 1, 2].map((employee) => aShift({ employee, end: 20_000 })), ...overrides });
}
const shiftOf = (visit: number) => Math.floor(visit / 8);
const startOf = (visit: number) => 1200 * (visit % 8) + 100;

describe('a string of visits', () => {
  const all = removedBy(adjacentStrings, threeShifts(), ROUTES);

  it('is taken out of a route in one piece, or with one piece in the middle that stays', () => {
    const seen = { whole: 0, split: 0 };
    for (const removed of all) {
      for (const shift of new Set(removed.map(shiftOf))) {
        const string = removed.filter((visit) => shiftOf(visit) === shift).sort((one, other) => one - other);
        const breaks = string.slice(1).filter((visit, index) => visit - string[index] > 1).length;
        expect(breaks).toBeLessThanOrEqual(1);
        expect(string.length).toBeLessThanOrEqual(DEFAULT_TUNING.maxString);
        seen[breaks === 0 ? 'whole' : 'split']++;
      }
    }
    expect(Math.min(seen.whole, seen.split)).toBeGreaterThan(5);
  });

  it('comes out of one route or of several', () => {
    const routes = all.map((removed) => new Set(removed.map(shiftOf)).size);
    expect([Math.min(...routes), Math.max(...routes)]).toEqual([1, 3]);
  });
});

describe('a time slice', () => {
  it('takes out what begins within half an hour of its first visit, out of several routes, ten at most', () => {
    const all = removedBy(timeSlice, threeShifts(), ROUTES);
    for (const removed of all) {
      const [first] = removed;
      // Twenty minutes apart: the visits just before and after, in each of the three routes.
      expect(removed.every((visit) => Math.abs(startOf(visit) - startOf(first)) <= 1800)).toBe(true);
      expect(removed.length).toBeLessThanOrEqual(10);
    }
    expect(Math.max(...all.map((removed) => new Set(removed.map(shiftOf)).size))).toBe(3);
    expect(Math.max(...all.map(({ length }) => length))).toBe(9);
  });

  it('takes ten of twelve that begin at once', () => {
    const visits = Array.from({ length: 12 }, () => aVisit({ windows: [{ day: 0, earliest: 500, latest: 500 }] }));
    const shifts = visits.map((_, employee) => aShift({ employee }));
    const routes = visits.map((_, visit) => [visit]);
    const all = removedBy(timeSlice, aProblem({ visits, shifts }), routes);
    expect(new Set(all.map(({ length }) => length))).toEqual(new Set([10]));
  });
});

describe('a brukare’s week', () => {
  it('takes out all visits of one brukare, whatever their routes', () => {
    for (const removed of removedBy(brukareWeek, threeShifts(), ROUTES)) {
      const brukare = removed[0] % 5;
      expect([...removed].sort((one, other) => one - other)).toEqual(
        ROUTES.flat().filter((visit) => visit % 5 === brukare),
      );
    }
  });

  it('takes out a stretch of 28 where there are more', () => {
    const visits = Array.from({ length: 30 }, () => aVisit({ service: 60 }));
    const route = visits.map((_, visit) => visit);
    for (const removed of removedBy(brukareWeek, aProblem({ visits }), [route])) {
      // From some visit on, round about: what stays lies in one piece, seen so.
      const stays = route.filter((visit) => !removed.includes(visit));
      expect(removed).toHaveLength(28);
      expect([1, 29]).toContain(stays[1] - stays[0]);
    }
  });
});

describe('a random route', () => {
  it('is emptied, and no other', () => {
    const all = removedBy(randomRoute, threeShifts(), ROUTES);
    for (const removed of all) expect(removed).toEqual(ROUTES[shiftOf(removed[0])]);
    expect(new Set(all.map(([first]) => shiftOf(first))).size).toBe(3);
  });
});

describe('the worst detours', () => {
  it('go sooner than visits on the way', () => {
    // Visit 3 lies twenty places beyond the others, which are at one place.
    const visits = [1, 1, 1, 21, 1, 1].map((location) => aVisit({ location, service: 60 }));
    const all = removedBy(worstDetour, aProblem({ visits, shifts: [aShift({ end: 40_000 })] }), [[0, 1, 2, 3, 4, 5]]);
    const times = visits.map((_, visit) => all.filter((removed) => removed.includes(visit)).length);
    expect(times.every((count, visit) => visit === 3 || count < times[3])).toBe(true);
    for (const removed of all) expect(removed.length).toBeLessThanOrEqual(8);
  });
});

describe('every ruin', () => {
  const ruins = { adjacentStrings, timeSlice, brukareWeek, randomRoute, worstDetour };

  it.each(Object.entries(ruins))('takes out something, and never a locked visit: %s', (_, makeRuin) => {
    const free = threeShifts();
    const visits = free.visits.map((visit, index) =>
      index % 4 === 0 ? { ...visit, locked: { shift: shiftOf(index), start: null } } : visit,
    );
    const all = removedBy(makeRuin, { ...free, visits }, ROUTES);
    expect(all.flat().filter((visit) => visit % 4 === 0)).toEqual([]);
    expect(all.filter(({ length }) => length > 0).length).toBeGreaterThan(50);
  });

  it.each(Object.entries(ruins))('leaves a plan without visits as it is: %s', (_, makeRuin) => {
    const routes = ROUTES.map(() => []);
    expect(removedBy(makeRuin, threeShifts(), routes).flat()).toEqual([]);
  });

  it('is drawn by its weight: a brukare’s week only where it matters who comes', () => {
    const weights = (problem: Problem) => weightedRuins(contextOf(problem, ROUTES, 1)).map(({ weight }) => weight);
    const faces = { seen: new Uint8Array(15), faceCost: Int32Array.of(0, 60) };
    const wished = new Int32Array(15);
    wished[4] = -900;
    const without = weights(threeShifts());
    expect(without.filter((weight) => weight === 0)).toHaveLength(1);
    expect(weights(threeShifts({ continuity: faces })).every((weight) => weight > 0)).toBe(true);
    expect(weights(threeShifts({ assignmentCost: wished })).every((weight) => weight > 0)).toBe(true);
  });
});
