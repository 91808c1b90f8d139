import type { SnappedPoint } from './snap.js';
import type { StreetGraph } from './street-graph.js';

/** No way between two places. */
export const noWay = -1;

const never = 0x7fffffff;

/**
 * Fastest trips from one place to many, turns included (Dijkstra over arcs). Times are whole tenths of a second, so
 * the queue is a ring of buckets, one per tenth, in typed arrays: no comparisons, and nothing for the garbage collector.
 */
export class OneToManySearch {
  /** Tenths until the *start* of the arc, the turn into it included; `never` where not reached. */
  private readonly reached: Int32Array;
  private readonly reachedDecimeters: Int32Array;
  private readonly cameFrom: Int32Array;
  private readonly isSettled: Uint8Array;
  private readonly bucketHead: Int32Array;
  private readonly bucketMask: number;
  private entryArc: Int32Array;
  private entryNext: Int32Array;
  private entries = 0;
  private waiting = 0;

  constructor(private readonly graph: StreetGraph) {
    const arcs = graph.arcDeciseconds.length;
    this.reached = new Int32Array(arcs);
    this.reachedDecimeters = new Int32Array(arcs);
    this.cameFrom = new Int32Array(arcs);
    this.isSettled = new Uint8Array(arcs);
    const longest = graph.transitionDeciseconds.reduce((max, cost) => Math.max(max, cost), 1);
    const buckets = 2 ** Math.ceil(Math.log2(longest + 2));
    this.bucketHead = new Int32Array(buckets);
    this.bucketMask = buckets - 1;
    this.entryArc = new Int32Array(arcs + 16);
    this.entryNext = new Int32Array(arcs + 16);
  }

  /** Fills one row: seconds and metres from the source to every target, −1 where there is no way. */
  fillRow(source: SnappedPoint, targets: TargetIndex, seconds: Int32Array, meters: Int32Array, row: number): void {
    const best = new Int32Array(targets.points.length).fill(never);
    const bestDecimeters = new Int32Array(targets.points.length);
    this.answerOnSameEdge(source, targets, best, bestDecimeters);
    this.start(source);
    this.run(targets, best, bestDecimeters);
    for (let target = 0; target < best.length; target++) {
      const isReached = best[target] !== never;
      seconds[row + target] = isReached ? Math.round(best[target] / 10) : noWay;
      meters[row + target] = isReached ? Math.round(bestDecimeters[target] / 10) : noWay;
    }
  }

  /** The arcs of the fastest trip, from that of the source to that of the target; `undefined` where there is no way. */
  arcsBetween(source: SnappedPoint, target: SnappedPoint): FoundTrip | undefined {
    const targets = new TargetIndex([target], this.graph);
    const best = new Int32Array(1).fill(never);
    const bestDecimeters = new Int32Array(1);
    const sameEdgeArc = this.answerOnSameEdge(source, targets, best, bestDecimeters);
    const directDeciseconds = best[0];
    this.start(source);
    this.run(targets, best, bestDecimeters);
    if (best[0] === never) return undefined;
    const trip = { seconds: Math.round(best[0] / 10), meters: Math.round(bestDecimeters[0] / 10) };
    if (best[0] === directDeciseconds) return { ...trip, arcs: [sameEdgeArc] };
    return { ...trip, arcs: this.traceBack(target, best[0]) };
  }

  private traceBack(target: SnappedPoint, total: number): number[] {
    const last = [2 * target.edge, 2 * target.edge + 1].find(
      (arc) => this.isSettled[arc] === 1 && this.reached[arc] + decisecondsInto(arc, target) === total,
    );
    const arcs: number[] = [];
    let arc = last ?? noWay;
    // The first arc of the trip is that of the source itself: it is marked by −2 − arc.
    while (arc >= 0) {
      arcs.push(arc);
      arc = this.cameFrom[arc];
    }
    arcs.push(-2 - arc);
    return arcs.reverse();
  }

  /** Both places on one stretch of street: straight along it, in a direction that is open. Returns the arc used last. */
  private answerOnSameEdge(
    source: SnappedPoint,
    targets: TargetIndex,
    best: Int32Array,
    decimeters: Int32Array,
  ): number {
    let used = noWay;
    for (const arc of [2 * source.edge, 2 * source.edge + 1]) {
      if (this.graph.arcDeciseconds[arc] < 0) continue;
      for (let target = targets.firstOn(arc); target >= 0; target = targets.nextOn(arc, target)) {
        const point = targets.points[target];
        if (point === undefined) continue;
        const ahead = decimetersInto(arc, point) - decimetersInto(arc, source);
        const tenths = Math.max(0, decisecondsInto(arc, point) - decisecondsInto(arc, source));
        if (ahead < 0 || tenths >= best[target]) continue;
        best[target] = tenths;
        decimeters[target] = ahead;
        used = arc;
      }
    }
    return used;
  }

