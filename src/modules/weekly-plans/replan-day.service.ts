import { Injectable } from '@nestjs/common';
import type { ReplanAnswer, ReplanChoice, ReplanQuestion, WeeklyPlanAnswer } from '@hemtjanst/contracts';
import { datesOfWeek, localDate, localOf, parseIsoWeek, type Absence, type Instant } from '@hemtjanst/domain';
import { Database } from '../../database/database.js';
import { assertUnit, type Caller } from '../../http/caller.js';
import { conflict, invalidValues, notFound } from '../../http/problems.js';
import { assertReferences } from '../../http/references.js';
import { assertVersion } from '../../http/version.js';
import type { ReplannedDay } from '../../planning/plan-editor/editor-question.js';
import { AuditLog } from '../audit-log/audit-log.js';
import { EmployeeAbsencesService } from '../employees/employee-absences.service.js';
import { DraftPlansService } from './draft-plans.service.js';
import { EditPlanService } from './edit-plan.service.js';
import { linesPerBrukare } from './lines-per-brukare.js';
import { PlanPartsRepository } from './plan-parts.repository.js';
import { PlanWorkspaces, type GroupWorkspace } from './plan-workspaces.service.js';
import { alternativeAnswer, alternativeIdOf, momentOf, newAbsenceOf, replanRequest } from './replan-day.mapper.js';
import type { UnitRecords } from './unit-records.js';
import type { UnitSnapshot } from './unit-snapshot.js';
import { planAnswer } from './weekly-plan.mapper.js';
import { WeeklyPlanRepository, type StoredPlan } from './weekly-plan.repository.js';

/** An answer leaves the next half hour alone, so it holds as long as that. */
const ANSWER_HOLDS_MILLISECONDS = 30 * 60_000;

/**
 * Plans the rest of a day anew after a sick call or a cancelled visit. Nothing is kept between question and choice: the
 * same question gives the same answer, and a choice that the answer no longer holds is refused.
 */
@Injectable()
export class ReplanDayService {
  constructor(
    private readonly database: Database,
    private readonly plans: WeeklyPlanRepository,
    private readonly parts: PlanPartsRepository,
    private readonly workspaces: PlanWorkspaces,
    private readonly drafts: DraftPlansService,
    private readonly edits: EditPlanService,
    private readonly absences: EmployeeAbsencesService,
    private readonly auditLog: AuditLog,
  ) {}

  async ask(caller: Caller, unitId: string, planId: string, question: ReplanQuestion): Promise<ReplanAnswer> {
    const plan = await this.load(caller, unitId, planId);
    const asOf = momentOf(question.asOf);
    const { workspace, days } = await this.replan(plan, question, asOf);
    const { records } = workspace.snapshot;
    await this.record(caller, plan, days, records);
    return { version: plan.rowVersion, asOf, alternatives: days.map((day) => alternativeAnswer(day, records)) };
  }

  /**
   * Makes a draft with the chosen day as one step that can be taken back; in a draft it is the draft's next step.
   *
   * @throws Problem 412 when the plan was changed after `seenVersion`, 409 when the answer no longer holds or a colleague
   * has an open draft of the plan
   */
  async accept(
    caller: Caller,
    unitId: string,
    planId: string,
    seenVersion: number,
    { question, alternativeId, own, recordAbsence }: ReplanChoice,
  ): Promise<WeeklyPlanAnswer> {
    const plan = await this.load(caller, unitId, planId);
    assertVersion(seenVersion, plan.rowVersion);
    const asOf = momentOf(question.asOf);
    assertStillHolds(question.onDate, asOf);
    const { workspace, days } = await this.replan(plan, question, asOf);
    const chosen = days.find((day) => alternativeIdOf(day) === alternativeId);
    if (chosen === undefined) throw answerIsOld();
    const { records } = workspace.snapshot;
    return this.database.runInTransaction(async () => {
      const draft = await this.draftOf(caller, plan, own);
      await this.edits.recordReplan(caller, draft, chosen.changed, records);
      if (recordAbsence && chosen.absence !== null) await this.keepAbsence(caller, unitId, chosen.absence, records);
      const edited = await this.load(caller, unitId, draft.id);
      return planAnswer(edited, (await this.parts.countVisits([edited.id])).get(edited.id));
    });
  }

