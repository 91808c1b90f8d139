import { checkRedis } from '../../src/jobs/redis-check.js';
import { JobRelay } from '../../src/jobs/job-relay.js';
import { isEnded } from '../../src/jobs/planning-job.js';
import type { TestApp } from '../support/app.js';
import {
  countedRows,
  enqueueCounting,
  jobWhen,
  startAppWithCountingJob,
  startWorkerProcess,
} from '../support/job-checks.js';
import { hasRedis, startRedis, type TestRedis } from '../support/redis.js';

// Left out where there is no redis-server; `npm test` then prints this title.
const withRedis = hasRedis() ? describe : describe.skip;

withRedis('planning jobs on Redis (needs redis-server)', () => {
  let redis: TestRedis;
  let app: TestApp;

  beforeAll(async () => {
    redis = await startRedis();
    app = await startAppWithCountingJob({ RUN_WORKER: 'yes', REDIS_URL: redis.url });
  });

  afterAll(async () => {
    await app.close();
    await redis.stop();
  });

  it('run once and write their result', async () => {
    const job = await enqueueCounting(app, await app.createUnit(), { steps: 3, stepMilliseconds: 5 });
    expect(await jobWhen(app, job.id, isEnded, 10_000)).toMatchObject({ status: 'done', attempt: 1 });
    expect(await countedRows(app, job.id)).toHaveLength(1);
  });

  it('survive an emptied Redis: what waited is put back and runs', async () => {
    const unitId = await app.createUnit();
    const first = await enqueueCounting(app, unitId, { steps: 30, stepMilliseconds: 50 });
    const waiting = await enqueueCounting(app, unitId, { steps: 3, stepMilliseconds: 5 });
    await jobWhen(app, first.id, ({ status }) => status === 'running', 10_000);
    await redis.command('FLUSHALL');
    await app.app.get(JobRelay).reconcile();
    expect((await jobWhen(app, first.id, isEnded, 30_000)).status).toBe('done');
    expect((await jobWhen(app, waiting.id, isEnded, 30_000)).status).toBe('done');
    expect(await countedRows(app, first.id)).toHaveLength(1);
    expect(await countedRows(app, waiting.id)).toHaveLength(1);
  });
});

withRedis('a worker killed on Redis (needs redis-server)', () => {
  it('is replaced by another, with one result', async () => {
    const redis = await startRedis();
    const app = await startAppWithCountingJob({ REDIS_URL: redis.url });
    const first = await startWorkerProcess(app, redis.url);
    const job = await enqueueCounting(app, await app.createUnit(), { steps: 60, stepMilliseconds: 50 });
    await jobWhen(app, job.id, ({ progress }) => progress !== null, 20_000);
    first.kill('SIGKILL');
    const second = await startWorkerProcess(app, redis.url);
    const ended = await jobWhen(app, job.id, isEnded, 40_000);
    second.kill('SIGTERM');
    expect(ended).toMatchObject({ status: 'done', attempt: 2 });
    expect(await countedRows(app, job.id)).toEqual([{ attempt: 2, worker: String(second.pid) }]);
    await app.close();
    await redis.stop();
  });

  it('accepts a wish while Redis is away, and runs it when Redis is back', async () => {
    const redis = await startRedis();
    const app = await startAppWithCountingJob({ RUN_WORKER: 'yes', REDIS_URL: redis.url });
    await redis.stop();
    const job = await enqueueCounting(app, await app.createUnit(), { steps: 3, stepMilliseconds: 5 });
    expect(job.status).toBe('queued');
    const back = await startRedis({ port: redis.port });
    expect((await jobWhen(app, job.id, isEnded, 40_000)).status).toBe('done');
    await app.close();
    await back.stop();
  });
});

withRedis('the Redis of a production start (needs redis-server)', () => {
  it('is accepted with an append-only file and no eviction', async () => {
    const redis = await startRedis();
    await expect(checkRedis(redis.url, true)).resolves.toBeUndefined();
    await redis.stop();
  });

  it('is refused when it may throw jobs away, each fault in its own line', async () => {
    const redis = await startRedis({ settings: ['--appendonly', 'no', '--maxmemory-policy', 'allkeys-lru'] });
    await expect(checkRedis(redis.url, true)).rejects.toThrow(
      'Redis: maxmemory-policy must be noeviction\nRedis: appendonly must be yes',
    );
    await expect(checkRedis(redis.url, false)).resolves.toBeUndefined();
    await redis.stop();
  });

  it('must be there in production; elsewhere jobs wait for it', async () => {
    await expect(checkRedis('redis://127.0.0.1:1', true)).rejects.toThrow('REDIS_URL: Redis cannot be reached');
    await expect(checkRedis('redis://127.0.0.1:1', false)).resolves.toBeUndefined();
  });
});
