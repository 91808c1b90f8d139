import { Injectable } from '@nestjs/common';
import type { DayReplanningAnswer, ReplanChoice, ReplanQuestion, WeeklyPlanAnswer } from '@hemtjanst/contracts';
import { localOf, type Absence, type Instant } from '@hemtjanst/domain';
import { map, type Observable } from 'rxjs';
import { Database } from '../../database/database.js';
import { assertUnit, type Caller } from '../../http/caller.js';
import type { StreamEvent } from '../../http/event-streams.js';
import { conflict, notFound } from '../../http/problems.js';
import { assertReferences } from '../../http/references.js';
import { assertVersion } from '../../http/version.js';
import { REPLAN_DAY } from '../../jobs/job-catalogue.js';
import { PlanningJobs } from '../../jobs/planning-jobs.js';
import type { PlanningJob } from '../../jobs/planning-job.js';
import type { ReplannedDay } from '../../planning/day-replanning/day-task.js';
import { AuditLog } from '../audit-log/audit-log.js';
import { EmployeeAbsencesService } from '../employees/employee-absences.service.js';
import { dayReplanningAnswer, dayReplanningState, questionKey } from './day-replanning.mapper.js';
import { DayReplanningRepository } from './day-replanning.repository.js';
import { DraftPlansService } from './draft-plans.service.js';
import { EditPlanService } from './edit-plan.service.js';
import { linesPerBrukare } from './lines-per-brukare.js';
import { PlanPartsRepository } from './plan-parts.repository.js';
import { momentOf, newAbsenceOf, replanRequest } from './replan-day.mapper.js';
import { ReplanScope } from './replan-scope.service.js';
import type { UnitRecords } from './unit-records.js';
import { UnitSnapshots } from './unit-snapshots.service.js';
import { planAnswer } from './weekly-plan.mapper.js';
import { WeeklyPlanRepository, type StoredPlan } from './weekly-plan.repository.js';

/** An answer leaves the next half hour alone, so it holds as long as that. */
const ANSWER_HOLDS_MILLISECONDS = 30 * 60_000;
const EVENT_ID = /^[a-z]+-\d+-\d+$/;

/** One calculation of a day. */
export interface DayAddress {
  readonly unitId: string;
  readonly planId: string;
  readonly runId: string;
}

/**
 * The rest of a day planned anew after a sick call or a cancelled visit: asked for, watched, cancelled, and one of the
 * ways chosen. A choice that the answer no longer holds is refused.
 */
@Injectable()
export class DayReplanningsService {
  constructor(
    private readonly database: Database,
    private readonly jobs: PlanningJobs,
    private readonly questions: DayReplanningRepository,
    private readonly plans: WeeklyPlanRepository,
    private readonly parts: PlanPartsRepository,
    private readonly scope: ReplanScope,
    private readonly snapshots: UnitSnapshots,
    private readonly drafts: DraftPlansService,
    private readonly edits: EditPlanService,
    private readonly absences: EmployeeAbsencesService,
    private readonly auditLog: AuditLog,
  ) {}

  /**
   * Asks for ways to plan the day. The same question about the same plan while it is worked on is the run that is there.
   *
   * @throws Problem 422 when the question names what the plan does not have, 429 when four days are being calculated
   */
  async ask(caller: Caller, unitId: string, planId: string, question: ReplanQuestion): Promise<DayReplanningAnswer> {
    const plan = await this.loadPlan(caller, unitId, planId);
    const asOf = momentOf(question.asOf);
    const { snapshot } = await this.scope.open(plan, question);
    replanRequest(question, asOf, snapshot.records);
    return this.database.runInTransaction(async () => {
      await this.questions.removeOld();
      const job = await this.jobs.enqueue({
        definition: REPLAN_DAY,
        unitId,
        payload: { planId, onDate: question.onDate },
        dedupKey: questionKey(plan, question),
        createdBy: caller.accountId,
      });
      await this.questions.insert({ runId: job.id, unitId, planId, question, asOf });
      return dayReplanningAnswer(job, await this.questions.find(job.id));
    });
  }

  /** Where it is; once it is done the ways to choose from, which leaves a line per brukare in the log. */
  async get(caller: Caller, unitId: string, planId: string, runId: string): Promise<DayReplanningAnswer> {
    const job = await this.loadRun(caller, { unitId, planId, runId });
    const run = dayReplanningAnswer(job, await this.questions.find(runId));
    await this.record(caller, run);
    return run;
  }

  /** The run now and at every change until it has ended; the ways themselves are to be fetched. */
  async watch(caller: Caller, unitId: string, planId: string, runId: string): Promise<Observable<StreamEvent>> {
    await this.loadRun(caller, { unitId, planId, runId });
    return this.jobs.watch(runId).pipe(map((job) => progressEvent(job)));
  }

  /** Every event holds the whole state, so any id this service gave out can be gone on from. */
  knowsEvent(eventId: string): boolean {
    return EVENT_ID.test(eventId);
  }

