import type { KnownPlanParts } from '../start/first-solution.js';
import { type PlaceInterval, placesInShift } from './place-intervals.js';

/** Places for the two visits of a pair; `from` and `to` bound the first start. */
export interface PairPlace {
  readonly first: PlaceInterval;
  readonly second: PlaceInterval;
  readonly from: number;
  readonly to: number;
  readonly travel: number;
  readonly continuity: number;
  readonly cost: number;
}

/**
 * Every pair of places for a visit for two with the first in one shift and the second in one of some others: two
 * employees whose starts can be as far apart as agreed.
 */
export function pairPlaces(
  parts: KnownPlanParts,
  first: number,
  second: number,
  firstShift: number,
  secondShifts: Iterable<number>,
): readonly PairPlace[] {
  const { employeeOf } = parts.state.prepared;
  const firstPlaces = placesInShift(parts, first, firstShift);
  if (firstPlaces.length === 0) return [];
  const found: PairPlace[] = [];
  for (const shift of secondShifts) {
    if (employeeOf[shift] === employeeOf[firstShift]) continue;
    const extra = extraOfTwoFaces(parts, first, second, firstShift, shift);
    for (const secondPlace of placesInShift(parts, second, shift)) {
      for (const firstPlace of firstPlaces) {
        const pair = meet(parts, first, firstPlace, secondPlace, extra);
        if (pair !== null) found.push(pair);
      }
    }
  }
  return found;
}

/** As early as the pair may start, the second as soon as the first allows. */
export function secondStart({ state }: KnownPlanParts, first: number, pair: PairPlace, firstStart: number): number {
  return Math.max(firstStart + state.prepared.twinMinOffset[first], pair.second.from);
}

function meet(
  { state }: KnownPlanParts,
  visit: number,
  first: PlaceInterval,
  second: PlaceInterval,
  extra: number,
): PairPlace | null {
  const { twinMinOffset, twinMaxOffset } = state.prepared;
  const from = Math.max(first.from, second.from - twinMaxOffset[visit]);
  const to = Math.min(first.to, second.to - twinMinOffset[visit]);
  if (from > to) return null;
  return {
    first,
    second,
    from,
    to,
    travel: first.travel + second.travel,
    continuity: first.continuity + second.continuity + extra,
    cost: first.cost + second.cost + extra,
  };
}

/** Two new faces at once cost more than twice the first of them. */
function extraOfTwoFaces({ state }: KnownPlanParts, first: number, second: number, one: number, other: number): number {
  const { brukareOf, employeeOf } = state.prepared;
  const brukare = brukareOf[first];
  const isNew = (shift: number): boolean => state.faces.isNew(brukare, employeeOf[shift]);
  return brukare === brukareOf[second] && isNew(one) && isNew(other) ? state.faces.extraOfSecond(brukare) : 0;
}
