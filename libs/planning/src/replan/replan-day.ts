import type { Instant, WeeklyPlan } from '@hemtjanst/domain';
import {
  OpenPlan,
  type SolveProgress,
  type SolveResult,
  type StopCriterion,
  maxIterations,
  maxRuntime,
  solve,
  verifySolution,
} from '@hemtjanst/solver';
import { MOVED_START_SECONDS, leftOutDisruptionCost } from '../rules/disruption.js';
import type { AlternativeKind, ChangeBudget, DayAlternative, DayEvent } from './board-answers.js';
import { countChanges, dayAlternative } from './day-alternative.js';
import { type AfterEvent, afterEvent } from './day-event.js';
import { type ReplanProgress, dayReporter } from './day-progress.js';
import { type DayWeights, dayProblem, withKnownStarts } from './day-problem.js';
import type { PlanContext } from './plan-context.js';
import { planOfGroup } from './plan-of-group.js';

export interface ReplanRequest {
  /** What has begun by now, and what begins in the next half hour, stays as it is. */
  readonly now: Instant;
  readonly event: DayEvent;
  readonly budget?: ChangeBudget;
  readonly seed?: number;
  /** How long each alternative is searched for; absent: 10 000 steps, a second or less for a group's day of 180 visits. */
  readonly search?: DaySearch;
}

/** Steps give the same answer on every machine; seconds the best the time allows. */
export type DaySearch =
  | { readonly kind: 'iterations'; readonly iterations: number }
  | { readonly kind: 'seconds'; readonly seconds: number; readonly clock: () => number };

const STANDARD_SEARCH: DaySearch = { kind: 'iterations', iterations: 10_000 };
/** Where the caller sets no budget: so many of the day's other visits may change employee (issue's goal for a sick call). */
const STANDARD_SHARE_MOVED = 0.15;

const QUARTER = MOVED_START_SECONDS;
/** Seconds of travel that one face less is worth where continuity is asked for, though the whole week buys it for less. */
const DEAR_FACE = 900;
/** What is searched for; of the two for least change the better is offered. */
const SEARCHES: readonly { readonly kind: AlternativeKind; readonly weights: DayWeights }[] = [
  {
    kind: 'least-change',
    weights: { disruption: 2, continuity: 1, leastFaceCost: 0, startTolerance: QUARTER, keepsEmployees: false },
  },
  {
    kind: 'least-change',
    weights: { disruption: 2, continuity: 1, leastFaceCost: 0, startTolerance: 3 * QUARTER, keepsEmployees: false },
  },
  {
    kind: 'least-travel',
    weights: { disruption: 0.5, continuity: 0.25, leastFaceCost: 0, startTolerance: null, keepsEmployees: false },
  },
  {
    kind: 'best-continuity',
    weights: { disruption: 1, continuity: 3, leastFaceCost: DEAR_FACE, startTolerance: null, keepsEmployees: false },
  },
];
const KINDS = ['least-change', 'least-travel', 'best-continuity'] as const;

/**
 * Plans the rest of a day anew after something happened: up to three plans to choose from, none of which changes more than
 * the budget allows, moves a locked visit, or touches what has begun or other days. Takes a few seconds, during which
 * `onProgress` is told what the alternative in progress has come to.
 *
 * Visits that find no place are left out and named; nobody works longer than the shift.
 */
export function replanDay(
  context: PlanContext,
  request: ReplanRequest,
  onProgress?: (progress: ReplanProgress) => void,
): readonly DayAlternative[] {
  const after = afterEvent(context, request.event);
  const report = onProgress === undefined ? undefined : dayReporter(context, after, onProgress);
  const candidates = SEARCHES.flatMap(({ kind, weights }, index) => {
    const plan = planWithin(context, after, request, weights, (attempt) =>
      report?.({ alternative: kind, from: shareBefore(index, attempt), to: shareBefore(index, attempt + 1) }),
    );
    return plan === null ? [] : [dayAlternative(context, after, plan, [kind])];
  });
  return merged(KINDS.flatMap((kind) => bestOf(kind, candidates)));
}

/** The first try is half of what a search may take, the second half of the rest: most end with the first. */
const shareBefore = (search: number, attempt: number): number => (search + 1 - 0.5 ** attempt) / SEARCHES.length;

type Report = (progress: SolveProgress) => void;

