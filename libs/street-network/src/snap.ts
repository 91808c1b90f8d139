import { metersPerDegree } from './geometry.js';
import type { StreetGraph } from './street-graph.js';

const { PI, ceil, cos, floor, hypot, max, min, round } = Math;

/** A place on a street: where a trip begins or ends. */
export interface SnappedPoint {
  readonly edge: number;
  /** The vertex before the place, and how far towards the next one it lies, 0…1. */
  readonly vertex: number;
  readonly fraction: number;
  readonly lon: number;
  readonly lat: number;
  /** Straight distance from the given point to the street. */
  readonly snapMeters: number;
  /** Tenths from the start of the forward and of the backward arc to the place. */
  readonly forwardDeciseconds: number;
  readonly backwardDeciseconds: number;
  readonly forwardDecimeters: number;
  readonly backwardDecimeters: number;
}

const cellMeters = 150;

/** Finds the nearest street of a graph; the segments lie in a grid of square cells. */
export class StreetSnapper {
  private readonly west: number;
  private readonly south: number;
  private readonly columns: number;
  private readonly rows: number;
  private readonly metersPerLonDegree: number;
  private readonly cellStart: Int32Array;
  private readonly cellSegments: Int32Array;
  private readonly edgeOfVertex: Int32Array;

  constructor(private readonly graph: StreetGraph) {
    const [west, south, east, north] = boundsOf(graph);
    this.west = west;
    this.south = south;
    this.metersPerLonDegree = metersPerDegree * cos((((south + north) / 2) * PI) / 180);
    this.columns = max(1, floor(((east - west) * this.metersPerLonDegree) / cellMeters) + 1);
    this.rows = max(1, floor(((north - south) * metersPerDegree) / cellMeters) + 1);
    this.edgeOfVertex = edgesOfVertices(graph);
    const cells = this.fillCells();
    this.cellStart = cells.start;
    this.cellSegments = cells.segments;
  }

  /** The nearest place on a street within the limit, or `undefined` where there is none. */
  snap(lon: number, lat: number, maxMeters: number): SnappedPoint | undefined {
    const x = (lon - this.west) * this.metersPerLonDegree;
    const y = (lat - this.south) * metersPerDegree;
    let best: Hit | undefined;
    // Rings of cells around the point; a hit is final once the next ring lies farther away than it.
    const rings = ceil(maxMeters / cellMeters) + 1;
    for (let ring = 0; ring <= rings; ring++) {
      if (best !== undefined && best.meters <= (ring - 1) * cellMeters) break;
      best = this.nearestInRing(x, y, ring, best);
    }
    return best === undefined || best.meters > maxMeters ? undefined : this.placeOf(best);
  }

  private nearestInRing(x: number, y: number, ring: number, known: Hit | undefined): Hit | undefined {
    const column = floor(x / cellMeters);
    const row = floor(y / cellMeters);
    let best = known;
    for (let r = max(0, row - ring); r <= min(this.rows - 1, row + ring); r++) {
      const isEdgeRow = r === row - ring || r === row + ring;
      const step = isEdgeRow || ring === 0 ? 1 : 2 * ring;
      for (let c = column - ring; c <= column + ring; c += step) {
        if (c >= 0 && c < this.columns) best = this.nearestInCell(x, y, r * this.columns + c, best);
      }
    }
    return best;
  }

  private nearestInCell(x: number, y: number, cell: number, known: Hit | undefined): Hit | undefined {
    let best = known;
    for (let entry = this.cellStart[cell]; entry < this.cellStart[cell + 1]; entry++) {
      const vertex = this.cellSegments[entry];
      const hit = this.distanceTo(x, y, vertex);
      if (best === undefined || hit.meters < best.meters) best = hit;
    }
    return best;
  }

