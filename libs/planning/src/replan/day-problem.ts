import { type Instant, type WeeklyPlan, localOf } from '@hemtjanst/domain';
import { type Problem, type ProblemVisit, type SolveResult, freezePast } from '@hemtjanst/solver';
import { dayIndex, weekSeconds } from '../problem/week-seconds.js';
import { MOVED_START_SECONDS, disruptionCost, leftOutDisruptionCost } from '../rules/disruption.js';
import type { ChangeBudget } from './board-answers.js';
import type { AfterEvent } from './day-event.js';
import { knownPlacement } from './disturbance.js';
import { isCancelled } from './plan-of-group.js';

/** Nobody's next visit changes while on the way to it. */
const FROZEN_SECONDS = 30 * 60;

/** How one alternative weighs change, faces and travel against each other: factors on the unit's own weights. */
export interface DayWeights {
  readonly disruption: number;
  readonly continuity: number;
  /** What each face after a brukare's first costs at least, however cheap the unit's own weights make it. */
  readonly leastFaceCost: number;
  /** Other visits start within so many seconds of what people know; null: anywhere in their windows. */
  readonly startTolerance: number | null;
  /** Other visits keep their employee, whatever it costs. */
  readonly keepsEmployees: boolean;
}

/** What may be planned anew: the event's days from half an hour ahead on; everything else is held where it is. */
export function dayProblem(
  after: AfterEvent,
  known: SolveResult,
  now: Instant,
  budget: ChangeBudget,
  weights: DayWeights,
): Problem {
  const held = holdOthers(after, known, budget);
  const frozen = freezePast(held, known, weekSecondOf(after, now) + FROZEN_SECONDS);
  const visits = dearerToLeaveOut(after, narrowed(frozen, known, weights.startTolerance), weights.disruption);
  const compatible = weights.keepsEmployees ? onlyOwnShifts(frozen, known) : frozen.compatible;
  return {
    ...frozen,
    visits,
    compatible,
    continuity: { ...frozen.continuity, faceCost: faceCostOf(frozen, weights) },
    assignmentCost: scaled(frozen.assignmentCost, weights.continuity),
    disruption: disruptionOf(after, weights.disruption),
  };
}

/** Other days, kept employees and kept visits do not move; what was called off gets no place. */
function holdOthers({ context, dates }: AfterEvent, known: SolveResult, budget: ChangeBudget): Problem {
  const { problem, key, plan } = context;
  const { groupWeek, rows } = key;
  const days = new Set(dates.map((date) => dayIndex(groupWeek.dates, date)));
  const kept = new Set(budget.keepEmployeeIds ?? []);
  const keptDemands = new Set(
    plan.visits.filter(({ id }) => budget.keepVisitIds?.includes(id)).map(({ demandId }) => demandId),
  );
  const cancelled = new Set(plan.unassigned.filter(isCancelled).map(({ demandId }) => demandId));
  const compatible = problem.compatible.slice();
  const columns = problem.shifts.length;
  groupWeek.shifts.forEach(({ employeeId }, shift) => {
    if (!kept.has(employeeId)) return;
    for (let row = 0; row < rows.length; row++) if (known.shiftOf[row] !== shift) compatible[row * columns + shift] = 0;
  });
  const visits = problem.visits.map((visit, row): ProblemVisit => {
    const { demand } = rows[row];
    const shift = known.shiftOf[row];
    if (shift < 0) {
      const mayBePlaced = demand.allowedDates.some((date) => dates.includes(date)) && !cancelled.has(demand.id);
      if (!mayBePlaced) compatible.fill(0, row * columns, (row + 1) * columns);
      return visit;
    }
    const isKept = kept.has(groupWeek.shifts[shift].employeeId) || keptDemands.has(demand.id);
    return isKept || !days.has(problem.shifts[shift].day) ? lockedTo(visit, shift, known.startOf[row]) : visit;
  });
  return { ...problem, visits, compatible };
}

const lockedTo = (visit: ProblemVisit, shift: number, start: number): ProblemVisit =>
  visit.locked === undefined ? { ...visit, locked: { shift, start } } : visit;

/**
 * The search pulls starts that hang together to the earliest: never more than 15 minutes before what people know. The other
 * starts go back there by themselves when the plan is read.
 */
