import type { SnappedPoint } from './snap.js';

/** Which of many places lie on which arc: two linked lists per edge, one for each direction. `undefined` places are skipped. */
export class TripEnds {
  private readonly head: Int32Array;
  private readonly nextForward: Int32Array;
  private readonly nextBackward: Int32Array;

  constructor(
    readonly points: readonly (SnappedPoint | undefined)[],
    arcCount: number,
  ) {
    this.head = new Int32Array(arcCount).fill(-1);
    this.nextForward = new Int32Array(points.length).fill(-1);
    this.nextBackward = new Int32Array(points.length).fill(-1);
    points.forEach((point, index) => {
      if (point === undefined) return;
      this.nextForward[index] = this.head[2 * point.edge];
      this.head[2 * point.edge] = index;
      this.nextBackward[index] = this.head[2 * point.edge + 1];
      this.head[2 * point.edge + 1] = index;
    });
  }

  /** −1 where no place lies on the arc. */
  firstOn(arc: number): number {
    return this.head[arc];
  }

  nextOn(arc: number, index: number): number {
    return (arc & 1) === 0 ? this.nextForward[index] : this.nextBackward[index];
  }

  /** Marks both directions of every street a place lies on. */
  mark(isEnd: Uint8Array): void {
    for (const point of this.points) {
      if (point === undefined) continue;
      isEnd[2 * point.edge] = 1;
      isEnd[2 * point.edge + 1] = 1;
    }
  }
}

/** Tenths of a second from the start of the arc to the place on it. */
export function decisecondsInto(arc: number, point: SnappedPoint): number {
  return (arc & 1) === 0 ? point.forwardDeciseconds : point.backwardDeciseconds;
}

export function decimetersInto(arc: number, point: SnappedPoint): number {
  return (arc & 1) === 0 ? point.forwardDecimeters : point.backwardDecimeters;
}