  private distanceTo(x: number, y: number, vertex: number): Hit {
    const ax = this.xOf(vertex);
    const ay = this.yOf(vertex);
    const dx = this.xOf(vertex + 1) - ax;
    const dy = this.yOf(vertex + 1) - ay;
    const lengthSquared = dx * dx + dy * dy;
    const along = lengthSquared === 0 ? 0 : ((x - ax) * dx + (y - ay) * dy) / lengthSquared;
    const fraction = min(1, max(0, along));
    return { vertex, fraction, meters: hypot(ax + fraction * dx - x, ay + fraction * dy - y) };
  }

  private placeOf(hit: Hit): SnappedPoint {
    const { vertex, fraction } = hit;
    const { graph } = this;
    const between = (values: Float64Array): number => values[vertex] + fraction * (values[vertex + 1] - values[vertex]);
    const edge = this.edgeOfVertex[vertex];
    const meters = between(graph.vertexMeters);
    const edgeMeters = graph.vertexMeters[graph.vertexStart[edge + 1] - 1];
    return {
      edge,
      vertex,
      fraction,
      lon: between(graph.vertexLon),
      lat: between(graph.vertexLat),
      snapMeters: hit.meters,
      forwardDeciseconds: round(between(graph.vertexForwardSeconds) * 10),
      backwardDeciseconds: round(between(graph.vertexBackwardSeconds) * 10),
      forwardDecimeters: round(meters * 10),
      backwardDecimeters: round((edgeMeters - meters) * 10),
    };
  }

  private fillCells(): { readonly start: Int32Array; readonly segments: Int32Array } {
    const start = new Int32Array(this.rows * this.columns + 1);
    this.eachSegmentCell((_, cell) => (start[cell + 1] += 1));
    for (let cell = 0; cell < this.rows * this.columns; cell++) start[cell + 1] += start[cell];
    const next = start.slice();
    const segments = new Int32Array(start[start.length - 1]);
    this.eachSegmentCell((vertex, cell) => (segments[next[cell]++] = vertex));
    return { start, segments };
  }

  /** A segment is entered in every cell its bounding box touches. */
  private eachSegmentCell(visit: (vertex: number, cell: number) => void): void {
    const { graph } = this;
    for (let edge = 0; edge < graph.edgeCount; edge++) {
      for (let vertex = graph.vertexStart[edge]; vertex < graph.vertexStart[edge + 1] - 1; vertex++) {
        const [west, east] = ordered(this.xOf(vertex), this.xOf(vertex + 1));
        const [south, north] = ordered(this.yOf(vertex), this.yOf(vertex + 1));
        for (let row = floor(south / cellMeters); row <= floor(north / cellMeters); row++) {
          for (let column = floor(west / cellMeters); column <= floor(east / cellMeters); column++) {
            visit(vertex, row * this.columns + column);
          }
        }
      }
    }
  }

  private xOf(vertex: number): number {
    return (this.graph.vertexLon[vertex] - this.west) * this.metersPerLonDegree;
  }

  private yOf(vertex: number): number {
    return (this.graph.vertexLat[vertex] - this.south) * metersPerDegree;
  }
}

interface Hit {
  readonly vertex: number;
  readonly fraction: number;
  readonly meters: number;
}

function ordered(a: number, b: number): readonly [number, number] {
  return a < b ? [a, b] : [b, a];
}

function boundsOf(graph: StreetGraph): readonly [number, number, number, number] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let vertex = 0; vertex < graph.vertexLon.length; vertex++) {
    west = min(west, graph.vertexLon[vertex]);
    east = max(east, graph.vertexLon[vertex]);
    south = min(south, graph.vertexLat[vertex]);
    north = max(north, graph.vertexLat[vertex]);
  }
  return west <= east ? [west, south, east, north] : [0, 0, 0, 0];
}

function edgesOfVertices(graph: StreetGraph): Int32Array {
  const edges = new Int32Array(graph.vertexLon.length);
  for (let edge = 0; edge < graph.edgeCount; edge++)
    edges.fill(edge, graph.vertexStart[edge], graph.vertexStart[edge + 1]);
  return edges;
}
