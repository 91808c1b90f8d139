import type { RouteState } from '../kernel/route-state.js';
import type { KnownRoute } from '../problem.js';
import type { PlaceSearch } from '../recreate/place-search.js';

interface Parts {
  readonly state: RouteState;
  readonly places: PlaceSearch;
}

/**
 * Lays the routes of a known plan out in the order they are driven, pauses included, so that a plan that keeps all rules
 * comes back whole. What the rules of the problem no longer allow is left out; a route that cannot be kept without it is
 * left empty for the slower way, visit by visit.
 *
 * Nothing may be planned yet. Answers how many visits were laid out.
 */
export function layKnownRoutes({ state, places }: Parts): number {
  const { problem, visitCount } = state.prepared;
  const routes = problem.warmStart?.routes;
  if (routes === undefined) return 0;
  const kept = new KeptVisits(state);
  for (;;) {
    const late = layAll(state, places, routes, kept);
    if (late.length === 0 && !hasStray(state, kept)) return state.plannedVisits;
    // What was left out may have a twin in a route that is laid out already: everything is laid out again without it.
    for (const shift of late) kept.leaveRouteOut(shift, routes[shift]);
    for (let visit = 0; visit < visitCount; visit++) if (state.shiftOf[visit] >= 0) state.unlink(visit);
    for (let shift = 0; shift < routes.length; shift++) state.refresh(shift);
  }
}

/** A visit was laid out before its twin turned out to have no place. */
function hasStray({ shiftOf, prepared: { visitCount } }: RouteState, kept: KeptVisits): boolean {
  for (let visit = 0; visit < visitCount; visit++) if (shiftOf[visit] >= 0 && !kept.has(visit)) return true;
  return false;
}

/** Answers the shifts whose route cannot be kept. */
function layAll(state: RouteState, places: PlaceSearch, routes: readonly KnownRoute[], kept: KeptVisits): number[] {
  const late: number[] = [];
  routes.forEach((route, shift) => {
    layOne(state, places, shift, route, kept);
    if (!state.refresh(shift)) late.push(shift);
  });
  return late;
}

function layOne(state: RouteState, places: PlaceSearch, shift: number, route: KnownRoute, kept: KeptVisits): void {
  const { problem, firstStart, pauseOfShift, opens, closes, days, dayOf, isCoupled } = state.prepared;
  let after = firstStart + shift;
  for (const { kind, index } of route.stops) {
    if (kind === 'pause') {
      if (pauseOfShift[shift] + index < pauseOfShift[shift + 1]) after = pauseOfShift[shift] + index;
      continue;
    }
    const fits = kept.has(index) && problem.warmStart?.shiftOf[index] === shift && state.shiftOf[index] < 0;
    if (!fits || !places.hasCapacity(index, shift) || places.isSpacedOut(index, dayOf[shift])) {
      kept.leaveOut(index);
      continue;
    }
    const start = problem.warmStart?.startOf[index] ?? 0;
    const cell = index * days + dayOf[shift];
    const isFixed = isCoupled[index] === 1;
    state.insert(index, after, isFixed ? start : opens[cell], isFixed ? start : closes[cell]);
    after = index;
  }
}

/** The visits of the known plan that may stay where they are, as far as that can be told before the routes are laid out. */
class KeptVisits {
  private readonly keeps: Uint8Array;

  constructor(private readonly state: RouteState) {
    const { visitCount, problem } = state.prepared;
    this.keeps = Uint8Array.from({ length: visitCount }, (_, visit) => (this.mayStay(visit) ? 1 : 0));
    for (let visit = 0; visit < visitCount; visit++) if (!this.keepsDistance(visit)) this.leaveOut(visit);
    this.leaveRoutesWithMovedLocks();
    for (const { first, second, together } of problem.couplings) {
      if (together && !this.has(first)) this.leaveOut(second);
      if (together && !this.has(second)) this.leaveOut(first);
    }
  }

  has(visit: number): boolean {
    return this.keeps[visit] === 1;
  }

  /** The two visits of a pair go together. */
  leaveOut(visit: number): void {
    this.keeps[visit] = 0;
    const twin = this.state.prepared.twinOf[visit];
    if (twin >= 0) this.keeps[twin] = 0;
  }

  leaveRouteOut(shift: number, route: KnownRoute): void {
    const { shiftOf } = this.state.prepared.problem.warmStart ?? { shiftOf: new Int32Array() };
    for (const { kind, index } of route.stops) if (kind === 'visit' && shiftOf[index] === shift) this.leaveOut(index);
  }

  private mayStay(visit: number): boolean {
    const { problem, shiftsOf, opens, closes, days, dayOf } = this.state.prepared;
    const known = problem.warmStart;
    const shift = known?.shiftOf[visit] ?? -1;
    if (known === undefined || shift < 0) return false;
    if (!shiftsOf.items.subarray(shiftsOf.from[visit], shiftsOf.from[visit + 1]).includes(shift)) return false;
    const cell = visit * days + dayOf[shift];
    return known.startOf[visit] >= opens[cell] && known.startOf[visit] <= closes[cell];
  }

  /** Distance in time to the visits it hangs together with; of a broken gap the later one gives way. */
  private keepsDistance(visit: number): boolean {
    const { problem, twinOf, twinMinOffset, twinMaxOffset, employeeOf } = this.state.prepared;
    const known = problem.warmStart;
    if (known === undefined || !this.has(visit)) return true;
    const { shiftOf, startOf } = known;
    const twin = twinOf[visit];
    if (twin >= 0) {
      const offset = startOf[twin] - startOf[visit];
      if (!this.has(twin) || offset < twinMinOffset[visit] || offset > twinMaxOffset[visit]) return false;
      if (employeeOf[shiftOf[visit]] === employeeOf[shiftOf[twin]]) return false;
    }
    return this.keepsGaps(visit, startOf);
  }

  private keepsGaps(visit: number, startOf: Int32Array): boolean {
    const { gapsOf, gapOther, gapMinOffset, gapMaxOffset } = this.state.prepared;
    for (let at = gapsOf.from[visit]; at < gapsOf.from[visit + 1]; at++) {
      const gap = gapsOf.items[at];
      const other = gapOther[gap];
      if (!this.has(other) || startOf[other] > startOf[visit]) continue;
      const offset = startOf[other] - startOf[visit];
      if (offset < gapMinOffset[gap] || offset > gapMaxOffset[gap]) return false;
    }
    return true;
  }

  /** A locked visit goes before all others: where the plan has it elsewhere, its route is built around it. */
  private leaveRoutesWithMovedLocks(): void {
    const { visits, warmStart } = this.state.prepared.problem;
    if (warmStart?.routes === undefined) return;
    for (const [visit, { locked }] of visits.entries()) {
      if (locked === undefined || this.has(visit) || warmStart.shiftOf[visit] < 0) continue;
      this.leaveRouteOut(locked.shift, warmStart.routes[locked.shift]);
    }
  }
}