  /** Stops the search and forgets the question. @throws Problem 409 when it had ended already */
  async cancel(caller: Caller, unitId: string, planId: string, runId: string): Promise<DayReplanningAnswer> {
    await this.loadRun(caller, { unitId, planId, runId });
    return this.database.runInTransaction(async () => {
      const cancelled = await this.jobs.cancel(runId);
      if (cancelled === null) throw conflict('berakning.slut', 'Beräkningen är redan slut.');
      await this.questions.remove(runId);
      return dayReplanningAnswer(cancelled, null);
    });
  }

  /**
   * Makes a draft with the chosen day as one step that can be taken back; in a draft it is the draft's next step.
   *
   * @throws Problem 412 when the plan was changed after `seenVersion`, 409 when the answer no longer holds or a colleague
   * has an open draft of the plan
   */
  async accept(
    caller: Caller,
    address: DayAddress,
    seenVersion: number,
    { alternativeId, own, recordAbsence }: ReplanChoice,
  ): Promise<WeeklyPlanAnswer> {
    const { unitId, planId } = address;
    const plan = await this.loadPlan(caller, unitId, planId);
    assertVersion(seenVersion, plan.rowVersion);
    const chosen = await this.chosenDay(caller, address, plan, alternativeId);
    const { records } = await this.snapshots.take(unitId, plan.week);
    return this.database.runInTransaction(async () => {
      const draft = await this.draftOf(caller, plan, own);
      await this.edits.recordReplan(caller, draft, chosen.changed, records);
      if (recordAbsence && chosen.absence !== null) await this.keepAbsence(caller, unitId, chosen.absence, records);
      const edited = await this.loadPlan(caller, unitId, draft.id);
      return planAnswer(edited, (await this.parts.countVisits([edited.id])).get(edited.id));
    });
  }

  /** @throws Problem 404 without such a run, 422 without such an alternative, 409 when the answer no longer holds */
  private async chosenDay(
    caller: Caller,
    address: DayAddress,
    plan: StoredPlan,
    alternativeId: string,
  ): Promise<ReplannedDay> {
    await this.loadRun(caller, address);
    const asked = await this.questions.find(address.runId);
    if (asked?.result === undefined || asked.result === null) throw answerIsOld();
    assertStillHolds(asked.question.onDate, asked.asOf);
    if (asked.result.planStateId !== plan.stateId) throw answerIsOld();
    const place = asked.result.alternatives.findIndex((one) => one.alternativeId === alternativeId);
    assertReferences({ '/alternativeId': place >= 0 });
    const day = await this.questions.findDay(address.runId, place);
    if (day === null) throw answerIsOld();
    return day;
  }

  /** The plan itself where it is a draft already, else a new draft of it. */
  private async draftOf(caller: Caller, plan: StoredPlan, own: boolean): Promise<StoredPlan> {
    if (plan.status === 'utkast') return plan;
    const { id } = await this.drafts.create(caller, plan.unitId, plan.id, own);
    return this.loadPlan(caller, plan.unitId, id);
  }

  /** So that nobody plans the person in again, in this draft or the next. */
  private async keepAbsence(caller: Caller, unitId: string, absence: Absence, { employees }: UnitRecords) {
    await this.absences.create(caller, unitId, employees.idOf(absence.person.id), newAbsenceOf(absence));
  }

  private async loadPlan(caller: Caller, unitId: string, planId: string): Promise<StoredPlan> {
    assertUnit(caller, unitId);
    const plan = await this.plans.findInUnit(unitId, planId);
    if (plan === null) throw notFound();
    return plan;
  }

  private async loadRun(caller: Caller, { unitId, planId, runId }: DayAddress): Promise<PlanningJob> {
    assertUnit(caller, unitId);
    const job = await this.jobs.find(runId);
    if (job === null || job.unitId !== unitId || job.kind !== REPLAN_DAY.kind) throw notFound();
    if (REPLAN_DAY.payload.parse(job.payload).planId !== planId) throw notFound();
    return job;
  }

  private async record(caller: Caller, { unitId, planId, answer }: DayReplanningAnswer): Promise<void> {
    const subject = { caller, action: 'provar-ny-dag', recordKind: 'weekly-plan', recordId: planId, unitId };
    const about = (answer?.alternatives ?? []).flatMap(({ visits }) => visits.map(({ brukareId }) => brukareId));
    await this.auditLog.recordAll(linesPerBrukare(subject, about));
  }
}

function progressEvent(job: PlanningJob): StreamEvent {
  const run = dayReplanningState(job);
  const id = `${job.status}-${job.attempt}-${Math.floor(run.progress?.percent ?? 0)}`;
  return { id, event: 'day-replanning', data: run };
}

/** A day that goes on now: what began since the answer must not be moved by it. */
function assertStillHolds(onDate: string, asOf: Instant): void {
  const now = momentOf(null);
  if (localOf(now).date !== onDate || localOf(asOf).date !== onDate) return;
  if (Date.parse(now) - Date.parse(asOf) > ANSWER_HOLDS_MILLISECONDS) throw answerIsOld();
}

const answerIsOld = () =>
  conflict('omplanering.for-gammal', 'Förslaget gäller inte längre: dagen eller planen har ändrats. Föreslå igen.');
