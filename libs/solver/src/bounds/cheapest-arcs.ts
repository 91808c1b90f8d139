import { type Lists, listsFrom } from '../kernel/lists.js';
import type { PreparedProblem } from '../kernel/prepared-problem.js';

export interface VisitPrices {
  /** What a visit costs in a shift on top of the way to it. */
  readonly inShift: (visit: number, shift: number) => number;
  /** What leaving the visit out costs; `never`: it must be planned; `always`: it is left out, at no cost. */
  readonly leftOut: (visit: number) => number | 'never' | 'always';
}

/**
 * Every step that some route could take, at its least price over all shifts that could take it. Tails: visits, then shift
 * starts (visit count + shift). Heads: visits, then shift ends. A visit that may be left out has an arc to itself.
 */
export interface CheapestArcs {
  readonly arcs: Lists;
  readonly cost: Float64Array;
}

/**
 * A step u → v is possible in a shift that both may lie in when v can still start in its window after u has started as early
 * as window and shift allow. Pauses and what lies before u could only make it later, so no step of a real route is missing.
 */
export function cheapestArcs(prepared: PreparedProblem, prices: VisitPrices): CheapestArcs {
  const visits = Array.from({ length: prepared.visitCount }, (_, visit) => visit);
  const isPlanned = Uint8Array.from(visits, (visit) => (prices.leftOut(visit) === 'always' ? 0 : 1));
  const heads = headsByShift(prepared, prices, isPlanned);
  const cheapest = new CheapestHeads(prepared.visitCount + prepared.shiftCount);
  for (const visit of visits) {
    const price = prices.leftOut(visit);
    if (price !== 'never') cheapest.offer(visit, price === 'always' ? 0 : price);
    if (isPlanned[visit] === 1) arcsFromVisit(prepared, visit, heads, cheapest);
    cheapest.endRow();
  }
  for (let shift = 0; shift < prepared.shiftCount; shift++) {
    arcsFromStart(prepared, shift, heads[shift], cheapest);
    cheapest.endRow();
  }
  return cheapest.table();
}

/** The visits of a shift: place, latest start in it, and price in it. */
interface Heads {
  readonly visits: Int32Array;
  readonly place: Int32Array;
  readonly latest: Int32Array;
  readonly price: Float64Array;
}

function headsByShift(prepared: PreparedProblem, prices: VisitPrices, isPlanned: Uint8Array): readonly Heads[] {
  const { problem, closes, days, dayOf, serviceOfNode, placeOfNode } = prepared;
  const visitsOf = visitsByShift(prepared, isPlanned);
  return problem.shifts.map(({ end }, shift) => {
    const visits = visitsOf.items.subarray(visitsOf.from[shift], visitsOf.from[shift + 1]);
    return {
      visits,
      place: visits.map((visit) => placeOfNode[visit]),
      latest: visits.map((visit) => Math.min(closes[visit * days + dayOf[shift]], end - serviceOfNode[visit])),
      price: Float64Array.from(visits, (visit) => prices.inShift(visit, shift)),
    };
  });
}

function visitsByShift({ shiftsOf, visitCount, shiftCount }: PreparedProblem, isPlanned: Uint8Array): Lists {
  const visits: number[][] = Array.from({ length: shiftCount }, () => []);
  for (let visit = 0; visit < visitCount; visit++) {
    if (isPlanned[visit] === 0) continue;
    for (let at = shiftsOf.from[visit]; at < shiftsOf.from[visit + 1]; at++) visits[shiftsOf.items[at]].push(visit);
  }
  return listsFrom(visits);
}

function arcsFromVisit(
  prepared: PreparedProblem,
  tail: number,
  heads: readonly Heads[],
  cheapest: CheapestHeads,
): void {
  const { shiftsOf, problem, opens, days, dayOf, serviceOfNode, placeOfNode, travelOf, locations } = prepared;
  const row = placeOfNode[tail] * locations;
  for (let at = shiftsOf.from[tail]; at < shiftsOf.from[tail + 1]; at++) {
    const shift = shiftsOf.items[at];
    const { start, end, endLocation } = problem.shifts[shift];
    const travel = travelOf[shift];
    const done = Math.max(opens[tail * days + dayOf[shift]], start) + serviceOfNode[tail];
    const { visits, place, latest, price } = heads[shift];
    for (let index = 0; index < visits.length; index++) {
      const head = visits[index];
      const seconds = travel[row + place[index]];
      // The two visits of a pair are done by two employees: no arc between them.
      if (done + seconds > latest[index] || head === tail || prepared.twinOf[tail] === head) continue;
      cheapest.offer(head, seconds + price[index]);
    }
    const home = travel[row + endLocation];
    if (done + home <= end) cheapest.offer(prepared.visitCount + shift, home);
  }
}

function arcsFromStart(prepared: PreparedProblem, shift: number, heads: Heads, cheapest: CheapestHeads): void {
  const { start, startLocation, endLocation } = prepared.problem.shifts[shift];
  const travel = prepared.travelOf[shift];
  const row = startLocation * prepared.locations;
  heads.visits.forEach((head, index) => {
    const seconds = travel[row + heads.place[index]];
    if (start + seconds <= heads.latest[index]) cheapest.offer(head, seconds + heads.price[index]);
  });
  cheapest.offer(prepared.visitCount + shift, travel[row + endLocation]);
}

/** Collects the arcs tail by tail; of several offers for one head the cheapest stays. */
class CheapestHeads {
  private readonly best: Float64Array;
  private readonly offered: number[] = [];
  private readonly from: number[] = [0];
  private readonly items: number[] = [];
  private readonly cost: number[] = [];

  constructor(heads: number) {
    this.best = new Float64Array(heads).fill(Number.POSITIVE_INFINITY);
  }

  offer(head: number, cost: number): void {
    if (this.best[head] === Number.POSITIVE_INFINITY) this.offered.push(head);
    if (cost < this.best[head]) this.best[head] = cost;
  }

  endRow(): void {
    for (const head of this.offered) {
      this.items.push(head);
      this.cost.push(this.best[head]);
      this.best[head] = Number.POSITIVE_INFINITY;
    }
    this.offered.length = 0;
    this.from.push(this.items.length);
  }

  table(): CheapestArcs {
    return {
      arcs: { from: Int32Array.from(this.from), items: Int32Array.from(this.items) },
      cost: Float64Array.from(this.cost),
    };
  }
}
