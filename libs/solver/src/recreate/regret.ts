import type { RouteChange } from '../kernel/route-change.js';
import type { RouteState } from '../kernel/route-state.js';
import type { PlaceSearch } from './place-search.js';

/**
 * Puts visits back in the order of their regret: the one first that loses most if it does not get the shift where it is
 * cheapest (regret-2 of Potvin and Rousseau 1993). Where room is scarce that leaves fewer visits without any.
 *
 * Only for visits that no other visit's time or day depends on (`isFree`): a place found for them stays valid until
 * something is put into the same route.
 */
export class Regret {
  private readonly visits: Int32Array;
  private readonly touchedOnly: Uint8Array;
  private count = 0;
  /** Per visit of the list: its cheapest place, and its cheapest cost in any other shift. */
  private readonly bestAfter: Int32Array;
  private readonly bestShift: Int32Array;
  private readonly bestCost: Int32Array;
  private readonly secondShift: Int32Array;
  private readonly secondCost: Int32Array;

  constructor(
    private readonly state: RouteState,
    private readonly change: RouteChange,
    private readonly places: PlaceSearch,
  ) {
    const { visitCount } = state.prepared;
    this.visits = new Int32Array(visitCount);
    this.touchedOnly = new Uint8Array(visitCount);
    this.bestAfter = new Int32Array(visitCount);
    this.bestShift = new Int32Array(visitCount);
    this.bestCost = new Int32Array(visitCount);
    this.secondShift = new Int32Array(visitCount);
    this.secondCost = new Int32Array(visitCount);
  }

  isFree(visit: number): boolean {
    const { isCoupled, isRemovable, spacingsOf } = this.state.prepared;
    return isCoupled[visit] === 0 && isRemovable[visit] === 1 && spacingsOf.from[visit] === spacingsOf.from[visit + 1];
  }

  begin(): void {
    this.count = 0;
  }

  /** `touchedOnly`: the visit is tried in the shifts changed in this step only. */
  add(visit: number, touchedOnly: boolean): void {
    this.visits[this.count] = visit;
    this.touchedOnly[this.count] = touchedOnly ? 1 : 0;
    this.count++;
  }

  /** Answers the next visit, placed; −1 when no further one has a place that is cheaper than leaving it out. */
  insertNext(): number {
    let chosen = -1;
    let most = -1;
    for (let index = 0; index < this.count; index++) {
      if (this.bestAfter[index] < 0) continue;
      const regret = this.secondCost[index] - this.bestCost[index];
      if (regret <= most) continue;
      most = regret;
      chosen = index;
    }
    if (chosen < 0) return -1;
    const visit = this.visits[chosen];
    const shift = this.bestShift[chosen];
    this.put(visit, shift, this.bestAfter[chosen]);
    this.forget(chosen);
    this.measureAgain(visit, shift);
    return visit;
  }

  /** Looks for the places of all visits of the list. */
  measureAll(): void {
    for (let index = 0; index < this.count; index++) this.measure(index);
  }

  /** The visits for which no place was found. */
  leftOut(): Int32Array {
    return this.visits.subarray(0, this.count);
  }

  private put(visit: number, shift: number, after: number): void {
    const { opens, closes, days, dayOf } = this.state.prepared;
    const cell = visit * days + dayOf[shift];
    this.change.insert(visit, after, opens[cell], closes[cell]);
  }

  private forget(index: number): void {
    const last = --this.count;
    this.visits[index] = this.visits[last];
    this.touchedOnly[index] = this.touchedOnly[last];
    this.bestAfter[index] = this.bestAfter[last];
    this.bestShift[index] = this.bestShift[last];
    this.bestCost[index] = this.bestCost[last];
    this.secondShift[index] = this.secondShift[last];
    this.secondCost[index] = this.secondCost[last];
  }

  /** A visit was put into a shift: what others would find there, or pay for a new face, is no longer what it was. */
  private measureAgain(visit: number, shift: number): void {
    const { brukareOf } = this.state.prepared;
    for (let index = 0; index < this.count; index++) {
      const isHit = this.bestShift[index] === shift || this.secondShift[index] === shift;
      if (isHit || brukareOf[this.visits[index]] === brukareOf[visit]) this.measure(index);
    }
  }

  private measure(index: number): void {
    const { shiftsOf, unassignedCostOf, days, dayOf, opens, closes } = this.state.prepared;
    const { places } = this;
    const visit = this.visits[index];
    const isTouchedOnly = this.touchedOnly[index] === 1;
    let bestAfter = -1;
    let bestShift = -1;
    let secondShift = -1;
    let best = unassignedCostOf[visit];
    let second = best;
    for (let at = shiftsOf.from[visit]; at < shiftsOf.from[visit + 1]; at++) {
      const shift = shiftsOf.items[at];
      if (isTouchedOnly && !this.change.isTouched(shift)) continue;
      const base = places.shiftCost(visit, shift);
      if (base >= second || !places.hasCapacity(visit, shift)) continue;
      const cell = visit * days + dayOf[shift];
      places.reset(second);
      places.scan(visit, shift, opens[cell], closes[cell], base);
      if (places.bestAfter < 0) continue;
      if (places.bestCost < best) {
        second = best;
        secondShift = bestShift;
        best = places.bestCost;
        bestShift = shift;
        bestAfter = places.bestAfter;
      } else {
        second = places.bestCost;
        secondShift = shift;
      }
    }
    this.bestAfter[index] = bestAfter;
    this.bestShift[index] = bestShift;
    this.bestCost[index] = best;
    this.secondShift[index] = secondShift;
    this.secondCost[index] = second;
  }
}
