import type { RouteChange } from '../kernel/route-change.js';
import type { RouteState } from '../kernel/route-state.js';
import { NO_PLACE, type PlaceSearch } from './place-search.js';

const PLACES_PER_SHIFT = 3;

/** Possible places of one of the two visits: the best few of each shift with their start intervals. */
class PlaceList {
  count = 0;
  readonly after: Int32Array;
  readonly shift: Int32Array;
  readonly cost: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  private firstOfShift = 0;

  constructor(capacity: number) {
    this.after = new Int32Array(capacity);
    this.shift = new Int32Array(capacity);
    this.cost = new Int32Array(capacity);
    this.from = new Int32Array(capacity);
    this.to = new Int32Array(capacity);
  }

  clear(): void {
    this.count = this.firstOfShift = 0;
  }

  startShift(): void {
    this.firstOfShift = this.count;
  }

  /** True where a place of the present shift costs no less than all those the shift may keep. */
  isTooDear(cost: number): boolean {
    return this.count - this.firstOfShift === PLACES_PER_SHIFT && this.cost[this.count - 1] <= cost;
  }

  /** Keeps the places of the present shift in order of cost and drops the dearest. */
  add(shift: number, after: number, cost: number, from: number, to: number): void {
    const isFull = this.count - this.firstOfShift === PLACES_PER_SHIFT;
    this.put(isFull ? this.count - 1 : this.count++, this.firstOfShift, shift, after, cost, from, to);
  }

  /** Cheapest first; a tie keeps the order of the shifts. */
  sort(): void {
    for (let at = 1; at < this.count; at++) {
      if (this.cost[at - 1] <= this.cost[at]) continue;
      this.put(at, 0, this.shift[at], this.after[at], this.cost[at], this.from[at], this.to[at]);
    }
  }

  /** Puts an entry where it belongs between `first` and `last`; the one at `last` is overwritten. */
  private put(last: number, first: number, shift: number, after: number, cost: number, from: number, to: number): void {
    let at = last;
    while (at > first && this.cost[at - 1] > cost) {
      this.copy(at - 1, at);
      at--;
    }
    this.shift[at] = shift;
    this.after[at] = after;
    this.cost[at] = cost;
    this.from[at] = from;
    this.to[at] = to;
  }

  private copy(from: number, to: number): void {
    this.shift[to] = this.shift[from];
    this.after[to] = this.after[from];
    this.cost[to] = this.cost[from];
    this.from[to] = this.from[from];
    this.to[to] = this.to[from];
  }
}

/**
 * Finds places for a visit that needs two employees at once: the cheapest pair of places in shifts of two employees whose
 * start intervals, shifted by the allowed offset, meet.
 */
export class PairSearch {
  /** Answer of `search`: where each of the two goes and when it may start. */
  firstAfter = -1;
  secondAfter = -1;
  cost = NO_PLACE;
  /** Interval of the first start for which a second start exists. */
  firstFrom = 0;
  firstTo = -1;
  private secondFrom = 0;
  private readonly firstPlaces: PlaceList;
  private readonly secondPlaces: PlaceList;

  constructor(
    private readonly state: RouteState,
    private readonly change: RouteChange,
    private readonly places: PlaceSearch,
  ) {
    const capacity = state.prepared.shiftCount * PLACES_PER_SHIFT + 1;
    this.firstPlaces = new PlaceList(capacity);
    this.secondPlaces = new PlaceList(capacity);
  }

  /** Both visits are unplanned. Answers whether a pair of places cheaper than `costLimit` was found. */
  search(first: number, second: number, costLimit: number): boolean {
    this.firstAfter = -1;
    this.list(first, this.firstPlaces);
    if (this.firstPlaces.count === 0) return false;
    this.list(second, this.secondPlaces);
    if (this.secondPlaces.count === 0) return false;
    this.cost = costLimit;
    this.match(first, second);
    return this.firstAfter >= 0;
  }

