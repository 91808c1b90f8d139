import type { VrptwProblem } from './vrptw-problem.js';

/** No visit, no route. */
export const NONE = -1;

/**
 * Routes that keep every window, as linked nodes with the earliest and the latest possible start of each: whether a visit
 * fits between two others is told in O(1). One sentinel node per vehicle, `nodes + vehicle`, is both ends of its route:
 * `earliest` of it is when the vehicle leaves, `latest` of it when it must be back.
 *
 * The routes a step changes are noted before the change, so that `undo` puts back those and nothing else.
 */
export class TimedRoutes {
  readonly next: Int32Array;
  readonly previous: Int32Array;
  /** The vehicle of a node; `NONE` for a visit in no route. */
  readonly vehicleOf: Int32Array;
  readonly earliestStart: Int32Array;
  readonly latestStart: Int32Array;
  /** The node itself, 0 for a sentinel: row and column of the distances. */
  readonly place: Int32Array;
  readonly load: Int32Array;
  readonly stops: Int32Array;
  /** Vehicles with stops, the first `used` entries. */
  readonly usedVehicles: Int32Array;
  used = 0;
  /** How many vehicles may drive. */
  fleet: number;
  /** Distance of all routes. */
  distance = 0;

  private readonly service: Int32Array;
  private readonly notedStops: Int32Array;
  private readonly notedVehicles: Int32Array;
  private readonly notedFrom: Int32Array;
  private readonly notedInStep: Uint32Array;
  private noted = 0;
  private step = 0;
  private distanceBefore = 0;

  constructor(readonly problem: VrptwProblem) {
    const { nodes, vehicles } = problem;
    const all = nodes + vehicles;
    this.fleet = vehicles;
    this.next = new Int32Array(all);
    this.previous = new Int32Array(all);
    this.vehicleOf = new Int32Array(all).fill(NONE);
    this.earliestStart = new Int32Array(all);
    this.latestStart = new Int32Array(all);
    this.place = new Int32Array(all);
    this.service = new Int32Array(all);
    this.load = new Int32Array(vehicles);
    this.stops = new Int32Array(vehicles);
    this.usedVehicles = new Int32Array(vehicles);
    this.notedStops = new Int32Array(all);
    this.notedVehicles = new Int32Array(vehicles);
    this.notedFrom = new Int32Array(vehicles + 1);
    this.notedInStep = new Uint32Array(vehicles);
    for (let node = 1; node < nodes; node++) {
      this.place[node] = node;
      this.service[node] = problem.service[node];
    }
    for (let vehicle = 0; vehicle < vehicles; vehicle++) {
      const sentinel = nodes + vehicle;
      this.next[sentinel] = this.previous[sentinel] = sentinel;
      this.vehicleOf[sentinel] = vehicle;
      this.earliestStart[sentinel] = problem.earliest[0];
      this.latestStart[sentinel] = problem.latest[0];
    }
  }

  /** Begins a step: what changes from here on can be undone. */
  beginStep(): void {
    this.step++;
    this.noted = 0;
    this.distanceBefore = this.distance;
  }

  /** Puts every route the step changed back as it was. */
  undo(): void {
    const { nodes, demand } = this.problem;
    for (let entry = 0; entry < this.noted; entry++) this.leaveAll(this.notedVehicles[entry]);
    for (let entry = 0; entry < this.noted; entry++) {
      const vehicle = this.notedVehicles[entry];
      const sentinel = nodes + vehicle;
      let before = sentinel;
      let load = 0;
      for (let index = this.notedFrom[entry]; index < this.notedFrom[entry + 1]; index++) {
        const node = this.notedStops[index];
        this.next[before] = node;
        this.previous[node] = before;
        this.vehicleOf[node] = vehicle;
        load += demand[node];
        before = node;
      }
      this.next[before] = sentinel;
      this.previous[sentinel] = before;
      this.load[vehicle] = load;
      this.stops[vehicle] = this.notedFrom[entry + 1] - this.notedFrom[entry];
      this.retime(vehicle);
    }
    this.distance = this.distanceBefore;
    this.countUsed();
  }

  /** The visits of a route are in none: some of them were not before the step. */
  private leaveAll(vehicle: number): void {
    const { nodes } = this.problem;
    for (let node = this.next[nodes + vehicle]; node < nodes; node = this.next[node]) this.vehicleOf[node] = NONE;
  }

  /** Notes a route as it is before the step changes it. */
  note(vehicle: number): void {
    if (this.notedInStep[vehicle] === this.step) return;
    this.notedInStep[vehicle] = this.step;
    const { nodes } = this.problem;
    let index = this.noted === 0 ? 0 : this.notedFrom[this.noted];
    this.notedVehicles[this.noted] = vehicle;
    this.notedFrom[this.noted] = index;
    for (let node = this.next[nodes + vehicle]; node < nodes; node = this.next[node]) this.notedStops[index++] = node;
    this.notedFrom[++this.noted] = index;
  }

