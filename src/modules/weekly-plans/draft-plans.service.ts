import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { WeeklyPlanAnswer } from '@hemtjanst/contracts';
import { Database } from '../../database/database.js';
import { assertUnit, type Caller } from '../../http/caller.js';
import { conflict, notFound } from '../../http/problems.js';
import { AuditLog } from '../audit-log/audit-log.js';
import { copiedRows } from './copied-rows.js';
import { LedgerAdjustmentRepository } from './ledger-adjustment.repository.js';
import { linesPerBrukare } from './lines-per-brukare.js';
import { PlanPartsRepository } from './plan-parts.repository.js';
import { planAnswer } from './weekly-plan.mapper.js';
import { WeeklyPlanRepository, type StoredPlan } from './weekly-plan.repository.js';

/** Drafts: versions of a week that a person edits, each made from another version, which stays as it is. */
@Injectable()
export class DraftPlansService {
  constructor(
    private readonly database: Database,
    private readonly plans: WeeklyPlanRepository,
    private readonly parts: PlanPartsRepository,
    private readonly adjustments: LedgerAdjustmentRepository,
    private readonly auditLog: AuditLog,
  ) {}

  /**
   * A new draft with everything the plan holds.
   *
   * @param own also where a colleague has an open draft of the plan
   * @throws Problem 409 with the draft there is, so that two planerare do not edit the same week apart by mistake
   */
  create(caller: Caller, unitId: string, planId: string, own: boolean): Promise<WeeklyPlanAnswer> {
    return this.database.runInTransaction(async () => {
      assertUnit(caller, unitId);
      const plan = await this.plans.findInUnit(unitId, planId);
      if (plan === null) throw notFound();
      await this.plans.lockWeek(unitId, plan.week);
      if (!own) await this.refuseSecondDraft(plan);
      const draft = await this.copy(caller, plan);
      return planAnswer(draft, (await this.parts.countVisits([draft.id])).get(draft.id));
    });
  }

  private async refuseSecondDraft(plan: StoredPlan): Promise<void> {
    const draft = await this.plans.findDraftOf(plan.unitId, plan.id);
    if (draft === null) return;
    const detail = `Det finns redan ett utkast av planen (version ${draft.version}). Öppna det, eller gör ett eget.`;
    throw conflict('utkast.finns', detail, { draftId: draft.id, draftVersion: draft.version });
  }

  private async copy(caller: Caller, plan: StoredPlan): Promise<StoredPlan> {
    const { unitId, week, workGroupId, madeFrom, seed, travel, metrics } = plan;
    const id = randomUUID();
    const rows = copiedRows(await this.parts.findAll(plan.id), randomUUID);
    await this.plans.insert({
      id,
      unitId,
      week,
      workGroupId,
      status: 'utkast',
      runId: null,
      madeBy: caller.accountId,
      madeFrom: { settingsVersion: madeFrom.settingsVersion, basedOnPlanId: plan.id },
      seed,
      travel,
      metrics,
    });
    await this.parts.insertAll(unitId, id, rows);
    // What the ledger added, moved or left out holds for the draft too: its demands are derived with it.
    await this.adjustments.insertAll(unitId, id, await this.adjustments.findOfPlan(plan.id));
    const subject = { caller, action: 'gor-utkast', recordKind: 'weekly-plan', recordId: id, unitId };
    await this.auditLog.recordAll(
      linesPerBrukare(
        subject,
        rows.visits.map((visit) => visit.brukare_id),
      ),
    );
    const draft = await this.plans.findInUnit(unitId, id);
    if (draft === null) throw notFound();
    return draft;
  }
}
