import { Injectable } from '@nestjs/common';
import type {
  LedgerAdjustmentAnswer,
  PlanComparisonAnswer,
  PlannedVisitAnswer,
  PlannedVisitQuery,
  UnassignedDemandAnswer,
  VisitPinAnswer,
  WeeklyPlanAnswer,
  WeeklyPlanPageAnswer,
  WeeklyPlanQuery,
} from '@hemtjanst/contracts';
import { Database } from '../../database/database.js';
import { assertUnit, type Caller } from '../../http/caller.js';
import { pageOfItems, pageOrAll } from '../../http/page.js';
import { conflict, notFound } from '../../http/problems.js';
import { AuditLog } from '../audit-log/audit-log.js';
import { comparePlans } from './compare-plans.js';
import { adjustmentAnswer } from './ledger-adjustment.mapper.js';
import { LedgerAdjustmentRepository } from './ledger-adjustment.repository.js';
import { EditPlanService } from './edit-plan.service.js';
import { NewFacesRepository } from './new-faces.repository.js';
import { linesPerBrukare, type AuditSubject } from './lines-per-brukare.js';
import { PlanPartsRepository, type VisitFilter } from './plan-parts.repository.js';
import { staffOfVisits } from './staff-of-visits.js';
import { comparisonAnswer, planAnswer, unassignedAnswer, visitAnswer } from './weekly-plan.mapper.js';
import { WeeklyPlanRepository, type StoredPlan } from './weekly-plan.repository.js';

/** Reading planned weeks, comparing two of them, and pinning visits before the next calculation. */
@Injectable()
export class WeeklyPlansService {
  constructor(
    private readonly database: Database,
    private readonly plans: WeeklyPlanRepository,
    private readonly parts: PlanPartsRepository,
    private readonly adjustments: LedgerAdjustmentRepository,
    private readonly newFaces: NewFacesRepository,
    private readonly edits: EditPlanService,
    private readonly auditLog: AuditLog,
  ) {}

  async list(caller: Caller, unitId: string, query: WeeklyPlanQuery): Promise<WeeklyPlanPageAnswer> {
    assertUnit(caller, unitId);
    const { format, page: wished, size: wishedSize, ...filter } = query;
    const { page, size } = pageOrAll({ page: wished, size: wishedSize, format });
    const [plans, total] = await this.plans.findPage(unitId, filter, { page, size });
    const counts = await this.parts.countVisits(plans.map((plan) => plan.id));
    const items = plans.map((plan) => planAnswer(plan, counts.get(plan.id)));
    return { ...pageOfItems(items, total, { page, size }), items };
  }

  async get(caller: Caller, unitId: string, planId: string): Promise<WeeklyPlanAnswer> {
    const plan = await this.load(caller, unitId, planId);
    return planAnswer(plan, (await this.parts.countVisits([planId])).get(planId));
  }

  listVisits(
    caller: Caller,
    unitId: string,
    planId: string,
    query: PlannedVisitQuery,
  ): Promise<readonly PlannedVisitAnswer[]> {
    return this.database.runInTransaction(async () => {
      await this.load(caller, unitId, planId);
      const visits = await this.visitAnswers(planId, query);
      await this.recordRead({ caller, action: 'las', recordKind: 'planned-visit', recordId: planId, unitId }, visits);
      return visits;
    });
  }

  listUnassigned(caller: Caller, unitId: string, planId: string): Promise<readonly UnassignedDemandAnswer[]> {
    return this.database.runInTransaction(async () => {
      await this.load(caller, unitId, planId);
      const left = (await this.parts.findUnassigned(planId)).map(unassignedAnswer);
      await this.recordRead({ caller, action: 'las', recordKind: 'unassigned-demand', recordId: planId, unitId }, left);
      return left;
    });
  }

  /** What the ledger made the planner add, move or leave out, and why. */
  listLedgerAdjustments(caller: Caller, unitId: string, planId: string): Promise<readonly LedgerAdjustmentAnswer[]> {
    return this.database.runInTransaction(async () => {
      await this.load(caller, unitId, planId);
      const adjustments = (await this.adjustments.findOfPlan(planId)).map(adjustmentAnswer);
      const subject = { caller, action: 'las', recordKind: 'ledger-adjustment', recordId: planId, unitId };
      await this.recordRead(subject, adjustments);
      return adjustments;
    });
  }

  /**
   * What would change if the other plan took the place of this one.
   *
   * @throws Problem 409 where the plans are of different weeks or scopes: every visit would be "new"
   */
  compare(caller: Caller, unitId: string, planId: string, otherId: string): Promise<PlanComparisonAnswer> {
    return this.database.runInTransaction(async () => {
      const from = await this.load(caller, unitId, planId);
      const to = await this.load(caller, unitId, otherId);
      if (from.week !== to.week || from.workGroupId !== to.workGroupId) {
        throw conflict('planer.ej-jamforbara', 'Bara planer för samma vecka och samma grupp kan jämföras.');
      }
      const comparison = comparePlans(await this.parts.findAll(from.id), await this.parts.findAll(to.id));
      const subject = { caller, action: 'jamfor', recordKind: 'weekly-plan', recordId: planId, unitId };
      await this.recordRead(subject, comparison.visits);
      return comparisonAnswer(from, to, comparison);
    });
  }

  /**
   * A pinned visit keeps employee and time when the week is planned again from this plan.
   *
   * @throws Problem 412 when somebody else changed the plan after `seenVersion`, 409 when it is published
   */
  async pinVisit(
    caller: Caller,
    unitId: string,
    planId: string,
    visitId: string,
    seenVersion: number,
    pinned: boolean,
  ): Promise<VisitPinAnswer> {
    const { visits, version } = await this.edits.pin(caller, unitId, planId, seenVersion, { visitId, pinned });
    const [visit] = visits;
    if (visit === undefined) throw notFound();
    return { ...visit, version };
  }

  /** @throws Problem 404 when the plan is not in one of the caller's units */
  private async load(caller: Caller, unitId: string, planId: string): Promise<StoredPlan> {
    assertUnit(caller, unitId);
    const plan = await this.plans.findInUnit(unitId, planId);
    if (plan === null) throw notFound();
    return plan;
  }

  private async visitAnswers(planId: string, filter: VisitFilter): Promise<PlannedVisitAnswer[]> {
    const rows = await this.parts.findVisits(planId, filter);
    const ids = rows.map((row) => row.id);
    const staffOf = staffOfVisits(await this.parts.findStaff(planId, ids));
    const newFaces = await this.newFaces.findByVisit(planId, ids);
    return rows.map((row) => visitAnswer(row, staffOf(row.id), newFaces.get(row.id) ?? []));
  }

  private recordRead(subject: AuditSubject, records: readonly { readonly brukareId: string }[]): Promise<void> {
    return this.auditLog.recordAll(
      linesPerBrukare(
        subject,
        records.map((record) => record.brukareId),
      ),
    );
  }
}
