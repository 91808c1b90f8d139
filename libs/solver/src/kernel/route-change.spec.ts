import type { Problem } from '../problem.js';
import { aProblem, aShift, aVisit } from '../testing/a-problem.js';
import { putRoutes, routesOf } from '../testing/lay-out.js';
import { prepareProblem } from './prepared-problem.js';
import { RouteChange } from './route-change.js';
import { RouteState } from './route-state.js';

const ALL_DAY = [0, 50_000] as const;

/** Four visits at places 1–4 in two shifts: 0 and 1, 2 and 3. */
function aChange(overrides: Partial<Problem> = {}) {
  const visits = [1, 2, 3, 4].map((location) => aVisit({ location }));
  const state = new RouteState(
    prepareProblem(aProblem({ visits, shifts: [0, 1].map((employee) => aShift({ employee })), ...overrides })),
  );
  putRoutes(state, [
    [0, 1],
    [2, 3],
  ]);
  const change = new RouteChange(state);
  change.begin();
  return { state, change };
}

const removedBy = ({ removed, removedCount }: RouteChange) => [...removed.subarray(0, removedCount)];
const touchedBy = ({ touched, touchedCount }: RouteChange) => [...touched.subarray(0, touchedCount)];

describe('one step of the search', () => {
  it('writes down what it takes out and which shifts it touches, each once', () => {
    const { state, change } = aChange();
    change.remove(3, false);
    change.remove(2, false);
    change.remove(0, false);
    expect([removedBy(change), touchedBy(change)]).toEqual([
      [3, 2, 0],
      [1, 0],
    ]);
    expect([change.isTouched(0), change.isTouched(1)]).toEqual([true, true]);
    expect(routesOf(state)).toEqual([[1], []]);
  });

  it('takes nothing out twice, and nothing that is not planned', () => {
    const { change } = aChange();
    change.remove(1, false);
    change.remove(1, false);
    expect([removedBy(change), touchedBy(change), change.isTouched(1)]).toEqual([[1], [0], false]);
  });

  it('never takes out a locked visit', () => {
    const visits = [1, 2, 3, 4].map((location) => aVisit({ location }));
    const locked = visits.map((visit, index) =>
      index === 2 ? { ...visit, locked: { shift: 1, start: null } } : visit,
    );
    const { state, change } = aChange({ visits: locked });
    change.remove(2, true);
    change.detach(2);
    expect([removedBy(change), routesOf(state)[1]]).toEqual([[], [2, 3]]);
  });

  it('takes out both parts of a pair, unless one is to come back at the same start', () => {
    const couplings = [{ first: 1, second: 2, minOffset: 0, maxOffset: 0, together: true }];
    const both = aChange({ couplings });
    both.change.remove(2, false);
    expect(removedBy(both.change)).toEqual([2, 1]);
    const first = aChange({ couplings: [{ ...couplings[0], first: 0, second: 3 }] });
    first.change.remove(3, false);
    expect(removedBy(first.change)).toEqual([3, 0]);
    const one = aChange({ couplings });
    one.change.detach(2);
    expect(removedBy(one.change)).toEqual([2]);
  });

  it('takes out what gaps tie to a visit only where that is asked for, from one to the next', () => {
    const gap = { minOffset: 0, maxOffset: 9000, together: false };
    const couplings = [
      { ...gap, first: 0, second: 3 },
      { ...gap, first: 3, second: 1 },
    ];
    const without = aChange({ couplings });
    without.change.remove(0, false);
    expect(removedBy(without.change)).toEqual([0]);
    const along = aChange({ couplings });
    along.change.remove(0, true);
    expect(removedBy(along.change)).toEqual([0, 3, 1]);
  });

  it('brings the times of the touched routes up to date', () => {
    const { state, change } = aChange();
    change.remove(0, false);
    change.settle();
    expect([state.earliest[1], state.latest[1]]).toEqual([200, 9200]);
    expect(change.isOnTime()).toBe(true);
  });

  it('begins with nothing touched, also after another step', () => {
    const { change } = aChange();
    change.remove(0, false);
    change.settle();
    change.begin();
    expect([removedBy(change), touchedBy(change), change.isTouched(0)]).toEqual([[], [], false]);
    change.insert(0, 1, ...ALL_DAY);
    expect([touchedBy(change), change.isTouched(0), change.isTouched(1)]).toEqual([[0], true, false]);
  });
});

