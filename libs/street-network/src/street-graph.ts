/**
 * The streets of one mode, ready for searching. An *edge* is a stretch of street between two junctions; its two
 * directions are the *arcs* `2 × edge` (as drawn) and `2 × edge + 1` (against it). The search runs over arcs, since
 * what a turn costs depends on the street one comes from.
 */
export interface StreetGraph {
  readonly edgeCount: number;
  /** Vertices of edge e are `vertexStart[e]` up to, not including, `vertexStart[e + 1]`. */
  readonly vertexStart: Int32Array;
  readonly vertexLon: Float64Array;
  readonly vertexLat: Float64Array;
  /** Metres from the first vertex of the edge. */
  readonly vertexMeters: Float64Array;
  /** Seconds from the first vertex when moving as drawn, and from the last vertex when moving against it. */
  readonly vertexForwardSeconds: Float64Array;
  readonly vertexBackwardSeconds: Float64Array;
  /** 1 for edges of the largest connected network. */
  readonly isInLargestComponent: Uint8Array;
  /** Tenths of a second for the whole arc; −1: this direction is closed. */
  readonly arcDeciseconds: Int32Array;
  readonly arcDecimeters: Int32Array;
  /** From arc a one may go on to `transitionTo[t]`, t from `transitionStart[a]` to `transitionStart[a + 1]`. */
  readonly transitionStart: Int32Array;
  readonly transitionTo: Int32Array;
  /** Tenths of a second from the start of the arc to the start of the next: the ride along the arc and the turn. */
  readonly transitionDeciseconds: Int32Array;
}
