import type { Neighbours } from '../kernel/neighbours.js';
import type { RouteState } from '../kernel/route-state.js';
import type { PolishMove } from './polish-move.js';
import type { Trial } from './trial.js';

/**
 * SWAP* (Vidal 2022): the visit and a neighbour of it exchange their shifts, and each goes to its cheapest place there,
 * not to the other's.
 */
export function swapVisits(state: RouteState, trial: Trial, neighbours: Neighbours): PolishMove {
  const { shiftOf, prepared } = state;
  const { dayOf } = prepared;

  const isWorthATry = (visit: number, other: number): boolean => {
    const [shift, otherShift] = [shiftOf[visit], shiftOf[other]];
    if (otherShift < 0 || otherShift === shift || dayOf[otherShift] !== dayOf[shift]) return false;
    if (!trial.mayMove(visit, otherShift) || !trial.mayMove(other, shift)) return false;
    // A place costs no less than nothing: more than the two detours cannot be saved.
    const saved = trial.detour(visit) + trial.detour(other);
    return trial.transferCost(visit, otherShift) + trial.transferCost(other, shift) < saved;
  };

  const swap = (visit: number, other: number): boolean => {
    const [shift, otherShift] = [shiftOf[visit], shiftOf[other]];
    trial.begin();
    trial.take(visit);
    trial.take(other);
    trial.settle();
    return trial.put(visit, otherShift) && trial.put(other, shift) ? trial.keepIfCheaper() : trial.giveUp();
  };

  return (visit) => {
    const row = visit * neighbours.width;
    for (let index = 0; index < neighbours.width; index++) {
      const other = neighbours.visits[row + index];
      if (other < 0) return false;
      if (isWorthATry(visit, other) && swap(visit, other)) return true;
    }
    return false;
  };
}
