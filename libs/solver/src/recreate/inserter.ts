import type { RouteChange } from '../kernel/route-change.js';
import type { RouteState } from '../kernel/route-state.js';
import type { Random } from '../random.js';
import { PairSearch } from './pair-search.js';
import { NO_PLACE, type PlaceSearch } from './place-search.js';

/** Puts one unplanned visit (and its twin) at the cheapest place it fits, unless leaving it out is cheaper. */
export class Inserter {
  private readonly pairs: PairSearch;
  private readonly costlyShift: Int32Array;
  private readonly costOfCostly: Int32Array;
  /** The day that `places.opens` and `places.closes` are for, and whether the visit may lie on it. */
  private boundedDay = -1;
  private isDayOpen = false;

  constructor(
    private readonly state: RouteState,
    private readonly change: RouteChange,
    private readonly places: PlaceSearch,
    private readonly random: Random,
  ) {
    this.pairs = new PairSearch(state, change, places);
    this.costlyShift = new Int32Array(state.prepared.shiftCount);
    this.costOfCostly = new Int32Array(state.prepared.shiftCount);
  }

  /** Tries all shifts the visit may lie in; `touchedOnly`: only those changed in this step. Answers whether it was placed. */
  insert(visit: number, touchedOnly: boolean): boolean {
    return this.state.prepared.twinOf[visit] >= 0
      ? this.insertPair(visit, touchedOnly)
      : this.insertOne(visit, touchedOnly);
  }

  private insertOne(visit: number, touchedOnly: boolean): boolean {
    const { shiftsOf } = this.state.prepared;
    const { places } = this;
    // What a spacing or a gap forbids may have changed with another shift than the visit's own.
    const onlyTouched = touchedOnly && !this.hangsOnTheStep(visit);
    places.reset(this.worth(visit));
    this.boundedDay = -1;
    let costly = 0;
    for (let index = shiftsOf.from[visit]; index < shiftsOf.from[visit + 1]; index++) {
      const shift = shiftsOf.items[index];
      if ((onlyTouched && !this.change.isTouched(shift)) || this.isRepeat(shift)) continue;
      const cost = places.shiftCost(visit, shift);
      if (cost <= 0) this.tryShift(visit, shift, cost);
      else {
        this.costlyShift[costly] = shift;
        this.costOfCostly[costly++] = cost;
      }
    }
    // New faces come last: where a known one has room, most of them are too dear whatever the way.
    for (let index = 0; index < costly; index++) {
      const cost = this.costOfCostly[index];
      if (cost < places.bestCost) this.tryShift(visit, this.costlyShift[index], cost);
    }
    if (places.bestAfter < 0) return false;
    this.putBehind(visit, places.bestAfter);
    return true;
  }

  /** True where a visit that this one keeps a distance to may have moved in this step. */
  private hangsOnTheStep(visit: number): boolean {
    const { spacingsOf, gapsOf, gapOther } = this.state.prepared;
    if (spacingsOf.from[visit] < spacingsOf.from[visit + 1]) return true;
    for (let at = gapsOf.from[visit]; at < gapsOf.from[visit + 1]; at++) {
      const shift = this.state.shiftOf[gapOther[gapsOf.items[at]]];
      if (shift < 0 || this.change.isTouched(shift)) return true;
    }
    return false;
  }

  /** Of several empty shifts that cannot be told from each other only the first is tried. */
  private isRepeat(shift: number): boolean {
    const { prepared, visitsInShift } = this.state;
    return prepared.sameAsPrevious[shift] === 1 && visitsInShift[shift] === 0 && visitsInShift[shift - 1] === 0;
  }

  private tryShift(visit: number, shift: number, cost: number): void {
    const { places } = this;
    const day = this.state.prepared.dayOf[shift];
    if (day !== this.boundedDay) {
      this.boundedDay = day;
      this.isDayOpen = !places.isSpacedOut(visit, day) && places.boundStart(visit, shift);
    }
    if (this.isDayOpen && places.hasCapacity(visit, shift)) {
      places.scan(visit, shift, places.opens, places.closes, cost);
    }
  }

  private putBehind(visit: number, after: number): void {
    const shift = this.state.shiftOf[after];
    const { places } = this;
    places.boundStart(visit, shift);
    const { opens, closes } = places;
    if (this.state.prepared.isCoupled[visit] === 0) {
      this.change.insert(visit, after, opens, closes);
      return;
    }
    places.measure(visit, shift, after, opens, closes);
    const start = this.chooseStart(places.earliestStart, places.latestStart);
    this.change.insert(visit, after, start, start);
  }

  private insertPair(visit: number, touchedOnly: boolean): boolean {
    const { pairs } = this;
    const twin = this.state.prepared.twinOf[visit];
    if (touchedOnly && !pairs.fitsTouched(visit) && !pairs.fitsTouched(twin)) return false;
    const worth = Math.min(NO_PLACE, this.worth(visit) + this.worth(twin));
    if (!pairs.search(visit, twin, worth)) return false;
    const start = this.chooseStart(pairs.firstFrom, pairs.firstTo);
    const twinStart = pairs.secondStart(visit, start);
    this.change.insert(visit, pairs.firstAfter, start, start);
    this.change.insert(twin, pairs.secondAfter, twinStart, twinStart);
    return true;
  }

  /** A fixed start is mostly the earliest, which leaves the rest of the day open; now and then another one is tried. */
  private chooseStart(from: number, to: number): number {
    const choice = this.random.below(8);
    if (choice === 0) return to;
    if (choice === 1) return from + this.random.below(to - from + 1);
    return from;
  }

  /** What a place may cost before leaving the visit out is cheaper; locked visits are placed at any cost. */
  private worth(visit: number): number {
    return this.state.prepared.isRemovable[visit] === 0 ? NO_PLACE : this.state.prepared.unassignedCostOf[visit];
  }
}
