import { drawSeedVisit, drawWithGaps, type Ruin, type RuinContext } from './ruin-context.js';

/** Visits of the wished shift that go, so that the one that is wished there may take their time. */
const MAX_REMOVED_OF_SHIFT = 3;
const HALF_SLICE_SECONDS = 45 * 60;
/** Now and then the dearer shift is taken, or the same brukare would always press for the same one. */
const OVERLOOK_SHARE = 0.25;

/**
 * Makes room for a visit where it is wished most: with the kontaktman, or an employee the brukare knows, on a day it may be
 * done. The visits done there at that time go, and the wished one with them.
 *
 * Without it a visit changes to its kontaktman only where the kontaktman happens to be idle, or is emptied by chance.
 */
export function makeRoom(context: RuinContext): Ruin {
  const { state, change, random } = context;
  const { prepared, next, earliest, shiftOf } = state;
  const { shiftsOf, firstStart, firstPause, firstEnd, opens, closes, days, dayOf } = prepared;

  const fixedCost = (visit: number, shift: number): number => {
    const { brukareOf, employeeOf, problem } = prepared;
    const brukare = brukareOf[visit];
    const employee = employeeOf[shift];
    return (
      problem.assignmentCost[brukare * problem.employees + employee] +
      state.disruptionCost(visit, employee) +
      state.faces.costOf(brukare, employee)
    );
  };

  /** The cheapest shift but the visit's own, travel aside; of equal ones any. */
  const wishedShift = (visit: number): number => {
    const own = shiftOf[visit];
    const from = shiftsOf.from[visit];
    const count = shiftsOf.from[visit + 1] - from;
    const offset = count === 0 ? 0 : random.below(count);
    let wished = -1;
    let least = 0x3fffffff;
    for (let step = 0; step < count; step++) {
      const shift = shiftsOf.items[from + ((offset + step) % count)];
      if (shift === own) continue;
      const cost = fixedCost(visit, shift);
      if (cost >= least || random.unit() < OVERLOOK_SHARE) continue;
      least = cost;
      wished = shift;
    }
    return wished;
  };

  const clear = (shift: number, time: number): void => {
    const withGaps = drawWithGaps(random);
    let removed = 0;
    for (let node = next[firstStart + shift]; node < firstEnd && removed < MAX_REMOVED_OF_SHIFT;) {
      const following = next[node];
      if (node < firstPause && Math.abs(earliest[node] - time) <= HALF_SLICE_SECONDS) {
        change.remove(node, withGaps);
        removed++;
      }
      node = following;
    }
  };

  return () => {
    const visit = drawSeedVisit(context);
    const shift = wishedShift(visit);
    if (shift < 0) return;
    const cell = visit * days + dayOf[shift];
    const isSameDay = shiftOf[visit] >= 0 && dayOf[shiftOf[visit]] === dayOf[shift];
    const time = isSameDay ? earliest[visit] : (opens[cell] + closes[cell]) / 2;
    if (shiftOf[visit] >= 0) change.remove(visit, true);
    clear(shift, time);
  };
}
