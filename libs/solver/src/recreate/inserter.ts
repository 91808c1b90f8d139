import type { RouteChange } from '../kernel/route-change.js';
import type { RouteState } from '../kernel/route-state.js';
import type { Random } from '../random.js';
import { PairSearch } from './pair-search.js';
import { NO_PLACE, type PlaceSearch } from './place-search.js';

/** Puts one unplanned visit (and its twin) at the cheapest place it fits, unless leaving it out is cheaper. */
export class Inserter {
  private readonly pairs: PairSearch;

  constructor(
    private readonly state: RouteState,
    private readonly change: RouteChange,
    private readonly places: PlaceSearch,
    private readonly random: Random,
  ) {
    this.pairs = new PairSearch(state, places);
  }

  /** Tries all shifts the visit may lie in; `touchedOnly`: only those changed in this step. Answers whether it was placed. */
  insert(visit: number, touchedOnly: boolean): boolean {
    return this.state.prepared.twinOf[visit] >= 0 ? this.insertPair(visit) : this.insertOne(visit, touchedOnly);
  }

  private insertOne(visit: number, touchedOnly: boolean): boolean {
    const { prepared } = this.state;
    const { places } = this;
    places.reset(this.worth(visit));
    const { shiftsOf, spacingsOf, isCoupled } = prepared;
    // What a spacing or a gap forbids may have changed with another shift than the visit's own.
    const hangsOnOthers = isCoupled[visit] === 1 || spacingsOf.from[visit] < spacingsOf.from[visit + 1];
    const onlyTouched = touchedOnly && !hangsOnOthers;
    for (let index = shiftsOf.from[visit]; index < shiftsOf.from[visit + 1]; index++) {
      const shift = shiftsOf.items[index];
      if (onlyTouched && !this.change.isTouched(shift)) continue;
      this.tryShift(visit, shift);
    }
    if (places.bestAfter < 0) return false;
    this.putBehind(visit, places.bestAfter);
    return true;
  }

  private tryShift(visit: number, shift: number): void {
    const { prepared, visitsInShift } = this.state;
    const { places } = this;
    const isRepeat =
      prepared.sameAsPrevious[shift] === 1 && visitsInShift[shift] === 0 && visitsInShift[shift - 1] === 0;
    if (isRepeat || !places.hasCapacity(visit, shift) || places.isSpacedOut(visit, prepared.dayOf[shift])) return;
    if (!places.boundStart(visit, shift)) return;
    places.scan(visit, shift, places.opens, places.closes, places.shiftCost(visit, shift));
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

  private insertPair(visit: number): boolean {
    const { pairs } = this;
    const twin = this.state.prepared.twinOf[visit];
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
