import type { Fleet } from './day-of-routes.js';
import { RouteLabels } from './route-labels.js';
import { RouteMemory } from './route-memory.js';

/** A route with its cost less the prices of the rows it covers. */
export interface PricedRoute {
  readonly rows: readonly number[];
  readonly cost: number;
  readonly reducedCost: number;
}

export interface Pricing {
  /** No route of the fleet has less, the one that stays where it is (0) among them. Only where `isExact`. */
  readonly least: number;
  readonly routes: readonly PricedRoute[];
}

export interface PricingRequest {
  /** Per row of the day: what covering it is worth. Costs and prices are whole numbers of one unit. */
  readonly rowPrice: Float64Array;
  /** How many units a cost of 1 is. */
  readonly unitsPerCost: number;
  /** Only routes with a reduced cost below this are answered. */
  readonly below: number;
  /** Not exact: of two beginnings of a route the cheaper is kept even if it may go to fewer places. Fast, and proves nothing. */
  readonly isExact: boolean;
  readonly mostRoutes: number;
  /** Asked now and then; when it says so the search is given up. */
  readonly isOver: () => boolean;
}

const NONE = -1;
const BUCKETS = 1024;
const LABELS_BETWEEN_LOOKS = 1024;
const MOST_ROUTES_OF_A_ROW = 4;

/**
 * Finds the routes of a fleet that are worth most at given prices: shortest paths with time windows, pauses and capacity by
 * labelling, where a label (a beginning of a route) is dropped if another at the same visit is no later, no dearer, no fuller,
 * has taken no fewer pauses and remembers no more visits.
 */
export class RoutePricer {
  private readonly visits: number;
  private readonly pauseCount: number;
  private readonly memory: RouteMemory;
  /** Per visit: ready by then, some route from it is still at the end in time. */
  private readonly lastDone: Int32Array;
  private readonly successors: readonly Int32Array[];
  private readonly bucketTicks: number;
  private readonly waiting = new Int32Array(BUCKETS + 1);
  /** Labels that are kept, per visit and number of pauses taken, earliest first. */
  private readonly kept: number[][];
  private readonly labels = new RouteLabels();
  private gain = new Float64Array();
  private finished: number[] = [];
  private least = 0;
  private isExact = true;

  constructor(
    private readonly fleet: Fleet,
    memoryWidth: number,
  ) {
    this.visits = fleet.rowOf.length;
    this.pauseCount = fleet.pauses.length;
    this.memory = new RouteMemory(fleet, memoryWidth);
    this.lastDone = lastDoneOf(fleet);
    this.successors = Array.from({ length: this.visits + 1 }, (_, from) => successorsOf(fleet, from, this.lastDone));
    this.bucketTicks = Math.max(1, Math.ceil((fleet.end - fleet.start + 1) / BUCKETS));
    this.kept = Array.from({ length: (this.visits + 1) * (this.pauseCount + 1) }, () => []);
  }

  /** @returns null where it was given up. */
  price(request: PricingRequest): Pricing | null {
    this.begin(request);
    const { labels, waiting } = this;
    let extended = 0;
    for (let bucket = 0; bucket <= BUCKETS; bucket++) {
      while (waiting[bucket] !== NONE) {
        const label = waiting[bucket];
        waiting[bucket] = labels.next[label];
        if (labels.isDropped[label] === 1) continue;
        if (extended++ % LABELS_BETWEEN_LOOKS === 0 && request.isOver()) return null;
        this.extend(label, request);
      }
    }
    return this.answer(request);
  }

  private begin({ rowPrice, unitsPerCost, isExact }: PricingRequest): void {
    const { fleet } = this;
    this.isExact = isExact;
    this.labels.clear();
    this.finished = [];
    this.least = 0;
    this.waiting.fill(NONE);
    for (const list of this.kept) list.length = 0;
    this.gain = Float64Array.from(fleet.rowOf, (row, visit) => rowPrice[row] - fleet.price[visit] * unitsPerCost);
    const stay = fleet.wayCost[this.visits * (this.visits + 1) + this.visits] * unitsPerCost;
    this.keep(this.visits, fleet.start, -stay, 0, 0, 0, NONE);
  }