  /** Second start for a chosen first start, as early as it may be. */
  secondStart(first: number, firstStart: number): number {
    const earliest = firstStart + this.state.prepared.twinMinOffset[first];
    return earliest > this.secondFrom ? earliest : this.secondFrom;
  }

  /** Whether a shift touched in this step has room for the visit, whatever the time of its twin. */
  fitsTouched(visit: number): boolean {
    const { prepared, next } = this.state;
    const { touched, touchedCount } = this.change;
    const { closes, days, dayOf, problem, shiftCount, firstStart, firstEnd } = prepared;
    const { places } = this;
    for (let index = 0; index < touchedCount; index++) {
      const shift = touched[index];
      const mayLieThere =
        closes[visit * days + dayOf[shift]] >= 0 && problem.compatible[visit * shiftCount + shift] === 1;
      if (!mayLieThere || !places.boundStart(visit, shift)) continue;
      for (let after = firstStart + shift; after < firstEnd; after = next[after]) {
        if (places.measure(visit, shift, after, places.opens, places.closes)) return true;
      }
    }
    return false;
  }

  private list(visit: number, into: PlaceList): void {
    const { shiftsOf, dayOf } = this.state.prepared;
    const { places } = this;
    into.clear();
    for (let index = shiftsOf.from[visit]; index < shiftsOf.from[visit + 1]; index++) {
      const shift = shiftsOf.items[index];
      if (!places.hasCapacity(visit, shift) || places.isSpacedOut(visit, dayOf[shift])) continue;
      if (places.boundStart(visit, shift)) this.listShift(visit, shift, into);
    }
    into.sort();
  }

  private listShift(visit: number, shift: number, into: PlaceList): void {
    const { prepared, next, earliest, latest } = this.state;
    const { firstStart, firstEnd, serviceOfNode } = prepared;
    const { places } = this;
    const { opens, closes } = places;
    const base = places.shiftCost(visit, shift);
    const firstEndOfVisit = opens + serviceOfNode[visit];
    into.startShift();
    for (let after = firstStart + shift; after < firstEnd; after = next[after]) {
      if (earliest[after] + serviceOfNode[after] > closes) return;
      if (firstEndOfVisit > latest[this.state.nextLocated(next[after])]) continue;
      const cost = base + places.detour(visit, shift, after);
      if (into.isTooDear(cost) || !places.measure(visit, shift, after, opens, closes)) continue;
      into.add(shift, after, cost, places.earliestStart, places.latestStart);
    }
  }

  private match(first: number, second: number): void {
    const { twinMinOffset, twinMaxOffset, brukareOf, employeeOf } = this.state.prepared;
    const { firstPlaces, secondPlaces } = this;
    const minOffset = twinMinOffset[first];
    const maxOffset = twinMaxOffset[first];
    for (let i = 0; i < firstPlaces.count; i++) {
      if (secondPlaces.count === 0 || firstPlaces.cost[i] + secondPlaces.cost[0] >= this.cost) return;
      const employee = employeeOf[firstPlaces.shift[i]];
      const firstIsNew = brukareOf[first] === brukareOf[second] && this.state.faces.isNew(brukareOf[first], employee);
      for (let j = 0; j < secondPlaces.count; j++) {
        let cost = firstPlaces.cost[i] + secondPlaces.cost[j];
        if (cost >= this.cost) break;
        const other = employeeOf[secondPlaces.shift[j]];
        if (other === employee) continue;
        const from = Math.max(firstPlaces.from[i], secondPlaces.from[j] - maxOffset);
        const to = Math.min(firstPlaces.to[i], secondPlaces.to[j] - minOffset);
        if (from > to) continue;
        if (firstIsNew && this.state.faces.isNew(brukareOf[first], other)) {
          cost += this.state.faces.extraOfSecond(brukareOf[first]);
        }
        if (cost >= this.cost) continue;
        this.cost = cost;
        this.firstAfter = firstPlaces.after[i];
        this.secondAfter = secondPlaces.after[j];
        this.firstFrom = from;
        this.firstTo = to;
        this.secondFrom = secondPlaces.from[j];
      }
    }
  }
}
