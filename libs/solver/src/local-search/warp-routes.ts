import type { VrptwProblem } from '../vrptw/vrptw-problem.js';

/** What a unit of time warp and of load above the capacity costs, in units of distance. */
export interface Penalties {
  readonly warp: number;
  readonly excess: number;
}

/**
 * Routes that may be late and too heavy, for a price. Who comes too late turns the clock back to the latest start and pays
 * the **time warp** (Nagata, Bräysy and Dullaert 2010); what lies before and after each node is summed up in a pair of
 * figures, so that two parts of routes are joined in O(1):
 *
 * - before: the start at the node with the clock turned back, and the warp until there;
 * - after: the latest arrival that adds no warp, and the warp from there on that even an early arrival leaves.
 *
 * Node ids: 0 unused, visits, then the start and then the end of every vehicle. Distances are the same both ways.
 */
export class WarpRoutes {
  readonly next: Int32Array;
  readonly previous: Int32Array;
  readonly vehicleOf: Int32Array;
  readonly position: Int32Array;
  /** The node itself, 0 for starts and ends: row and column of the distances. */
  readonly place: Int32Array;
  readonly startAt: Int32Array;
  readonly warpUntil: Int32Array;
  readonly latestArrival: Int32Array;
  readonly warpFrom: Int32Array;
  readonly loadUntil: Int32Array;
  /** Per vehicle. */
  readonly load: Int32Array;
  readonly warp: Int32Array;
  readonly stops: Int32Array;
  /** What the route's warp and excess cost. */
  readonly penalty: Float64Array;
  /** The number of changes when the route was last changed. */
  readonly changedAt: Int32Array;
  readonly service: Int32Array;
  changes = 0;
  penalties: Penalties = { warp: 1, excess: 1 };

  constructor(readonly problem: VrptwProblem) {
    const { nodes, vehicles } = problem;
    const all = nodes + 2 * vehicles;
    const perNode = () => new Int32Array(all);
    this.next = perNode();
    this.previous = perNode();
    this.vehicleOf = perNode();
    this.position = perNode();
    this.place = perNode();
    this.startAt = perNode();
    this.warpUntil = perNode();
    this.latestArrival = perNode();
    this.warpFrom = perNode();
    this.loadUntil = perNode();
    this.service = perNode();
    this.load = new Int32Array(vehicles);
    this.warp = new Int32Array(vehicles);
    this.stops = new Int32Array(vehicles);
    this.penalty = new Float64Array(vehicles);
    this.changedAt = new Int32Array(vehicles);
    for (let visit = 1; visit < nodes; visit++) {
      this.place[visit] = visit;
      this.service[visit] = problem.service[visit];
    }
    for (let vehicle = 0; vehicle < vehicles; vehicle++) {
      const [start, end] = [this.startOf(vehicle), this.endOf(vehicle)];
      this.vehicleOf[start] = this.vehicleOf[end] = vehicle;
      this.startAt[start] = problem.earliest[0];
      this.latestArrival[end] = problem.latest[0];
    }
  }

  startOf(vehicle: number): number {
    return this.problem.nodes + vehicle;
  }

  endOf(vehicle: number): number {
    return this.problem.nodes + this.problem.vehicles + vehicle;
  }

  isVisit(node: number): boolean {
    return node < this.problem.nodes;
  }

  between(from: number, to: number): number {
    return this.problem.distance[this.place[from] * this.problem.nodes + this.place[to]];
  }

  price(warp: number, load: number): number {
    const excess = load - this.problem.capacity;
    return warp * this.penalties.warp + (excess > 0 ? excess * this.penalties.excess : 0);
  }

  /** Takes these routes over, one per vehicle, and the price of breaking a rule in them. */
  lay(routes: readonly (readonly number[])[], penalties: Penalties): void {
    this.penalties = penalties;
    for (let vehicle = 0; vehicle < this.problem.vehicles; vehicle++) {
      let before = this.startOf(vehicle);
      for (const visit of routes[vehicle] ?? []) {
        this.link(before, visit);
        before = visit;
      }
      this.link(before, this.endOf(vehicle));
      this.refresh(vehicle);
    }
  }

  link(before: number, after: number): void {
    this.next[before] = after;
    this.previous[after] = before;
  }

  /** Sums a changed route up anew. */
  refresh(vehicle: number): void {
    const { nodes, distance, demand, earliest, latest } = this.problem;
    const { next, previous, place, service, startAt, warpUntil, latestArrival, warpFrom, loadUntil } = this;
    const [start, end] = [this.startOf(vehicle), this.endOf(vehicle)];
    let position = 0;
    let load = 0;
    let warp = 0;
    let leave = startAt[start];
    let row = 0;
    let node = next[start];
    for (; node < nodes; node = next[node]) {
      let time = leave + distance[row + node];
      if (time < earliest[node]) time = earliest[node];
      else if (time > latest[node]) {
        warp += time - latest[node];
        time = latest[node];
      }
      load += demand[node];
      startAt[node] = time;
      warpUntil[node] = warp;
      loadUntil[node] = load;
      this.position[node] = ++position;
      this.vehicleOf[node] = vehicle;
      leave = time + service[node];
      row = node * nodes;
    }
    this.position[end] = position + 1;
    for (node = previous[end]; ; node = previous[node]) {
      const after = next[node];
      const inTime = latestArrival[after] - distance[place[node] * nodes + place[after]] - service[node];
      const opens = earliest[place[node]];
      const closes = latest[place[node]];
      latestArrival[node] = inTime < opens ? opens : inTime > closes ? closes : inTime;
      warpFrom[node] = warpFrom[after] + (inTime < opens ? opens - inTime : 0);
      if (node === start) break;
    }
    this.load[vehicle] = load;
    this.warp[vehicle] = warpFrom[start];
    this.stops[vehicle] = position;
    this.penalty[vehicle] = this.price(warpFrom[start], load);
    this.changedAt[vehicle] = ++this.changes;
  }

  /** A vehicle without stops; -1 when all drive. */
  unusedVehicle(): number {
    return this.stops.indexOf(0);
  }

  /** The stops of every used vehicle in driving order. */
  read(): number[][] {
    const routes: number[][] = [];
    for (let vehicle = 0; vehicle < this.problem.vehicles; vehicle++) {
      if (this.stops[vehicle] === 0) continue;
      const route: number[] = [];
      for (let node = this.next[this.startOf(vehicle)]; this.isVisit(node); node = this.next[node]) route.push(node);
      routes.push(route);
    }
    return routes;
  }
}

/** A change of cost that is a gain: less than nothing by more than the rounding of the penalties. */
export const isGain = (change: number): boolean => change < -0.01;
