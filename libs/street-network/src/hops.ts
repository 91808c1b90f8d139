import type { StreetGraph } from './street-graph.js';

/** Numbers per hop: the arc gone on to, tenths of a second, and decimetres, both from the start of the arc to the start of the next. */
export const hopSize = 3;

/** How one goes on from arc to arc: hops of arc a lie in `list` from `start[a]` up to, not including, `start[a + 1]`. */
export interface Hops {
  readonly start: Int32Array;
  readonly list: Int32Array;
}

/** Every hop of a graph, as it is. */
export function hopsOf(graph: StreetGraph): Hops {
  const list = new Int32Array(graph.transitionTo.length * hopSize);
  for (let arc = 0; arc < graph.arcDeciseconds.length; arc++) {
    for (let t = graph.transitionStart[arc]; t < graph.transitionStart[arc + 1]; t++) {
      list[t * hopSize] = graph.transitionTo[t];
      list[t * hopSize + 1] = graph.transitionDeciseconds[t];
      list[t * hopSize + 2] = graph.arcDecimeters[arc];
    }
  }
  return { start: graph.transitionStart.map((transition) => transition * hopSize), list };
}

/** The same hops seen from where they lead to: for a search from the end of a trip to its start. */
export function reversedHops({ start, list }: Hops): Hops {
  const arcs = start.length - 1;
  const reversedStart = new Int32Array(arcs + 1);
  for (let hop = 0; hop < list.length; hop += hopSize) reversedStart[list[hop] + 1] += hopSize;
  for (let arc = 0; arc < arcs; arc++) reversedStart[arc + 1] += reversedStart[arc];
  const next = reversedStart.slice();
  const reversed = new Int32Array(list.length);
  for (let arc = 0; arc < arcs; arc++) {
    for (let hop = start[arc]; hop < start[arc + 1]; hop += hopSize) {
      const place = next[list[hop]];
      next[list[hop]] += hopSize;
      reversed[place] = arc;
      reversed[place + 1] = list[hop + 1];
      reversed[place + 2] = list[hop + 2];
    }
  }
  return { start: reversedStart, list: reversed };
}

/**
 * The hops that matter for trips between some arcs only: dead ends nobody goes to are left out, and arcs where there
 * is only one way on are passed in one hop. About a third of a town is left, and every trip takes what it took.
 *
 * @param isEnd 1 for each arc that a trip may begin or end on
 */
export function hopsBetween(hops: Hops, isEnd: Uint8Array): Hops {
  const isUseful = usefulArcs(hops, reversedHops(hops), isEnd);
  const onlyHop = onlyHops(hops, isUseful, isEnd);
  const start = new Int32Array(hops.start.length);
  const list = new Int32Array(hops.list.length);
  let length = 0;
  for (let arc = 0; arc < isUseful.length; arc++) {
    start[arc] = length;
    if (isUseful[arc] === 0 || onlyHop[arc] >= 0) continue;
    for (let hop = hops.start[arc]; hop < hops.start[arc + 1]; hop += hopSize) {
      if (isUseful[hops.list[hop]] === 0) continue;
      let [to, deciseconds, decimeters] = [hops.list[hop], hops.list[hop + 1], hops.list[hop + 2]];
      // A ring without a way out would be followed for ever.
      for (let steps = 0; onlyHop[to] >= 0 && steps < longestChain; steps++) {
        const next = onlyHop[to];
        deciseconds += hops.list[next + 1];
        decimeters += hops.list[next + 2];
        to = hops.list[next];
      }
      list[length] = to;
      list[length + 1] = deciseconds;
      list[length + 2] = decimeters;
      length += hopSize;
    }
  }
  start[isUseful.length] = length;
  return { start, list: list.slice(0, length) };
}

const longestChain = 10_000;

/**
 * Leaves out arcs from which one can only turn round, or which can only be come to by turning round: a trip that neither
 * begins nor ends there never goes in, since turning straight away is allowed at every junction and costs less.
 */
function usefulArcs(forward: Hops, backward: Hops, isEnd: Uint8Array): Uint8Array {
  const isUseful = new Uint8Array(isEnd.length).fill(1);
  const waysOn = countHops(forward);
  const waysIn = countHops(backward);
  const dropped: number[] = [];
  const dropIfLost = (arc: number): void => {
    if (isUseful[arc] === 0 || isEnd[arc] === 1 || (waysOn[arc] > 0 && waysIn[arc] > 0)) return;
    isUseful[arc] = 0;
    dropped.push(arc);
  };
  for (let arc = 0; arc < isEnd.length; arc++) dropIfLost(arc);
  for (let arc = dropped.pop(); arc !== undefined; arc = dropped.pop()) {
    for (let hop = forward.start[arc]; hop < forward.start[arc + 1]; hop += hopSize) {
      const next = forward.list[hop];
      if (next === (arc ^ 1)) continue;
      waysIn[next] -= 1;
      dropIfLost(next);
    }
    for (let hop = backward.start[arc]; hop < backward.start[arc + 1]; hop += hopSize) {
      const before = backward.list[hop];
      if (before === (arc ^ 1)) continue;
      waysOn[before] -= 1;
      dropIfLost(before);
    }
  }
  return isUseful;
}

/** Hops of each arc that are not a turn on the spot. */
function countHops({ start, list }: Hops): Int32Array {
  const count = new Int32Array(start.length - 1);
  for (let arc = 0; arc < count.length; arc++) {
    for (let hop = start[arc]; hop < start[arc + 1]; hop += hopSize) {
      if (list[hop] !== (arc ^ 1)) count[arc] += 1;
    }
  }
  return count;
}

/** The hop of arcs that have just one and where no trip ends; −1 for all others. */
function onlyHops({ start, list }: Hops, isUseful: Uint8Array, isEnd: Uint8Array): Int32Array {
  const only = new Int32Array(isEnd.length).fill(-1);
  for (let arc = 0; arc < isEnd.length; arc++) {
    if (isEnd[arc] === 1 || isUseful[arc] === 0) continue;
    let found = -1;
    let count = 0;
    for (let hop = start[arc]; hop < start[arc + 1]; hop += hopSize) {
      if (isUseful[list[hop]] === 0) continue;
      found = hop;
      count += 1;
    }
    if (count === 1) only[arc] = found;
  }
  return only;
}