describe('a route that taking a visit out makes late', () => {
  /** Over place 1 it is 50 s from place 0 to place 2, straight 900 s; visit 1 has to begin by 700. */
  const detour = () => {
    const travel = Int32Array.from([0, 25, 900, 25, 0, 25, 900, 25, 0]);
    const visits = [aVisit(), aVisit({ location: 2, windows: [{ day: 0, earliest: 0, latest: 700 }] })];
    const state = new RouteState(prepareProblem(aProblem({ locations: 3, travel: [travel], visits })));
    putRoutes(state, [[0, 1]]);
    const change = new RouteChange(state);
    change.begin();
    change.remove(0, false);
    change.settle();
    return { state, change };
  };

  it('is late as long as nothing has mended it', () => {
    expect(detour().change.isOnTime()).toBe(false);
  });

  it('is on time again once the visit is back', () => {
    const { change } = detour();
    change.insert(0, 2, ...ALL_DAY);
    expect(change.isOnTime()).toBe(true);
  });

  it('is forgotten by the next step', () => {
    const { change } = detour();
    change.undo();
    change.begin();
    expect(change.isOnTime()).toBe(true);
  });

  it('is asked for anew each time the routes are settled', () => {
    const { state, change } = detour();
    change.remove(1, false);
    change.settle();
    expect(change.isOnTime()).toBe(true);
    expect(routesOf(state)).toEqual([[]]);
  });
});

describe('a step that is undone', () => {
  /** Everything a step may change; the starts allowed to a visit matter only while it is planned. */
  const everything = (state: RouteState) => ({
    next: [...state.next.subarray(4)],
    routes: routesOf(state),
    shiftOf: [...state.shiftOf],
    allowed: [0, 1, 2, 3].map((visit) => (state.shiftOf[visit] < 0 ? null : [state.opens[visit], state.closes[visit]])),
    earliest: routesOf(state).map((route) => route.map((visit) => state.earliest[visit])),
    latest: routesOf(state).map((route) => route.map((visit) => state.latest[visit])),
    load: [...state.load],
    visitsInShift: [...state.visitsInShift],
    places: [...state.place],
    costs: [state.travelCost, state.unassignedCost, state.assignmentCost, state.faces.cost],
    counts: [state.plannedVisits, state.usedShifts],
  });

  it('leaves every route, time, count and cost as it was', () => {
    const visits = [1, 2, 3, 4].map((location) => aVisit({ location, demand: location }));
    const { state, change } = aChange({
      visits,
      assignmentCost: Int32Array.from([5, -7]),
      continuity: { seen: new Uint8Array(2), faceCost: Int32Array.from([10, 20]) },
    });
    const before = everything(state);
    change.remove(0, false);
    change.remove(3, false);
    change.settle();
    change.insert(0, 2, 3000, 4000);
    change.undo();
    expect(everything(state)).toEqual(before);
  });

  it('takes out again what was not planned before it', () => {
    const { state, change } = aChange();
    putRoutes(state, [[0], [2]]);
    change.begin();
    const before = everything(state);
    change.insert(3, 0, ...ALL_DAY);
    change.insert(1, 2, ...ALL_DAY);
    change.undo();
    expect(everything(state)).toEqual(before);
  });

  it('leaves alone what only an earlier step has touched', () => {
    const { state, change } = aChange();
    change.remove(0, false);
    change.remove(2, false);
    change.settle();
    change.begin();
    change.remove(1, false);
    change.settle();
    change.undo();
    expect(routesOf(state)).toEqual([[1], [3]]);
  });

  it('puts the pauses back to where they were', () => {
    const pauses = [
      { duration: 100, earliest: 1500, latest: 4000 },
      { duration: 100, earliest: 1500, latest: 5000 },
    ];
    const state = new RouteState(prepareProblem(aProblem({ shifts: [aShift({ pauses })] })));
    const [first, second, start, end] = [1, 2, 3, 4];
    state.insert(0, start, ...ALL_DAY);
    const change = new RouteChange(state);
    change.begin();
    change.remove(0, false);
    change.settle();
    expect([state.place[first], state.place[second]]).toEqual([0, 0]);
    change.undo();
    expect([state.place[first], state.place[second], state.next[start], state.prev[end]]).toEqual([1, 1, 0, second]);
    expect([start, 0, first, second, end].map((node) => [state.earliest[node], state.latest[node]])).toEqual([
      [0, 3300],
      [100, 3400],
      [1500, 4000],
      [1600, 5000],
      [1800, 10_000],
    ]);
  });
});
