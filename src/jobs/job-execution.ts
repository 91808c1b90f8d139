import { Injectable, Logger, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { DomainError } from '@hemtjanst/domain';
import { Database } from '../database/database.js';
import { DatabaseNotifications } from '../database/database-notifications.js';
import { databaseFaultOf, isUnavailable } from '../database/sql-state.js';
import { KnownJobs, type JobLane } from './job-definition.js';
import { JobCancelled, JobFailed, StaleAttempt } from './job-errors.js';
import { JobHandlers } from './job-handlers.js';
import type { JobContext } from './job-handler.js';
import { JobProgress } from './job-progress.js';
import { isEnded, type PlanningJob } from './planning-job.js';
import { JOB_CHANNEL, PlanningJobRepository } from './planning-job.repository.js';
import { MAX_ATTEMPTS } from './queue-settings.js';

const HEARTBEAT_MILLISECONDS = 1000;
/** Who waits some seconds wants to see them pass. */
const BETWEEN_PROGRESS_MILLISECONDS: Readonly<Record<JobLane, number>> = { long: 1000, short: 250 };

/** What became of one delivery of a job. */
export type Delivery = 'handled' | 'unit-busy';

interface Active {
  readonly job: PlanningJob;
  readonly abort: AbortController;
}

class ProcessStops extends Error {}

/** Runs jobs: claims them, keeps their heartbeat, and writes down how they end. */
@Injectable()
export class JobExecution implements OnModuleInit, BeforeApplicationShutdown {
  private readonly logger = new Logger(JobExecution.name);
  private readonly active = new Map<string, Active>();

  constructor(
    private readonly database: Database,
    private readonly jobs: PlanningJobRepository,
    private readonly handlers: JobHandlers,
    private readonly known: KnownJobs,
    private readonly notifications: DatabaseNotifications,
  ) {}

  onModuleInit(): void {
    this.notifications.listen(JOB_CHANNEL).subscribe((jobId) => {
      const active = this.active.get(jobId);
      if (active !== undefined) void this.beat(active);
    });
  }

  /** Running jobs are given back, so that another worker takes them up at once. */
  beforeApplicationShutdown(): void {
    for (const { abort } of this.active.values()) abort.abort(new ProcessStops());
  }

  /** One delivery from the queue, which may be late, doubled or of a job that has ended. */
  async execute(jobId: string): Promise<Delivery> {
    const claim = await this.claim(jobId);
    if (claim === 'unit-busy') return claim;
    if (claim !== null) await this.run(claim);
    return 'handled';
  }

  /** The result and the end of the job in one transaction, by the attempt that counts and no other. */
  async finishFenced(jobId: string, attempt: number, writeResult: () => Promise<void>): Promise<void> {
    await this.database.runInTransaction(async () => {
      const job = await this.jobs.lockAttempt(jobId, attempt);
      if (job === null) throw new StaleAttempt();
      if (job.isCancelRequested) throw new JobCancelled();
      await writeResult();
      await this.jobs.markDone(jobId, attempt);
    });
  }

  /** Takes the job for a new attempt; null when there is nothing to do any more. */
  private async claim(jobId: string): Promise<PlanningJob | 'unit-busy' | null> {
    return this.database.runInTransaction(async () => {
      const job = await this.jobs.find(jobId);
      if (job === null || isEnded(job)) return null;
      await this.jobs.lockUnit(job.unitId);
      if (await this.isUnitBusy(job)) return 'unit-busy';
      if (job.isCancelRequested) await this.jobs.markCancelled(jobId, job.attempt);
      else if (job.attempt >= MAX_ATTEMPTS) await this.jobs.markFailed(jobId, job.attempt, 'avbrots-upprepat');
      else return this.jobs.begin(jobId);
      return null;
    });
  }

  /** Long jobs of a unit run one after the other; a short one is over before that would matter. */
  private async isUnitBusy({ id, unitId, kind }: PlanningJob): Promise<boolean> {
    if (this.known.laneOf(kind) === 'short') return false;
    return this.jobs.hasOtherRunning(unitId, id, this.known.kindsOf('long'));
  }

  private async run(job: PlanningJob): Promise<void> {
    const abort = new AbortController();
    const active = { job, abort };
    const between = BETWEEN_PROGRESS_MILLISECONDS[this.known.laneOf(job.kind)];
    const progress = new JobProgress((newest) => this.jobs.saveProgress(job.id, job.attempt, newest), between);
    const heartbeat = setInterval(() => void this.beat(active), HEARTBEAT_MILLISECONDS);
    this.active.set(job.id, active);
    try {
      await this.handle(job, abort.signal, progress);
    } catch (error) {
      await this.writeEnd(job, abort.signal.aborted ? abort.signal.reason : error);
    } finally {
      clearInterval(heartbeat);
      progress.stop();
      this.active.delete(job.id);
    }
  }

  private async handle(job: PlanningJob, signal: AbortSignal, progress: JobProgress): Promise<void> {
    const handled = this.handlers.find(job.kind);
    if (handled === null) throw new JobFailed('okand-berakning');
    let isFinished = false;
    const finish = async (writeResult: () => Promise<void>): Promise<void> => {
      await progress.settle();
      await this.finishFenced(job.id, job.attempt, writeResult);
      isFinished = true;
    };
    const context: JobContext<unknown> = {
      jobId: job.id,
      unitId: job.unitId,
      createdBy: job.createdBy,
      attempt: job.attempt,
      payload: handled.definition.payload.parse(job.payload),
      signal,
      reportProgress: (newest) => progress.report(newest),
      finish,
    };
    await handled.runner.run(context);
    if (!isFinished) await finish(() => Promise.resolve());
  }

  private async beat({ job, abort }: Active): Promise<void> {
    try {
      const now = await this.jobs.beat(job.id, job.attempt);
      if (now === null) abort.abort(new StaleAttempt());
      else if (now.isCancelRequested) abort.abort(new JobCancelled());
    } catch {
      // The database is away for a moment: the next beat tells. The result is fenced in any case.
    }
  }

  private async writeEnd(job: PlanningJob, reason: unknown): Promise<void> {
    const fault = databaseFaultOf(reason);
    if (reason instanceof StaleAttempt) {
      this.logger.warn(`job ${job.id} attempt ${job.attempt}: result refused, another attempt has begun`);
    } else if (reason instanceof JobCancelled) {
      await this.jobs.markCancelled(job.id, job.attempt);
    } else if (reason instanceof ProcessStops) {
      await this.jobs.giveBack(job.id, job.attempt);
    } else if (fault !== null && isUnavailable(fault)) {
      // Nothing can be written now: without a heartbeat the reconciler hands the job to the next worker.
      throw reason;
    } else {
      if (!(reason instanceof JobFailed)) this.report(job, reason);
      await this.jobs.markFailed(job.id, job.attempt, errorCodeOf(reason));
    }
  }

  /** Messages may name people; the class and the place do not. */
  private report(job: PlanningJob, reason: unknown): void {
    const name = reason instanceof Error ? reason.name : typeof reason;
    const frames =
      reason instanceof Error ? (reason.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
    this.logger.error(`job ${job.id} (${job.kind}) failed: ${name}`, frames.join('\n'));
  }
}

function errorCodeOf(reason: unknown): string {
  return reason instanceof JobFailed || reason instanceof DomainError ? reason.code : 'internt-fel';
}
