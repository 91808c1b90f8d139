import { Injectable } from '@nestjs/common';
import {
  addDays,
  type DemandAdjustment,
  instantOfDate,
  localOf,
  type TravelMode,
  type WeeklyPlan,
} from '@hemtjanst/domain';
import { contextQuestion, type ContextQuestion, type PublishedPlan, type RideTable } from '@hemtjanst/planning';
import type { EditorInput } from '../../planning/plan-editor/editor-question.js';
import { TravelTimes } from '../travel-times/travel-times.service.js';
import { rowToAdjustment } from './ledger-adjustment.mapper.js';
import { LedgerAdjustmentRepository } from './ledger-adjustment.repository.js';
import { PlanPartsRepository } from './plan-parts.repository.js';
import { rowsToPlan } from './rows-to-plan.js';
import type { UnitSnapshot } from './unit-snapshot.js';
import { WeeklyPlanRepository, type StoredPlan } from './weekly-plan.repository.js';

/** What an answer about a plan hangs on besides the unit: the plan itself, what people go by, and the ways. */
@Injectable()
export class PlanInputs {
  constructor(
    private readonly plans: WeeklyPlanRepository,
    private readonly parts: PlanPartsRepository,
    private readonly adjustments: LedgerAdjustmentRepository,
    private readonly travelTimes: TravelTimes,
  ) {}

  /** Everything a question about one group's part of a plan hangs on. */
  async editorInput(plan: StoredPlan, snapshot: UnitSnapshot, workGroupCode: string): Promise<EditorInput> {
    const { unit, week, settings } = snapshot;
    const adjustments = await this.adjustmentsOf(plan, snapshot);
    const question = contextQuestion({ unit, week, settings, workGroupId: workGroupCode, adjustments });
    const rides = await this.ridesFor(question);
    const weeklyPlan = await this.planOf(plan, snapshot);
    const published = await this.publishedBeside(plan, plan.workGroupId, snapshot);
    return { unit, week, settings, plan: weeklyPlan, adjustments, published, rides };
  }

  async planOf(plan: StoredPlan, { unit, records }: UnitSnapshot): Promise<WeeklyPlan> {
    return rowsToPlan(plan, await this.parts.findAll(plan.id), unit.name, records);
  }

  async adjustmentsOf(plan: StoredPlan, { records }: UnitSnapshot): Promise<readonly DemandAdjustment[]> {
    return (await this.adjustments.findOfPlan(plan.id)).map((row) => rowToAdjustment(row, records));
  }

  async ridesFor({ modes, places }: ContextQuestion): Promise<ReadonlyMap<TravelMode, RideTable>> {
    const rides = new Map<TravelMode, RideTable>();
    for (const mode of modes) {
      const { seconds, meters, estimated } = await this.travelTimes.source.table(mode, places.coordinates);
      rides.set(mode, { seconds, meters, estimated });
    }
    return rides;
  }

  /** What people go by now: lists of today and tomorrow have been read, a change of them costs more. */
  async publishedBeside(
    { unitId, week }: StoredPlan,
    workGroupId: string | null,
    snapshot: UnitSnapshot,
  ): Promise<PublishedPlan | null> {
    const ofWeek = await this.plans.findPublished(unitId, week);
    const beside = ofWeek.find((plan) => plan.workGroupId === null || plan.workGroupId === workGroupId);
    if (beside === undefined) return null;
    const published = await this.planOf(beside, snapshot);
    const tomorrow = addDays(today(), 1);
    const read = published.visits.filter((visit) => visit.date <= tomorrow);
    return { plan: published, notifiedVisitIds: new Set(read.map((visit) => visit.id)) };
  }
}

const today = () => localOf(instantOfDate(new Date())).date;
