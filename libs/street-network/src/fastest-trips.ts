import { hopSize, type Hops } from './hops.js';
import type { SnappedPoint } from './snap.js';
import type { StreetGraph } from './street-graph.js';
import { decimetersInto, decisecondsInto, type TripEnds } from './trip-ends.js';

const { ceil, log2, max, round } = Math;

/** No way between two places. */
export const noWay = -1;

const never = 0x7fffffff;

/** `from`: trips from one place to many, over hops as they are. `to`: trips from many places to one, over reversed hops. */
export type SearchDirection = 'from' | 'to';

/**
 * Fastest trips between one place and many, turns included (Dijkstra over arcs). Times are whole tenths of a second, so
 * the queue is a ring of buckets, one per tenth, in typed arrays: no comparisons, and nothing for the garbage collector.
 */
export class FastestTrips {
  /** Of the last search, tenths per place; `never` where not reached. */
  readonly best: Int32Array;
  readonly bestDecimeters: Int32Array;
  /** Tenths between the one place and the *start* of an arc, turns included. */
  private readonly reached: Int32Array;
  private readonly reachedDecimeters: Int32Array;
  private readonly bucketHead: Int32Array;
  private entryArc: Int32Array;
  private entryNext: Int32Array;
  private entries = 0;
  private waiting = 0;
  /** The place itself may be far along its arc: how much later than its answer an arc can still improve a place. */
  private readonly slack: number;

  constructor(
    private readonly graph: StreetGraph,
    private readonly hops: Hops,
    private readonly many: TripEnds,
    private readonly direction: SearchDirection,
    /** Which arc each arc was reached from, where a trip is to be drawn. */
    private readonly cameFrom?: Int32Array,
  ) {
    const arcs = graph.arcDeciseconds.length;
    this.best = new Int32Array(many.points.length);
    this.bestDecimeters = new Int32Array(many.points.length);
    this.reached = new Int32Array(arcs);
    this.reachedDecimeters = new Int32Array(arcs);
    this.bucketHead = new Int32Array(2 ** ceil(log2(longestStep(graph, hops) + 2)));
    this.entryArc = new Int32Array(arcs + 16);
    this.entryNext = new Int32Array(arcs + 16);
    this.slack = direction === 'from' ? 0 : longestInto(many);
  }

  /** Searches anew; the answers are in {@link best} and {@link bestDecimeters}. Returns the arc used on the same street, or −1. */
  search(one: SnappedPoint): number {
    this.best.fill(never);
    this.reached.fill(never);
    this.bucketHead.fill(-1);
    this.entries = 0;
    this.waiting = 0;
    const sameStreetArc = this.answerOnSameStreet(one);
    if (this.direction === 'from') this.startFrom(one);
    else this.startTo(one);
    this.run();
    return sameStreetArc;
  }

  /** Whole seconds and metres of the last search for one of the many places. */
  writeAnswer(index: number, seconds: Int32Array, meters: Int32Array, cell: number): void {
    const isReached = this.best[index] !== never;
    seconds[cell] = isReached ? round(this.best[index] / 10) : noWay;
    meters[cell] = isReached ? round(this.bestDecimeters[index] / 10) : noWay;
  }

  isReached(index: number): boolean {
    return this.best[index] !== never;
  }

  /** Tenths until the start of the arc; never less than the place's answer where not reached. */
  decisecondsTo(arc: number): number {
    return this.reached[arc];
  }

  /** Both places on one stretch of street: straight along it, in a direction that is open. */
  private answerOnSameStreet(one: SnappedPoint): number {
    const { best, bestDecimeters, many } = this;
    const sign = this.direction === 'from' ? 1 : -1;
    let used = noWay;
    for (const arc of [2 * one.edge, 2 * one.edge + 1]) {
      if (this.graph.arcDeciseconds[arc] < 0) continue;
      for (let index = many.firstOn(arc); index >= 0; index = many.nextOn(arc, index)) {
        const point = many.points[index];
        if (point === undefined) continue;
        const ahead = sign * (decimetersInto(arc, point) - decimetersInto(arc, one));
        const tenths = max(0, sign * (decisecondsInto(arc, point) - decisecondsInto(arc, one)));
        if (ahead < 0 || tenths >= best[index]) continue;
        best[index] = tenths;
        bestDecimeters[index] = ahead;
        used = arc;
      }
    }
    return used;
  }

  /** Sets out along both directions of the street; the rest of it is ridden, and the turn at its end taken. */
  private startFrom(one: SnappedPoint): void {
    const { hops } = this;
    for (const arc of [2 * one.edge, 2 * one.edge + 1]) {
      if (this.graph.arcDeciseconds[arc] < 0) continue;
      for (let hop = hops.start[arc]; hop < hops.start[arc + 1]; hop += hopSize) {
        const tenths = max(0, hops.list[hop + 1] - decisecondsInto(arc, one));
        this.offer(hops.list[hop], tenths, hops.list[hop + 2] - decimetersInto(arc, one), -2 - arc);
      }
    }
  }

