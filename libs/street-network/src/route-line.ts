import type { FoundTrip } from './find-trip.js';
import type { SnappedPoint } from './snap.js';
import type { StreetGraph } from './street-graph.js';

/** The line of a trip on the map, [lon, lat] from the snapped start to the snapped end. */
export function routeLine(
  graph: StreetGraph,
  trip: FoundTrip,
  from: SnappedPoint,
  to: SnappedPoint,
): (readonly [number, number])[] {
  const line: (readonly [number, number])[] = [[from.lon, from.lat]];
  const lastLeg = trip.arcs.length - 1;
  trip.arcs.forEach((arc, leg) => {
    for (const vertex of verticesPassed(graph, arc, leg === 0 ? from : undefined, leg === lastLeg ? to : undefined)) {
      line.push([graph.vertexLon[vertex], graph.vertexLat[vertex]]);
    }
  });
  line.push([to.lon, to.lat]);
  return withoutRepeats(line);
}

function verticesPassed(
  graph: StreetGraph,
  arc: number,
  from: SnappedPoint | undefined,
  to: SnappedPoint | undefined,
): number[] {
  const edge = arc >> 1;
  const first = graph.vertexStart[edge];
  const last = graph.vertexStart[edge + 1] - 1;
  const isForward = arc % 2 === 0;
  // A snapped place lies between its vertex and the next one.
  const low = isForward ? (from === undefined ? first : from.vertex + 1) : to === undefined ? first : to.vertex + 1;
  const high = isForward ? (to?.vertex ?? last) : (from?.vertex ?? last);
  const vertices: number[] = [];
  for (let vertex = low; vertex <= high; vertex++) vertices.push(vertex);
  return isForward ? vertices : vertices.reverse();
}

function withoutRepeats(line: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  return line.filter(([lon, lat], index) => {
    const before = line[index - 1];
    return before === undefined || before[0] !== lon || before[1] !== lat;
  });
}
