import { Injectable } from '@nestjs/common';
import {
  concat,
  concatMap,
  distinctUntilChanged,
  filter,
  from,
  interval,
  merge,
  takeWhile,
  type Observable,
} from 'rxjs';
import { Database } from '../database/database.js';
import { DatabaseNotifications } from '../database/database-notifications.js';
import { tooMany } from '../http/problems.js';
import { KnownJobs, type JobDefinition } from './job-definition.js';
import { JobRelay } from './job-relay.js';
import { isEnded, type PlanningJob } from './planning-job.js';
import { JOB_CHANNEL, PlanningJobRepository } from './planning-job.repository.js';

/** In each lane. Of the long ones one runs and three wait: a unit that asks for more waits its turn. */
const MAX_UNFINISHED_PER_UNIT = 4;
const LOOK_AGAIN_MILLISECONDS = 5000;

export interface WantedJob<Payload> {
  readonly definition: JobDefinition<Payload>;
  readonly unitId: string;
  readonly payload: Payload;
  /** The same key while a job is unfinished is the same wish: the job that is there is the answer. */
  readonly dedupKey?: string;
  readonly createdBy: string | null;
}

/** Asking for jobs, watching and cancelling them. */
@Injectable()
export class PlanningJobs {
  constructor(
    private readonly database: Database,
    private readonly jobs: PlanningJobRepository,
    private readonly relay: JobRelay,
    private readonly known: KnownJobs,
    private readonly notifications: DatabaseNotifications,
  ) {}

  /**
   * Writes the job in the running transaction (or one of its own); it reaches the queue after the commit.
   *
   * @throws Problem 429 when the unit has four unfinished jobs of the same lane
   */
  async enqueue<Payload>(wanted: WantedJob<Payload>): Promise<PlanningJob> {
    const { definition, unitId, createdBy } = wanted;
    const payload = definition.payload.parse(wanted.payload);
    const dedupKey = wanted.dedupKey ?? null;
    return this.database.runInTransaction(async () => {
      await this.jobs.lockUnit(unitId);
      const same = dedupKey === null ? null : await this.jobs.findUnfinished(unitId, definition.kind, dedupKey);
      if (same !== null) return same;
      const beside = this.known.kindsOf(definition.lane);
      if ((await this.jobs.countUnfinished(unitId, beside)) >= MAX_UNFINISHED_PER_UNIT) {
        throw tooMany('for-manga-berakningar', 'Enheten har redan en pågående beräkning och tre som väntar.', 30);
      }
      const job = await this.jobs.insert({ unitId, kind: definition.kind, payload, dedupKey, createdBy });
      this.database.afterCommit(() => this.relay.deliver(job));
      return job;
    });
  }

  async find(jobId: string): Promise<PlanningJob | null> {
    return this.jobs.find(jobId);
  }

  /** The newest jobs of a unit. */
  async findOfUnit(unitId: string, kind: string, limit = 50): Promise<readonly PlanningJob[]> {
    return this.jobs.findOfUnit(unitId, kind, limit);
  }

  /** Asks a job to stop; null when it had ended already. */
  async cancel(jobId: string): Promise<PlanningJob | null> {
    return this.jobs.requestCancel(jobId);
  }

  /** The job now, and again at every change until it has ended. */
  watch(jobId: string): Observable<PlanningJob> {
    const changes = this.notifications.listen(JOB_CHANNEL).pipe(filter((changedId) => changedId === jobId));
    const looks = merge(changes, interval(LOOK_AGAIN_MILLISECONDS));
    return concat(from([null]), looks).pipe(
      concatMap(() => this.jobs.find(jobId)),
      filter((job) => job !== null),
      distinctUntilChanged((before, now) => stateOf(before) === stateOf(now)),
      takeWhile((job) => !isEnded(job), true),
    );
  }
}

/** What a listener can see change. */
function stateOf(job: PlanningJob): string {
  return JSON.stringify([job.status, job.attempt, job.isCancelRequested, job.progress]);
}
