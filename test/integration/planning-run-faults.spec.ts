import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startEmbeddedPostgres } from '../../src/database/embedded-postgres.js';
import { migrate } from '../../src/database/migrate.js';
import { startTestApp, type TestApp, type TestClient } from '../support/app.js';
import { serverOf } from '../support/database.js';
import { WEEK, aFlowUnit } from '../support/flow-unit.js';
import { runWhen } from '../support/planned-week.js';
import { killRealWorkers, startRealWorker } from '../support/real-worker.js';
import { seedCareUnit, type SeededUnit } from '../support/seed-care-unit.js';

/** Long enough to be interrupted; nobody waits for the end of it. */
const LONG = { week: WEEK, seconds: 120 };

describe('a planning run that is interrupted', () => {
  let app: TestApp;
  let unit: SeededUnit;
  let planerare: TestClient;

  beforeAll(async () => {
    app = await startTestApp();
    unit = await seedCareUnit(app, aFlowUnit('väst'));
    planerare = await app.logIn({ roles: ['planerare'], unitIds: [unit.unitId] });
  });

  afterEach(killRealWorkers);
  afterAll(() => app.close());

  const start = async (wish: object): Promise<string> => {
    const { body } = await planerare.post(`/api/units/${unit.unitId}/weekly-plans`, wish);
    return body.id;
  };
  const cancel = (runId: string) => planerare.post(`/api/units/${unit.unitId}/planning-runs/${runId}/cancel`);
  const plansOfRun = (runId: string) => app.database.query('SELECT id FROM weekly_plan WHERE run_id = $1', [runId]);

  it('is cancelled before anybody began it, and only once', async () => {
    const runId = await start(LONG);
    expect(await cancel(runId)).toMatchObject({ status: 202, body: { status: 'cancelled', statusText: 'Avbruten' } });
    expect(await cancel(runId)).toMatchObject({ status: 409, body: { type: '/problem/berakning.slut' } });
  });

  it('stops within two seconds when it is cancelled in the middle, and leaves no plan', async () => {
    const worker = await startRealWorker(app);
    const runId = await start(LONG);
    await runWhen(planerare, unit.unitId, runId, (run) => (run.progress?.percent ?? 0) >= 1);
    const askedAt = Date.now();
    await cancel(runId);
    const run = await runWhen(planerare, unit.unitId, runId, ({ status }) => status !== 'running', 10_000);
    expect(Date.now() - askedAt).toBeLessThan(2000);
    expect(run.status).toBe('cancelled');
    expect(await plansOfRun(runId)).toEqual([]);
    worker.kill('SIGKILL');
    await once(worker, 'exit');
  });

  it('is finished by the next worker when its worker is killed, with one plan (F1)', async () => {
    const first = await startRealWorker(app);
    const runId = await start({ week: WEEK, seconds: 8, seed: 5 });
    await runWhen(planerare, unit.unitId, runId, (run) => (run.progress?.percent ?? 0) >= 1);
    first.kill('SIGKILL');
    await once(first, 'exit');
    const second = await startRealWorker(app);
    const resumed = await runWhen(planerare, unit.unitId, runId, ({ attempt }) => attempt === 2, 30_000);
    expect(resumed.statusText).toBe('Återupptas');
    const ended = await runWhen(planerare, unit.unitId, runId, ({ status }) => status === 'done', 30_000);
    expect(ended.attempt).toBe(2);
    expect(await plansOfRun(runId)).toHaveLength(1);
    second.kill('SIGKILL');
    await once(second, 'exit');
  });

  it('writes nothing when another attempt has begun meanwhile (fencing)', async () => {
    const worker = await startRealWorker(app);
    const runId = await start({ week: WEEK, seconds: 4, seed: 6 });
    await runWhen(planerare, unit.unitId, runId, ({ status }) => status === 'running');
    await app.database.query('UPDATE planning_job SET attempt = attempt + 1 WHERE id = $1', [runId]);
    // The late worker would have finished after 4 s.
    await wait(6000);
    expect(await plansOfRun(runId)).toEqual([]);
    await cancel(runId);
    worker.kill('SIGKILL');
    await once(worker, 'exit');
  });
});

describe('a planning run whose database is killed (F10)', () => {
  it('ends with one plan once PostgreSQL is back', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'ramrutt-solve-'));
    chmodSync(folder, 0o755);
    const postgres = await startEmbeddedPostgres(path.join(folder, 'postgres'));
    await migrate(postgres.url);
    const app = await startTestApp({ env: { RUN_WORKER: 'yes' }, database: serverOf(postgres.url) });
    try {
      const unit = await seedCareUnit(app, aFlowUnit('väst'));
      const planerare = await app.logIn({ roles: ['planerare'], unitIds: [unit.unitId] });
      const started = await planerare.post(`/api/units/${unit.unitId}/weekly-plans`, { week: WEEK, seconds: 4 });
      await runWhen(planerare, unit.unitId, started.body.id, (run) => (run.progress?.percent ?? 0) >= 1);
      process.kill(postgres.pid(), 'SIGKILL');
      await wait(50);
      while ((await app.get('/health/ready')).status !== 200) await wait(50);
      const run = await runWhen(
        planerare,
        unit.unitId,
        started.body.id,
        ({ endedAt }) => typeof endedAt === 'string',
        60_000,
      );
      expect(run.status).toBe('done');
      const plans = await app.database.query('SELECT 1 FROM weekly_plan WHERE run_id = $1', [started.body.id]);
      expect(plans).toHaveLength(1);
    } finally {
      await app.close();
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  }, 180_000);
});
