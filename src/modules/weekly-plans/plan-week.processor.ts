import { randomUUID } from 'node:crypto';
import { availableParallelism } from 'node:os';
import type { LedgerAdjustment, WeeklyPlan } from '@hemtjanst/domain';
import type { Pin } from '@hemtjanst/planning';
import { PLAN_WEEK, type PlanWeekPayload } from '../../jobs/job-catalogue.js';
import { JobFailed } from '../../jobs/job-errors.js';
import { JobHandler, type JobContext, type JobRunner } from '../../jobs/job-handler.js';
import { legSecondsOf } from '../../planning/leg-seconds.js';
import { type PlanBudget, standardBudget } from '../../planning/plan-budget.js';
import type { PlanProgress } from '../../planning/plan-progress.js';
import { planWeek } from '../../planning/plan-week.js';
import type { RunProgress } from '../planning-runs/planning-run.js';
import { TravelTimes } from '../travel-times/travel-times.service.js';
import { adjustmentsToRows, rowToAdjustment } from './ledger-adjustment.mapper.js';
import { LedgerAdjustmentRepository } from './ledger-adjustment.repository.js';
import { checkPlan, verdictOf } from './plan-honesty.js';
import { PlanPartsRepository } from './plan-parts.repository.js';
import { planToRows } from './plan-to-rows.js';
import { rowsToPlan } from './rows-to-plan.js';
import type { UnitSnapshot } from './unit-snapshot.js';
import { UnitSnapshots } from './unit-snapshots.service.js';
import { WeekLedger } from './week-ledger.service.js';
import { WeeklyPlanRepository } from './weekly-plan.repository.js';

type PlanWeekContext = JobContext<PlanWeekPayload>;

interface EarlierPlan {
  readonly plan: WeeklyPlan;
  readonly pins: readonly Pin[];
  /** Visits the ledger added to it and the planerare then pinned. */
  readonly pinnedExtras: readonly LedgerAdjustment[];
}

/** A week as it was solved. */
interface SolvedWeek {
  readonly plan: WeeklyPlan;
  readonly adjustments: readonly LedgerAdjustment[];
}

/**
 * Solves a week. May run twice for one job: with the same seed and no time limit it finds the same plan again, and only
 * the attempt that counts can write it.
 */
@JobHandler(PLAN_WEEK)
export class PlanWeekProcessor implements JobRunner<PlanWeekPayload> {
  constructor(
    private readonly snapshots: UnitSnapshots,
    private readonly travelTimes: TravelTimes,
    private readonly plans: WeeklyPlanRepository,
    private readonly parts: PlanPartsRepository,
    private readonly ledger: WeekLedger,
    private readonly adjustments: LedgerAdjustmentRepository,
  ) {}

  async run(context: PlanWeekContext): Promise<void> {
    const snapshot = await this.snapshots.take(context.unitId, context.payload.week);
    const solved = await this.solve(context, snapshot);
    context.signal.throwIfAborted();
    await this.refuseUnlessHonest(solved, snapshot, context.signal);
    context.reportProgress(doneProgress(solved.plan));
    await context.finish(() => this.store(context, solved, snapshot));
  }

  private async solve(
    { unitId, payload, signal, reportProgress }: PlanWeekContext,
    snapshot: UnitSnapshot,
  ): Promise<SolvedWeek> {
    const { unit, settings, records } = snapshot;
    const groupCode = payload.workGroupId === null ? null : records.workGroups.codeOf(payload.workGroupId);
    const earlier = await this.earlierPlan(unitId, payload.basedOnPlanId, snapshot);
    const workGroupIds = groupCode === null ? null : [groupCode];
    const adjustments = await this.askLedger(unitId, snapshot, workGroupIds, earlier);
    const plan = await planWeek({
      unit,
      week: snapshot.week,
      workGroupIds,
      settings,
      adjustments,
      source: this.travelTimes.source,
      seed: payload.seed,
      budget: budgetOf(payload, workGroupIds),
      threads: availableParallelism(),
      ...(earlier === null ? {} : { earlier }),
      onProgress: (progress) => reportProgress({ ...runProgress(progress) }),
      signal,
    });
    return { plan: earlier === null ? plan : stillPinned(plan, earlier), adjustments };
  }

  /** What the week adds, moves or leaves out so that the ramtid is kept. What was pinned stays. */
  private async askLedger(
    unitId: string,
    snapshot: UnitSnapshot,
    workGroupIds: readonly string[] | null,
    earlier: EarlierPlan | null,
  ): Promise<readonly LedgerAdjustment[]> {
    const pinned = new Set(earlier?.pins.map(({ demandId }) => demandId) ?? []);
    const kept = earlier?.pinnedExtras ?? [];
    return [...kept, ...(await this.ledger.fit(unitId, snapshot, workGroupIds, pinned, kept))];
  }