  /** Comes in along both directions of the street, as far as the place. */
  private startTo(one: SnappedPoint): void {
    const { hops } = this;
    for (const arc of [2 * one.edge, 2 * one.edge + 1]) {
      if (this.graph.arcDeciseconds[arc] < 0) continue;
      for (let hop = hops.start[arc]; hop < hops.start[arc + 1]; hop += hopSize) {
        const tenths = hops.list[hop + 1] + decisecondsInto(arc, one);
        this.offer(hops.list[hop], tenths, hops.list[hop + 2] + decimetersInto(arc, one), -2 - arc);
      }
    }
  }

  private run(): void {
    const { reached, reachedDecimeters, bucketHead, many, best, slack } = this;
    const { start, list } = this.hops;
    const mask = bucketHead.length - 1;
    let unanswered = 0;
    for (let index = 0; index < best.length; index++) {
      if (best[index] === never && many.points[index] !== undefined) unanswered += 1;
    }
    let now = 0;
    let lastNeeded = unanswered === 0 ? latest(best) + slack : never;
    while (this.waiting > 0 && now < lastNeeded) {
      const entry = bucketHead[now & mask];
      if (entry < 0) {
        now += 1;
        continue;
      }
      bucketHead[now & mask] = this.entryNext[entry];
      this.waiting -= 1;
      const arc = this.entryArc[entry];
      // Reached earlier than when it was put here.
      if (reached[arc] !== now) continue;

      if (many.firstOn(arc) >= 0) {
        unanswered -= this.answerOn(arc, now);
        // Once all are answered only arcs before the farthest answer can still make one better.
        if (unanswered === 0 && lastNeeded === never) lastNeeded = latest(best) + slack;
      }
      const decimeters = reachedDecimeters[arc];
      const end = start[arc + 1];
      for (let hop = start[arc]; hop < end; hop += hopSize) {
        const tenths = now + list[hop + 1];
        if (tenths < reached[list[hop]]) this.offer(list[hop], tenths, decimeters + list[hop + 2], arc);
      }
    }
  }

  /** Returns how many places got their first answer. */
  private answerOn(arc: number, now: number): number {
    const { many, best, bestDecimeters } = this;
    const sign = this.direction === 'from' ? 1 : -1;
    let first = 0;
    for (let index = many.firstOn(arc); index >= 0; index = many.nextOn(arc, index)) {
      const point = many.points[index];
      if (point === undefined) continue;
      const tenths = max(0, now + sign * decisecondsInto(arc, point));
      if (tenths >= best[index]) continue;
      if (best[index] === never) first += 1;
      best[index] = tenths;
      bestDecimeters[index] = this.reachedDecimeters[arc] + sign * decimetersInto(arc, point);
    }
    return first;
  }

  private offer(arc: number, tenths: number, decimeters: number, from: number): void {
    if (tenths >= this.reached[arc]) return;
    this.reached[arc] = tenths;
    this.reachedDecimeters[arc] = decimeters;
    if (this.cameFrom !== undefined) this.cameFrom[arc] = from;
    if (this.entries === this.entryArc.length) this.growEntries();
    const entry = this.entries++;
    const bucket = tenths & (this.bucketHead.length - 1);
    this.entryArc[entry] = arc;
    this.entryNext[entry] = this.bucketHead[bucket];
    this.bucketHead[bucket] = entry;
    this.waiting += 1;
  }

  private growEntries(): void {
    const arcs = new Int32Array(this.entryArc.length * 2);
    const nexts = new Int32Array(this.entryArc.length * 2);
    arcs.set(this.entryArc);
    nexts.set(this.entryNext);
    this.entryArc = arcs;
    this.entryNext = nexts;
  }
}

/** The ring of buckets must hold every time that can be waiting at once. */
function longestStep(graph: StreetGraph, { list }: Hops): number {
  let longest = 1;
  for (let hop = 0; hop < list.length; hop += hopSize) longest = max(longest, list[hop + 1]);
  return longest + graph.arcDeciseconds.reduce((slowest, tenths) => max(slowest, tenths), 0);
}

function longestInto(many: TripEnds): number {
  let longest = 0;
  for (const point of many.points) {
    if (point !== undefined) longest = max(longest, point.forwardDeciseconds, point.backwardDeciseconds);
  }
  return longest;
}

function latest(best: Int32Array): number {
  let max = 0;
  for (const tenths of best) if (tenths !== never && tenths > max) max = tenths;
  return max;
}
