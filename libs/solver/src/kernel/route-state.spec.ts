import type { Problem } from '../problem.js';
import { aProblem, aShift, aVisit } from '../testing/a-problem.js';
import { prepareProblem } from './prepared-problem.js';
import { RouteState } from './route-state.js';

/** Visits of 600 s at places 1, 2 … of a street with 100 s from place to place; one shift from 0 to 10 000 unless told. */
function aState(overrides: Partial<Problem> = {}): RouteState {
  return new RouteState(prepareProblem(aProblem(overrides)));
}

const at = (location: number) => aVisit({ location });
const ALL_DAY = [0, 50_000] as const;
const rast = { duration: 500, earliest: 1000, latest: 4000 };

/** Earliest and latest start of each node. */
const times = (state: RouteState, nodes: readonly number[]) =>
  nodes.map((node) => [state.earliest[node], state.latest[node]]);

describe('an empty route', () => {
  it('goes from the start to the end, with its pauses in order at the start location', () => {
    const late = { duration: 300, earliest: 5000, latest: 9000 };
    const state = aState({ shifts: [aShift({ startLocation: 1, pauses: [rast, late] })] });
    // Node 0 the visit, 1 and 2 the pauses, 3 the start, 4 the end; home takes 100.
    expect([state.next[3], state.next[1], state.next[2]]).toEqual([1, 2, 4]);
    expect([state.prev[4], state.prev[2], state.prev[1]]).toEqual([2, 1, 3]);
    expect([state.place[1], state.place[2], state.place[4]]).toEqual([1, 1, 0]);
    expect(times(state, [3, 1, 2, 4])).toEqual([
      [0, 4000],
      [1000, 4000],
      [5000, 9000],
      [5400, 10_000],
    ]);
    expect([1, 2, 3, 4].map((node) => state.shiftOf[node])).toEqual([0, 0, 0, 0]);
    expect(state.travelCost).toBe(100);
  });

  it('costs the way from its start to its end, and every visit that is not planned', () => {
    const state = aState({ visits: [at(1), at(2)], shifts: [aShift({ endLocation: 2 }), aShift({ employee: 1 })] });
    expect([state.travelCost, state.unassignedCost, state.totalCost()]).toEqual([200, 20_000, 20_200]);
    expect([state.plannedVisits, state.usedShifts, state.shiftOf[0], state.shiftOf[1]]).toEqual([0, 0, -1, -1]);
  });
});

