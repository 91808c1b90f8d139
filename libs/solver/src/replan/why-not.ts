import type { KnownPlanParts } from '../start/first-solution.js';
import { fittingPlaces, placesInShift } from './place-intervals.js';

/**
 * Why a shift has no place for a visit, the first that applies:
 * - `incompatible`: the employee may not do the visit.
 * - `day`: the visit may not be done on the day of the shift.
 * - `shift-hours`: the shift does not reach into the window.
 * - `spacing`: another visit of the same kind lies too close.
 * - `capacity`: the shift carries as much as it may.
 * - `gap`: the time left beside the visits it must keep a distance to is taken.
 * - `pauses`: there would be room if the pauses could be taken at any time.
 * - `window`: there is room at another time of the shift.
 * - `no-room`: the shift is full.
 */
export type WhyNot =
  'incompatible' | 'day' | 'shift-hours' | 'spacing' | 'capacity' | 'gap' | 'pauses' | 'window' | 'no-room';

/** Null where the visit, which must not be planned, has a place. */
export function whyNotInShift(parts: KnownPlanParts, visit: number, shift: number): WhyNot | null {
  const { state, places } = parts;
  const { problem, shiftCount, shiftsOf, dayOf, opens, closes, days } = state.prepared;
  const cell = visit * days + dayOf[shift];
  if (problem.compatible[visit * shiftCount + shift] !== 1) return 'incompatible';
  if (closes[cell] < 0) return 'day';
  if (!shiftsOf.items.subarray(shiftsOf.from[visit], shiftsOf.from[visit + 1]).includes(shift)) return 'shift-hours';
  if (places.isSpacedOut(visit, dayOf[shift])) return 'spacing';
  if (!places.hasCapacity(visit, shift)) return 'capacity';
  if (placesInShift(parts, visit, shift).length > 0) return null;
  if (fittingPlaces(parts, visit, shift, opens[cell], closes[cell]).length > 0) return 'gap';
  if (fitsWithLoosePauses(parts, visit, shift, opens[cell], closes[cell])) return 'pauses';
  const { start, end } = problem.shifts[shift];
  return fittingPlaces(parts, visit, shift, start, end).length > 0 ? 'window' : 'no-room';
}

/** Tried with pauses that may lie anywhere in the shift; everything is put back. */
function fitsWithLoosePauses(parts: KnownPlanParts, visit: number, shift: number, from: number, to: number): boolean {
  const { state } = parts;
  const { pauseOfShift, problem, serviceOfNode, opensOfNode, closesOfNode } = state.prepared;
  const [first, last] = [pauseOfShift[shift], pauseOfShift[shift + 1]];
  if (first === last) return false;
  for (let pause = first; pause < last; pause++) {
    state.opens[pause] = problem.shifts[shift].start;
    state.closes[pause] = problem.shifts[shift].end - serviceOfNode[pause];
  }
  state.refresh(shift);
  const fits = fittingPlaces(parts, visit, shift, from, to).length > 0;
  for (let pause = first; pause < last; pause++) {
    state.opens[pause] = opensOfNode[pause];
    state.closes[pause] = closesOfNode[pause];
  }
  state.refresh(shift);
  return fits;
}
