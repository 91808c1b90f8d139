import type { ChoiceLimit, ColumnChooser } from '../route-pool/choose-columns.js';
import { type Column, RoutePool } from '../route-pool/route-pool.js';
import type { RoutePlan } from './ruin-and-recreate.js';
import type { VrptwProblem } from './vrptw-problem.js';

type Routes = readonly (readonly number[])[];

const MOST_ROUTES = 3_000;

/** The routes of all plans seen, and the best plan that can be made of them. */
export class PlanPool {
  private readonly pool = new RoutePool(MOST_ROUTES);

  constructor(private readonly problem: VrptwProblem) {}

  add(routes: Routes): readonly Column[] {
    return routes.map((route) => this.pool.add(this.columnOf(route)));
  }

  /** @returns a plan not longer than the known one, null where none is found within the limit. */
  bestPlan(known: RoutePlan, choose: ColumnChooser, limit: ChoiceLimit): RoutePlan | null {
    const knownColumns = this.add(known.routes);
    const chosen = choose(
      {
        columns: this.pool.all(),
        leftOutCost: Array.from({ length: this.problem.nodes - 1 }, () => Infinity),
        resourceLimit: [this.problem.vehicles],
        known: knownColumns,
      },
      limit,
    );
    return (
      chosen && {
        routes: chosen.map(({ rows }) => rows.map((row) => row + 1)),
        absent: [],
        distance: chosen.reduce((sum, { cost }) => sum + cost, 0),
      }
    );
  }

  /** A route as a column: row `visit − 1` for each visit, all vehicles alike. */
  private columnOf(route: readonly number[]): Column {
    const { nodes, distance } = this.problem;
    let cost = 0;
    let from = 0;
    for (const visit of route) {
      cost += distance[from * nodes + visit];
      from = visit;
    }
    return { rows: route.map((visit) => visit - 1), cost: cost + distance[from * nodes], resource: 0 };
  }
}