  /** Takes a visit out of its route, which must be noted; `retime` follows once all are out. */
  remove(node: number): void {
    const { nodes, distance, demand } = this.problem;
    const before = this.previous[node];
    const after = this.next[node];
    const vehicle = this.vehicleOf[node];
    this.next[before] = after;
    this.previous[after] = before;
    this.vehicleOf[node] = NONE;
    this.load[vehicle] -= demand[node];
    this.stops[vehicle]--;
    const from = this.place[before] * nodes;
    const to = this.place[after];
    this.distance += distance[from + to] - distance[from + node] - distance[node * nodes + to];
  }

  /** Puts a visit after a node where it fits, for so much more distance. */
  insertAfter(node: number, before: number, moreDistance: number): void {
    const { nodes, distance, demand, earliest, latest } = this.problem;
    const after = this.next[before];
    const vehicle = this.vehicleOf[before];
    this.note(vehicle);
    this.next[before] = node;
    this.previous[node] = before;
    this.next[node] = after;
    this.previous[after] = node;
    this.vehicleOf[node] = vehicle;
    this.load[vehicle] += demand[node];
    if (this.stops[vehicle]++ === 0) this.usedVehicles[this.used++] = vehicle;
    this.distance += moreDistance;
    const arrival = this.earliestStart[before] + this.service[before] + distance[this.place[before] * nodes + node];
    this.earliestStart[node] = arrival > earliest[node] ? arrival : earliest[node];
    const leaveBy = this.latestStart[after] - distance[node * nodes + this.place[after]] - this.service[node];
    this.latestStart[node] = leaveBy < latest[node] ? leaveBy : latest[node];
    this.pushForward(node);
    this.pushBackward(node);
  }

  /** Computes all starts of a route anew. */
  retime(vehicle: number): void {
    const { nodes, distance, earliest, latest } = this.problem;
    const { next, previous, earliestStart, latestStart, service } = this;
    const sentinel = nodes + vehicle;
    let time = earliestStart[sentinel];
    let row = 0;
    for (let node = next[sentinel]; node < nodes; node = next[node]) {
      time += distance[row + node];
      if (time < earliest[node]) time = earliest[node];
      earliestStart[node] = time;
      time += service[node];
      row = node * nodes;
    }
    time = latestStart[sentinel];
    let column = 0;
    for (let node = previous[sentinel]; node < nodes; node = previous[node]) {
      time -= distance[node * nodes + column] + service[node];
      if (time > latest[node]) time = latest[node];
      latestStart[node] = time;
      column = node;
    }
  }

  /** Later starts after `from`, until one stays as it is. */
  private pushForward(from: number): void {
    const { nodes, distance, earliest } = this.problem;
    const { next, earliestStart, service } = this;
    for (let before = from, node = next[from]; node < nodes; before = node, node = next[node]) {
      let time = earliestStart[before] + service[before] + distance[before * nodes + node];
      if (time < earliest[node]) time = earliest[node];
      if (earliestStart[node] === time) return;
      earliestStart[node] = time;
    }
  }

  /** Earlier latest starts before `from`, until one stays as it is. */
  private pushBackward(from: number): void {
    const { nodes, distance, latest } = this.problem;
    const { previous, latestStart, service } = this;
    for (let after = from, node = previous[from]; node < nodes; after = node, node = previous[node]) {
      let time = latestStart[after] - distance[node * nodes + after] - service[node];
      if (time > latest[node]) time = latest[node];
      if (latestStart[node] === time) return;
      latestStart[node] = time;
    }
  }

  /** A vehicle without stops; `NONE` when all that may drive do. */
  unusedVehicle(): number {
    return this.used < this.fleet ? this.stops.indexOf(0) : NONE;
  }

  countUsed(): void {
    this.used = 0;
    for (let vehicle = 0; vehicle < this.stops.length; vehicle++) {
      if (this.stops[vehicle] > 0) this.usedVehicles[this.used++] = vehicle;
    }
  }

  /** The stops of every used vehicle in driving order. */
  read(): number[][] {
    const { nodes } = this.problem;
    return Array.from(this.usedVehicles.subarray(0, this.used), (vehicle) => {
      const route: number[] = [];
      for (let node = this.next[nodes + vehicle]; node < nodes; node = this.next[node]) route.push(node);
      return route;
    });
  }

  /** Takes these routes over, one per vehicle, instead of those there are. */
  lay(routes: readonly (readonly number[])[]): void {
    const { nodes, vehicles, distance, demand } = this.problem;
    this.vehicleOf.fill(NONE, 0, nodes);
    this.distance = 0;
    for (let vehicle = 0; vehicle < vehicles; vehicle++) {
      const route = routes[vehicle] ?? [];
      let before = nodes + vehicle;
      this.load[vehicle] = 0;
      this.stops[vehicle] = route.length;
      for (const node of route) {
        this.next[before] = node;
        this.previous[node] = before;
        this.vehicleOf[node] = vehicle;
        this.load[vehicle] += demand[node];
        this.distance += distance[this.place[before] * nodes + node];
        before = node;
      }
      this.next[before] = nodes + vehicle;
      this.previous[nodes + vehicle] = before;
      this.distance += distance[this.place[before] * nodes];
      this.retime(vehicle);
    }
    this.countUsed();
  }
}