function narrowed(problem: Problem, known: SolveResult, tolerance: number | null): readonly ProblemVisit[] {
  const coupled = new Set(problem.couplings.flatMap(({ first, second }) => [first, second]));
  return problem.visits.map((visit, row) => {
    const shift = known.shiftOf[row];
    if (visit.locked !== undefined || shift < 0 || (tolerance === null && !coupled.has(row))) return visit;
    const { day } = problem.shifts[shift];
    const from = known.startOf[row] - (tolerance ?? MOVED_START_SECONDS);
    const to = known.startOf[row] + (tolerance ?? MOVED_START_SECONDS);
    const windows = visit.windows
      .filter((window) => window.day === day || tolerance === null)
      .map((window) => {
        if (window.day !== day) return window;
        const latest = tolerance === null ? window.latest : Math.min(window.latest, to);
        return { ...window, earliest: Math.max(window.earliest, from), latest };
      });
    return { ...visit, windows };
  });
}

/** A visit that people wait for is not given up for one of the same weight that nobody has any more. */
function dearerToLeaveOut(after: AfterEvent, visits: readonly ProblemVisit[], factor: number): readonly ProblemVisit[] {
  const affected = new Set(after.affectedDemandIds);
  return visits.map((visit, row) => {
    const { demand, part } = after.context.key.rows[row];
    const known = affected.has(demand.id) || part === 'helper' ? null : knownPlacement(after.context, row);
    if (known === null) return visit;
    const more = Math.round(Math.max(1, factor) * leftOutDisruptionCost(known.isNotified));
    return { ...visit, unassignedCost: visit.unassignedCost + more };
  });
}

function onlyOwnShifts(problem: Problem, known: SolveResult): Uint8Array {
  const compatible = problem.compatible.slice();
  const columns = problem.shifts.length;
  known.shiftOf.forEach((shift, row) => {
    if (shift < 0) return;
    const own = compatible[row * columns + shift];
    compatible.fill(0, row * columns, (row + 1) * columns);
    compatible[row * columns + shift] = own;
  });
  return compatible;
}

/** What another employee than the known one costs. Who is gone is nobody's known employee. */
function disruptionOf({ context, affectedDemandIds }: AfterEvent, factor: number): NonNullable<Problem['disruption']> {
  const { rows, people } = context.key;
  const affected = new Set(affectedDemandIds);
  const known = rows.map(({ demand }, row) => (affected.has(demand.id) ? null : knownPlacement(context, row)));
  return {
    employeeOf: Int32Array.from(known, (place) =>
      place === null ? -1 : (people.employeeIndex.get(place.employeeId) ?? -1),
    ),
    cost: Int32Array.from(known, (place) =>
      place === null
        ? 0
        : Math.round(
            factor * disruptionCost({ hasOtherEmployee: true, movedSeconds: 0, isNotified: place.isNotified }),
          ),
    ),
  };
}

const faceCostOf = ({ continuity: { faceCost } }: Problem, { continuity, leastFaceCost }: DayWeights): Int32Array =>
  scaled(faceCost, continuity).map((cost, before) => (before === 0 ? cost : Math.max(cost, leastFaceCost)));

const scaled = (costs: Int32Array, factor: number): Int32Array => costs.map((cost) => Math.round(cost * factor));

/** Before the week: all of it may change; after it nothing may. */
function weekSecondOf({ context }: AfterEvent, instant: Instant): number {
  const { dates } = context.key.groupWeek;
  const { date, secondOfDay } = localOf(instant);
  const day = dayIndex(dates, date);
  if (day >= 0) return weekSeconds(day, 0) + secondOfDay;
  return date < dates[0] ? -FROZEN_SECONDS : weekSeconds(dates.length, 0);
}

/**
 * The found plan with the starts people know, wherever the search has put a visit: laid out with these, every start lies as
 * near to them as its route allows. Coupled visits keep the start the search has agreed between them.
 *
 * @param rest what `dayProblem` made and the search has solved.
 */
export function withKnownStarts(
  { context: { key } }: AfterEvent,
  rest: Problem,
  found: SolveResult,
  before: WeeklyPlan,
): SolveResult {
  const coupled = new Set(rest.couplings.flatMap(({ first, second }) => [first, second]));
  const visitByDemand = new Map(before.visits.map((visit) => [visit.demandId, visit]));
  const startOf = found.startOf.map((start, row) => {
    const visit = visitByDemand.get(key.rows[row].demand.id);
    if (start < 0 || visit === undefined || coupled.has(row)) return start;
    const local = localOf(visit.startsAt);
    const known = weekSeconds(dayIndex(key.groupWeek.dates, local.date), 0) + local.secondOfDay;
    const window = rest.visits[row].windows.find(({ day }) => day === rest.shifts[found.shiftOf[row]].day);
    return window !== undefined && known >= window.earliest && known <= window.latest ? known : start;
  });
  return { ...found, startOf };
}
