import type { CareUnit, DemandAdjustment, IsoWeek, TravelMode, UnitSettings, WeeklyPlan } from '@hemtjanst/domain';
import {
  type GroupWeek,
  type Pin,
  type RideTable,
  type WeekProblem,
  buildWeekProblem,
  groupWeeks,
  incumbentReader,
  mergeGroupPlans,
  readWeekSolution,
  travelQuestion,
} from '@hemtjanst/planning';
import type { TravelTable, TravelTimeSource } from '../travel/travel-time-source.js';
import { planTravelOf } from './plan-travel.js';
import { type PlanBudget, groupBudgets } from './plan-budget.js';
import { type PlanProgress, progressOf } from './plan-progress.js';
import { solveAll } from './solve-pool.js';

export interface PlanWeekRequest {
  readonly unit: CareUnit;
  readonly week: IsoWeek;
  /** Null: the whole unit. */
  readonly workGroupIds: readonly string[] | null;
  readonly settings: UnitSettings;
  readonly source: TravelTimeSource;
  readonly seed: number;
  readonly budget: PlanBudget;
  readonly threads: number;
  /** What the ledger adds to the week's demands, moves or leaves out; absent: nothing. */
  readonly adjustments?: readonly DemandAdjustment[];
  /** Start from this plan; pinned visits keep employee and time. */
  readonly earlier?: { readonly plan: WeeklyPlan; readonly pins: readonly Pin[] };
  readonly onProgress?: (progress: PlanProgress) => void;
  readonly signal?: AbortSignal;
}

/**
 * Plans a unit's week: one problem per work group, solved side by side, merged to one plan. With an iteration budget the
 * same request always gives the same plan, whatever the number of threads.
 */
export async function planWeek(request: PlanWeekRequest): Promise<WeeklyPlan> {
  const { unit, week, settings, workGroupIds, seed } = request;
  const groups = groupWeeks(unit, week, settings, workGroupIds, request.adjustments);
  const tables: TravelTable[] = [];
  const problems = await inOrder(groups, (group) => weekProblem(request, group, tables));
  const budgets = groupBudgets(
    request.budget,
    problems.map(({ problem }) => problem.visits.length),
    request.threads,
  );
  const tasks = problems.map(({ problem }, index) => ({ problem, seed: seed + index, budget: budgets[index] }));
  const figuresOf = incumbentReader(
    request,
    problems.map(({ key }) => key),
  );
  const report = progressOf(problems, figuresOf, request.onProgress);
  const solved = await solveAll(tasks, { threads: request.threads, onProgress: report, signal: request.signal });
  const groupPlans = problems.map(({ problem, key }, index) =>
    readWeekSolution(problem, key, solved[index].result, solved[index].bounds),
  );
  return mergeGroupPlans(
    { unit, week, settings, seed, workGroupIds, travel: planTravelOf(tables, request.source, problems, settings) },
    groupPlans,
  );
}

/** Asks the travel source about the group's places; the tables it answers are noted, since they say what they came from. */
async function weekProblem(
  { source, signal, earlier }: PlanWeekRequest,
  group: GroupWeek,
  tables: TravelTable[],
): Promise<WeekProblem> {
  const question = travelQuestion(group);
  const rides = new Map<TravelMode, RideTable>();
  for (const mode of question.modes) {
    const table = await source.table(mode, question.places.coordinates, signal);
    tables.push(table);
    rides.set(mode, table);
  }
  return buildWeekProblem(group, question, rides, earlier ?? null);
}

/** One at a time: the travel source has its own threads, and two groups' matrices at once only cost memory. */
async function inOrder<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const item of items) results.push(await work(item));
  return results;
}
