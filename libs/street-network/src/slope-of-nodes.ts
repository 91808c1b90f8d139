import type { StreetNode } from './street-map.js';

/** Heights are mapped in whole metres: over a shorter stretch a rounded metre would be a hill. */
const shortestMeters = 20;

/**
 * How steep each segment of a way is by the height (`ele`) of its nodes, percent, positive uphill in the direction the
 * way is drawn. A stretch runs from one node with a height to the next one; `undefined` where either end has none.
 *
 * @param segmentMeters length of the segment from each node to the one after it
 */
export function slopesOfNodes(
  nodes: readonly StreetNode[],
  segmentMeters: readonly number[],
): readonly (number | undefined)[] {
  const slopes: (number | undefined)[] = segmentMeters.map(() => undefined);
  let start: number | undefined;
  nodes.forEach((node, end) => {
    if (node.ele === undefined) return;
    const startEle = start === undefined ? undefined : nodes[start].ele;
    if (start !== undefined && startEle !== undefined) {
      const meters = segmentMeters.slice(start, end).reduce((sum, length) => sum + length, 0);
      if (meters >= shortestMeters) slopes.fill(((node.ele - startEle) / meters) * 100, start, end);
    }
    start = end;
  });
  return slopes;
}
