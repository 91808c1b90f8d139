import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EditStepAnswer, PlanEdit, PlanEditAnswer } from '@hemtjanst/contracts';
import { Database } from '../../database/database.js';
import { assertUnit, type Caller } from '../../http/caller.js';
import { conflict, notFound, versionChanged } from '../../http/problems.js';
import { assertReferences } from '../../http/references.js';
import { assertVersion } from '../../http/version.js';
import type { EditedParts } from '../../planning/plan-editor/editor-question.js';
import { AuditLog } from '../audit-log/audit-log.js';
import { linesPerBrukare } from './lines-per-brukare.js';
import { NewFacesRepository } from './new-faces.repository.js';
import { editAnswer, editStepAnswer, editWish, ruleWords } from './plan-editing.mapper.js';
import type { UnassignedDemandRow } from './plan-rows.js';
import type { PlanSlice, TouchedParts } from './plan-slice.js';
import { PlanSlicesRepository, type EditStepKind } from './plan-slices.repository.js';
import { partsToRows } from './plan-to-rows.js';
import { PlanWorkspaces } from './plan-workspaces.service.js';
import type { UnitRecords } from './unit-records.js';
import { WeeklyPlanRepository, type StoredPlan } from './weekly-plan.repository.js';

interface StepToRecord {
  readonly touched: TouchedParts;
  /** What is there until then: whom the step is about also where nothing is left of it. */
  readonly before: PlanSlice;
  readonly slice: PlanSlice;
}

/** A step that is to be taken, forward or back. */
interface StepToTake extends StepToRecord {
  readonly stepsApplied: number;
}

/** Edits of a draft by hand: each one transaction, each one step that can be taken back and made again. */
@Injectable()
export class EditPlanService {
  constructor(
    private readonly database: Database,
    private readonly plans: WeeklyPlanRepository,
    private readonly slices: PlanSlicesRepository,
    private readonly newFaces: NewFacesRepository,
    private readonly workspaces: PlanWorkspaces,
    private readonly auditLog: AuditLog,
  ) {}

  /**
   * Applies one edit: the routes it touches are timed anew. Visits of the group that lie with somebody who has been marked
   * absent are left out first, as a step of its own.
   *
   * @throws Problem 409 with the hard rules that stand against it, 412 when somebody else edited after `seenVersion`
   */
  async edit(
    caller: Caller,
    unitId: string,
    planId: string,
    seenVersion: number,
    edit: PlanEdit,
  ): Promise<PlanEditAnswer> {
    const plan = await this.loadDraft(caller, unitId, planId, seenVersion);
    const workspace = await this.workspaces.open(plan, edit.visitDemandId);
    const { records } = workspace.snapshot;
    assertShifts(edit, records);
    const turn = await this.workspaces.ask<'apply'>(workspace, { kind: 'apply', edit: editWish(edit, records) });
    if (!turn.answer.isAllowed) {
      const refusals = ruleWords(turn.answer.violations);
      const detail = refusals.map(({ text }) => text.sv).join(' ');
      throw conflict('andring.bryter-regler', detail, { refusals });
    }
    const { released, changed } = turn.answer;
    const steps = [
      ...(released === null ? [] : [{ kind: 'release' as const, changed: released }]),
      ...(changed === null ? [] : [{ kind: edit.kind, changed }]),
    ];
    const { answer, stateId } = await this.database.runInTransaction(() =>
      this.recordSteps(caller, plan, steps, records),
    );
    this.workspaces.keep(workspace, turn, stateId);
    return answer;
  }

  /**
   * One step, or two where visits of somebody who is absent had to be left out first: each can be taken back by itself.
   *
   * @throws Problem 409 where there is nothing to do
   */
  private async recordSteps(
    caller: Caller,
    plan: StoredPlan,
    steps: readonly { readonly kind: EditStepKind; readonly changed: EditedParts }[],
    records: UnitRecords,
  ): Promise<{ readonly answer: PlanEditAnswer; readonly stateId: string }> {
    let current = plan;
    for (const { kind, changed } of steps) {
      const step = await this.sliceStep(current, changed, records, randomUUID());
      current = await this.recordStep(caller, current, kind, step);
    }
    if (current === plan) throw conflict('andring.inget-att-lyfta', 'Inget besök ligger hos någon som är frånvarande.');
    const touched = {
      demandKeys: [...new Set(steps.flatMap(({ changed }) => changed.demandIds))],
      shiftIds: [...new Set(steps.flatMap(({ changed }) => changed.shiftIds))].map((code) => records.shifts.idOf(code)),
    };
    const released = steps.flatMap(({ kind, changed }) => (kind === 'release' ? changed.demandIds : []));
    const slice = await this.slices.findSlice(current, touched);
    const answer = await this.answerOf(current, touched, slice, { canRedo: false, released });
    return { answer, stateId: current.stateId };
  }

