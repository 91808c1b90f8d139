import type { RouteState } from '../kernel/route-state.js';
import type { PlaceSearch } from '../recreate/place-search.js';
import type { UnassignedReason, UnassignedVisit } from '../result.js';

/** The order in which reasons are listed: from those the roster decides to those the search decided. */
const CODES = [
  'no-compatible-shift',
  'no-shift-in-window',
  'spacing',
  'no-room',
  'coupled-visit',
  'displaced',
] as const;
type Code = UnassignedReason['code'];

/** Why each visit of the final solution is left out: every shift on its days is tried and the answers are counted. */
export function explainUnassigned(state: RouteState, places: PlaceSearch): readonly UnassignedVisit[] {
  const unassigned: UnassignedVisit[] = [];
  for (let visit = 0; visit < state.prepared.visitCount; visit++) {
    if (state.shiftOf[visit] < 0) unassigned.push({ visit, reasons: reasonsFor(state, places, visit) });
  }
  return unassigned;
}

function reasonsFor(state: RouteState, places: PlaceSearch, visit: number): readonly UnassignedReason[] {
  const shiftsByCode = new Map<Code, number>();
  for (const shift of compatibleShifts(state, visit)) {
    const code = reasonAt(state, places, visit, shift);
    shiftsByCode.set(code, (shiftsByCode.get(code) ?? 0) + 1);
  }
  if (shiftsByCode.size === 0) return [{ code: 'no-compatible-shift', shifts: 0 }];
  return CODES.flatMap((code) => {
    const shifts = shiftsByCode.get(code);
    return shifts === undefined ? [] : [{ code, shifts }];
  });
}

/** Shifts on the days of the visit whose employee may do it (a locked visit: its own shift only). */
function compatibleShifts({ prepared }: RouteState, visit: number): readonly number[] {
  const { problem, shiftCount, dayOf } = prepared;
  const { windows, locked } = problem.visits[visit];
  const shifts = Array.from({ length: shiftCount }, (_, shift) => shift);
  return shifts.filter(
    (shift) =>
      problem.compatible[visit * shiftCount + shift] === 1 &&
      windows.some((window) => window.day === dayOf[shift]) &&
      (locked === undefined || locked.shift === shift),
  );
}

function reasonAt(state: RouteState, places: PlaceSearch, visit: number, shift: number): Code {
  const { shiftsOf, dayOf, opens, closes, days, isCoupled } = state.prepared;
  const isInWindow = shiftsOf.items.subarray(shiftsOf.from[visit], shiftsOf.from[visit + 1]).includes(shift);
  if (!isInWindow) return 'no-shift-in-window';
  if (places.isSpacedOut(visit, dayOf[shift])) return 'spacing';
  if (!places.hasCapacity(visit, shift)) return 'no-room';
  const cell = visit * days + dayOf[shift];
  if (!fits(state, places, visit, shift, opens[cell], closes[cell])) return 'no-room';
  // Alone it would fit here: a coupled visit is held back by the other one, any other visit by its cost.
  return isCoupled[visit] === 1 ? 'coupled-visit' : 'displaced';
}

function fits(state: RouteState, places: PlaceSearch, visit: number, shift: number, opens: number, closes: number) {
  const { firstStart, firstEnd } = state.prepared;
  for (let after = firstStart + shift; after < firstEnd; after = state.next[after]) {
    if (places.measure(visit, shift, after, opens, closes)) return true;
  }
  return false;
}
