import type { RouteState } from './route-state.js';

/**
 * One step of the search on the routes: what is removed and inserted is written down, so that a step that is not accepted
 * is undone by putting back the touched routes only.
 */
export class RouteChange {
  /** Shifts touched in this step, in order. */
  readonly touched: Int32Array;
  touchedCount = 0;
  /** Visits removed in this step, in order. */
  readonly removed: Int32Array;
  removedCount = 0;

  private readonly late: Int32Array;
  private lateCount = 0;
  private readonly touchedAt: Int32Array;
  private step = 0;
  private readonly savedFrom: Int32Array;
  private readonly savedNode: Int32Array;
  private readonly savedEarliest: Int32Array;
  private readonly savedLatest: Int32Array;
  private readonly removedFrom: Int32Array;
  private readonly removedOpens: Int32Array;
  private readonly removedCloses: Int32Array;
  private readonly inserted: Int32Array;
  private insertedCount = 0;
  private travelBefore = 0;

  constructor(private readonly state: RouteState) {
    const { visitCount, shiftCount, nodeCount } = state.prepared;
    this.touched = new Int32Array(shiftCount);
    this.late = new Int32Array(shiftCount);
    this.touchedAt = new Int32Array(shiftCount);
    this.savedFrom = new Int32Array(shiftCount + 1);
    this.savedNode = new Int32Array(nodeCount);
    this.savedEarliest = new Int32Array(nodeCount);
    this.savedLatest = new Int32Array(nodeCount);
    this.removed = new Int32Array(visitCount);
    this.removedFrom = new Int32Array(visitCount);
    this.removedOpens = new Int32Array(visitCount);
    this.removedCloses = new Int32Array(visitCount);
    this.inserted = new Int32Array(visitCount);
  }

  begin(): void {
    this.step++;
    this.touchedCount = 0;
    this.removedCount = 0;
    this.insertedCount = 0;
    this.lateCount = 0;
    this.travelBefore = this.state.travelCost;
  }

  isTouched(shift: number): boolean {
    return this.touchedAt[shift] === this.step;
  }

  /** Takes a planned, removable visit out, its twin with it, and now and then (`withGaps`) the visits a gap ties it to. */
  remove(visit: number, withGaps: boolean): void {
    const { twinOf, gapsOf, gapOther } = this.state.prepared;
    if (!this.removeOne(visit)) return;
    if (twinOf[visit] >= 0) this.removeOne(twinOf[visit]);
    if (!withGaps) return;
    for (let gap = gapsOf.from[visit]; gap < gapsOf.from[visit + 1]; gap++)
      this.remove(gapOther[gapsOf.items[gap]], true);
  }

  /** Takes a planned visit out and leaves its twin where it is: it has to come back at the same start. */
  detach(visit: number): void {
    this.removeOne(visit);
  }

  /**
   * Brings the times of the touched routes up to date; needed between removing and inserting.
   *
   * Taking a visit out can make a route late: the way to it was travelled ahead of a rast, the way to the next one comes
   * after it; or travel does not obey the triangle rule. Such routes are remembered; inserting may mend them.
   */
  settle(): void {
    this.lateCount = 0;
    for (let index = 0; index < this.touchedCount; index++) {
      const shift = this.touched[index];
      if (!this.state.refresh(shift)) this.late[this.lateCount++] = shift;
    }
  }

  /** False where a route that taking out made late still is: then the step has to be undone. */
  isOnTime(): boolean {
    for (let index = 0; index < this.lateCount; index++) if (!this.state.refresh(this.late[index])) return false;
    return true;
  }

  /** Inserts a visit that is not planned; a visit is inserted at most once in a step. */
  insert(visit: number, after: number, opens: number, closes: number): void {
    this.touch(this.state.shiftOf[after]);
    this.inserted[this.insertedCount++] = visit;
    this.state.insert(visit, after, opens, closes);
  }

  /** Puts everything back as it was at `begin`. */
  undo(): void {
    const { state } = this;
    for (let index = 0; index < this.insertedCount; index++) {
      const visit = this.inserted[index];
      state.dismiss(visit, state.shiftOf[visit]);
    }
    for (let index = this.removedCount - 1; index >= 0; index--) {
      const visit = this.removed[index];
      state.enroll(visit, this.removedFrom[index]);
      state.opens[visit] = this.removedOpens[index];
      state.closes[visit] = this.removedCloses[index];
    }
    for (let index = 0; index < this.touchedCount; index++) this.restoreRoute(index);
    state.travelCost = this.travelBefore;
  }

  private removeOne(visit: number): boolean {
    const { state } = this;
    const shift = state.shiftOf[visit];
    if (shift < 0 || state.prepared.isRemovable[visit] === 0) return false;
    this.touch(shift);
    this.removed[this.removedCount] = visit;
    this.removedFrom[this.removedCount] = shift;
    this.removedOpens[this.removedCount] = state.opens[visit];
    this.removedCloses[this.removedCount] = state.closes[visit];
    this.removedCount++;
    state.unlink(visit);
    return true;
  }

  private touch(shift: number): void {
    if (this.touchedAt[shift] === this.step) return;
    this.touchedAt[shift] = this.step;
    const { next, earliest, latest, prepared } = this.state;
    let at = this.touchedCount === 0 ? 0 : this.savedFrom[this.touchedCount];
    this.savedFrom[this.touchedCount] = at;
    this.touched[this.touchedCount++] = shift;
    const end = prepared.firstEnd + shift;
    for (let node = prepared.firstStart + shift; node !== end; node = next[node]) {
      this.savedNode[at] = node;
      this.savedEarliest[at] = earliest[node];
      this.savedLatest[at] = latest[node];
      at++;
    }
    this.savedNode[at] = end;
    this.savedEarliest[at] = earliest[end];
    this.savedLatest[at] = latest[end];
    this.savedFrom[this.touchedCount] = at + 1;
  }

  private restoreRoute(index: number): void {
    const { state } = this;
    let previous = -1;
    for (let at = this.savedFrom[index]; at < this.savedFrom[index + 1]; at++) {
      const node = this.savedNode[at];
      state.earliest[node] = this.savedEarliest[at];
      state.latest[node] = this.savedLatest[at];
      if (previous >= 0) {
        state.next[previous] = node;
        state.prev[node] = previous;
        if (state.isPause(node)) state.place[node] = state.place[previous];
      }
      previous = node;
    }
  }
}
