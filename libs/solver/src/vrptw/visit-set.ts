/** Visits out of every route, in an order; the memory is taken once. */
export class VisitSet {
  readonly visits: Int32Array;
  size = 0;

  constructor(capacity: number) {
    this.visits = new Int32Array(capacity);
  }

  add(visit: number): void {
    this.visits[this.size++] = visit;
  }

  takeOver(other: VisitSet): void {
    this.size = other.size;
    for (let index = 0; index < other.size; index++) this.visits[index] = other.visits[index];
  }
}