describe('a visit put into a route', () => {
  it('starts when the employee is there at the earliest, and when it can be done in time at the latest', () => {
    const state = aState({ visits: [at(1), at(3)] });
    state.insert(0, 2, ...ALL_DAY);
    // 100 on the way; home by 10 000, with 600 of work and 100 on the way.
    expect(times(state, [2, 0, 3])).toEqual([
      [0, 9200],
      [100, 9300],
      [800, 10_000],
    ]);
    state.insert(1, 0, ...ALL_DAY);
    // 100 + 600 + 200; 10 000 − 300 − 600, and 200 + 600 before that.
    expect(times(state, [2, 0, 1, 3])).toEqual([
      [0, 8200],
      [100, 8300],
      [900, 9100],
      [1800, 10_000],
    ]);
  });

  it('waits for its window and holds the ones before it to it', () => {
    const state = aState({ visits: [at(1), at(3)] });
    state.insert(0, 2, ...ALL_DAY);
    state.insert(1, 0, 4000, 4500);
    expect(times(state, [2, 0, 1, 3])).toEqual([
      [0, 3600],
      [100, 3700],
      [4000, 4500],
      [4900, 10_000],
    ]);
    expect([state.opens[1], state.closes[1]]).toEqual([4000, 4500]);
  });

  it('pushes the ones behind it, as far as there is no waiting', () => {
    const state = aState({ visits: [at(1), at(1), at(1), at(1)] });
    const [start, end] = [4, 5];
    state.insert(1, start, ...ALL_DAY);
    state.insert(2, 1, 1400, 9000);
    state.insert(3, 2, ...ALL_DAY);
    expect(times(state, [1, 2, 3, end]).map(([earliest]) => earliest)).toEqual([100, 1400, 2000, 2700]);
    state.insert(0, start, ...ALL_DAY);
    // 100 and 700; 1 300 is before 1 400: nothing behind it moves.
    expect(times(state, [0, 1, 2, 3, end]).map(([earliest]) => earliest)).toEqual([100, 700, 1400, 2000, 2700]);
    // From the end: 9 300, 8 700, 8 100, 7 500.
    expect(times(state, [0, 1, 2, 3]).map(([, latest]) => latest)).toEqual([7500, 8100, 8700, 9300]);
  });

  it('takes the pause behind it along to its place, at which the way onward begins', () => {
    const state = aState({ visits: [at(2), at(3)], shifts: [aShift({ pauses: [rast] })] });
    const [pause, start, end] = [2, 3, 4];
    state.insert(0, start, ...ALL_DAY);
    // There at 200, done at 800, rast 1 000–1 500 at place 2, home at 1 700.
    expect([state.place[pause], state.earliest[pause], state.earliest[end]]).toEqual([2, 1000, 1700]);
    // The rast begins by 4 000, so the visit by 3 400.
    expect([state.latest[pause], state.latest[0], state.latest[start]]).toEqual([4000, 3400, 3200]);
    expect(state.travelCost).toBe(400);
    state.insert(1, pause, ...ALL_DAY);
    // From place 2 to 3 after the rast: 1 500 + 100; home at 1 600 + 600 + 300.
    expect([state.earliest[1], state.earliest[end], state.travelCost]).toEqual([1600, 2500, 600]);
    expect([state.next[pause], state.prev[1], state.next[1], state.prev[end]]).toEqual([1, pause, end, 1]);
  });

  it('counts in its shift, its cost and the continuity of its brukare', () => {
    const state = aState({
      visits: [aVisit({ demand: 3 }), aVisit({ demand: 2, unassignedCost: 4000 })],
      shifts: [aShift(), aShift({ employee: 1 })],
      assignmentCost: Int32Array.from([0, -70]),
      continuity: { seen: Uint8Array.from([1, 0]), faceCost: Int32Array.from([0, 40]) },
      disruption: { employeeOf: Int32Array.from([0, -1]), cost: Int32Array.from([500, 300]) },
    });
    const secondStart = 3;
    state.insert(0, secondStart, ...ALL_DAY);
    state.insert(1, 0, ...ALL_DAY);
    expect([[...state.visitsInShift], [...state.load], [...state.shiftOf.subarray(0, 2)]]).toEqual([
      [0, 2],
      [0, 5],
      [1, 1],
    ]);
    expect([state.plannedVisits, state.usedShifts]).toEqual([2, 1]);
    // Twice −70, and 500 because visit 0 is expected of employee 0; visit 1 of nobody. One new face.
    expect([state.unassignedCost, state.assignmentCost, state.faces.cost]).toEqual([0, 360, 40]);
    expect(state.totalCost()).toBe(200 + 360 + 40);
    expect([state.disruptionCost(0, 0), state.disruptionCost(0, 1), state.disruptionCost(1, 1)]).toEqual([0, 500, 0]);
    state.unlink(0);
    expect([[...state.visitsInShift], [...state.load], state.shiftOf[0]]).toEqual([[0, 1], [0, 2], -1]);
    expect([state.plannedVisits, state.usedShifts]).toEqual([1, 1]);
    expect([state.unassignedCost, state.assignmentCost, state.faces.cost]).toEqual([10_000, -70, 40]);
    state.unlink(1);
    expect([state.plannedVisits, state.usedShifts, state.assignmentCost, state.faces.cost]).toEqual([0, 0, 0, 0]);
    expect(state.unassignedCost).toBe(14_000);
  });

  it('costs the employee’s price anew when prices have changed', () => {
    const assignmentCost = Int32Array.from([5000, 100, 30, 5000]);
    const state = aState({
      visits: [aVisit({ brukare: 1 }), at(2), at(3)],
      shifts: [aShift(), aShift({ employee: 1 })],
      assignmentCost,
      disruption: { employeeOf: Int32Array.from([1, -1, -1]), cost: Int32Array.from([7, 0, 0]) },
    });
    const [firstStart, secondStart] = [3, 4];
    state.insert(0, firstStart, ...ALL_DAY);
    state.insert(1, secondStart, ...ALL_DAY);
    expect(state.assignmentCost).toBe(30 + 7 + 100);
    assignmentCost.set([5000, 300, 20, 5000]);
    state.priceAssignments();
    expect(state.assignmentCost).toBe(20 + 7 + 300);
  });
});

