import type { RouteState } from './route-state.js';

/** A remembered solution: the order of every route and the starts in it. */
export class Snapshot {
  cost = Number.POSITIVE_INFINITY;
  unplannedVisits = 0;
  private readonly next: Int32Array;
  private readonly start: Int32Array;

  constructor(private readonly state: RouteState) {
    this.next = new Int32Array(state.next.length);
    this.start = new Int32Array(state.next.length);
  }

  take(): void {
    const { state } = this;
    this.cost = state.totalCost();
    this.unplannedVisits = state.prepared.visitCount - state.plannedVisits;
    this.next.set(state.next);
    this.start.set(state.earliest);
  }

  /** The shift of each visit in the remembered solution, −1 where it has none. */
  shifts(): Int32Array {
    const { shiftCount, firstStart, firstPause, firstEnd, visitCount } = this.state.prepared;
    const shifts = new Int32Array(visitCount).fill(-1);
    for (let shift = 0; shift < shiftCount; shift++) {
      for (let node = this.next[firstStart + shift]; node < firstEnd; node = this.next[node]) {
        if (node < firstPause) shifts[node] = shift;
      }
    }
    return shifts;
  }

  /** Brings the state back to the remembered solution. */
  restore(): void {
    const { state } = this;
    const { shiftCount, firstStart, firstPause, firstEnd, visitCount } = state.prepared;
    for (let visit = 0; visit < visitCount; visit++) {
      if (state.shiftOf[visit] < 0) continue;
      state.unlink(visit);
    }
    for (let shift = 0; shift < shiftCount; shift++) {
      state.refresh(shift);
      let after = firstStart + shift;
      for (let node = this.next[after]; node < firstEnd; node = this.next[node]) {
        if (node < firstPause) this.putBack(node, after, shift);
        after = node;
      }
    }
  }

  private putBack(visit: number, after: number, shift: number): void {
    const { opens, closes, days, dayOf, isCoupled } = this.state.prepared;
    const cell = visit * days + dayOf[shift];
    const isFixed = isCoupled[visit] === 1;
    const start = this.start[visit];
    this.state.insert(visit, after, isFixed ? start : opens[cell], isFixed ? start : closes[cell]);
  }
}
