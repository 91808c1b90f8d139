import { Injectable, SetMetadata, applyDecorators } from '@nestjs/common';
import type { JobDefinition } from './job-definition.js';

export const JOB_HANDLER_KEY = 'ramrutt:job-handler';

/** What a handler is given, and how it tells how far it has come. */
export interface JobContext<Payload> {
  readonly jobId: string;
  readonly unitId: string;
  readonly createdBy: string | null;
  /** 1 the first time; more when an earlier worker died on the way. */
  readonly attempt: number;
  readonly payload: Payload;
  /** Aborted when the job is cancelled, taken over by another worker, or this process is stopping. */
  readonly signal: AbortSignal;
  /** Keeps the newest state, written and sent to listeners at most once a second (a short job: four times). JSON, without personal data. */
  readonly reportProgress: (progress: Readonly<Record<string, unknown>>) => void;
  /**
   * Writes the result and marks the job done in one transaction, unless another attempt has begun.
   *
   * @throws StaleAttempt, JobCancelled — let them through
   */
  readonly finish: (writeResult: () => Promise<void>) => Promise<void>;
}

/** Runs one kind of job. It may run twice for one job: whatever it writes goes through `context.finish`. */
export interface JobRunner<Payload> {
  run(context: JobContext<Payload>): Promise<void>;
}

/**
 * Marks the class (a provider that implements {@link JobRunner}) that runs a kind of job.
 *
 * @example
 * @JobHandler(PLAN_WEEK)
 * export class PlanWeekProcessor implements JobRunner<PlanWeekPayload> { … }
 */
export const JobHandler = (definition: Pick<JobDefinition<unknown>, 'kind'>): ClassDecorator =>
  applyDecorators(Injectable(), SetMetadata(JOB_HANDLER_KEY, definition.kind));
