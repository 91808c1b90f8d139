import { aProblem, aShift, aVisit } from '../testing/a-problem.js';
import { putRoutes, routesOf } from '../testing/lay-out.js';
import { prepareProblem } from './prepared-problem.js';
import { RouteState } from './route-state.js';
import { Snapshot } from './snapshot.js';

const ALL_DAY = [0, 86_400] as const;

describe('a remembered plan', () => {
  it('costs more than any other before one is taken', () => {
    expect(new Snapshot(new RouteState(prepareProblem(aProblem()))).cost).toBe(Number.POSITIVE_INFINITY);
  });

  it('comes back with its order, shifts and cost, whatever has been done since', () => {
    const visits = [1, 2, 3, 4].map((location) => aVisit({ location, unassignedCost: 1000 * location }));
    const state = new RouteState(prepareProblem(aProblem({ visits, shifts: [aShift(), aShift({ employee: 1 })] })));
    const snapshot = new Snapshot(state);
    putRoutes(state, [[2, 0], [1]]);
    snapshot.take();
    // Ways 300 + 200 + 100 and 200 + 200; visit 3 is worth 4 000.
    expect([snapshot.cost, snapshot.unplannedVisits]).toEqual([600 + 400 + 4000, 1]);
    expect([...snapshot.shifts()]).toEqual([0, 1, 0, -1]);
    putRoutes(state, [[3], [0, 2, 1]]);
    expect(snapshot.cost).toBe(5000);
    snapshot.restore();
    expect(routesOf(state)).toEqual([[2, 0], [1]]);
    expect(state.totalCost()).toBe(5000);
    // 300; 900 + 200.
    expect([state.earliest[2], state.earliest[0], state.shiftOf[3]]).toEqual([300, 1100, -1]);
  });

  it('keeps the order of visits and pauses', () => {
    const pauses = [{ duration: 500, earliest: 1000, latest: 4000 }];
    const state = new RouteState(
      prepareProblem(aProblem({ visits: [aVisit(), aVisit({ location: 2 })], shifts: [aShift({ pauses })] })),
    );
    const [pause, start, end] = [2, 3, 4];
    state.insert(0, start, ...ALL_DAY);
    state.insert(1, pause, ...ALL_DAY);
    const snapshot = new Snapshot(state);
    snapshot.take();
    state.unlink(0);
    state.unlink(1);
    snapshot.restore();
    expect([state.next[start], state.next[0], state.next[pause], state.next[1]]).toEqual([0, pause, 1, end]);
    expect([...snapshot.shifts()]).toEqual([0, 0]);
  });

  it('gives coupled visits the starts they had, and the others their window of the day', () => {
    const windows = [
      { day: 0, earliest: 0, latest: 9000 },
      { day: 1, earliest: 90_000, latest: 95_000 },
    ];
    const state = new RouteState(
      prepareProblem(
        aProblem({
          days: 2,
          visits: [aVisit({ windows }), aVisit({ windows }), aVisit({ windows })],
          shifts: [0, 1].map((employee) => aShift({ employee, day: 1, start: 86_400, end: 99_000 })),
          couplings: [{ first: 0, second: 1, minOffset: 0, maxOffset: 0, together: true }],
        }),
      ),
    );
    const [firstStart, secondStart] = [3, 4];
    state.insert(0, firstStart, 93_000, 93_000);
    state.insert(1, secondStart, 93_000, 93_000);
    state.insert(2, 0, 90_000, 95_000);
    const snapshot = new Snapshot(state);
    snapshot.take();
    [0, 1, 2].forEach((visit) => state.unlink(visit));
    snapshot.restore();
    const allowed = [0, 1, 2].map((visit) => [state.opens[visit], state.closes[visit]]);
    expect(allowed).toEqual([
      [93_000, 93_000],
      [93_000, 93_000],
      [90_000, 95_000],
    ]);
    expect(state.earliest[2]).toBe(93_600);
  });
});
