import { firstValueFrom, toArray } from 'rxjs';
import { Database } from '../../src/database/database.js';
import { JobExecution } from '../../src/jobs/job-execution.js';
import { StaleAttempt } from '../../src/jobs/job-errors.js';
import { JobRelay } from '../../src/jobs/job-relay.js';
import { isEnded } from '../../src/jobs/planning-job.js';
import { PlanningJobs } from '../../src/jobs/planning-jobs.js';
import type { TestApp } from '../support/app.js';
import {
  countedRows,
  enqueueCounting,
  jobWhen,
  startAppWithCountingJob,
  startWorkerProcess,
} from '../support/job-checks.js';

const QUICK = { steps: 3, stepMilliseconds: 5 };
const ENDLESS = { steps: 10_000, stepMilliseconds: 20 };

describe('a planning job in a process that works the queue', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startAppWithCountingJob({ RUN_WORKER: 'yes', WORKER_CONCURRENCY: '4' });
  });

  afterAll(() => app.close());

  it('runs once, tells its progress and writes its result with its end', async () => {
    const job = await enqueueCounting(app, await app.createUnit(), QUICK);
    const states = await firstValueFrom(app.app.get(PlanningJobs).watch(job.id).pipe(toArray()));
    expect(states.at(-1)).toMatchObject({ status: 'done', attempt: 1, progress: { step: 3, steps: 3 } });
    expect(await countedRows(app, job.id)).toEqual([{ attempt: 1, worker: 'api' }]);
    expect(await app.database.query('SELECT 1 FROM job_outbox WHERE job_id = $1', [job.id])).toEqual([]);
  });

  it('does not exist when the transaction that wanted it rolls back', async () => {
    const unitId = await app.createUnit();
    const wish = app.app.get(Database).runInTransaction(async () => {
      await enqueueCounting(app, unitId, QUICK);
      throw new Error('changed my mind');
    });
    await expect(wish).rejects.toThrow('changed my mind');
    expect(await app.database.query('SELECT 1 FROM planning_job WHERE unit_id = $1', [unitId])).toEqual([]);
  });

  it('is the same job when the same wish comes again before it has ended', async () => {
    const unitId = await app.createUnit();
    const first = await enqueueCounting(app, unitId, ENDLESS, '2026-W10');
    const second = await enqueueCounting(app, unitId, ENDLESS, '2026-W10');
    expect(second.id).toBe(first.id);
    await app.app.get(PlanningJobs).cancel(first.id);
    await jobWhen(app, first.id, isEnded, 5000);
  });

  it('is refused with 429 when the unit has one running and three waiting', async () => {
    const unitId = await app.createUnit();
    const jobs = [];
    for (let count = 0; count < 4; count += 1) jobs.push(await enqueueCounting(app, unitId, ENDLESS));
    await expect(enqueueCounting(app, unitId, ENDLESS)).rejects.toMatchObject({ status: 429 });
    await jobWhen(app, jobs[0]?.id ?? '', (job) => job.status === 'running', 10_000);
    const running = await app.database.query(`SELECT 1 FROM planning_job WHERE unit_id = $1 AND status = 'running'`, [
      unitId,
    ]);
    expect(running).toHaveLength(1);
    for (const job of jobs) await app.app.get(PlanningJobs).cancel(job.id);
    for (const job of jobs) await jobWhen(app, job.id, isEnded, 5000);
  });

  it('stops within two seconds when it is cancelled, and leaves no result', async () => {
    const job = await enqueueCounting(app, await app.createUnit(), ENDLESS);
    await jobWhen(app, job.id, ({ status }) => status === 'running', 10_000);
    const askedAt = Date.now();
    await app.app.get(PlanningJobs).cancel(job.id);
    const ended = await jobWhen(app, job.id, isEnded, 5000);
    expect(ended.status).toBe('cancelled');
    expect(Date.now() - askedAt).toBeLessThan(2000);
    expect(await countedRows(app, job.id)).toEqual([]);
  });

  it('says why it failed: the code of an expected failure, a plain one for the unexpected', async () => {
    const unitId = await app.createUnit();
    const expected = await enqueueCounting(app, unitId, { ...QUICK, fail: 'JobFailed' });
    const unexpected = await enqueueCounting(app, unitId, { ...QUICK, fail: 'crash' });
    expect(await jobWhen(app, expected.id, isEnded, 10_000)).toMatchObject({
      status: 'failed',
      errorCode: 'kunde-inte-rakna',
    });
    expect(await jobWhen(app, unexpected.id, isEnded, 10_000)).toMatchObject({
      status: 'failed',
      errorCode: 'internt-fel',
    });
  });

  it('cannot write its result when another attempt has begun meanwhile', async () => {
    const job = await enqueueCounting(app, await app.createUnit(), { steps: 40, stepMilliseconds: 20 });
    await jobWhen(app, job.id, ({ status }) => status === 'running', 10_000);
    await app.database.query('UPDATE planning_job SET attempt = attempt + 1 WHERE id = $1', [job.id]);
    const late = app.app
      .get(JobExecution)
      .finishFenced(job.id, 1, () => Promise.reject(new Error('must not be reached')));
    await expect(late).rejects.toBeInstanceOf(StaleAttempt);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(await countedRows(app, job.id)).toEqual([]);
    await app.database.query(`UPDATE planning_job SET status = 'cancelled', ended_at = now() WHERE id = $1`, [job.id]);
  });

  it('is given up with a reason when it has taken down four workers', async () => {
    const unitId = await app.createUnit();
    const [job] = await app.database.query<{ id: string }>(
      `INSERT INTO planning_job (unit_id, kind, payload, status, attempt, heartbeat_at)
       VALUES ($1, 'count-up', '{"steps":1,"stepMilliseconds":1}', 'running', 4, now() - interval '1 minute') RETURNING id`,
      [unitId],
    );
    await app.app.get(JobRelay).reconcile();
    const ended = await jobWhen(app, job?.id ?? '', isEnded, 10_000);
    expect(ended).toMatchObject({ status: 'failed', errorCode: 'avbrots-upprepat' });
  });

  it('is put into the queue again when the queue has lost it', async () => {
    const unitId = await app.createUnit();
    const [job] = await app.database.query<{ id: string }>(
      `INSERT INTO planning_job (unit_id, kind, payload) VALUES ($1, 'count-up', '{"steps":1,"stepMilliseconds":1}') RETURNING id`,
      [unitId],
    );
    await app.app.get(JobRelay).reconcile();
    expect(await jobWhen(app, job?.id ?? '', isEnded, 10_000)).toMatchObject({ status: 'done', attempt: 1 });
  });
});

describe('a planning job whose worker is killed', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startAppWithCountingJob();
  });

  afterAll(() => app.close());

  it('is finished by another worker within 20 s, with one result', async () => {
    const first = await startWorkerProcess(app);
    const job = await enqueueCounting(app, await app.createUnit(), { steps: 60, stepMilliseconds: 50 });
    await jobWhen(app, job.id, ({ progress }) => progress !== null, 20_000);
    first.kill('SIGKILL');
    const killedAt = Date.now();
    const second = await startWorkerProcess(app);
    const ended = await jobWhen(app, job.id, isEnded, 40_000);
    second.kill('SIGTERM');
    expect(ended).toMatchObject({ status: 'done', attempt: 2 });
    expect(await countedRows(app, job.id)).toEqual([{ attempt: 2, worker: String(second.pid) }]);
    // 3 s of work in it; the rest is noticing the death.
    expect(Date.now() - killedAt).toBeLessThan(23_000);
  });
});
