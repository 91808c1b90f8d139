import type {
  CareUnit,
  DemandAdjustment,
  IsoWeek,
  TravelMode,
  UnitSettings,
  VisitDemand,
  WeeklyPlan,
} from '@hemtjanst/domain';
import { OpenPlan, type Problem } from '@hemtjanst/solver';
import {
  type TravelQuestion,
  type WeekProblem,
  type WeekProblemKey,
  buildWeekProblem,
  travelQuestion,
} from '../build-week-problem.js';
import { problemVisits } from '../problem/visit-rows.js';
import { warmStartOf } from '../problem/warm-start.js';
import type { RideTable } from '../ride-table.js';
import { type GroupWeek, groupWeeks } from '../week-scope.js';
import { isWithAbsent } from './absent-staff.js';

/** One work group's week, as it is planned and edited together. */
export interface PlanScope {
  readonly unit: CareUnit;
  readonly week: IsoWeek;
  readonly workGroupId: string;
  readonly settings: UnitSettings;
  /** What the ledger changed in the week's demands when the plan was made. */
  readonly adjustments?: readonly DemandAdjustment[];
  /** Visits that no template asks for, for example one that was ordered this morning. */
  readonly extraDemands?: readonly VisitDemand[];
}

/** The plan that people know, and whom they have heard from. */
export interface PublishedPlan {
  readonly plan: WeeklyPlan;
  readonly notifiedVisitIds: ReadonlySet<string>;
}

export interface PlanContextInput extends PlanScope {
  readonly plan: WeeklyPlan;
  /** Null: nobody has been told anything yet. */
  readonly published: PublishedPlan | null;
  /** The answer to `contextQuestion`. */
  readonly question: ContextQuestion;
  readonly rides: ReadonlyMap<TravelMode, RideTable>;
}

/** What the travel source is asked, with the group's week it was asked for. */
export interface ContextQuestion extends TravelQuestion {
  readonly groupWeek: GroupWeek;
}

/** A plan of one group, laid out and ready for questions. Nothing in it changes. */
export interface PlanContext {
  readonly scope: PlanScope;
  readonly plan: WeeklyPlan;
  readonly published: PublishedPlan | null;
  readonly question: ContextQuestion;
  readonly rides: ReadonlyMap<TravelMode, RideTable>;
  /** Without any lock: what `withPlan` starts from. */
  readonly base: WeekProblem;
  readonly problem: Problem;
  readonly key: WeekProblemKey;
  readonly open: OpenPlan;
  /** Demands that stay as the plan has them although a rule no longer allows it: the checker tells, people decide. */
  readonly heldDemandIds: ReadonlySet<string>;
  /** Main row of every demand. */
  readonly rowOfDemand: ReadonlyMap<string, number>;
  readonly demandOfVisit: ReadonlyMap<string, string>;
  readonly shiftIndex: ReadonlyMap<string, number>;
  readonly rowsOfBrukare: ReadonlyMap<string, readonly number[]>;
}

/**
 * The places and modes to ask a travel source for; all of the group's brukare, so that a visit can be added to any.
 *
 * @param cut the unit's week with the same adjustments cut into groups (`groupWeeks`), where several are asked about:
 *   cutting a large unit's week takes a quarter of a second
 */
export function contextQuestion(scope: PlanScope, cut?: readonly GroupWeek[]): ContextQuestion {
  const { unit, week, workGroupId, settings, adjustments, extraDemands = [] } = scope;
  const groups = cut ?? groupWeeks(unit, week, settings, [workGroupId], adjustments);
  const group = groups.find(({ workGroup }) => workGroup.id === workGroupId);
  if (group === undefined) throw new Error(`work group ${workGroupId} is not in the unit`);
  const groupWeek = { ...group, unit, demands: [...group.demands, ...extraDemands] };
  const members = unit.brukare.filter((brukare) => brukare.workGroupId === workGroupId).map(({ id }) => id);
  return { ...travelQuestion(groupWeek, members), groupWeek };
}

/**
 * Lays a plan out for questions. Takes a few hundred milliseconds for a group's week of 1 200 visits; keep it as long as
 * the plan's version and the master data stay the same.
 */
export function openPlan({ plan, published, question, rides, ...scope }: PlanContextInput): PlanContext {
  const base = buildWeekProblem(question.groupWeek, question, rides);
  return lay({ scope, plan, published, question, rides, base });
}

/** The next version of the plan over the same week and master data: only the plan is laid out anew. */
export const withPlan = (context: PlanContext, plan: WeeklyPlan): PlanContext => lay({ ...context, plan });

/** The same plan where these demands are not held although they break a rule: they are about to be moved. */
export function withoutHold(context: PlanContext, demandIds: readonly string[]): PlanContext {
  const isHeld = demandIds.some((id) => context.heldDemandIds.has(id));
  return isHeld ? lay(context, new Set(demandIds)) : context;
}

type Parts = Pick<PlanContext, 'scope' | 'plan' | 'published' | 'question' | 'rides' | 'base'>;

function lay(parts: Parts, free: ReadonlySet<string> = new Set()): PlanContext {
  const { plan, base } = parts;
  const pinned = new Set(
    plan.visits
      .filter((visit) => visit.pinned && !isWithAbsent(parts.scope.unit, visit))
      .map(({ demandId }) => demandId),
  );
  const strict = openWith(base, plan, pinned);
  const lost = new Set(strict.open.lostVisits().map((row) => base.key.rows[row].demand.id));
  const withAbsent = new Set(
    plan.visits
      .filter((visit) => lost.has(visit.demandId) && isWithAbsent(parts.scope.unit, visit))
      .map(({ demandId }) => demandId),
  );
  const held = new Set([...lost].filter((id) => !pinned.has(id) && !free.has(id) && !withAbsent.has(id)));
  const { problem, open } = held.size === 0 ? strict : openWith(base, plan, new Set([...pinned, ...held]));
  const { rows, groupWeek } = base.key;
  return {
    scope: parts.scope,
    plan,
    published: parts.published,
    question: parts.question,
    rides: parts.rides,
    base,
    problem,
    key: base.key,
    open,
    heldDemandIds: held,
    rowOfDemand: new Map(rows.flatMap((row, index) => (row.part === 'main' ? [[row.demand.id, index] as const] : []))),
    demandOfVisit: new Map(plan.visits.map(({ id, demandId }) => [id, demandId])),
    shiftIndex: new Map(groupWeek.shifts.map(({ id }, index) => [id, index])),
    rowsOfBrukare: groupRows(base.key),
  };
}

/** The problem with the given demands locked where the plan has them, and the plan laid out in it. */
function openWith({ problem, key }: WeekProblem, plan: WeeklyPlan, lockedDemandIds: ReadonlySet<string>) {
  const { groupWeek, rows, places, people } = key;
  const pins = [...lockedDemandIds].map((demandId) => ({ demandId }));
  const { start, locks } = warmStartOf(key, plan, pins);
  const compatible = locks.size === 0 ? problem.compatible : problem.compatible.slice();
  for (const [row, { shift }] of locks) compatible[row * groupWeek.shifts.length + shift] = 1;
  const visits = locks.size === 0 ? problem.visits : problemVisits(groupWeek, rows, places, people, locks);
  const locked: Problem = { ...problem, visits, compatible };
  return { problem: locked, open: new OpenPlan(locked, start) };
}

function groupRows({ rows }: WeekProblemKey): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, number[]>();
  rows.forEach(({ demand: { brukareId } }, row) => {
    const group = groups.get(brukareId);
    if (group === undefined) groups.set(brukareId, [row]);
    else group.push(row);
  });
  return groups;
}
