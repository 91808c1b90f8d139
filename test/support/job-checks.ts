import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Module, type Type } from '@nestjs/common';
import { Database } from '../../src/database/database.js';
import { JOB_CATALOGUE } from '../../src/jobs/job-catalogue.js';
import type { PlanningJob } from '../../src/jobs/planning-job.js';
import { JobHandler } from '../../src/jobs/job-handler.js';
import { PlanningJobs } from '../../src/jobs/planning-jobs.js';
import { startTestApp, type TestApp } from './app.js';
import type { TestDatabase } from './database.js';
import { COUNTING, COUNTING_TABLE, CountingRunner, type CountingPayload } from './counting-job.js';

@JobHandler(COUNTING)
class CountingHandler extends CountingRunner {
  constructor(database: Database) {
    super((sql, parameters) => database.rows(sql, parameters), 'api');
  }
}

@Module({ providers: [CountingHandler] })
class CountingModule {}

/** The service with the counting job beside its own. */
export async function startAppWithCountingJob(
  env: Readonly<Record<string, string>> = {},
  database?: TestDatabase,
): Promise<TestApp> {
  const modules: readonly Type[] = [CountingModule];
  const app = await startTestApp({
    env,
    modules,
    jobs: [...JOB_CATALOGUE, COUNTING],
    ...(database === undefined ? {} : { database }),
  });
  await app.database.query(COUNTING_TABLE);
  return app;
}

export async function enqueueCounting(
  app: TestApp,
  unitId: string,
  payload: CountingPayload,
  dedupKey?: string,
): Promise<PlanningJob> {
  const jobs = app.app.get(PlanningJobs);
  return jobs.enqueue({
    definition: COUNTING,
    unitId,
    payload,
    createdBy: null,
    ...(dedupKey === undefined ? {} : { dedupKey }),
  });
}

/** The job as soon as `isIt` holds for it. */
export async function jobWhen(
  app: TestApp,
  jobId: string,
  isIt: (job: PlanningJob) => boolean,
  withinMilliseconds: number,
): Promise<PlanningJob> {
  const giveUpAt = Date.now() + withinMilliseconds;
  for (;;) {
    const job = await app.app.get(PlanningJobs).find(jobId);
    if (job !== null && isIt(job)) return job;
    if (Date.now() > giveUpAt) throw new Error(`after ${withinMilliseconds} ms the job is ${JSON.stringify(job)}`);
    await wait(20);
  }
}

export async function countedRows(app: TestApp, jobId: string): Promise<{ attempt: number; worker: string }[]> {
  return app.database.query('SELECT attempt, worker FROM counted WHERE job_id = $1', [jobId]);
}

/** A worker in a process of its own, ready for jobs. */
export async function startWorkerProcess(app: TestApp, redisUrl: string | null = null): Promise<ChildProcess> {
  const script = path.resolve('test/support/worker-process.ts');
  const worker = spawn(process.execPath, ['--import', 'tsx', script, app.database.url, redisUrl ?? '-'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((resolve, reject) => {
    worker.stdout.once('data', () => resolve());
    worker.once('exit', (code) => reject(new Error(`the worker process ended with ${code}`)));
  });
  return worker;
}
