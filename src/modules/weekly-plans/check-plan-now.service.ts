import { Injectable } from '@nestjs/common';
import type { Violation, WeeklyPlan } from '@hemtjanst/domain';
import { legModelOf, type LegModel } from '../../planning/leg-seconds.js';
import { TravelTimes } from '../travel-times/travel-times.service.js';
import { rowToAdjustment } from './ledger-adjustment.mapper.js';
import { LedgerAdjustmentRepository } from './ledger-adjustment.repository.js';
import { checkPlan } from './plan-honesty.js';
import { PlanPartsRepository } from './plan-parts.repository.js';
import type { PlanRows } from './plan-rows.js';
import { rowsToPlan } from './rows-to-plan.js';
import type { UnitSnapshot } from './unit-snapshot.js';
import { UnitSnapshots } from './unit-snapshots.service.js';
import type { StoredPlan } from './weekly-plan.repository.js';

/** A plan beside the unit as both are now, with everything that is wrong with it. */
export interface CheckedPlan {
  readonly plan: WeeklyPlan;
  readonly rows: PlanRows;
  readonly snapshot: UnitSnapshot;
  readonly legs: LegModel;
  readonly violations: readonly Violation[];
}

/** The plan-honesty check: the plan and the unit are read anew, and every leg is asked anew from the travel source. */
@Injectable()
export class CheckPlanNow {
  constructor(
    private readonly parts: PlanPartsRepository,
    private readonly adjustments: LedgerAdjustmentRepository,
    private readonly snapshots: UnitSnapshots,
    private readonly travelTimes: TravelTimes,
  ) {}

  async check(stored: StoredPlan): Promise<CheckedPlan> {
    const snapshot = await this.snapshots.take(stored.unitId, stored.week);
    const rows = await this.parts.findAll(stored.id);
    const plan = rowsToPlan(stored, rows, snapshot.unit.name, snapshot.records);
    const legs = await legModelOf(snapshot.unit, plan, snapshot.settings, this.travelTimes.source);
    const adjustments = (await this.adjustments.findOfPlan(stored.id)).map((row) =>
      rowToAdjustment(row, snapshot.records),
    );
    return { plan, rows, snapshot, legs, violations: checkPlan(plan, snapshot, legs.seconds, adjustments) };
  }
}