  private start(source: SnappedPoint): void {
    this.reached.fill(never);
    this.isSettled.fill(0);
    this.bucketHead.fill(-1);
    this.entries = 0;
    this.waiting = 0;
    const { graph } = this;
    for (const arc of [2 * source.edge, 2 * source.edge + 1]) {
      if (graph.arcDeciseconds[arc] < 0) continue;
      const metersLeft = graph.arcDecimeters[arc] - decimetersInto(arc, source);
      for (let t = graph.transitionStart[arc]; t < graph.transitionStart[arc + 1]; t++) {
        const tenths = Math.max(0, graph.transitionDeciseconds[t] - decisecondsInto(arc, source));
        this.offer(graph.transitionTo[t], tenths, metersLeft, -2 - arc);
      }
    }
  }

  private run(targets: TargetIndex, best: Int32Array, bestDecimeters: Int32Array): void {
    const { graph, reached, reachedDecimeters, isSettled, bucketHead, bucketMask } = this;
    let unanswered = 0;
    for (let target = 0; target < best.length; target++) {
      if (best[target] === never && targets.points[target] !== undefined) unanswered += 1;
    }
    let now = 0;
    let lastNeeded = unanswered === 0 ? latest(best) : never;
    while (this.waiting > 0 && now < lastNeeded) {
      const bucket = now & bucketMask;
      const entry = bucketHead[bucket];
      if (entry < 0) {
        now += 1;
        continue;
      }
      bucketHead[bucket] = this.entryNext[entry];
      this.waiting -= 1;
      const arc = this.entryArc[entry];
      if (isSettled[arc] === 1) continue;
      isSettled[arc] = 1;

      for (let target = targets.firstOn(arc); target >= 0; target = targets.nextOn(arc, target)) {
        const point = targets.points[target];
        if (point === undefined) continue;
        const tenths = now + decisecondsInto(arc, point);
        if (tenths >= best[target]) continue;
        if (best[target] === never) unanswered -= 1;
        best[target] = tenths;
        bestDecimeters[target] = reachedDecimeters[arc] + decimetersInto(arc, point);
      }
      // Once all are answered only arcs that begin before the farthest answer can still make one better.
      if (unanswered === 0 && lastNeeded === never) lastNeeded = latest(best);

      const metersAtEnd = reachedDecimeters[arc] + graph.arcDecimeters[arc];
      for (let t = graph.transitionStart[arc]; t < graph.transitionStart[arc + 1]; t++) {
        const next = graph.transitionTo[t];
        const tenths = now + graph.transitionDeciseconds[t];
        if (tenths < reached[next]) this.offer(next, tenths, metersAtEnd, arc);
      }
    }
  }

  private offer(arc: number, tenths: number, decimeters: number, from: number): void {
    if (tenths >= this.reached[arc]) return;
    this.reached[arc] = tenths;
    this.reachedDecimeters[arc] = decimeters;
    this.cameFrom[arc] = from;
    if (this.entries === this.entryArc.length) this.growEntries();
    const entry = this.entries++;
    const bucket = tenths & this.bucketMask;
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

/** The arcs of a trip in order, with its sums. */
export interface FoundTrip {
  readonly arcs: readonly number[];
  readonly seconds: number;
  readonly meters: number;
}

/** Which targets lie on which arc: two linked lists per edge, one for each direction. `undefined` points are skipped. */
export class TargetIndex {
  private readonly head: Int32Array;
  private readonly nextForward: Int32Array;
  private readonly nextBackward: Int32Array;

  constructor(
    readonly points: readonly (SnappedPoint | undefined)[],
    graph: StreetGraph,
  ) {
    this.head = new Int32Array(graph.arcDeciseconds.length).fill(-1);
    this.nextForward = new Int32Array(points.length).fill(-1);
    this.nextBackward = new Int32Array(points.length).fill(-1);
    points.forEach((point, target) => {
      if (point === undefined) return;
      this.nextForward[target] = this.head[2 * point.edge];
      this.head[2 * point.edge] = target;
      this.nextBackward[target] = this.head[2 * point.edge + 1];
      this.head[2 * point.edge + 1] = target;
    });
  }

  /** −1 where no target lies on the arc. */
  firstOn(arc: number): number {
    return this.head[arc];
  }

  nextOn(arc: number, target: number): number {
    return arc % 2 === 0 ? this.nextForward[target] : this.nextBackward[target];
  }
}

function latest(best: Int32Array): number {
  let max = 0;
  for (const tenths of best) if (tenths !== never && tenths > max) max = tenths;
  return max;
}

function decisecondsInto(arc: number, point: SnappedPoint): number {
  return arc % 2 === 0 ? point.forwardDeciseconds : point.backwardDeciseconds;
}

function decimetersInto(arc: number, point: SnappedPoint): number {
  return arc % 2 === 0 ? point.forwardDecimeters : point.backwardDecimeters;
}
