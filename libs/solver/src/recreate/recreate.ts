import type { RouteChange } from '../kernel/route-change.js';
import type { RouteState } from '../kernel/route-state.js';
import type { Random } from '../random.js';
import type { Inserter } from './inserter.js';
import { SortKeys } from './sort-keys.js';
import { UnplannedVisits } from './unplanned-visits.js';

/** Unplanned visits that get another try in a step; more would cost time on days that are too full anyway. */
const RETRIES = 6;
/** Once in so many steps unplanned visits are tried in all shifts, not only the touched ones, because blinks overlook places. */
const FULL_RETRY_EVERY = 32;

/** Second half of a step: puts the removed visits and some unplanned ones back, one after the other, greedily. */
export class Recreate {
  readonly unplanned: UnplannedVisits;
  private readonly queue: Int32Array;
  private readonly isRetry: Uint8Array;
  private readonly sortKeys: SortKeys;

  constructor(
    private readonly state: RouteState,
    private readonly change: RouteChange,
    private readonly inserter: Inserter,
    private readonly random: Random,
  ) {
    const { visitCount } = state.prepared;
    this.queue = new Int32Array(visitCount);
    this.isRetry = new Uint8Array(visitCount);
    this.unplanned = new UnplannedVisits(state);
    this.sortKeys = new SortKeys(state.prepared, random);
  }

  /** Tries every unplanned visit in every shift it may lie in. */
  insertAll(): void {
    this.unplanned.rebuild();
    const count = this.unplanned.copyTo(this.queue);
    this.sortKeys.sort(this.queue, count);
    for (let index = 0; index < count; index++) this.tryVisit(this.queue[index], false);
  }

  /** Puts the visits removed in this step back, and retries unplanned ones where routes have changed. */
  run(): void {
    const { change, queue, isRetry } = this;
    const removed = this.queueRemoved();
    const count = this.unplanned.sample(queue, removed, RETRIES, change, this.random);
    const touchedOnly = this.random.below(FULL_RETRY_EVERY) !== 0;
    for (let index = removed; index < count; index++) isRetry[queue[index]] = 1;
    this.sortKeys.sort(queue, count);
    for (let index = 0; index < count; index++) {
      const visit = queue[index];
      this.tryVisit(visit, touchedOnly && isRetry[visit] === 1);
      isRetry[visit] = 0;
    }
  }

  /** The twin of a removed visit was removed with it; of the two the lower number stands for both. */
  private queueRemoved(): number {
    const { twinOf } = this.state.prepared;
    let count = 0;
    for (let index = 0; index < this.change.removedCount; index++) {
      const visit = this.change.removed[index];
      if (twinOf[visit] < 0 || visit < twinOf[visit]) this.queue[count++] = visit;
    }
    return count;
  }

  private tryVisit(visit: number, touchedOnly: boolean): void {
    if (!this.inserter.insert(visit, touchedOnly)) this.sortKeys.countLeftOut(visit);
  }
}