  private async replan(
    plan: StoredPlan,
    question: ReplanQuestion,
    asOf: Instant,
  ): Promise<{ readonly workspace: GroupWorkspace; readonly days: readonly ReplannedDay[] }> {
    assertInWeek(plan, question.onDate);
    const workspace = await this.openGroup(plan, question);
    assertInPlan(plan, workspace);
    const request = replanRequest(question, asOf, workspace.snapshot.records);
    const { answer } = await this.workspaces.ask<'replan-day'>(workspace, { kind: 'replan-day', request });
    return { workspace, days: answer };
  }

  private async openGroup(plan: StoredPlan, { event, onDate }: ReplanQuestion): Promise<GroupWorkspace> {
    switch (event.kind) {
      case 'sick':
        return this.workspaces.openGroup(plan, (snapshot) => groupAtWork(snapshot, event.employeeId, onDate));
      case 'cancelled': {
        const [visit] = await this.parts.findVisits(plan.id, { demandKeys: [event.visitDemandId], date: onDate });
        assertReferences({ '/event/visitDemandId': visit !== undefined });
        return this.workspaces.open(plan, event.visitDemandId);
      }
    }
  }

  /** The plan itself where it is a draft already, else a new draft of it. */
  private async draftOf(caller: Caller, plan: StoredPlan, own: boolean): Promise<StoredPlan> {
    if (plan.status === 'utkast') return plan;
    const { id } = await this.drafts.create(caller, plan.unitId, plan.id, own);
    return this.load(caller, plan.unitId, id);
  }

  /** So that nobody plans the person in again, in this draft or the next. */
  private async keepAbsence(caller: Caller, unitId: string, absence: Absence, { employees }: UnitRecords) {
    await this.absences.create(caller, unitId, employees.idOf(absence.person.id), newAbsenceOf(absence));
  }

  private async load(caller: Caller, unitId: string, planId: string): Promise<StoredPlan> {
    assertUnit(caller, unitId);
    const plan = await this.plans.findInUnit(unitId, planId);
    if (plan === null) throw notFound();
    return plan;
  }

  private async record(caller: Caller, plan: StoredPlan, days: readonly ReplannedDay[], { brukare }: UnitRecords) {
    const { unitId, id } = plan;
    const subject = { caller, action: 'provar-ny-dag', recordKind: 'weekly-plan', recordId: id, unitId };
    const about = days.flatMap(({ moves }) => moves.map(({ brukareId }) => brukare.idOf(brukareId)));
    await this.auditLog.recordAll(linesPerBrukare(subject, about));
  }
}

/** @throws Problem 422 where the employee is not of the unit or has no shift that day */
function groupAtWork({ unit, records }: UnitSnapshot, employeeId: string, onDate: string): string {
  assertReferences({ '/event/employeeId': records.employees.hasId(employeeId) });
  const code = records.employees.codeOf(employeeId);
  const shift = unit.shifts.find((one) => one.employeeId === code && one.onDate === onDate);
  if (shift === undefined) {
    const detail = 'Medarbetaren har inget pass den dagen.';
    throw invalidValues([{ pointer: '/event/employeeId', code: 'omplanering.inget-pass', detail }]);
  }
  return shift.workGroupId;
}

/** A plan of one group knows nothing of the others' visits. */
function assertInPlan({ workGroupId }: StoredPlan, { workGroupCode, snapshot }: GroupWorkspace): void {
  if (workGroupId === null || snapshot.records.workGroups.idOf(workGroupCode) === workGroupId) return;
  const detail = 'Planen gäller en annan grupp än den som händelsen rör.';
  throw invalidValues([{ pointer: '/event', code: 'omplanering.annan-grupp', detail }]);
}

function assertInWeek({ week }: StoredPlan, onDate: string): void {
  const parsed = parseIsoWeek(week);
  if (parsed !== null && datesOfWeek(parsed).includes(localDate(onDate))) return;
  const detail = `Dagen ligger inte i planens vecka (${week}).`;
  throw invalidValues([{ pointer: '/onDate', code: 'omplanering.annan-vecka', detail }]);
}

/** A day that goes on now: what began since the answer must not be moved by it. */
function assertStillHolds(onDate: string, asOf: Instant): void {
  const now = momentOf(null);
  if (localOf(now).date !== onDate || localOf(asOf).date !== onDate) return;
  if (Date.parse(now) - Date.parse(asOf) > ANSWER_HOLDS_MILLISECONDS) throw answerIsOld();
}

const answerIsOld = () =>
  conflict('omplanering.for-gammal', 'Förslaget gäller inte längre: dagen eller planen har ändrats. Föreslå igen.');
