import type { Problem, ProblemVisit, WarmStart } from '../problem.js';
import { findPlaces } from './find-places.js';
import type { PlaceOption } from './open-plan.js';

/** What would let a visit into the plan as it stands, with the place it would get. */
export type WayOut =
  /** There is room, it only costs more than leaving the visit out. */
  | { readonly kind: 'at-higher-cost'; readonly place: PlaceOption }
  /** The start window opens so many minutes earlier and closes as many later. */
  | { readonly kind: 'wider-window'; readonly minutes: number; readonly place: PlaceOption }
  /** The employee of the place may not do the visit today (competence, wish …). */
  | { readonly kind: 'other-employee'; readonly place: PlaceOption };

const WIDER_BY_MINUTES = [15, 30, 60, 120] as const;
const SECONDS_OF_DAY = 86_400;

/**
 * The ways out for a visit that the plan leaves out, each tried by a real insertion: the narrowest widening that helps,
 * and the cheapest employee who so far may not. Empty: none of them helps, or the visit is planned or locked.
 */
export function findWaysOut(problem: Problem, plan: WarmStart, visit: number): readonly WayOut[] {
  if (plan.shiftOf[visit] >= 0 || problem.visits[visit].locked !== undefined) return [];
  const [place] = findPlaces(problem, plan, visit, 1);
  if (place !== undefined) return [{ kind: 'at-higher-cost', place }];
  return [...widerWindow(problem, plan, visit), ...otherEmployee(problem, plan, visit)];
}

function widerWindow(problem: Problem, plan: WarmStart, visit: number): WayOut[] {
  const parts = partsOf(problem, visit);
  for (const minutes of WIDER_BY_MINUTES) {
    const visits = problem.visits.map((entry, index) => (parts.includes(index) ? widened(entry, minutes * 60) : entry));
    const [place] = findPlaces({ ...problem, visits }, plan, visit, 1);
    if (place !== undefined) return [{ kind: 'wider-window', minutes, place }];
  }
  return [];
}

function otherEmployee(problem: Problem, plan: WarmStart, visit: number): WayOut[] {
  const compatible = problem.compatible.slice();
  const columns = problem.shifts.length;
  for (const part of partsOf(problem, visit)) compatible.fill(1, part * columns, (part + 1) * columns);
  const [place] = findPlaces({ ...problem, compatible }, plan, visit, 1);
  return place === undefined ? [] : [{ kind: 'other-employee', place }];
}

/** A visit for two is two visits: what is allowed for one has to be allowed for both. */
function partsOf({ couplings }: Problem, visit: number): readonly number[] {
  const pair = couplings.find(({ first, second, together }) => together && (first === visit || second === visit));
  return pair === undefined ? [visit] : [pair.first, pair.second];
}

/** Never past midnight, so that the visit stays on its day. */
function widened(visit: ProblemVisit, seconds: number): ProblemVisit {
  const windows = visit.windows.map(({ day, earliest, latest }) => ({
    day,
    earliest: Math.max(day * SECONDS_OF_DAY, earliest - seconds),
    latest: Math.max(latest, Math.min((day + 1) * SECONDS_OF_DAY, latest + seconds)),
  }));
  return { ...visit, windows };
}