/** First with the alternative's weights, then with change dearer, at last with nobody else changing employee. */
function planWithin(
  context: PlanContext,
  after: AfterEvent,
  request: ReplanRequest,
  weights: DayWeights,
  reportOf: (attempt: number) => Report | undefined,
): WeeklyPlan | null {
  const { budget = {} } = request;
  const notOthers = new Set([...after.affectedDemandIds, ...after.strandedElsewhereIds]);
  const limit = budget.maxMovedVisits ?? Math.floor(STANDARD_SHARE_MOVED * otherVisits(context, after));
  const tries = [
    weights,
    { ...weights, disruption: weights.disruption * 4 },
    { ...weights, keepsEmployees: true },
  ] as const;
  for (const [attempt, stricter] of tries.entries()) {
    const plan = planDay(context, after, request, stricter, reportOf(attempt));
    if (plan !== null && countChanges(context.plan, plan, notOthers).movedVisits <= limit) return plan;
  }
  return null;
}

function otherVisits({ plan }: PlanContext, { dates, affectedDemandIds, context }: AfterEvent): number {
  return plan.visits.filter(
    ({ date, demandId }) =>
      dates.includes(date) && context.rowOfDemand.has(demandId) && !affectedDemandIds.includes(demandId),
  ).length;
}

function planDay(
  context: PlanContext,
  after: AfterEvent,
  request: ReplanRequest,
  weights: DayWeights,
  onProgress: Report | undefined,
): WeeklyPlan | null {
  const { now, budget = {}, seed = 1, search = STANDARD_SEARCH } = request;
  const { problem, open } = after.context;
  const rest = dayProblem(after, open.read(), now, budget, weights);
  const found = solve(rest, { seed, stop: stopOf(search), ...(onProgress === undefined ? {} : { onProgress }) });
  // First among the day's own limits, so that the known starts never push anything beyond them; then at the unit's costs.
  const timed = new OpenPlan(rest, withKnownStarts(after, rest, found, context.plan)).read();
  const steady = new OpenPlan(problem, timed).read();
  return isSound(after, steady, found) ? planOfGroup(after.context, steady) : null;
}

function stopOf(search: DaySearch): StopCriterion {
  switch (search.kind) {
    case 'iterations':
      return maxIterations(search.iterations);
    case 'seconds':
      return maxRuntime(search.seconds, search.clock);
  }
}

/** No plan is offered that the independent checker has not passed, or that lost a visit when it was read. */
const isSound = ({ context: { problem } }: AfterEvent, steady: SolveResult, found: SolveResult): boolean =>
  verifySolution(problem, steady).length === 0 && steady.shiftOf.every((shift, row) => shift === found.shiftOf[row]);

/** Another alternative may be better in this one's own way; in travel and faces only if it leaves no more visits out. */
function bestOf(kind: AlternativeKind, candidates: readonly DayAlternative[]): readonly DayAlternative[] {
  const own = candidates.find(({ kinds }) => kinds.includes(kind));
  if (own === undefined) return [];
  const best = candidates
    .filter((one) => kind === 'least-change' || one.leftOutDemandIds.length <= own.leftOutDemandIds.length)
    .reduce((leader, one) => (measure(kind, one) < measure(kind, leader) ? one : leader), own);
  return [{ ...best, kinds: [kind] }];
}

function measure(kind: AlternativeKind, alternative: DayAlternative): number {
  switch (kind) {
    case 'least-change':
      return alternative.disruptionSeconds + leftOutSeconds(alternative);
    case 'least-travel':
      return alternative.travelSecondsDifference;
    case 'best-continuity':
      return alternative.newFaces;
  }
}

/** A visit that does not come is the greatest change; one of priority 1 weighs three times one that can wait. */
function leftOutSeconds({ plan, leftOutDemandIds }: DayAlternative): number {
  const leftOut = new Set(leftOutDemandIds);
  return plan.unassigned
    .filter(({ demandId }) => leftOut.has(demandId))
    .reduce((sum, { priority }) => sum + (4 - priority) * leftOutDisruptionCost(false), 0);
}

/** One entry per plan, with all the ways in which it is best. */
function merged(alternatives: readonly DayAlternative[]): readonly DayAlternative[] {
  return alternatives.reduce<readonly DayAlternative[]>((list, one) => {
    const same = list.findIndex(({ moves }) => JSON.stringify(moves) === JSON.stringify(one.moves));
    if (same < 0) return [...list, one];
    return list.map((entry, at) => (at === same ? { ...entry, kinds: [...entry.kinds, ...one.kinds] } : entry));
  }, []);
}
