import { Injectable } from '@nestjs/common';
import type { PlanningRunAnswer } from '@hemtjanst/contracts';
import { map, type Observable } from 'rxjs';
import { assertUnit, type Caller } from '../../http/caller.js';
import type { StreamEvent } from '../../http/event-streams.js';
import { conflict, notFound } from '../../http/problems.js';
import { PLAN_WEEK, type PlanWeekPayload } from '../../jobs/job-catalogue.js';
import { PlanningJobs } from '../../jobs/planning-jobs.js';
import { isEnded, type PlanningJob } from '../../jobs/planning-job.js';
import { runAnswer, runOfJob } from './planning-run.mapper.js';

const EVENT_ID = /^[a-z]+-\d+-\d+$/;

/** One solve: asked for, watched, cancelled. What comes of it belongs to the weekly plans. */
@Injectable()
export class PlanningRunsService {
  constructor(private readonly jobs: PlanningJobs) {}

  /**
   * Asks for a run in the running transaction. The same wish while it is unfinished is the run that is there.
   *
   * @throws Problem 429 when the unit has one run going and three waiting
   */
  async start(unitId: string, wish: PlanWeekPayload, createdBy: string | null): Promise<PlanningRunAnswer> {
    const dedupKey = JSON.stringify([wish.week, wish.workGroupId, wish.seed, wish.seconds, wish.basedOnPlanId]);
    const job = await this.jobs.enqueue({ definition: PLAN_WEEK, unitId, payload: wish, dedupKey, createdBy });
    return runAnswer(runOfJob(job));
  }

  /** The newest runs of the unit. */
  async list(caller: Caller, unitId: string): Promise<readonly PlanningRunAnswer[]> {
    assertUnit(caller, unitId);
    const jobs = await this.jobs.findOfUnit(unitId, PLAN_WEEK.kind);
    return jobs.map((job) => runAnswer(runOfJob(job)));
  }

  async get(caller: Caller, unitId: string, runId: string): Promise<PlanningRunAnswer> {
    return runAnswer(runOfJob(await this.load(caller, unitId, runId)));
  }

  /** Is somebody calculating the same week and scope right now? */
  async hasUnfinished(unitId: string, week: string, workGroupId: string | null): Promise<boolean> {
    const runs = (await this.jobs.findOfUnit(unitId, PLAN_WEEK.kind)).filter((job) => !isEnded(job)).map(runOfJob);
    return runs.some(({ wish }) => wish.week === week && wish.workGroupId === workGroupId);
  }

  /** @throws Problem 409 when the run had ended already */
  async cancel(caller: Caller, unitId: string, runId: string): Promise<PlanningRunAnswer> {
    await this.load(caller, unitId, runId);
    const cancelled = await this.jobs.cancel(runId);
    if (cancelled === null) throw conflict('berakning.slut', 'Beräkningen är redan slut.');
    return runAnswer(runOfJob(cancelled));
  }

  /** The run now and at every change until it has ended; each event is the whole state. */
  async watch(caller: Caller, unitId: string, runId: string): Promise<Observable<StreamEvent>> {
    await this.load(caller, unitId, runId);
    return this.jobs.watch(runId).pipe(map((job) => progressEvent(job)));
  }

  /** Every event holds the whole state, so any id this service gave out can be gone on from. */
  knowsEvent(eventId: string): boolean {
    return EVENT_ID.test(eventId);
  }

  private async load(caller: Caller, unitId: string, runId: string): Promise<PlanningJob> {
    assertUnit(caller, unitId);
    const job = await this.jobs.find(runId);
    if (job === null || job.unitId !== unitId || job.kind !== PLAN_WEEK.kind) throw notFound();
    return job;
  }
}

function progressEvent(job: PlanningJob): StreamEvent {
  const run = runAnswer(runOfJob(job));
  const id = `${job.status}-${job.attempt}-${Math.floor(run.progress?.percent ?? 0)}`;
  return { id, event: 'planning-run', data: run };
}
