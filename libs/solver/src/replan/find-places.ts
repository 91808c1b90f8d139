import type { Problem, WarmStart } from '../problem.js';
import { PairSearch } from '../recreate/pair-search.js';
import { NO_PLACE } from '../recreate/place-search.js';
import type { KnownPlanParts } from '../start/first-solution.js';
import { openKnownPlan } from './known-plan.js';

/** Where a visit would fit while every other visit keeps its shift and its place in the order. */
export interface PlaceOption {
  readonly shift: number;
  /** Earliest start there, and the latest that keeps all later visits on time. */
  readonly start: number;
  readonly latestStart: number;
  /** The visit lies in this shift in the plan. */
  readonly isPresent: boolean;
  /** What the place adds, seconds-equivalents; `total` is the sum. */
  readonly cost: {
    readonly total: number;
    readonly travel: number;
    readonly continuity: number;
    readonly assignment: number;
  };
  /** A visit for two: where the other employee's part goes. The cost is that of both. */
  readonly twin: { readonly visit: number; readonly shift: number; readonly start: number } | null;
}

/**
 * Ranks the places for one visit in a known plan, cheapest first: at most one per shift, and one pair for a visit for
 * two. A planned visit is taken out first, so the list tells why it lies where it does. Every place has been tried by
 * inserting the visit for real. Empty: it fits nowhere, or it is locked.
 *
 * @param plan shift and start per visit, for example a `SolveResult`.
 */
export function findPlaces(problem: Problem, plan: WarmStart, visit: number, limit = 5): readonly PlaceOption[] {
  const parts = openKnownPlan(problem, plan);
  const { state, change } = parts;
  const { isRemovable, twinOf } = state.prepared;
  if (isRemovable[visit] === 0) return [];
  const presentShift = state.shiftOf[visit];
  change.remove(visit, false);
  change.settle();
  const options = twinOf[visit] < 0 ? singlePlaces(parts, visit) : pairPlace(parts, visit, twinOf[visit]);
  return options
    .map((option) => ({ ...option, isPresent: option.shift === presentShift }))
    .sort((one, other) => one.cost.total - other.cost.total || one.shift - other.shift)
    .slice(0, limit);
}

type Option = Omit<PlaceOption, 'isPresent'>;

function singlePlaces(parts: KnownPlanParts, visit: number): Option[] {
  const { shiftsOf } = parts.state.prepared;
  return [...shiftsOf.items.subarray(shiftsOf.from[visit], shiftsOf.from[visit + 1])].flatMap((shift) => {
    const option = placeInShift(parts, visit, shift);
    return option === null ? [] : [option];
  });
}

function placeInShift({ state, places }: KnownPlanParts, visit: number, shift: number): Option | null {
  if (!places.hasCapacity(visit, shift) || places.isSpacedOut(visit, state.prepared.dayOf[shift])) return null;
  if (!places.boundStart(visit, shift)) return null;
  const { opens, closes } = places;
  places.reset(NO_PLACE);
  places.scan(visit, shift, opens, closes, 0);
  const after = places.bestAfter;
  if (after < 0 || !places.measure(visit, shift, after, opens, closes)) return null;
  const [start, latestStart] = [places.earliestStart, places.latestStart];
  const cost = costOf({ state, places }, visit, shift, after);
  state.insert(visit, after, opens, closes);
  const isOnTime = state.refresh(shift);
  state.unlink(visit);
  state.refresh(shift);
  return isOnTime ? { shift, start, latestStart, cost, twin: null } : null;
}

function costOf({ state, places }: Pick<KnownPlanParts, 'state' | 'places'>, visit: number, at: number, after: number) {
  const { brukareOf, employeeOf } = state.prepared;
  const travel = places.detour(visit, at, after);
  const continuity = state.faces.costOf(brukareOf[visit], employeeOf[at]);
  const assignment = places.shiftCost(visit, at) - continuity;
  return { total: travel + continuity + assignment, travel, continuity, assignment };
}

/** The cheapest pair of places; costs are read from the plan before and after both are in it. */
function pairPlace({ state, change, places }: KnownPlanParts, first: number, second: number): Option[] {
  const pairs = new PairSearch(state, change, places);
  if (!pairs.search(first, second, NO_PLACE)) return [];
  const before = [state.travelCost, state.faces.cost, state.assignmentCost];
  const [start, latestStart, secondStart] = [pairs.firstFrom, pairs.firstTo, pairs.secondStart(first, pairs.firstFrom)];
  state.insert(first, pairs.firstAfter, start, start);
  state.insert(second, pairs.secondAfter, secondStart, secondStart);
  const [shift, twinShift] = [state.shiftOf[first], state.shiftOf[second]];
  if (![shift, twinShift].every((touched) => state.refresh(touched))) return [];
  const [travel, continuity, assignment] = [state.travelCost, state.faces.cost, state.assignmentCost].map(
    (after, part) => after - before[part],
  );
  const cost = { total: travel + continuity + assignment, travel, continuity, assignment };
  return [{ shift, start, latestStart, cost, twin: { visit: second, shift: twinShift, start: secondStart } }];
}
