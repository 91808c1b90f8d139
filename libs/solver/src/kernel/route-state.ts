import { FaceCount } from './face-count.js';
import type { PreparedProblem } from './prepared-problem.js';

/**
 * Every route of the week as linked lists in flat arrays, with the times and costs that follow from them.
 *
 * Between changes this holds for every node on a route: `earliest` is the earliest start given all before it, `latest`
 * the latest start that keeps everything after it on time. So a place for one more visit is tested in O(1).
 */
export class RouteState {
  readonly next: Int32Array;
  readonly prev: Int32Array;
  /** Per node: its shift, −1 while a visit is unplanned. */
  readonly shiftOf: Int32Array;
  readonly earliest: Int32Array;
  readonly latest: Int32Array;
  /** Per node; a pause is where its predecessor is. */
  readonly place: Int32Array;
  /** Per node: allowed start today; one point while a coupled visit is placed. */
  readonly opens: Int32Array;
  readonly closes: Int32Array;
  readonly visitsInShift: Int32Array;
  readonly load: Int32Array;
  readonly faces: FaceCount;

  travelCost = 0;
  unassignedCost = 0;
  assignmentCost = 0;
  plannedVisits = 0;
  /** Shifts with at least one visit. */
  usedShifts = 0;

  private readonly firstPause: number;
  private readonly firstStart: number;
  private readonly firstEnd: number;

  constructor(readonly prepared: PreparedProblem) {
    const { nodeCount, shiftCount } = prepared;
    this.next = new Int32Array(nodeCount);
    this.prev = new Int32Array(nodeCount);
    this.shiftOf = new Int32Array(nodeCount).fill(-1);
    this.earliest = new Int32Array(nodeCount);
    this.latest = new Int32Array(nodeCount);
    this.place = prepared.placeOfNode.slice();
    this.opens = prepared.opensOfNode.slice();
    this.closes = prepared.closesOfNode.slice();
    this.visitsInShift = new Int32Array(shiftCount);
    this.load = new Int32Array(shiftCount);
    this.faces = new FaceCount(prepared.problem);
    this.firstPause = prepared.firstPause;
    this.firstStart = prepared.firstStart;
    this.firstEnd = prepared.firstEnd;
    this.unassignedCost = prepared.unassignedCostOf.reduce((sum, cost) => sum + cost, 0);
    for (let shift = 0; shift < shiftCount; shift++) this.layEmptyRoute(shift);
  }

  totalCost(): number {
    return this.travelCost + this.unassignedCost + this.assignmentCost + this.faces.cost;
  }

  /** Puts an unplanned visit behind a node and brings all times of the route up to date. */
  insert(visit: number, after: number, opens: number, closes: number): void {
    const { next, prev, place } = this;
    const shift = this.shiftOf[after];
    const before = next[after];
    const located = this.nextLocated(before);
    this.travelCost += this.detour(shift, place[after], place[visit], place[located]);
    next[after] = visit;
    prev[visit] = after;
    next[visit] = before;
    prev[before] = visit;
    this.opens[visit] = opens;
    this.closes[visit] = closes;
    this.enroll(visit, shift);
    this.pushForward(after);
    this.pullBackward(located, visit);
  }

  /** Takes a visit out; the times of its route are stale until `refresh(shift)`. */
  unlink(visit: number): void {
    const { next, prev, place } = this;
    const shift = this.shiftOf[visit];
    const after = prev[visit];
    const before = next[visit];
    this.travelCost -= this.detour(shift, place[after], place[visit], place[this.nextLocated(before)]);
    next[after] = before;
    prev[before] = after;
    for (let node = before; this.isPause(node); node = next[node]) place[node] = place[after];
    this.dismiss(visit, shift);
  }

  /** Recomputes all times of a route; answers whether all of them can be kept. */
  refresh(shift: number): boolean {
    const { next, prev, place, earliest, latest, opens, closes } = this;
    const service = this.prepared.serviceOfNode;
    const travel = this.prepared.travelOf[shift];
    const locations = this.prepared.locations;
    const start = this.firstStart + shift;
    const end = this.firstEnd + shift;
    for (let at = start; at !== end; at = next[at]) {
      const to = next[at];
      let arrival = earliest[at] + service[at];
      if (this.isPause(to)) place[to] = place[at];
      else arrival += travel[place[at] * locations + place[to]];
      earliest[to] = arrival < opens[to] ? opens[to] : arrival;
    }
    // A late end shows in the node before it.
    let isOnTime = true;
    for (let at = end; at !== start; at = prev[at]) {
      const from = prev[at];
      let leave = latest[at] - service[from];
      if (!this.isPause(at)) leave -= travel[place[from] * locations + place[at]];
      latest[from] = leave > closes[from] ? closes[from] : leave;
      if (earliest[from] > latest[from]) isOnTime = false;
    }
    return isOnTime;
  }

