import type { RouteState } from '../kernel/route-state.js';
import type { Blink } from './blink.js';

/** No place found: costs of real places stay below it. */
export const NO_PLACE = 0x3fffffff;

/**
 * Finds the cheapest place for one visit in one shift after the other. The cost is compared first; only a place that would
 * be the best so far has its times tested, in O(1) plus the pauses that follow it.
 */
export class PlaceSearch {
  /** Best place of the search so far: the node to stand behind, −1 for none, and its cost. */
  bestAfter = -1;
  bestCost = NO_PLACE;
  /** Window of a coupled visit, filled by `boundStart`. */
  opens = 0;
  closes = -1;
  /** Start interval at a place, filled by `measure`. */
  earliestStart = 0;
  latestStart = -1;

  constructor(
    private readonly state: RouteState,
    private readonly blink: Blink,
  ) {}

  reset(costLimit: number): void {
    this.bestAfter = -1;
    this.bestCost = costLimit;
  }

  /** Any place will do, whatever it costs. */
  resetForAny(): void {
    this.reset(NO_PLACE);
  }

  /** Cost of the visit in the shift whatever the place: assignment, disruption and continuity. */
  shiftCost(visit: number, shift: number): number {
    const { brukareOf, employeeOf, problem } = this.state.prepared;
    const brukare = brukareOf[visit];
    const employee = employeeOf[shift];
    const assignment = problem.assignmentCost[brukare * problem.employees + employee];
    return assignment + this.state.disruptionCost(visit, employee) + this.state.faces.costOf(brukare, employee);
  }

  hasCapacity(visit: number, shift: number): boolean {
    const { demandOf, capacityOf } = this.state.prepared;
    return this.state.load[shift] + demandOf[visit] <= capacityOf[shift];
  }

  /** The start window of a visit on the day of a shift, narrowed to what the planned ends of its gaps allow. */
  boundStart(visit: number, shift: number): boolean {
    const { opens, closes, days, dayOf, gapsOf, gapOther, gapMinOffset, gapMaxOffset } = this.state.prepared;
    const cell = visit * days + dayOf[shift];
    this.opens = opens[cell];
    this.closes = closes[cell];
    for (let at = gapsOf.from[visit]; at < gapsOf.from[visit + 1]; at++) {
      const gap = gapsOf.items[at];
      const other = gapOther[gap];
      if (this.state.shiftOf[other] < 0) continue;
      // start(other) − start(visit) lies in [min, max], and the other start is fixed.
      const otherStart = this.state.opens[other];
      if (otherStart - gapMaxOffset[gap] > this.opens) this.opens = otherStart - gapMaxOffset[gap];
      if (otherStart - gapMinOffset[gap] < this.closes) this.closes = otherStart - gapMinOffset[gap];
    }
    return this.opens <= this.closes;
  }

  /** True where another visit of a spacing lies too close to the day. */
  isSpacedOut(visit: number, day: number): boolean {
    const { spacingsOf, visitsOfSpacing, minDaysOfSpacing, dayOf } = this.state.prepared;
    for (let at = spacingsOf.from[visit]; at < spacingsOf.from[visit + 1]; at++) {
      const spacing = spacingsOf.items[at];
      for (let index = visitsOfSpacing.from[spacing]; index < visitsOfSpacing.from[spacing + 1]; index++) {
        const other = visitsOfSpacing.items[index];
        const shift = this.state.shiftOf[other];
        if (other === visit || shift < 0) continue;
        if (Math.abs(dayOf[shift] - day) < minDaysOfSpacing[spacing]) return true;
      }
    }
    return false;
  }

  /** Tries every place of a shift for a visit with the given window; keeps the best. */
  scan(visit: number, shift: number, opens: number, closes: number, baseCost: number): void {
    const { next, earliest, latest, place, opens: opensOf, closes: closesOf, prepared } = this.state;
    const { blink } = this;
    const { firstPause, firstStart, firstEnd, locations, serviceOfNode } = prepared;
    const travel = prepared.travelOf[shift];
    const here = place[visit];
    const row = here * locations;
    const service = serviceOfNode[visit];
    const firstEndOfVisit = opens + service;
    for (let after = firstStart + shift; after < firstEnd; after = next[after]) {
      const depart = earliest[after] + serviceOfNode[after];
      // Starts only grow along a route: no later place can be in time.
      if (depart > closes) return;
      const before = next[after];
      let located = before;
      while (located >= firstPause && located < firstStart) located = next[located];
      if (firstEndOfVisit > latest[located]) continue;
      const from = place[after] * locations;
      const to = place[located];
      const inbound = travel[from + here];
      const outbound = travel[row + to];
      const cost = baseCost + inbound + outbound - travel[from + to];
      if (cost >= this.bestCost) continue;
      let time = depart + inbound;
      if (time > closes) continue;
      if (time < opens) time = opens;
      time += service;
      let onTime = true;
      for (let pause = before; pause !== located; pause = next[pause]) {
        if (time < opensOf[pause]) time = opensOf[pause];
        if (time > closesOf[pause]) {
          onTime = false;
          break;
        }
        time += serviceOfNode[pause];
      }
      if (!onTime || time + outbound > latest[located]) continue;
      if (blink.overlooks()) continue;
      this.bestCost = cost;
      this.bestAfter = after;
    }
  }

  /** Start interval of a visit at a place; false where it does not fit. */
  measure(visit: number, shift: number, after: number, opens: number, closes: number): boolean {
    const { next, prev, earliest, latest, place, opens: opensOf, closes: closesOf, prepared } = this.state;
    const { locations, serviceOfNode } = prepared;
    const travel = prepared.travelOf[shift];
    const here = place[visit];
    const arrival = earliest[after] + serviceOfNode[after] + travel[place[after] * locations + here];
    const before = next[after];
    const located = this.state.nextLocated(before);
    let leave = latest[located] - travel[here * locations + place[located]];
    for (let pause = located; pause !== before;) {
      pause = prev[pause];
      leave -= serviceOfNode[pause];
      if (leave > closesOf[pause]) leave = closesOf[pause];
      // What follows would need the pause sooner than it may be taken.
      if (leave < opensOf[pause]) return false;
    }
    leave -= serviceOfNode[visit];
    this.earliestStart = arrival < opens ? opens : arrival;
    this.latestStart = leave > closes ? closes : leave;
    return this.earliestStart <= this.latestStart;
  }

  /** What the detour to a visit behind a node costs in travel. */
  detour(visit: number, shift: number, after: number): number {
    const { next, place, prepared } = this.state;
    const travel = prepared.travelOf[shift];
    const { locations } = prepared;
    const to = place[this.state.nextLocated(next[after])];
    const from = place[after];
    return (
      travel[from * locations + place[visit]] + travel[place[visit] * locations + to] - travel[from * locations + to]
    );
  }
}
