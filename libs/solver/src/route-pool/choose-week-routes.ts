import type { RouteChange } from '../kernel/route-change.js';
import type { RouteState } from '../kernel/route-state.js';
import type { ChoiceLimit, ColumnChooser } from './choose-columns.js';
import { DayColumns, type RouteColumn } from './day-columns.js';
import { RoutePool } from './route-pool.js';
import type { WeekRoutes } from './week-routes.js';

const MOST_COLUMNS = 3_000;

/**
 * Puts each day together anew from all routes the search has gone through, by set partitioning (Rochat and Taillard 1995),
 * given the other days; a day is kept as it was unless its exact cost falls.
 *
 * Days, and starts that other visits hang on, stay what they are; so do shifts with a locked visit.
 */
export class ChooseWeekRoutes {
  private readonly startOf: Int32Array;

  constructor(
    private readonly state: RouteState,
    private readonly change: RouteChange,
    private readonly choose: ColumnChooser,
    private readonly limit: ChoiceLimit,
  ) {
    this.startOf = new Int32Array(state.prepared.visitCount);
  }

  /** Answers by how much the cost fell; `onKept` is told after each day that got better. */
  run(routes: WeekRoutes, onKept: () => void): number {
    const before = this.state.totalCost();
    for (let day = 0; day < this.state.prepared.days; day++) if (this.improveDay(day, routes)) onKept();
    return before - this.state.totalCost();
  }

  private improveDay(day: number, routes: WeekRoutes): boolean {
    const { state, change } = this;
    const shifts = this.shiftsInQuestion(day);
    const present = shifts.map((shift) => this.presentRoute(shift));
    const planned = present.flatMap((nodes) => [...nodes]).filter((node) => node < state.prepared.firstPause);
    const unplanned = this.unplannedInQuestion(day);
    const costBefore = state.totalCost();
    change.begin();
    for (const visit of planned) {
      this.startOf[visit] = state.earliest[visit];
      change.detach(visit);
    }
    change.settle();
    const chosen = this.choice(shifts, present, planned, unplanned, routes);
    const isBetter = chosen !== null && this.layOutAll(chosen) && state.totalCost() < costBefore;
    if (isBetter && this.keepsPairs(planned)) return true;
    change.undo();
    return false;
  }

  private choice(
    shifts: readonly number[],
    present: readonly Int32Array[],
    planned: readonly number[],
    unplanned: readonly number[],
    routes: WeekRoutes,
  ): readonly RouteColumn[] | null {
    const { unassignedCostOf, isCoupled } = this.state.prepared;
    const columns = new DayColumns(this.state, [...planned, ...unplanned], shifts, this.startOf);
    const pool = new RoutePool<RouteColumn>(MOST_COLUMNS);
    for (const shift of shifts) {
      for (const nodes of routes.of(shift)) {
        const column = columns.columnOf(shift, nodes);
        if (column !== null) pool.add(column);
      }
    }
    const known: RouteColumn[] = [];
    shifts.forEach((shift, index) => {
      const column = columns.columnOf(shift, present[index]);
      if (column !== null) known.push(pool.add(column));
    });
    if (known.length < shifts.length || pool.size === known.length) return null;
    const leftOutCost = [...planned, ...unplanned].map((visit) =>
      // A visit that others hang on may not go missing alone.
      isCoupled[visit] === 1 ? Infinity : unassignedCostOf[visit],
    );
    const resourceLimit = shifts.map(() => 1);
    return this.choose({ columns: pool.all(), leftOutCost, resourceLimit, known }, this.limit);
  }

  /** Answers whether all of them are on time. */
  private layOutAll(columns: readonly RouteColumn[]): boolean {
    for (const { shift, nodes } of columns) this.layOut(shift, nodes);
    return columns.every(({ shift }) => this.state.refresh(shift));
  }

  private layOut(shift: number, nodes: Int32Array): void {
    const { firstStart, firstPause, opens, closes, days, isCoupled } = this.state.prepared;
    let after = firstStart + shift;
    for (const node of nodes) {
      if (node < firstPause) {
        const cell = node * days + this.state.prepared.dayOf[shift];
        const isFixed = isCoupled[node] === 1;
        const start = this.startOf[node];
        this.change.insert(node, after, isFixed ? start : opens[cell], isFixed ? start : closes[cell]);
      }
      after = node;
    }
  }

  private presentRoute(shift: number): Int32Array {
    const { next, prepared } = this.state;
    const nodes: number[] = [];
    for (let node = next[prepared.firstStart + shift]; node < prepared.firstEnd; node = next[node]) nodes.push(node);
    return Int32Array.from(nodes);
  }

  private shiftsInQuestion(day: number): number[] {
    const { dayOf, shiftCount, firstPause, isRemovable } = this.state.prepared;
    return Array.from({ length: shiftCount }, (_, shift) => shift).filter(
      (shift) =>
        dayOf[shift] === day && this.presentRoute(shift).every((node) => node >= firstPause || isRemovable[node] === 1),
    );
  }

  /** Visits for themselves only: whether others may be planned depends on more than this day. */
  private unplannedInQuestion(day: number): number[] {
    const { visitCount, closes, days, isCoupled, isRemovable, spacingsOf } = this.state.prepared;
    return Array.from({ length: visitCount }, (_, visit) => visit).filter(
      (visit) =>
        this.state.shiftOf[visit] < 0 &&
        closes[visit * days + day] >= 0 &&
        isCoupled[visit] === 0 &&
        isRemovable[visit] === 1 &&
        spacingsOf.from[visit] === spacingsOf.from[visit + 1],
    );
  }

  /** A shift's routes are one employee's, but an employee may have two shifts on a day. */
  private keepsPairs(visits: readonly number[]): boolean {
    const { twinOf, employeeOf } = this.state.prepared;
    const { shiftOf } = this.state;
    return visits.every((visit) => {
      const twin = twinOf[visit];
      return twin < 0 || employeeOf[shiftOf[visit]] !== employeeOf[shiftOf[twin]];
    });
  }
}
