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
  /** Two numbers per arc: tenths between the one place and the *start* of the arc, turns included, and decimetres. */
  private readonly labels: Int32Array;
  /** Where the first entry of each tenth stands in the queue; −1 where there is none. */
  private readonly bucketHead: Int32Array;
  /** Two numbers per entry: the arc, and where the next entry of the same tenth stands. */
  private queue: Int32Array;
  private queued = 0;
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
    this.labels = new Int32Array(2 * arcs);
    this.bucketHead = new Int32Array(2 ** ceil(log2(longestStep(graph, hops) + 2)));
    this.queue = new Int32Array(2 * arcs + 64);
    this.slack = direction === 'from' ? 0 : longestInto(many);
  }

  /** Searches anew; the answers are in {@link best} and {@link bestDecimeters}. Returns the arc used on the same street, or −1. */
  search(one: SnappedPoint): number {
    this.best.fill(never);
    this.labels.fill(never);
    this.bucketHead.fill(-1);
    this.queued = 0;
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
    return this.labels[2 * arc];
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
    const { labels, bucketHead, many, best, slack, cameFrom } = this;
    const { start, list } = this.hops;
    const mask = bucketHead.length - 1;
    let { queue, queued } = this;
    let unanswered = 0;
    for (let index = 0; index < best.length; index++) {
      if (best[index] === never && many.points[index] !== undefined) unanswered += 1;
    }
    let now = 0;
    // An empty ring is known by going round it once without finding anything.
    let lastFilled = now + mask;
    let lastNeeded = unanswered === 0 ? latest(best) + slack : never;
    while (now <= lastFilled && now < lastNeeded) {
      const entry = bucketHead[now & mask];
      if (entry < 0) {
        now += 1;
        continue;
      }
      bucketHead[now & mask] = queue[entry + 1];
      const arc = queue[entry];
      // Reached earlier than when it was put here.
      if (labels[2 * arc] !== now) continue;
      lastFilled = now + mask;

      if (many.firstOn(arc) >= 0) {
        unanswered -= this.answerOn(arc, now);
        // Once all are answered only arcs before the farthest answer can still make one better.
        if (unanswered === 0 && lastNeeded === never) lastNeeded = latest(best) + slack;
      }
      const decimeters = labels[2 * arc + 1];
      const end = start[arc + 1];
      for (let hop = start[arc]; hop < end; hop += hopSize) {
        const next = 2 * list[hop];
        const tenths = now + list[hop + 1];
        if (tenths >= labels[next]) continue;
        labels[next] = tenths;
        labels[next + 1] = decimeters + list[hop + 2];
        if (cameFrom !== undefined) cameFrom[next >> 1] = arc;
        if (queued === queue.length) queue = this.queue = grown(queue);
        queue[queued] = next >> 1;
        queue[queued + 1] = bucketHead[tenths & mask];
        bucketHead[tenths & mask] = queued;
        queued += 2;
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
      bestDecimeters[index] = this.labels[2 * arc + 1] + sign * decimetersInto(arc, point);
    }
    return first;
  }

  private offer(arc: number, tenths: number, decimeters: number, from: number): void {
    if (tenths >= this.labels[2 * arc]) return;
    this.labels[2 * arc] = tenths;
    this.labels[2 * arc + 1] = decimeters;
    if (this.cameFrom !== undefined) this.cameFrom[arc] = from;
    const bucket = tenths & (this.bucketHead.length - 1);
    this.queue[this.queued] = arc;
    this.queue[this.queued + 1] = this.bucketHead[bucket];
    this.bucketHead[bucket] = this.queued;
    this.queued += 2;
  }
}

function grown(queue: Int32Array): Int32Array {
  const larger = new Int32Array(queue.length * 2);
  larger.set(queue);
  return larger;
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
