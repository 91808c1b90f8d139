import type { RouteState } from '../kernel/route-state.js';
import type { Column } from './route-pool.js';

/** A remembered route as a column, and what it takes to lay it out again. */
export interface RouteColumn extends Column {
  readonly shift: number;
  readonly nodes: Int32Array;
}

/**
 * Prices remembered routes of one day for the choice among them. All visits of the shifts in question are out of the
 * state while routes are priced, so that faces cost what they add to the other days; a face that two routes of the day
 * bring to the same brukare is priced as the first of them in both, which the exact cost of the choice puts right.
 */
export class DayColumns {
  private readonly rowOf = new Map<number, number>();

  /**
   * @param visits those that may be covered; row i is `visits[i]`
   * @param fixedStartOf start of a visit that others hang on
   * @param shifts resource i is `shifts[i]`
   */
  constructor(
    private readonly state: RouteState,
    visits: readonly number[],
    private readonly shifts: readonly number[],
    private readonly fixedStartOf: Int32Array,
  ) {
    visits.forEach((visit, row) => this.rowOf.set(visit, row));
  }

  /** Null where the route holds a visit that is not in question, or cannot be driven in time. */
  columnOf(shift: number, nodes: Int32Array): RouteColumn | null {
    const { firstPause } = this.state.prepared;
    const rows: number[] = [];
    for (const node of nodes) {
      if (node >= firstPause) continue;
      const row = this.rowOf.get(node);
      if (row === undefined) return null;
      rows.push(row);
    }
    const travel = this.travelOf(shift, nodes);
    if (travel < 0) return null;
    return { rows, resource: this.shifts.indexOf(shift), cost: travel + this.fixedCost(shift, nodes), shift, nodes };
  }

  /** Travel seconds; −1 where a start comes too late. */
  private travelOf(shift: number, nodes: Int32Array): number {
    const { prepared, opens, closes, place } = this.state;
    const { firstPause, firstStart, firstEnd, locations, serviceOfNode } = prepared;
    const matrix = prepared.travelOf[shift];
    let at = place[firstStart + shift];
    let time = opens[firstStart + shift];
    let travel = 0;
    for (const node of nodes) {
      const isVisit = node < firstPause;
      if (isVisit) {
        const leg = matrix[at * locations + place[node]];
        travel += leg;
        time += leg;
        at = place[node];
      }
      const latest = isVisit ? this.latestStart(node, shift) : closes[node];
      time = Math.max(time, isVisit ? this.earliestStart(node, shift) : opens[node]);
      if (time > latest) return -1;
      time += serviceOfNode[node];
    }
    const back = matrix[at * locations + place[firstEnd + shift]];
    return time + back > closes[firstEnd + shift] ? -1 : travel + back;
  }

  private earliestStart(visit: number, shift: number): number {
    const { isCoupled, opens, days, dayOf } = this.state.prepared;
    return isCoupled[visit] === 1 ? this.fixedStartOf[visit] : opens[visit * days + dayOf[shift]];
  }

  private latestStart(visit: number, shift: number): number {
    const { isCoupled, closes, days, dayOf } = this.state.prepared;
    return isCoupled[visit] === 1 ? this.fixedStartOf[visit] : closes[visit * days + dayOf[shift]];
  }

  /** Assignment, disruption, and each brukare's face once. */
  private fixedCost(shift: number, nodes: Int32Array): number {
    const { brukareOf, employeeOf, firstPause, problem } = this.state.prepared;
    const employee = employeeOf[shift];
    const met = new Set<number>();
    let cost = 0;
    for (const visit of nodes) {
      if (visit >= firstPause) continue;
      const brukare = brukareOf[visit];
      cost += problem.assignmentCost[brukare * problem.employees + employee];
      cost += this.state.disruptionCost(visit, employee);
      if (!met.has(brukare)) cost += this.state.faces.costOf(brukare, employee);
      met.add(brukare);
    }
    return cost;
  }
}
