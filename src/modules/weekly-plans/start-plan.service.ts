import { Injectable } from '@nestjs/common';
import type { NewPlanningRun, PlanningRunAnswer } from '@hemtjanst/contracts';
import { Database } from '../../database/database.js';
import { assertUnit, type Caller } from '../../http/caller.js';
import { invalidValues } from '../../http/problems.js';
import { assertReferences } from '../../http/references.js';
import { PlanningRunsService } from '../planning-runs/planning-runs.service.js';
import { PlacesService } from '../units/places.service.js';
import { WeeklyPlanRepository } from './weekly-plan.repository.js';

/** Asking for a week to be planned. */
@Injectable()
export class StartPlanService {
  constructor(
    private readonly database: Database,
    private readonly places: PlacesService,
    private readonly plans: WeeklyPlanRepository,
    private readonly runs: PlanningRunsService,
  ) {}

  /**
   * The run is queued when the transaction commits. A past week may be planned, to look back at; only publishing it is
   * refused.
   *
   * @throws Problem 422 when the group or the plan to start from is not the unit's, 429 when four runs are unfinished
   */
  start(caller: Caller, unitId: string, wish: NewPlanningRun): Promise<PlanningRunAnswer> {
    assertUnit(caller, unitId);
    return this.database.runInTransaction(async () => {
      await this.checkReferences(unitId, wish);
      const { week, workGroupId, seed, basedOnPlanId } = wish;
      const payload = { week, workGroupId, seed, seconds: wish.seconds ?? null, basedOnPlanId };
      return this.runs.start(unitId, payload, caller.accountId);
    });
  }

  private async checkReferences(unitId: string, { week, workGroupId, basedOnPlanId }: NewPlanningRun): Promise<void> {
    const { workGroups } = await this.places.loadCodes(unitId);
    const earlier = basedOnPlanId === null ? null : await this.plans.findInUnit(unitId, basedOnPlanId);
    assertReferences({
      '/workGroupId': workGroupId === null || workGroups.hasId(workGroupId),
      '/basedOnPlanId': basedOnPlanId === null || earlier !== null,
    });
    if (earlier !== null && earlier.week !== week) {
      const detail = 'Planen att utgå från gäller en annan vecka.';
      throw invalidValues([{ pointer: '/basedOnPlanId', code: 'annan-vecka', detail }]);
    }
  }
}
