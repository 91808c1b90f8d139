import type { RouteChange } from '../kernel/route-change.js';
import type { RouteState } from '../kernel/route-state.js';
import type { Random } from '../random.js';
import type { AbsenceCounters } from '../search/absence-counters.js';
import type { Inserter } from './inserter.js';
import type { PlaceSearch } from './place-search.js';
import { Regret } from './regret.js';
import { SortKeys } from './sort-keys.js';
import { UnplannedVisits } from './unplanned-visits.js';

/** Unplanned visits that get another try in a step; more would cost time on days that are too full anyway. */
const RETRIES = 6;
/** Once in so many steps unplanned visits are tried in all shifts, not only the touched ones, because blinks overlook places. */
const FULL_RETRY_EVERY = 32;

/** How removed visits are put back. */
export interface RecreateTuning {
  /** Of a hundred steps, in so many the order follows regret instead of a sort key. */
  readonly regretPercent: number;
  /** Of a hundred steps, in so many the retries go to those left out most often instead of any. */
  readonly mostAbsentPercent: number;
}

export interface RecreateParts {
  readonly state: RouteState;
  readonly change: RouteChange;
  readonly places: PlaceSearch;
  readonly inserter: Inserter;
  readonly random: Random;
  readonly absences: AbsenceCounters;
  readonly tuning: RecreateTuning;
}

/** Second half of a step: puts the removed visits and some unplanned ones back, one after the other, greedily. */
export class Recreate {
  readonly unplanned: UnplannedVisits;
  private readonly queue: Int32Array;
  private readonly isRetry: Uint8Array;
  private readonly sortKeys: SortKeys;
  private readonly regret: Regret;
  private readonly state: RouteState;
  private readonly change: RouteChange;

  constructor(private readonly parts: RecreateParts) {
    const { state, change, places, random, absences } = parts;
    const { visitCount } = state.prepared;
    this.state = state;
    this.change = change;
    this.queue = new Int32Array(visitCount);
    this.isRetry = new Uint8Array(visitCount);
    this.unplanned = new UnplannedVisits(state, absences);
    this.sortKeys = new SortKeys(state.prepared, random, absences);
    this.regret = new Regret(state, change, places);
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
    const { random, tuning } = this.parts;
    const removed = this.queueRemoved();
    const mostAbsentFirst = happens(random, tuning.mostAbsentPercent);
    const count = this.unplanned.sample(queue, removed, RETRIES, change, random, mostAbsentFirst);
    const touchedOnly = random.below(FULL_RETRY_EVERY) !== 0;
    for (let index = removed; index < count; index++) isRetry[queue[index]] = touchedOnly ? 1 : 0;
    this.sortKeys.sort(queue, count);
    if (happens(random, tuning.regretPercent)) this.insertByRegret(count);
    else for (let index = 0; index < count; index++) this.tryVisit(queue[index], isRetry[queue[index]] === 1);
    for (let index = 0; index < count; index++) isRetry[queue[index]] = 0;
  }

  /** Visits that hang together with others go first, in their order: regret knows only of visits for themselves. */
  private insertByRegret(count: number): void {
    const { queue, isRetry, regret } = this;
    regret.begin();
    for (let index = 0; index < count; index++) {
      const visit = queue[index];
      if (regret.isFree(visit)) regret.add(visit, isRetry[visit] === 1);
      else this.tryVisit(visit, isRetry[visit] === 1);
    }
    regret.measureAll();
    while (regret.insertNext() >= 0);
    for (const visit of regret.leftOut()) this.parts.absences.count(visit);
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
    if (!this.parts.inserter.insert(visit, touchedOnly)) this.parts.absences.count(visit);
  }
}

function happens(random: Random, percent: number): boolean {
  return percent > 0 && random.below(100) < percent;
}
