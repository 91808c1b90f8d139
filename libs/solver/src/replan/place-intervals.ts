import type { KnownPlanParts } from '../start/first-solution.js';

/** A place between two stops of a route, with the starts it allows and what it adds. */
export interface PlaceInterval {
  readonly shift: number;
  /** The node it stands behind. */
  readonly after: number;
  readonly from: number;
  readonly to: number;
  readonly travel: number;
  readonly continuity: number;
  /** Travel, continuity, assignment and disruption. */
  readonly cost: number;
}

/** Every place of a shift where an unplanned visit fits, in driving order. */
export function placesInShift(parts: KnownPlanParts, visit: number, shift: number): readonly PlaceInterval[] {
  const { state, places } = parts;
  const { shiftsOf, dayOf } = state.prepared;
  if (!shiftsOf.items.subarray(shiftsOf.from[visit], shiftsOf.from[visit + 1]).includes(shift)) return [];
  if (!places.hasCapacity(visit, shift) || places.isSpacedOut(visit, dayOf[shift])) return [];
  if (!places.boundStart(visit, shift)) return [];
  return fittingPlaces(parts, visit, shift, places.opens, places.closes);
}

/** The same for any window, whatever else forbids the shift. */
export function fittingPlaces(
  { state, places }: KnownPlanParts,
  visit: number,
  shift: number,
  opens: number,
  closes: number,
): readonly PlaceInterval[] {
  const { firstStart, firstEnd, brukareOf, employeeOf } = state.prepared;
  const base = places.shiftCost(visit, shift);
  const continuity = state.faces.costOf(brukareOf[visit], employeeOf[shift]);
  const found: PlaceInterval[] = [];
  for (let after = firstStart + shift; after < firstEnd; after = state.next[after]) {
    if (!places.measure(visit, shift, after, opens, closes)) continue;
    const travel = places.detour(visit, shift, after);
    const [from, to] = [places.earliestStart, places.latestStart];
    found.push({ shift, after, from, to, travel, continuity, cost: base + travel });
  }
  return found;
}

/** The start of the interval that lies nearest to the wished one; −1: as early as possible. */
export const nearestStart = ({ from, to }: Pick<PlaceInterval, 'from' | 'to'>, wish: number): number =>
  wish < 0 ? from : Math.max(from, Math.min(to, wish));

/**
 * The place to take: without a wish the cheapest, with one the place whose start comes nearest to it, the cheapest of
 * equals. Null where there is none.
 */
export function choosePlace<P extends Pick<PlaceInterval, 'from' | 'to' | 'cost'>>(
  places: readonly P[],
  wish: number | null,
): P | null {
  const beside = (place: P): number => (wish === null ? 0 : Math.abs(nearestStart(place, wish) - wish));
  return places.reduce<P | null>((best, place) => {
    if (best === null) return place;
    const difference = beside(place) - beside(best) || place.cost - best.cost;
    return difference < 0 ? place : best;
  }, null);
}
