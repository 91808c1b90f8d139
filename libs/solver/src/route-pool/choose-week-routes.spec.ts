import type { Problem } from '../problem.js';
import { aProblem, aShift, aVisit } from '../testing/a-problem.js';
import { layOut, putRoutes, routesOf } from '../testing/lay-out.js';
import type { ColumnChooser } from './choose-columns.js';
import { ChooseWeekRoutes } from './choose-week-routes.js';
import { loadColumnChooser } from './load-column-chooser.js';
import { WeekRoutes } from './week-routes.js';

const LIMIT = { seconds: 10, nodes: 100 };
type Routes = readonly (readonly number[])[];

describe('days put together anew from routes that were seen', () => {
  let choose: ColumnChooser;
  beforeAll(async () => {
    choose = await loadColumnChooser();
  });

  // Employees 0, 1 and 2 set out from places 0, 10 and 20 of a street; two visits lie at each of them.
  const shifts = [0, 10, 20].map((place, employee) =>
    aShift({ employee, startLocation: place, endLocation: place, end: 20_000 }),
  );
  const visits = [0, 1, 10, 11, 20, 19].map((location, brukare) => aVisit({ location, brukare }));
  const problem = aProblem({ locations: 21, shifts, visits });

  function chosenFrom(of: Problem, seen: readonly Routes[]) {
    const laid = layOut(of, seen[0]);
    const routes = new WeekRoutes(laid.state);
    for (const plan of seen) {
      putRoutes(laid.state, plan);
      routes.collect();
    }
    let kept = 0;
    const gained = new ChooseWeekRoutes(laid.state, laid.change, choose, LIMIT).run(routes, () => kept++);
    return { routes: routesOf(laid.state), gained, kept, cost: laid.state.totalCost() };
  }

  it('takes the good route of each plan: a better plan than either', () => {
    const one: Routes = [
      [0, 1],
      [4, 5],
      [2, 3],
    ];
    const other: Routes = [
      [2, 3],
      [0, 1],
      [5, 4],
    ];
    const third: Routes = [
      [5, 4],
      [2, 3],
      [0, 1],
    ];
    const { routes, gained, kept, cost } = chosenFrom(problem, [one, other, third]);
    expect(routes).toEqual([
      [0, 1],
      [2, 3],
      [5, 4],
    ]);
    // 0 → 1 → 0, 10 → 11 → 10, 20 → 19 → 20.
    expect(cost).toBe(600);
    expect([gained > 0, kept]).toEqual([true, 1]);
  });

  it('leaves a day as it is where the routes seen make no better one', () => {
    const plan: Routes = [
      [0, 1],
      [2, 3],
      [5, 4],
    ];
    expect(chosenFrom(problem, [[[0], [2, 3], [5, 4]], plan])).toEqual({ routes: plan, gained: 0, kept: 0, cost: 600 });
  });

  it('keeps a plan whose exact cost would not fall: two new faces a day cost more than twice the first', () => {
    // One brukare, all faces new. Apart, each route looks as cheap as the first face; together they are two or three.
    const faces = {
      continuity: { seen: new Uint8Array(3), faceCost: Int32Array.from([0, 5_000, 9_000]) },
      visits: visits.map((visit) => ({ ...visit, brukare: 0 })),
    };
    const all: Routes = [[0, 1, 2, 3, 5, 4], [], []];
    const spread: Routes = [
      [0, 1],
      [2, 3],
      [5, 4],
    ];
    const { routes, kept } = chosenFrom(aProblem({ locations: 21, shifts, ...faces }), [spread, all]);
    expect([routes, kept]).toEqual([all, 0]);
  });

  it('does not touch a shift with a locked visit', () => {
    const locked = visits.map((visit, index) =>
      index === 0 ? { ...visit, locked: { shift: 1, start: null } } : visit,
    );
    const held: Routes = [[1], [0, 2, 3], [5, 4]];
    const freed: Routes = [[1], [2, 3], [5, 4]];
    const { routes } = chosenFrom(aProblem({ locations: 21, shifts, visits: locked }), [freed, held]);
    expect(routes).toEqual(held);
  });
});
