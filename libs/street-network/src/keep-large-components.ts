import { directionClosed, type SegmentTable } from './read-segments.js';
import type { Stretch } from './join-segments.js';

const { min } = Math;

/** Networks with fewer arcs than this are yards, platforms and clipped edges; OSRM calls them tiny and uses the same limit. */
const smallComponentArcs = 1000;

/** The stretches worth snapping to, and which of them belong to the largest network. */
export interface KeptStretches {
  readonly stretches: readonly Stretch[];
  readonly isInLargest: readonly boolean[];
}

/**
 * Drops what cannot be reached from the rest *and* left again (strongly connected parts under the limit), before any
 * address is snapped: else an address beside a fenced yard would be cut off from the whole town.
 */
export function keepLargeComponents(stretches: readonly Stretch[], table: SegmentTable): KeptStretches {
  const component = strongComponents(stretches, table);
  const arcCount = new Map<number, number>();
  for (const stretch of stretches) {
    if (component[stretch.fromNode] !== component[stretch.toNode]) continue;
    const label = component[stretch.fromNode];
    arcCount.set(label, (arcCount.get(label) ?? 0) + arcsOf(stretch, table));
  }
  const largest = [...arcCount].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [-1, 0])[0];
  const kept = stretches.filter((stretch) => {
    const label = component[stretch.fromNode];
    if (label !== component[stretch.toNode]) return false;
    return label === largest || (arcCount.get(label) ?? 0) >= smallComponentArcs;
  });
  return { stretches: kept, isInLargest: kept.map((stretch) => component[stretch.fromNode] === largest) };
}

/** Whether a stretch can be used from its first node to its last, and back. All its segments are alike in this. */
export function openDirections(
  stretch: Stretch,
  table: SegmentTable,
): { readonly forward: boolean; readonly backward: boolean } {
  const [segment] = stretch.segments;
  const [along] = stretch.isAlong;
  const asDrawn = table.forwardUse[segment] !== directionClosed;
  const against = table.backwardUse[segment] !== directionClosed;
  return along ? { forward: asDrawn, backward: against } : { forward: against, backward: asDrawn };
}

function arcsOf(stretch: Stretch, table: SegmentTable): number {
  const open = openDirections(stretch, table);
  return (open.forward ? 1 : 0) + (open.backward ? 1 : 0);
}

/** Tarjan's algorithm without recursion (a town is deeper than the call stack). Returns a label per node. */
function strongComponents(stretches: readonly Stretch[], table: SegmentTable): Int32Array {
  const nodeCount = table.nodeLon.length;
  const { start, target } = nodeArcs(stretches, table, nodeCount);
  const order = new Int32Array(nodeCount);
  const low = new Int32Array(nodeCount);
  const label = new Int32Array(nodeCount).fill(-1);
  const cursor = start.slice(0, nodeCount);
  const path = new Int32Array(nodeCount);
  const open = new Int32Array(nodeCount);
  let pathLength = 0;
  let openLength = 0;
  let visited = 0;
  let labels = 0;

  const enter = (node: number): void => {
    visited += 1;
    order[node] = visited;
    low[node] = visited;
    path[pathLength++] = node;
    open[openLength++] = node;
  };
  const leave = (node: number): void => {
    pathLength -= 1;
    if (pathLength > 0) low[path[pathLength - 1]] = min(low[path[pathLength - 1]], low[node]);
    if (low[node] !== order[node]) return;
    let member: number;
    do {
      member = open[--openLength];
      label[member] = labels;
    } while (member !== node);
    labels += 1;
  };

  for (let root = 0; root < nodeCount; root++) {
    if (order[root] !== 0) continue;
    enter(root);
    while (pathLength > 0) {
      const node = path[pathLength - 1];
      if (cursor[node] === start[node + 1]) {
        leave(node);
        continue;
      }
      const next = target[cursor[node]++];
      if (order[next] === 0) enter(next);
      else if (label[next] === -1) low[node] = min(low[node], order[next]);
    }
  }
  return label;
}

function nodeArcs(
  stretches: readonly Stretch[],
  table: SegmentTable,
  nodeCount: number,
): { readonly start: Int32Array; readonly target: Int32Array } {
  const pairs = stretches.flatMap((stretch) => {
    const open = openDirections(stretch, table);
    const forward = open.forward ? [[stretch.fromNode, stretch.toNode] as const] : [];
    const backward = open.backward ? [[stretch.toNode, stretch.fromNode] as const] : [];
    return [...forward, ...backward];
  });
  const start = new Int32Array(nodeCount + 1);
  for (const [node] of pairs) start[node + 1] += 1;
  for (let node = 0; node < nodeCount; node++) start[node + 1] += start[node];
  const next = start.slice();
  const target = new Int32Array(pairs.length);
  for (const [node, to] of pairs) target[next[node]++] = to;
  return { start, target };
}
