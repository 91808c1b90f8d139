import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../src/database/embedded-postgres.js';
import { migrate } from '../../src/database/migrate.js';
import { isEnded } from '../../src/jobs/planning-job.js';
import type { TestApp } from '../support/app.js';
import { serverOf } from '../support/database.js';
import { countedRows, enqueueCounting, jobWhen, startAppWithCountingJob } from '../support/job-checks.js';

describe('when PostgreSQL is killed', () => {
  let folder: string;
  let postgres: EmbeddedPostgres;
  let app: TestApp;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'ramrutt-kill-'));
    chmodSync(folder, 0o755);
    postgres = await startEmbeddedPostgres(path.join(folder, 'postgres'));
    await migrate(postgres.url);
    app = await startAppWithCountingJob({ RUN_WORKER: 'yes' }, serverOf(postgres.url));
  });

  afterAll(async () => {
    await app.close();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('answers 503 with Retry-After meanwhile, loses nothing that was acknowledged, and is ready again within 10 s', async () => {
    const unitId = await app.createUnit();
    const enhetschef = await app.logIn({ roles: ['enhetschef'], unitIds: [unitId] });
    const statuses = new Map<number, number>();
    let acknowledged = 0;
    let isOver = false;
    const use = async (): Promise<void> => {
      while (!isOver) {
        const answer = await enhetschef.get(`/api/units/${unitId}/audit-lines?size=1`);
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
        if (answer.status === 200) acknowledged += 1;
        if (answer.status === 503) expect(answer.headers.get('retry-after')).toBe('5');
        await wait(5);
      }
    };
    const users = [use(), use(), use()];
    await wait(300);
    process.kill(postgres.pid(), 'SIGKILL');
    const killedAt = Date.now();
    await wait(50);
    while ((await app.get('/health/ready')).status !== 200) await wait(50);
    expect(Date.now() - killedAt).toBeLessThan(10_000);
    await wait(300);
    isOver = true;
    await Promise.all(users);
    expect([...statuses.keys()].sort()).toEqual([200, 503]);
    const [lines] = await app.database.query<{ lines: number }>('SELECT count(*)::int AS lines FROM audit_line');
    // A line may be there whose answer was lost; none may be missing whose answer arrived.
    expect(lines?.lines).toBeGreaterThanOrEqual(acknowledged);
  });

  it('finishes the job that was running, with one result', async () => {
    const job = await enqueueCounting(app, await app.createUnit(), { steps: 40, stepMilliseconds: 50 });
    await jobWhen(app, job.id, ({ progress }) => progress !== null, 20_000);
    process.kill(postgres.pid(), 'SIGKILL');
    await wait(50);
    while ((await app.get('/health/ready')).status !== 200) await wait(50);
    const ended = await jobWhen(app, job.id, isEnded, 60_000);
    expect(ended.status).toBe('done');
    expect(await countedRows(app, job.id)).toHaveLength(1);
  });
});