  private extend(label: number, request: PricingRequest): void {
    const { labels, fleet, visits, memory, gain } = this;
    const from = labels.visit[label];
    const taken = labels.pauses[label];
    const ready = labels.ready[label];
    const load = labels.load[label];
    const mask = labels.mask[label];
    const cost = labels.cost[label];
    if (taken < this.pauseCount) {
      const pause = fleet.pauses[taken];
      // Every later label comes too late for the rast as well: the route has no end.
      if (ready > pause.latest) return;
      const done = Math.max(ready, pause.earliest) + pause.duration;
      if (done <= fleet.end) this.keep(from, done, cost, load, mask, taken + 1, label);
    } else if (from < visits) this.finish(label, request);
    const row = from * (visits + 1);
    for (const to of this.successors[from]) {
      const bit = from === visits ? NONE : memory.bitOf[from * visits + to];
      if (bit !== NONE && (mask & (1 << bit)) !== 0) continue;
      let start = ready + fleet.wayTicks[row + to];
      if (start > fleet.closes[to]) continue;
      if (start < fleet.opens[to]) start = fleet.opens[to];
      const newLoad = load + fleet.demand[to];
      if (newLoad > fleet.capacity) continue;
      const done = start + fleet.service[to];
      if (done > this.lastDone[to]) continue;
      if (taken < this.pauseCount && done > fleet.pauses[taken].latest) continue;
      const newCost = cost + fleet.wayCost[row + to] * request.unitsPerCost - gain[to];
      this.keep(to, done, newCost, newLoad, this.remembered(from, mask, to, done), taken, label);
    }
  }

  /** What is remembered at `to` of what was remembered at `from`, as far as it could still follow. */
  private remembered(from: number, mask: number, to: number, ready: number): number {
    const { width, remembered, bitOf, lastLeave } = this.memory;
    const { visits } = this;
    let known = 1;
    if (from === visits) return known;
    for (let bit = 0, rest = mask; rest !== 0; bit++, rest >>>= 1) {
      if ((rest & 1) === 0) continue;
      const at = bitOf[to * visits + remembered[from * width + bit]];
      if (at > 0 && ready <= lastLeave[to * width + at]) known |= 1 << at;
    }
    return known;
  }

  private finish(label: number, { unitsPerCost, below }: PricingRequest): void {
    const { labels, fleet, visits } = this;
    const home = labels.visit[label] * (visits + 1) + visits;
    if (labels.ready[label] + fleet.wayTicks[home] > fleet.end) return;
    const total = labels.cost[label] + fleet.wayCost[home] * unitsPerCost;
    if (total < this.least) this.least = total;
    if (total >= below) return;
    labels.total[label] = total;
    this.finished.push(label);
  }

  /** Keeps a label unless a kept one is at least as good, and drops those that are no better than it. */
  private keep(
    visit: number,
    ready: number,
    cost: number,
    load: number,
    mask: number,
    taken: number,
    before: number,
  ): void {
    const first = visit * (this.pauseCount + 1);
    for (let pauses = taken; pauses <= this.pauseCount; pauses++) {
      if (this.isDominated(this.kept[first + pauses], ready, cost, load, mask)) return;
    }
    for (let pauses = 0; pauses <= taken; pauses++) this.drop(this.kept[first + pauses], ready, cost, load, mask);
    const label = this.labels.add(visit, ready, cost, load, mask, taken, before);
    insertByReady(this.kept[first + taken], label, this.labels.ready);
    const bucket = Math.min(BUCKETS, Math.floor((ready - this.fleet.start) / this.bucketTicks));
    this.labels.next[label] = this.waiting[bucket];
    this.waiting[bucket] = label;
  }

  private isDominated(list: readonly number[], ready: number, cost: number, load: number, mask: number): boolean {
    const { labels, isExact } = this;
    for (const other of list) {
      if (labels.ready[other] > ready) return false;
      if (labels.cost[other] > cost || labels.load[other] > load) continue;
      if (!isExact || (labels.mask[other] & ~mask) === 0) return true;
    }
    return false;
  }