  /** The plan to start from, and the visits in it that stay where they are. */
  private async earlierPlan(
    unitId: string,
    planId: string | null,
    snapshot: UnitSnapshot,
  ): Promise<EarlierPlan | null> {
    if (planId === null) return null;
    const stored = await this.plans.findInUnit(unitId, planId);
    if (stored === null) throw new JobFailed('plan.underlag-saknas');
    const rows = await this.parts.findAll(planId);
    const pins = rows.visits.filter((visit) => visit.pinned).map((visit) => ({ demandId: visit.demand_key }));
    const plan = rowsToPlan(stored, rows, snapshot.unit.name, snapshot.records);
    return { plan, pins, pinnedExtras: await this.pinnedExtras(planId, pins, snapshot) };
  }

  private async pinnedExtras(
    planId: string,
    pins: readonly Pin[],
    { records }: UnitSnapshot,
  ): Promise<readonly LedgerAdjustment[]> {
    const isPinned = new Set(pins.map(({ demandId }) => demandId));
    const rows = await this.adjustments.findOfPlan(planId);
    return rows
      .filter((row) => row.kind === 'added' && isPinned.has(row.demand_key))
      .map((row) => rowToAdjustment(row, records));
  }

  /** A second look by code that shares nothing with the search: a plan that cannot be carried out is never kept. */
  private async refuseUnlessHonest(
    { plan, adjustments }: SolvedWeek,
    snapshot: UnitSnapshot,
    signal: AbortSignal,
  ): Promise<void> {
    const source = this.travelTimes.source;
    const legSeconds = await legSecondsOf(snapshot.unit, plan, snapshot.settings, source, signal);
    if (verdictOf(checkPlan(plan, snapshot, legSeconds, adjustments)) === 'nej')
      throw new JobFailed('plan.bryter-regler');
  }

  private async store(
    context: PlanWeekContext,
    { plan, adjustments }: SolvedWeek,
    snapshot: UnitSnapshot,
  ): Promise<void> {
    const { unitId, payload } = context;
    const planId = randomUUID();
    await this.plans.lockWeek(unitId, payload.week);
    await this.plans.insert({
      id: planId,
      unitId,
      week: payload.week,
      workGroupId: payload.workGroupId,
      status: 'foreslagen',
      runId: context.jobId,
      madeBy: context.createdBy,
      madeFrom: { settingsVersion: snapshot.settingsVersion, basedOnPlanId: payload.basedOnPlanId },
      seed: payload.seed,
      travel: plan.travel,
      metrics: plan.metrics,
    });
    await this.parts.insertAll(unitId, planId, planToRows(plan, snapshot.records, randomUUID));
    await this.adjustments.insertAll(unitId, planId, adjustmentsToRows(adjustments, plan, snapshot.records));
  }
}

/** Visits that lie where they were pinned stay pinned; one whose shift is gone is free again. */
function stillPinned(plan: WeeklyPlan, earlier: EarlierPlan): WeeklyPlan {
  const pins = new Set(earlier.pins.map((pin) => pin.demandId));
  const before = new Map(earlier.plan.visits.map((visit) => [visit.demandId, visit]));
  const visits = plan.visits.map((visit) => {
    const was = before.get(visit.demandId);
    const isWhereItWas = was?.startsAt === visit.startsAt && was.shiftIds.join() === visit.shiftIds.join();
    return pins.has(visit.demandId) && isWhereItWas ? { ...visit, pinned: true } : visit;
  });
  return { ...plan, visits };
}

const budgetOf = ({ seconds }: PlanWeekPayload, workGroupIds: readonly string[] | null): PlanBudget =>
  seconds === null ? standardBudget(workGroupIds) : { kind: 'seconds', seconds };

const runProgress = (progress: PlanProgress): RunProgress => ({
  // 100 is said when the plan is checked and kept.
  percent: Math.min(99, Math.floor(progress.fraction * 100)),
  bestObjective: progress.bestCost,
  unassignedVisits: progress.figures?.unassignedVisits ?? null,
  plannedEfficiency: progress.figures?.plannedEfficiency ?? null,
  facesMean: progress.figures?.facesMean ?? null,
  facesAbove10: progress.figures?.facesAbove10 ?? null,
  contactPersonShare: progress.figures?.contactPersonShare ?? null,
});

const doneProgress = ({ metrics }: WeeklyPlan): Readonly<Record<string, unknown>> & RunProgress => ({
  percent: 100,
  bestObjective: metrics.objective,
  unassignedVisits: metrics.unassignedVisits,
  plannedEfficiency: metrics.plannedEfficiency,
  facesMean: metrics.distinctEmployeesPer14Days.mean,
  facesAbove10: metrics.distinctEmployeesPer14Days.shareAbove10,
  contactPersonShare: metrics.contactPersonShare,
});
