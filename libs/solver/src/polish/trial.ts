import type { RouteChange } from '../kernel/route-change.js';
import type { RouteState } from '../kernel/route-state.js';
import type { PlaceSearch } from '../recreate/place-search.js';

/**
 * One exchange of visits between shifts of a day, kept only where the whole cost falls: visits are taken out, put into
 * other shifts through the kernel's own insertion test, and everything is undone otherwise.
 *
 * A visit whose start another visit hangs on keeps that start, so that its twin and its gaps are not touched.
 */
export class Trial {
  private readonly startOf: Int32Array;
  private costBefore = 0;

  constructor(
    private readonly state: RouteState,
    private readonly change: RouteChange,
    private readonly places: PlaceSearch,
  ) {
    this.startOf = new Int32Array(state.prepared.visitCount);
  }

  begin(): void {
    this.costBefore = this.state.totalCost();
    this.change.begin();
  }

  take(visit: number): void {
    this.startOf[visit] = this.state.earliest[visit];
    this.change.detach(visit);
  }

  /** To be called between the last `take` and the first `put`. */
  settle(): void {
    this.change.settle();
  }

  /** Puts a visit that was taken out at its cheapest place in a shift of the same day; false where it has none. */
  put(visit: number, shift: number): boolean {
    const { prepared } = this.state;
    const { places } = this;
    if (!places.hasCapacity(visit, shift)) return false;
    const cell = visit * prepared.days + prepared.dayOf[shift];
    const isFixed = prepared.isCoupled[visit] === 1;
    const opens = isFixed ? this.startOf[visit] : prepared.opens[cell];
    const closes = isFixed ? opens : prepared.closes[cell];
    places.resetForAny();
    places.scan(visit, shift, opens, closes, 0);
    if (places.bestAfter < 0) return false;
    this.change.insert(visit, places.bestAfter, opens, closes);
    return true;
  }

  /** Keeps the exchange if it costs less than what was; answers whether it did. */
  keepIfCheaper(): boolean {
    if (this.change.isOnTime() && this.state.totalCost() < this.costBefore) return true;
    this.change.undo();
    return false;
  }

  giveUp(): false {
    this.change.undo();
    return false;
  }

  /** The visit may be taken out, and the employee of the shift may do it on that day. */
  mayMove(visit: number, shift: number): boolean {
    const { isRemovable, closes, days, dayOf, problem, shiftCount, twinOf, employeeOf } = this.state.prepared;
    if (isRemovable[visit] === 0 || closes[visit * days + dayOf[shift]] < 0) return false;
    if (problem.compatible[visit * shiftCount + shift] === 0) return false;
    const twin = twinOf[visit];
    return twin < 0 || employeeOf[this.state.shiftOf[twin]] !== employeeOf[shift];
  }

  /** What a planned visit costs more, travel aside, when it moves to another shift alone. */
  transferCost(visit: number, shift: number): number {
    const { brukareOf, employeeOf, problem } = this.state.prepared;
    const { faces } = this.state;
    const brukare = brukareOf[visit];
    const from = employeeOf[this.state.shiftOf[visit]];
    const to = employeeOf[shift];
    if (from === to) return 0;
    const { assignmentCost, employees } = problem;
    const assignment = assignmentCost[brukare * employees + to] - assignmentCost[brukare * employees + from];
    const disruption = this.state.disruptionCost(visit, to) - this.state.disruptionCost(visit, from);
    return assignment + disruption + faces.costOfExchange(brukare, from, to);
  }

  /** What taking a visit out saves in travel. */
  detour(visit: number): number {
    const { next, prev, place, shiftOf, prepared } = this.state;
    const travel = prepared.travelOf[shiftOf[visit]];
    const from = place[prev[visit]] * prepared.locations;
    const here = place[visit];
    const to = place[this.state.nextLocated(next[visit])];
    return travel[from + here] + travel[here * prepared.locations + to] - travel[from + to];
  }
}
