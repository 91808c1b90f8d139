import { bearingDegrees, turnDegrees } from './geometry.js';
import { joinSegments, type Stretch } from './join-segments.js';
import { keepLargeComponents, openDirections } from './keep-large-components.js';
import { profileOf } from './profiles/profile-of.js';
import type { StreetMode, StreetProfile } from './profiles/street-profile.js';
import { readSegments, type SegmentTable } from './read-segments.js';
import type { StreetGraph } from './street-graph.js';
import { StreetMapError, type StreetWay } from './street-map.js';

const { abs, max, round } = Math;

/** The bend at a junction is seen over this distance, not at the first node, which is often a drawn kerb. */
const turnSightMeters = 12;

/**
 * Makes the searchable network of one mode out of plain ways.
 *
 * @throws StreetMapError MAP_WITHOUT_STREETS where the mode may use none of them
 */
export function buildGraph(ways: readonly StreetWay[], mode: StreetMode): StreetGraph {
  const profile = profileOf(mode);
  const segments = readSegments(ways, profile);
  const kept = keepLargeComponents(joinSegments(segments), segments);
  if (kept.stretches.length === 0) {
    throw new StreetMapError(
      'MAP_WITHOUT_STREETS',
      `the map has no street for ${mode}: take an extract of all highways`,
    );
  }
  const lines = layOutLines(kept.stretches, segments);
  const arcs = measureArcs(kept.stretches, lines, segments);
  const transitions = connectArcs(kept.stretches, lines, arcs.arcDeciseconds, segments, profile);
  const isInLargestComponent = Uint8Array.from(kept.isInLargest, (largest) => (largest ? 1 : 0));
  return { edgeCount: kept.stretches.length, ...lines, ...arcs, ...transitions, isInLargestComponent };
}

type Lines = Pick<
  StreetGraph,
  'vertexStart' | 'vertexLon' | 'vertexLat' | 'vertexMeters' | 'vertexForwardSeconds' | 'vertexBackwardSeconds'
>;

function layOutLines(stretches: readonly Stretch[], table: SegmentTable): Lines {
  const vertexCount = stretches.reduce((sum, stretch) => sum + stretch.segments.length + 1, 0);
  const vertexStart = new Int32Array(stretches.length + 1);
  const vertexLon = new Float64Array(vertexCount);
  const vertexLat = new Float64Array(vertexCount);
  const vertexMeters = new Float64Array(vertexCount);
  const vertexForwardSeconds = new Float64Array(vertexCount);
  const vertexBackwardSeconds = new Float64Array(vertexCount);
  let vertex = 0;
  stretches.forEach((stretch, edge) => {
    vertexStart[edge] = vertex;
    const first = vertex;
    vertexLon[vertex] = table.nodeLon[stretch.fromNode];
    vertexLat[vertex] = table.nodeLat[stretch.fromNode];
    stretch.segments.forEach((segment, position) => {
      const along = stretch.isAlong[position];
      const node = along ? table.to[segment] : table.from[segment];
      vertex += 1;
      vertexLon[vertex] = table.nodeLon[node];
      vertexLat[vertex] = table.nodeLat[node];
      vertexMeters[vertex] = vertexMeters[vertex - 1] + table.meters[segment];
      const seconds = along ? table.forwardSeconds[segment] : table.backwardSeconds[segment];
      vertexForwardSeconds[vertex] = vertexForwardSeconds[vertex - 1] + seconds;
    });
    for (let back = vertex - 1; back >= first; back--) {
      const segment = stretch.segments[back - first];
      const seconds = stretch.isAlong[back - first] ? table.backwardSeconds[segment] : table.forwardSeconds[segment];
      vertexBackwardSeconds[back] = vertexBackwardSeconds[back + 1] + seconds;
    }
    vertex += 1;
  });
  vertexStart[stretches.length] = vertex;
  return { vertexStart, vertexLon, vertexLat, vertexMeters, vertexForwardSeconds, vertexBackwardSeconds };
}