  /** A day planned anew, as one step of the draft; in the caller's transaction. */
  async recordReplan(caller: Caller, draft: StoredPlan, changed: EditedParts, records: UnitRecords): Promise<void> {
    await this.recordStep(caller, draft, 'replan', await this.sliceStep(draft, changed, records, randomUUID()));
  }

  /** A visit more in the draft, without a place so far, as one step; in the caller's transaction. */
  async recordExtra(caller: Caller, draft: StoredPlan, waiting: UnassignedDemandRow): Promise<void> {
    const touched = { demandKeys: [waiting.demand_key], shiftIds: [] };
    const before = await this.slices.findSlice(draft, touched);
    const metrics = { ...before.metrics, unassignedVisits: before.metrics.unassignedVisits + 1 };
    const slice = { ...before, unassigned: [waiting], metrics, stateId: randomUUID() };
    await this.recordStep(caller, draft, 'extra', { touched, before, slice });
  }

  /**
   * Locks or unlocks a visit also in a proposal, which thereby becomes a draft: nothing is timed anew.
   *
   * @throws Problem 412 when somebody else changed the plan after `seenVersion`, 409 when it is published
   */
  pin(
    caller: Caller,
    unitId: string,
    planId: string,
    seenVersion: number,
    { visitId, pinned }: { readonly visitId: string; readonly pinned: boolean },
  ): Promise<PlanEditAnswer> {
    return this.database.runInTransaction(async () => {
      const plan = await this.load(caller, unitId, planId);
      assertIsOpen(plan);
      assertVersion(seenVersion, plan.rowVersion);
      const demandKey = await this.slices.findDemandOfVisit(planId, visitId);
      if (demandKey === null) throw notFound();
      const touched = { demandKeys: [demandKey], shiftIds: [] };
      const before = await this.slices.findSlice(plan, touched);
      const visits = before.visits.map((visit) => ({ ...visit, pinned }));
      const slice = { ...before, visits, stateId: randomUUID() };
      const edited = await this.recordStep(caller, plan, pinned ? 'lock' : 'unlock', { touched, before, slice });
      return this.answerOf(edited, touched, slice, { canRedo: false });
    });
  }

  /** Takes the newest step back. @throws Problem 409 when no step is left */
  undo(caller: Caller, unitId: string, planId: string, seenVersion: number): Promise<PlanEditAnswer> {
    return this.database.runInTransaction(async () => {
      const plan = await this.loadDraft(caller, unitId, planId, seenVersion);
      const step = await this.slices.findStep(planId, plan.stepsApplied);
      if (step === null) throw conflict('andring.inget-att-angra', 'Det finns inget att ångra.');
      const touched = touchedOf(step.demandKeys, step.before, step.after);
      const stepsApplied = plan.stepsApplied - 1;
      const taken = { touched, slice: step.before, before: step.after, stepsApplied, canRedo: true };
      const edited = await this.take(caller, plan, 'angra', taken);
      return this.answerOf(edited, touched, taken.slice, taken);
    });
  }

  /** Makes the step that was taken back last again. @throws Problem 409 when none was */
  redo(caller: Caller, unitId: string, planId: string, seenVersion: number): Promise<PlanEditAnswer> {
    return this.database.runInTransaction(async () => {
      const plan = await this.loadDraft(caller, unitId, planId, seenVersion);
      const step = await this.slices.findStep(planId, plan.stepsApplied + 1);
      if (step === null) throw conflict('andring.inget-att-gora-om', 'Det finns inget att göra om.');
      const touched = touchedOf(step.demandKeys, step.before, step.after);
      const stepsApplied = plan.stepsApplied + 1;
      const canRedo = await this.slices.hasStep(planId, stepsApplied + 1);
      const taken = { touched, slice: step.after, before: step.before, stepsApplied, canRedo };
      const edited = await this.take(caller, plan, 'gor-om', taken);
      return this.answerOf(edited, touched, taken.slice, taken);
    });
  }

  async listSteps(caller: Caller, unitId: string, planId: string): Promise<readonly EditStepAnswer[]> {
    const plan = await this.load(caller, unitId, planId);
    const steps = await this.slices.findSteps(planId);
    return steps.map((step) => editStepAnswer(step, plan.stepsApplied));
  }

  private async load(caller: Caller, unitId: string, planId: string): Promise<StoredPlan> {
    assertUnit(caller, unitId);
    const plan = await this.plans.findInUnit(unitId, planId);
    if (plan === null) throw notFound();
    return plan;
  }

  private async loadDraft(caller: Caller, unitId: string, planId: string, seenVersion: number): Promise<StoredPlan> {
    const plan = await this.load(caller, unitId, planId);
    if (plan.status !== 'utkast') {
      throw conflict('plan.inget-utkast', 'Bara ett utkast kan ändras. Gör ett utkast av planen först.', {
        status: plan.status,
      });
    }
    assertVersion(seenVersion, plan.rowVersion);
    return plan;
  }