  private drop(list: number[], ready: number, cost: number, load: number, mask: number): void {
    const { labels, isExact } = this;
    let first = list.length;
    while (first > 0 && labels.ready[list[first - 1]] >= ready) first--;
    let kept = first;
    for (let at = first; at < list.length; at++) {
      const other = list[at];
      const isWorse =
        labels.cost[other] >= cost && labels.load[other] >= load && (!isExact || (mask & ~labels.mask[other]) === 0);
      if (isWorse) labels.isDropped[other] = 1;
      else list[kept++] = other;
    }
    list.length = kept;
  }

  private answer({ mostRoutes, unitsPerCost, rowPrice }: PricingRequest): Pricing {
    const { labels } = this;
    const best = this.finished.sort((one, other) => labels.total[one] - labels.total[other] || one - other);
    return {
      least: this.least,
      routes: this.unlikeRoutes(best, mostRoutes).map(({ label, rows }) => {
        const reducedCost = labels.total[label];
        const worth = rows.reduce((sum, row) => sum + rowPrice[row], 0);
        return { rows, reducedCost, cost: (reducedCost + worth) / unitsPerCost };
      }),
    };
  }

  /** The best, but no row in many of them: the master program needs choices, not ten versions of one route. */
  private unlikeRoutes(best: readonly number[], most: number): readonly { label: number; rows: readonly number[] }[] {
    const chosen: { label: number; rows: readonly number[] }[] = [];
    const timesChosen = new Map<number, number>();
    for (const label of best) {
      if (chosen.length === most) break;
      const rows = this.rowsOf(label);
      if (rows.some((row) => (timesChosen.get(row) ?? 0) >= MOST_ROUTES_OF_A_ROW)) continue;
      for (const row of rows) timesChosen.set(row, (timesChosen.get(row) ?? 0) + 1);
      chosen.push({ label, rows });
    }
    return chosen;
  }

  private rowsOf(label: number): readonly number[] {
    const { labels, fleet } = this;
    const rows: number[] = [];
    for (let at = label; labels.before[at] !== NONE; at = labels.before[at]) {
      // A pause leaves the route where it is: the visit counts once, at the label that came to it.
      if (labels.pauses[labels.before[at]] === labels.pauses[at]) rows.push(fleet.rowOf[labels.visit[at]]);
    }
    return rows.reverse();
  }
}

/** The visits that some route may do next after a visit, or first (`from` the number of visits). */
function successorsOf(fleet: Fleet, from: number, lastDone: Int32Array): Int32Array {
  const { rowOf, start, opens, closes, service, wayTicks } = fleet;
  const visits = rowOf.length;
  const done = from === visits ? start : opens[from] + service[from];
  return Int32Array.from({ length: visits }, (_, to) => to).filter((to) => {
    const begins = Math.max(opens[to], done + wayTicks[from * (visits + 1) + to]);
    return to !== from && begins <= closes[to] && begins + service[to] <= lastDone[to];
  });
}

/** Backwards from the end of the day. The way home over another visit may be shorter than the straight one. */
function lastDoneOf({ rowOf, end, closes, service, wayTicks }: Fleet): Int32Array {
  const visits = rowOf.length;
  const lastDone = Int32Array.from({ length: visits }, (_, visit) => end - wayTicks[visit * (visits + 1) + visits]);
  for (let isNew = true; isNew;) {
    isNew = false;
    for (let visit = 0; visit < visits; visit++) {
      for (let next = 0; next < visits; next++) {
        if (next === visit) continue;
        const arrival = Math.min(closes[next], lastDone[next] - service[next]);
        const leave = arrival - wayTicks[visit * (visits + 1) + next];
        if (leave <= lastDone[visit]) continue;
        lastDone[visit] = leave;
        isNew = true;
      }
    }
  }
  return lastDone;
}

function insertByReady(list: number[], label: number, ready: Int32Array): void {
  let at = list.length;
  list.push(label);
  while (at > 0 && ready[list[at - 1]] > ready[label]) {
    list[at] = list[at - 1];
    at--;
  }
  list[at] = label;
}