function measureArcs(
  stretches: readonly Stretch[],
  lines: Lines,
  table: SegmentTable,
): Pick<StreetGraph, 'arcDeciseconds' | 'arcDecimeters'> {
  const arcDeciseconds = new Int32Array(stretches.length * 2).fill(-1);
  const arcDecimeters = new Int32Array(stretches.length * 2);
  stretches.forEach((stretch, edge) => {
    const first = lines.vertexStart[edge];
    const last = lines.vertexStart[edge + 1] - 1;
    const open = openDirections(stretch, table);
    // At least a tenth of a second, so that no ride is free.
    if (open.forward) arcDeciseconds[2 * edge] = max(1, round(lines.vertexForwardSeconds[last] * 10));
    if (open.backward) arcDeciseconds[2 * edge + 1] = max(1, round(lines.vertexBackwardSeconds[first] * 10));
    arcDecimeters.fill(round(lines.vertexMeters[last] * 10), 2 * edge, 2 * edge + 2);
  });
  return { arcDeciseconds, arcDecimeters };
}

function connectArcs(
  stretches: readonly Stretch[],
  lines: Lines,
  arcDeciseconds: Int32Array,
  table: SegmentTable,
  profile: StreetProfile,
): Pick<StreetGraph, 'transitionStart' | 'transitionTo' | 'transitionDeciseconds'> {
  const leaving = arcsLeavingNodes(stretches);
  const transitionStart = new Int32Array(arcDeciseconds.length + 1);
  const to: number[] = [];
  const deciseconds: number[] = [];
  for (let arc = 0; arc < arcDeciseconds.length; arc++) {
    transitionStart[arc] = to.length;
    if (arcDeciseconds[arc] < 0) continue;
    const stretch = stretches[arc >> 1];
    const node = arc % 2 === 0 ? stretch.toNode : stretch.fromNode;
    const ends = leaving.get(node) ?? [];
    const bearingIn = bearingAtEnd(arc, lines);
    for (const next of ends) {
      if (arcDeciseconds[next] < 0) continue;
      const isUTurn = next === (arc ^ 1);
      // Turning round in a junction is never shorter than setting out the other way; only a dead end forces it.
      if (isUTurn && ends.length > 1) continue;
      const degrees = isUTurn ? 180 : turnDegrees(bearingIn, bearingAtStart(next, lines));
      const turn = { degrees, isUTurn, hasTrafficSignal: table.nodeSignal[node] === 1, streetEnds: ends.length };
      to.push(next);
      deciseconds.push(arcDeciseconds[arc] + round(profile.turnSeconds(turn) * 10));
    }
  }
  transitionStart[arcDeciseconds.length] = to.length;
  return { transitionStart, transitionTo: Int32Array.from(to), transitionDeciseconds: Int32Array.from(deciseconds) };
}

/** Both directions of every stretch by the node they start at, closed ones too: they count as street ends. */
function arcsLeavingNodes(stretches: readonly Stretch[]): ReadonlyMap<number, readonly number[]> {
  const leaving = new Map<number, number[]>();
  const add = (node: number, arc: number): void => {
    const arcs = leaving.get(node);
    if (arcs === undefined) leaving.set(node, [arc]);
    else arcs.push(arc);
  };
  stretches.forEach((stretch, edge) => {
    add(stretch.fromNode, 2 * edge);
    add(stretch.toNode, 2 * edge + 1);
  });
  return leaving;
}

function bearingAtStart(arc: number, lines: Lines): number {
  const [near, far] = sightLine(arc, lines, true);
  return bearingDegrees(lines.vertexLon[near], lines.vertexLat[near], lines.vertexLon[far], lines.vertexLat[far]);
}

function bearingAtEnd(arc: number, lines: Lines): number {
  const [near, far] = sightLine(arc, lines, false);
  return bearingDegrees(lines.vertexLon[far], lines.vertexLat[far], lines.vertexLon[near], lines.vertexLat[near]);
}

/** The vertex at an end of an arc and the first one that lies far enough into it to show its direction. */
function sightLine(arc: number, lines: Lines, atStart: boolean): readonly [number, number] {
  const edge = arc >> 1;
  const first = lines.vertexStart[edge];
  const last = lines.vertexStart[edge + 1] - 1;
  const fromFirst = (arc % 2 === 0) === atStart;
  const near = fromFirst ? first : last;
  const step = fromFirst ? 1 : -1;
  let far = near + step;
  const other = fromFirst ? last : first;
  while (far !== other && abs(lines.vertexMeters[far] - lines.vertexMeters[near]) < turnSightMeters) far += step;
  return [near, far];
}