  /** Counts a visit as done in the shift; links and times are the caller's. */
  enroll(visit: number, shift: number): void {
    const { brukareOf, employeeOf, demandOf, unassignedCostOf, problem } = this.prepared;
    const brukare = brukareOf[visit];
    const employee = employeeOf[shift];
    this.shiftOf[visit] = shift;
    if (this.visitsInShift[shift]++ === 0) this.usedShifts++;
    this.load[shift] += demandOf[visit];
    this.plannedVisits++;
    this.unassignedCost -= unassignedCostOf[visit];
    this.assignmentCost += problem.assignmentCost[brukare * problem.employees + employee];
    this.assignmentCost += this.disruptionCost(visit, employee);
    this.faces.add(brukare, employee);
  }

  /** The reverse of `enroll`. */
  dismiss(visit: number, shift: number): void {
    const { brukareOf, employeeOf, demandOf, unassignedCostOf, problem } = this.prepared;
    const brukare = brukareOf[visit];
    const employee = employeeOf[shift];
    this.shiftOf[visit] = -1;
    if (--this.visitsInShift[shift] === 0) this.usedShifts--;
    this.load[shift] -= demandOf[visit];
    this.plannedVisits--;
    this.unassignedCost += unassignedCostOf[visit];
    this.assignmentCost -= problem.assignmentCost[brukare * problem.employees + employee];
    this.assignmentCost -= this.disruptionCost(visit, employee);
    this.faces.remove(brukare, employee);
  }

  /** Adds all assignments up anew, after their prices have changed. */
  priceAssignments(): void {
    const { brukareOf, employeeOf, visitCount, problem } = this.prepared;
    this.assignmentCost = 0;
    for (let visit = 0; visit < visitCount; visit++) {
      if (this.shiftOf[visit] < 0) continue;
      const employee = employeeOf[this.shiftOf[visit]];
      this.assignmentCost += problem.assignmentCost[brukareOf[visit] * problem.employees + employee];
      this.assignmentCost += this.disruptionCost(visit, employee);
    }
  }

  /** What it costs that the visit is not done by the employee it is expected of. */
  disruptionCost(visit: number, employee: number): number {
    const expected = this.prepared.expectedEmployeeOf[visit];
    return expected < 0 || expected === employee ? 0 : this.prepared.disruptionCostOf[visit];
  }

  isPause(node: number): boolean {
    return node >= this.firstPause && node < this.firstStart;
  }

  /** The node itself, or the first one behind the pauses that begin with it. */
  nextLocated(node: number): number {
    let at = node;
    while (at >= this.firstPause && at < this.firstStart) at = this.next[at];
    return at;
  }

  private detour(shift: number, from: number, via: number, to: number): number {
    const travel = this.prepared.travelOf[shift];
    const locations = this.prepared.locations;
    return travel[from * locations + via] + travel[via * locations + to] - travel[from * locations + to];
  }

  /** Earliest starts behind a node whose successor is new; stops where nothing changes any more. */
  private pushForward(from: number): void {
    const { next, place, earliest, opens } = this;
    const service = this.prepared.serviceOfNode;
    const travel = this.prepared.travelOf[this.shiftOf[from]];
    const locations = this.prepared.locations;
    const inserted = next[from];
    for (let at = from; at < this.firstEnd; at = next[at]) {
      const to = next[at];
      let start = earliest[at] + service[at];
      if (to >= this.firstPause && to < this.firstStart) {
        // The pause moves along with the employee even if its time stays: never stop here.
        place[to] = place[at];
        earliest[to] = start < opens[to] ? opens[to] : start;
        continue;
      }
      start += travel[place[at] * locations + place[to]];
      if (start < opens[to]) start = opens[to];
      if (to !== inserted && earliest[to] === start) return;
      earliest[to] = start;
    }
  }

  /** Latest starts before a node; everything up to `upTo` is new, before it the pass stops where nothing changes. */
  private pullBackward(from: number, upTo: number): void {
    const { prev, place, latest, closes } = this;
    const service = this.prepared.serviceOfNode;
    const travel = this.prepared.travelOf[this.shiftOf[upTo]];
    const locations = this.prepared.locations;
    let isNew = true;
    for (let at = from; ; at = prev[at]) {
      const to = prev[at];
      let leave = latest[at] - service[to];
      if (at < this.firstPause || at >= this.firstStart) leave -= travel[place[to] * locations + place[at]];
      if (leave > closes[to]) leave = closes[to];
      if (!isNew && latest[to] === leave) return;
      latest[to] = leave;
      if (to === upTo) isNew = false;
      if (to >= this.firstStart) return;
    }
  }

  private layEmptyRoute(shift: number): void {
    const { pauseOfShift, problem } = this.prepared;
    const end = this.firstEnd + shift;
    let at = this.firstStart + shift;
    this.earliest[at] = this.opens[at];
    this.latest[end] = this.closes[end];
    this.shiftOf[at] = this.shiftOf[end] = shift;
    for (let pause = pauseOfShift[shift]; pause < pauseOfShift[shift + 1]; pause++) {
      this.shiftOf[pause] = shift;
      this.next[at] = pause;
      this.prev[pause] = at;
      at = pause;
    }
    this.next[at] = end;
    this.prev[end] = at;
    const { startLocation, endLocation } = problem.shifts[shift];
    this.travelCost += this.prepared.travelOf[shift][startLocation * this.prepared.locations + endLocation];
    this.refresh(shift);
  }
}