describe('a visit taken out of a route', () => {
  it('leaves the way between its neighbours, and their times once they are asked for', () => {
    const state = aState({ visits: [at(1), at(3), at(2)] });
    [0, 1, 2].reduce((after, visit) => {
      state.insert(visit, after, ...ALL_DAY);
      return visit;
    }, 3);
    expect(state.travelCost).toBe(100 + 200 + 100 + 200);
    state.unlink(1);
    expect(state.travelCost).toBe(100 + 100 + 200);
    expect([state.next[0], state.prev[2]]).toEqual([2, 0]);
    expect(state.refresh(0)).toBe(true);
    // 100; 700 + 100; home at 1 400 + 200. From the end: 9 200, and 600 + 100 before it.
    expect(times(state, [0, 2, 4])).toEqual([
      [100, 8500],
      [800, 9200],
      [1600, 10_000],
    ]);
  });

  it('gives the pauses behind it back to the place before it', () => {
    const paus = { duration: 100, earliest: 2000, latest: 8000 };
    const state = aState({ visits: [at(2), at(3)], shifts: [aShift({ pauses: [rast, paus] })] });
    const [first, second, start, end] = [2, 3, 4, 5];
    state.insert(0, start, ...ALL_DAY);
    state.insert(1, second, ...ALL_DAY);
    state.unlink(0);
    expect([state.place[first], state.place[second], state.travelCost]).toEqual([0, 0, 600]);
    expect(state.refresh(0)).toBe(true);
    // Rast 1 000–1 500, paus 2 000–2 100 at the start; then 300 to place 3, 600 there and 300 home.
    expect(times(state, [first, second, 1, end])).toEqual([
      [1000, 4000],
      [2000, 8000],
      [2400, 9100],
      [3300, 10_000],
    ]);
  });
});

describe('the times of a route', () => {
  /** One visit of 600 s at place 1 by `end`: it lasts from 0 to 800 with both ways. */
  const isOnTime = (end: number, window: readonly [number, number]) => {
    const state = aState({ shifts: [aShift({ end })] });
    state.insert(0, 1, ...window);
    return state.refresh(0);
  };

  it('can be kept when the end is reached to the second, and not one second later', () => {
    expect([isOnTime(800, ALL_DAY), isOnTime(799, ALL_DAY)]).toEqual([true, false]);
  });

  it('can be kept when a window is reached to the second, and not one second later', () => {
    expect([isOnTime(10_000, [0, 100]), isOnTime(10_000, [0, 99])]).toEqual([true, false]);
  });

  it('follow the matrix of the shift, which may differ by direction', () => {
    const travel = [Int32Array.from([0, 5, 5, 0]), Int32Array.from([0, 30, 70, 0])];
    const state = aState({ locations: 2, travel, shifts: [aShift(), aShift({ employee: 1, mode: 1 })] });
    const [secondStart, secondEnd] = [2, 4];
    state.insert(0, secondStart, ...ALL_DAY);
    expect([state.earliest[0], state.earliest[secondEnd], state.latest[0]]).toEqual([30, 700, 9330]);
    expect(state.travelCost).toBe(100);
    state.refresh(1);
    expect([state.earliest[0], state.earliest[secondEnd], state.latest[0]]).toEqual([30, 700, 9330]);
  });
});

describe('a pause', () => {
  it('is taken where the employee is: no way leads to it, even where one from a place to itself takes time', () => {
    const travel = [Int32Array.from([50, 100, 100, 50])];
    const state = aState({ locations: 2, travel, shifts: [aShift({ pauses: [{ ...rast, earliest: 0 }] })] });
    const [pause, start, end] = [1, 2, 3];
    state.insert(0, start, ...ALL_DAY);
    // 100, and the rast from 700 to 1 200, and 100 home; the rast begins by 4 000, the visit by 3 400.
    const expected = [
      [0, 3300],
      [100, 3400],
      [700, 4000],
      [1300, 10_000],
    ];
    expect(times(state, [start, 0, pause, end])).toEqual(expected);
    expect(state.refresh(0)).toBe(true);
    expect(times(state, [start, 0, pause, end])).toEqual(expected);
  });
});

describe('two states of one problem', () => {
  it('know nothing of each other', () => {
    const prepared = prepareProblem(aProblem({ shifts: [aShift({ pauses: [rast] })] }));
    const [one, other] = [new RouteState(prepared), new RouteState(prepared)];
    one.insert(0, 2, 3000, 3500);
    expect([other.place[1], other.opens[0], other.closes[0], other.shiftOf[0]]).toEqual([0, 0, 0, -1]);
  });
});

describe('the node behind pauses', () => {
  it('is the first one that has a place of its own', () => {
    const state = aState({ shifts: [aShift({ pauses: [rast, rast] })] });
    // Node 0 the visit, 1 and 2 the pauses, 3 the start, 4 the end.
    expect([0, 1, 2, 3, 4].map((node) => state.isPause(node))).toEqual([false, true, true, false, false]);
    expect([0, 1, 2, 3, 4].map((node) => state.nextLocated(node))).toEqual([0, 4, 4, 3, 4]);
  });
});
