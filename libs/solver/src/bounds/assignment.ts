import type { Lists } from '../kernel/lists.js';
import { NearestFirst } from './nearest-first.js';

/** A square, sparse cost table: row i may take the columns `arcs.items[arcs.from[i]] …` at the costs at the same places. */
export interface AssignmentTable {
  readonly arcs: Lists;
  readonly cost: Float64Array;
}

/**
 * The cheapest one-to-one choice of a column for every row, with prices that prove it: for every arc
 * `rowPrice + columnPrice ≤ cost`, and their sum over all rows and columns is `cost`.
 */
export interface Assignment {
  readonly cost: number;
  readonly rowPrice: Float64Array;
  readonly columnPrice: Float64Array;
}

const NONE = -1;

/**
 * Solves the linear assignment problem by shortest augmenting paths with prices (Jonker and Volgenant 1987), on the arcs
 * that exist only. Whole costs, also negative ones.
 *
 * @returns null where no choice exists.
 */
export function cheapestAssignment(table: AssignmentTable): Assignment | null {
  const solver = new AugmentingPaths(table);
  solver.priceColumns();
  solver.takeFreeArcs();
  return solver.augmentAll() ? solver.answer() : null;
}

class AugmentingPaths {
  private readonly size: number;
  private readonly rowPrice: Float64Array;
  private readonly columnPrice: Float64Array;
  private readonly columnOfRow: Int32Array;
  private readonly rowOfColumn: Int32Array;
  /** Of the present path search: distance of each column, the row it is reached from, and whether it is final. */
  private readonly distance: Float64Array;
  private readonly reachedFrom: Int32Array;
  private readonly isFinal: Uint8Array;
  private readonly finals: number[] = [];
  private readonly queue = new NearestFirst();

  constructor(private readonly table: AssignmentTable) {
    this.size = table.arcs.from.length - 1;
    this.rowPrice = new Float64Array(this.size);
    this.columnPrice = new Float64Array(this.size).fill(Number.POSITIVE_INFINITY);
    this.columnOfRow = new Int32Array(this.size).fill(NONE);
    this.rowOfColumn = new Int32Array(this.size).fill(NONE);
    this.distance = new Float64Array(this.size);
    this.reachedFrom = new Int32Array(this.size);
    this.isFinal = new Uint8Array(this.size);
  }

  /** Every column costs what its cheapest row pays, then every row the rest of its cheapest column: a proof to start from. */
  priceColumns(): void {
    const { columnPrice, rowPrice } = this;
    this.forEachArc((_, column, cost) => {
      if (cost < columnPrice[column]) columnPrice[column] = cost;
    });
    rowPrice.fill(Number.POSITIVE_INFINITY);
    this.forEachArc((row, column, cost) => {
      if (cost - columnPrice[column] < rowPrice[row]) rowPrice[row] = cost - columnPrice[column];
    });
  }

  /** Takes arcs without reduced cost as long as neither end is taken. */
  takeFreeArcs(): void {
    this.forEachArc((row, column, cost) => {
      if (this.columnOfRow[row] !== NONE || this.rowOfColumn[column] !== NONE) return;
      if (cost - this.rowPrice[row] - this.columnPrice[column] > 0) return;
      this.columnOfRow[row] = column;
      this.rowOfColumn[column] = row;
    });
  }

  augmentAll(): boolean {
    for (let row = 0; row < this.size; row++) {
      if (this.columnOfRow[row] === NONE && !this.augment(row)) return false;
    }
    return true;
  }

  answer(): Assignment {
    const cost = sum(this.rowPrice) + sum(this.columnPrice);
    return { cost, rowPrice: this.rowPrice, columnPrice: this.columnPrice };
  }

  private augment(freeRow: number): boolean {
    const freeColumn = this.nearestFreeColumn(freeRow);
    if (freeColumn === NONE) return false;
    this.raisePrices(freeRow, this.distance[freeColumn]);
    for (let column = freeColumn; ;) {
      const row = this.reachedFrom[column];
      const given = this.columnOfRow[row];
      this.columnOfRow[row] = column;
      this.rowOfColumn[column] = row;
      if (row === freeRow) return true;
      column = given;
    }
  }

  /** Dijkstra over the reduced costs, which the prices keep from being negative. */
  private nearestFreeColumn(freeRow: number): number {
    const { distance, isFinal, queue, finals, rowOfColumn } = this;
    distance.fill(Number.POSITIVE_INFINITY);
    isFinal.fill(0);
    finals.length = 0;
    queue.clear();
    this.reachFrom(freeRow, 0);
    while (queue.size > 0) {
      const column = queue.pop();
      if (isFinal[column] === 1) continue;
      if (rowOfColumn[column] === NONE) return column;
      isFinal[column] = 1;
      finals.push(column);
      this.reachFrom(rowOfColumn[column], distance[column]);
    }
    return NONE;
  }

  private reachFrom(row: number, travelled: number): void {
    const { arcs, cost } = this.table;
    for (let at = arcs.from[row]; at < arcs.from[row + 1]; at++) {
      const column = arcs.items[at];
      const reached = travelled + cost[at] - this.rowPrice[row] - this.columnPrice[column];
      if (reached >= this.distance[column]) continue;
      this.distance[column] = reached;
      this.reachedFrom[column] = row;
      this.queue.push(column, reached);
    }
  }

  private raisePrices(freeRow: number, length: number): void {
    this.rowPrice[freeRow] += length;
    for (const column of this.finals) {
      this.columnPrice[column] += this.distance[column] - length;
      this.rowPrice[this.rowOfColumn[column]] += length - this.distance[column];
    }
  }

  private forEachArc(act: (row: number, column: number, cost: number) => void): void {
    const { arcs, cost } = this.table;
    for (let row = 0; row < this.size; row++) {
      for (let at = arcs.from[row]; at < arcs.from[row + 1]; at++) act(row, arcs.items[at], cost[at]);
    }
  }
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
