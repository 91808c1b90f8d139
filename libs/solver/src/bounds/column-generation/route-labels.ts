const FIRST_ROOM = 1 << 14;

/** Beginnings of routes, in columns that grow: where they have come, when they are ready to leave, at what cost. */
export class RouteLabels {
  visit = new Int32Array(FIRST_ROOM);
  ready = new Int32Array(FIRST_ROOM);
  load = new Int32Array(FIRST_ROOM);
  mask = new Int32Array(FIRST_ROOM);
  pauses = new Uint8Array(FIRST_ROOM);
  isDropped = new Uint8Array(FIRST_ROOM);
  /** The label it grew from, −1 for the first. */
  before = new Int32Array(FIRST_ROOM);
  /** The next one waiting in the same bucket. */
  next = new Int32Array(FIRST_ROOM);
  cost = new Float64Array(FIRST_ROOM);
  /** Cost with the way to the end. */
  total = new Float64Array(FIRST_ROOM);
  private count = 0;

  clear(): void {
    this.count = 0;
  }

  add(visit: number, ready: number, cost: number, load: number, mask: number, pauses: number, before: number): number {
    if (this.count === this.visit.length) this.grow();
    const label = this.count++;
    this.visit[label] = visit;
    this.ready[label] = ready;
    this.cost[label] = cost;
    this.load[label] = load;
    this.mask[label] = mask;
    this.pauses[label] = pauses;
    this.before[label] = before;
    this.isDropped[label] = 0;
    return label;
  }

  private grow(): void {
    for (const column of ['visit', 'ready', 'load', 'mask', 'before', 'next'] as const) {
      this[column] = enlarged(this[column], new Int32Array(2 * this.count));
    }
    for (const column of ['pauses', 'isDropped'] as const) {
      this[column] = enlarged(this[column], new Uint8Array(2 * this.count));
    }
    for (const column of ['cost', 'total'] as const) {
      this[column] = enlarged(this[column], new Float64Array(2 * this.count));
    }
  }
}

function enlarged<A extends Int32Array | Uint8Array | Float64Array>(old: A, larger: A): A {
  larger.set(old);
  return larger;
}
