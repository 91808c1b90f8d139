import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { JobFailed } from '../../src/jobs/job-errors.js';
import type { JobContext, JobRunner } from '../../src/jobs/job-handler.js';
import type { JobDefinition } from '../../src/jobs/job-definition.js';

const payload = z.strictObject({
  steps: z.int(),
  stepMilliseconds: z.int(),
  fail: z.enum(['JobFailed', 'crash']).optional(),
});
export type CountingPayload = z.infer<typeof payload>;

/** A job of a known length: counts up, tells how far it is, and writes one row at the end. */
export const COUNTING: JobDefinition<CountingPayload> = { kind: 'count-up', payload, lane: 'long' };

/** Where {@link CountingRunner} writes its result: one row per finished job, so a second result would be seen. */
export const COUNTING_TABLE =
  'CREATE TABLE IF NOT EXISTS counted (job_id uuid NOT NULL, attempt int NOT NULL, worker text NOT NULL)';

export class CountingRunner implements JobRunner<CountingPayload> {
  constructor(
    private readonly write: (sql: string, parameters: readonly unknown[]) => Promise<unknown>,
    private readonly worker: string,
  ) {}

  async run(context: JobContext<CountingPayload>): Promise<void> {
    const { steps, stepMilliseconds, fail } = context.payload;
    for (let step = 1; step <= steps; step += 1) {
      await wait(stepMilliseconds, undefined, { signal: context.signal });
      context.reportProgress({ step, steps });
    }
    if (fail === 'JobFailed') throw new JobFailed('kunde-inte-rakna');
    if (fail === 'crash') throw new Error('a name that must not be logged');
    await context.finish(() =>
      this.write('INSERT INTO counted (job_id, attempt, worker) VALUES ($1, $2, $3)', [
        context.jobId,
        context.attempt,
        this.worker,
      ]).then(() => undefined),
    );
  }
}
