import type { RouteChange } from '../kernel/route-change.js';
import type { RouteState } from '../kernel/route-state.js';
import type { Inserter } from '../recreate/inserter.js';
import type { PlaceSearch } from '../recreate/place-search.js';
import type { Recreate } from '../recreate/recreate.js';
import { layKnownRoutes } from './lay-known-routes.js';

export interface KnownPlanParts {
  readonly state: RouteState;
  readonly change: RouteChange;
  readonly places: PlaceSearch;
  readonly inserter: Inserter;
}

export interface FirstSolutionParts extends KnownPlanParts {
  readonly recreate: Recreate;
}

/**
 * A known plan as it stands: its routes where they still keep the rules, then locked visits and what else of it fits;
 * nothing else is placed.
 */
export function buildKnownPlan(parts: KnownPlanParts): void {
  parts.change.begin();
  layKnownRoutes(parts);
  placeLockedVisits(parts);
  placeWarmStart(parts);
}

/** A first complete plan: locked visits first, then what a known solution says, then everything else greedily. */
export function buildFirstSolution(parts: FirstSolutionParts): void {
  buildKnownPlan(parts);
  parts.recreate.insertAll();
}

/** In the order of their starts, so that a fixed route is built from front to back; those with a free start last. */
function placeLockedVisits(parts: KnownPlanParts): void {
  const { state, inserter } = parts;
  const { problem } = state.prepared;
  const locked = problem.visits
    .map((visit, index) => ({ index, lock: visit.locked, start: startWish(state, index) }))
    .filter(({ lock }) => lock !== undefined)
    .sort((one, other) => one.start - other.start || one.index - other.index);
  for (const { index } of locked) {
    if (state.shiftOf[index] < 0) followKnownPlan(parts, index);
    if (state.shiftOf[index] < 0) inserter.insert(index, false);
  }
}

function startWish({ prepared: { problem } }: RouteState, visit: number): number {
  const locked = problem.visits[visit].locked;
  if (locked?.start != null) return locked.start;
  if (locked !== undefined && problem.warmStart?.shiftOf[visit] === locked.shift)
    return problem.warmStart.startOf[visit];
  return Number.MAX_SAFE_INTEGER;
}

/** Follows the known solution as far as it still fits; what does not fit is left to the greedy insertion. */
function placeWarmStart(parts: KnownPlanParts): void {
  const { problem } = parts.state.prepared;
  const { warmStart } = problem;
  if (warmStart === undefined) return;
  const byStart = problem.visits
    .map((_, visit) => visit)
    .sort((one, other) => warmStart.startOf[one] - warmStart.startOf[other] || one - other);
  for (const visit of byStart) if (parts.state.shiftOf[visit] < 0) followKnownPlan(parts, visit);
}

function followKnownPlan(parts: KnownPlanParts, visit: number): void {
  const { problem, twinOf } = parts.state.prepared;
  const { warmStart } = problem;
  if (warmStart === undefined || warmStart.shiftOf[visit] < 0) return;
  if (twinOf[visit] < 0) placeAsKnown(parts, visit, warmStart.shiftOf[visit], warmStart.startOf[visit]);
  else placePairAsKnown(parts, visit, twinOf[visit]);
}

function placePairAsKnown(parts: KnownPlanParts, first: number, second: number): void {
  const { state } = parts;
  const { problem, twinMinOffset, twinMaxOffset, employeeOf } = state.prepared;
  const { warmStart } = problem;
  if (warmStart === undefined || warmStart.shiftOf[second] < 0) return;
  const offset = warmStart.startOf[second] - warmStart.startOf[first];
  if (offset < twinMinOffset[first] || offset > twinMaxOffset[first]) return;
  if (employeeOf[warmStart.shiftOf[first]] === employeeOf[warmStart.shiftOf[second]]) return;
  const firstAfter = findKnownPlace(parts, first, warmStart.shiftOf[first], warmStart.startOf[first]);
  const secondAfter = findKnownPlace(parts, second, warmStart.shiftOf[second], warmStart.startOf[second]);
  if (firstAfter < 0 || secondAfter < 0) return;
  parts.change.insert(first, firstAfter, warmStart.startOf[first], warmStart.startOf[first]);
  parts.change.insert(second, secondAfter, warmStart.startOf[second], warmStart.startOf[second]);
}

function placeAsKnown(parts: KnownPlanParts, visit: number, shift: number, start: number): void {
  const after = findKnownPlace(parts, visit, shift, start);
  if (after < 0) return;
  const { isCoupled, opens, closes, days, dayOf } = parts.state.prepared;
  const cell = visit * days + dayOf[shift];
  if (isCoupled[visit] === 1) parts.change.insert(visit, after, start, start);
  else parts.change.insert(visit, after, opens[cell], closes[cell]);
}

/** The node behind which the visit can start at the known time in the known shift, or −1. */
function findKnownPlace({ state, places }: KnownPlanParts, visit: number, shift: number, start: number): number {
  const { shiftsOf, dayOf } = state.prepared;
  const mayLieThere = shiftsOf.items.subarray(shiftsOf.from[visit], shiftsOf.from[visit + 1]).includes(shift);
  if (!mayLieThere || !places.hasCapacity(visit, shift) || places.isSpacedOut(visit, dayOf[shift])) return -1;
  if (!places.boundStart(visit, shift) || start < places.opens || start > places.closes) return -1;
  return lastPlaceInOrder(state, places, visit, shift, start);
}

/**
 * Behind all visits of the known plan that start before and ahead of those that start later. Where a pause lies between,
 * the last place is taken: the pause then uses time that was idle, and no later visit is delayed.
 */
function lastPlaceInOrder(state: RouteState, places: PlaceSearch, visit: number, shift: number, start: number): number {
  const { firstPause, firstStart, firstEnd, problem } = state.prepared;
  let found = -1;
  for (let after = firstStart + shift; after < firstEnd; after = state.next[after]) {
    if (places.measure(visit, shift, after, start, start)) found = after;
    const following = state.next[after];
    const knownStart = following < firstPause ? (problem.warmStart?.startOf[following] ?? -1) : -1;
    if (knownStart > start) return found;
  }
  return found;
}