  private async sliceStep(
    plan: StoredPlan,
    changed: EditedParts,
    records: UnitRecords,
    stateId: string,
  ): Promise<StepToRecord> {
    const shiftIds = changed.shiftIds.map((code) => records.shifts.idOf(code));
    const touched = { demandKeys: changed.demandIds, shiftIds };
    const before = await this.slices.findSlice(plan, touched);
    const slice = withRouteIds(await this.sliceOf(plan, changed, records, stateId), before);
    return { touched, before, slice };
  }

  private async recordStep(
    caller: Caller,
    plan: StoredPlan,
    kind: EditStepKind,
    step: StepToRecord,
  ): Promise<StoredPlan> {
    const position = plan.stepsApplied + 1;
    const edited = await this.take(caller, plan, kind, { ...step, stepsApplied: position });
    const { touched, before, slice } = step;
    const kept = { position, kind, demandKeys: touched.demandKeys, before, after: slice, madeBy: caller.accountId };
    await this.slices.insertStep(plan.unitId, plan.id, kept);
    return edited;
  }

  /** Visits that are rows already keep their ids: a step back and forth never makes a visit another one. */
  private async sliceOf(
    plan: StoredPlan,
    changed: EditedParts,
    records: UnitRecords,
    stateId: string,
  ): Promise<PlanSlice> {
    const inRoutes = changed.routes.flatMap((route) => route.stops.map((stop) => stop.visitId));
    const keys = [...inRoutes.filter((key) => key !== null), ...changed.visits.map((visit) => visit.id)];
    const known = await this.slices.findVisitIds(plan.id, [...new Set(keys)]);
    return { ...partsToRows(changed, records, randomUUID, known), metrics: changed.metrics, stateId };
  }

  private async take(
    caller: Caller,
    plan: StoredPlan,
    action: string,
    { touched, slice, before, stepsApplied }: StepToTake,
  ): Promise<StoredPlan> {
    const { unitId, id: planId, rowVersion } = plan;
    const { metrics, stateId } = slice;
    // First of all: the row is locked from here on, and who comes second is told so.
    if (!(await this.plans.saveEdited(planId, rowVersion, { metrics, stateId, stepsApplied }))) {
      const current = await this.plans.findInUnit(unitId, planId);
      throw versionChanged(current?.rowVersion ?? rowVersion);
    }
    await this.slices.writeSlice(unitId, planId, touched, slice);
    const subject = { caller, action, recordKind: 'weekly-plan', recordId: planId, unitId };
    const about = [...before.visits, ...slice.visits, ...before.unassigned, ...slice.unassigned];
    await this.auditLog.recordAll(
      linesPerBrukare(
        subject,
        about.map((row) => row.brukare_id),
      ),
    );
    return { ...plan, rowVersion: rowVersion + 1, metrics, stateId, stepsApplied };
  }

  private async answerOf(
    plan: StoredPlan,
    touched: TouchedParts,
    slice: PlanSlice,
    { canRedo, released = [] }: { readonly canRedo: boolean; readonly released?: readonly string[] },
  ): Promise<PlanEditAnswer> {
    const newFaces = await this.newFaces.findByVisit(
      plan.id,
      slice.visits.map((visit) => visit.id),
    );
    return editAnswer(plan, touched, slice, { canRedo, newFaces, released });
  }
}

function assertShifts(edit: PlanEdit, { shifts }: UnitRecords): void {
  if (edit.kind !== 'move' && edit.kind !== 'place') return;
  const { shiftId, helperShiftId } = edit;
  assertReferences({
    '/shiftId': shifts.hasId(shiftId),
    '/helperShiftId': helperShiftId === null || shifts.hasId(helperShiftId),
  });
}

/** A shift's route keeps its id from edit to edit. */
function withRouteIds(slice: PlanSlice, before: PlanSlice): PlanSlice {
  const ids = new Map(before.routes.map((route) => [route.shift_id, route.id]));
  return { ...slice, routes: slice.routes.map((route) => ({ ...route, id: ids.get(route.shift_id) ?? route.id })) };
}

function touchedOf(demandKeys: readonly string[], before: PlanSlice, after: PlanSlice): TouchedParts {
  const routes = [...before.routes, ...after.routes];
  return { demandKeys, shiftIds: [...new Set(routes.map((route) => route.shift_id))] };
}

function assertIsOpen(plan: StoredPlan): void {
  if (plan.status === 'publicerad' || plan.status === 'ersatt') {
    throw conflict('plan.publicerad', 'En publicerad plan ändras inte; planera om veckan för en ny version.');
  }
}
