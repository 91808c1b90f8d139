import { Injectable } from '@nestjs/common';
import type {
  ExplanationAnswer,
  MovePriceAnswer,
  MoveQuestion,
  PlaceQuestion,
  PlacesAnswer,
  WaysOutAnswer,
} from '@hemtjanst/contracts';
import { assertUnit, type Caller } from '../../http/caller.js';
import { notFound } from '../../http/problems.js';
import { assertReferences } from '../../http/references.js';
import { AuditLog } from '../audit-log/audit-log.js';
import type { EditorAnswer } from '../../planning/plan-editor/editor-question.js';
import { LendingGroups } from './lending-groups.service.js';
import {
  canApplyNow,
  explanationAnswerOf,
  movePriceAnswerOf,
  placesAnswerOf,
  priceQuestion,
  waysOutAnswerOf,
} from './plan-editing.mapper.js';
import { PlanWorkspaces, type PlanWorkspace } from './plan-workspaces.service.js';
import { WeeklyPlanRepository } from './weekly-plan.repository.js';

/** What an edit would cost, where a visit could lie, and why it lies where it does: the solver's own figures. */
@Injectable()
export class PricePlanService {
  constructor(
    private readonly plans: WeeklyPlanRepository,
    private readonly workspaces: PlanWorkspaces,
    private readonly lendingGroups: LendingGroups,
    private readonly auditLog: AuditLog,
  ) {}

  /** Asked several times a second while somebody drags: it tells nothing about the brukare and leaves no audit line. */
  async priceMove(caller: Caller, unitId: string, planId: string, question: MoveQuestion): Promise<MovePriceAnswer> {
    const workspace = await this.open(caller, unitId, planId, question);
    const { records } = workspace.snapshot;
    const { shiftId, helperShiftId } = question;
    assertReferences({
      '/shiftId': records.shifts.hasId(shiftId),
      '/helperShiftId': helperShiftId === null || records.shifts.hasId(helperShiftId),
    });
    const { answer } = await this.workspaces.ask<'price'>(workspace, priceQuestion(question, records));
    return movePriceAnswerOf(workspace.plan.rowVersion, answer, records);
  }

  async listPlaces(caller: Caller, unitId: string, planId: string, question: PlaceQuestion): Promise<PlacesAnswer> {
    const workspace = await this.open(caller, unitId, planId, question);
    const { records } = workspace.snapshot;
    const { answer } = await this.workspaces.ask<'places'>(workspace, {
      kind: 'places',
      demandId: question.visitDemandId,
    });
    await this.record(caller, workspace, 'provar-platser');
    return placesAnswerOf(workspace.plan.rowVersion, answer, records);
  }

  async explain(caller: Caller, unitId: string, planId: string, question: PlaceQuestion): Promise<ExplanationAnswer> {
    const workspace = await this.open(caller, unitId, planId, question);
    const { answer } = await this.workspaces.ask<'explain'>(workspace, {
      kind: 'explain',
      demandId: question.visitDemandId,
    });
    await this.record(caller, workspace, 'fragar-varfor');
    return explanationAnswerOf(workspace.plan.rowVersion, answer, workspace.snapshot.records);
  }

  async listWaysOut(caller: Caller, unitId: string, planId: string, question: PlaceQuestion): Promise<WaysOutAnswer> {
    const workspace = await this.open(caller, unitId, planId, question);
    const ways = await this.waysOut(workspace, question.visitDemandId);
    await this.record(caller, workspace, 'fragar-vagar-ut');
    return waysOutAnswerOf(workspace.plan.rowVersion, ways, workspace.snapshot.records);
  }

  /** The other groups are asked only where the own one has no place for the visit as it is. */
  private async waysOut(workspace: PlanWorkspace, demandId: string): Promise<EditorAnswer<'ways-out'>> {
    const own = await this.workspaces.ask<'ways-out'>(workspace, { kind: 'ways-out', demandId, lenders: [] });
    if (own.answer.some(canApplyNow)) return own.answer;
    const lenders = await this.lendingGroups.of(workspace, demandId);
    if (lenders.length === 0) return own.answer;
    const all = await this.workspaces.ask<'ways-out'>(workspace, { kind: 'ways-out', demandId, lenders });
    return all.answer;
  }

  /** @throws Problem 404 when the plan or the demand is not in the unit */
  private async open(
    caller: Caller,
    unitId: string,
    planId: string,
    { visitDemandId }: PlaceQuestion,
  ): Promise<PlanWorkspace> {
    assertUnit(caller, unitId);
    const plan = await this.plans.findInUnit(unitId, planId);
    if (plan === null) throw notFound();
    return this.workspaces.open(plan, visitDemandId);
  }

  private record(caller: Caller, { plan, brukareId }: PlanWorkspace, action: string): Promise<void> {
    const { unitId, id } = plan;
    return this.auditLog.record({ caller, action, recordKind: 'weekly-plan', recordId: id, brukareId, unitId });
  }
}
