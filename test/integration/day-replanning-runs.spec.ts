import { once } from 'node:events';
import { startTestApp, type TestAnswer, type TestApp, type TestClient } from '../support/app.js';
import { MONDAY, WEEK, aFlowUnit } from '../support/flow-unit.js';
import { dayWhen, planWeek, publish, runWhen } from '../support/planned-week.js';
import { killRealWorkers, startRealWorker } from '../support/real-worker.js';
import { seedCareUnit, type SeededUnit } from '../support/seed-care-unit.js';

type Body = TestAnswer['body'];

const EARLY = `${MONDAY}T05:30:00+01:00`;

/** Group G1: two employees and three brukare with a visit every morning, one of them for two; a published week. */
async function aPublishedWeek(app: TestApp) {
  const unit = await seedCareUnit(app, aFlowUnit('väst'));
  const planerare = await app.logIn({ roles: ['planerare'], unitIds: [unit.unitId] });
  const workGroupId = unit.codes.workGroups.idOf('G1');
  const proposed = await planWeek(planerare, unit.unitId, { week: WEEK, workGroupId });
  const { body: plan } = await publish(planerare, unit.unitId, proposed);
  const runs = `/api/units/${unit.unitId}/weekly-plans/${plan.id}/day-replannings`;
  return { unit, planerare, plan, runs };
}

const sick = (unit: SeededUnit, seconds: number | null) => ({
  onDate: MONDAY,
  event: { kind: 'sick', employeeId: unit.codes.employees.idOf('G1-E1') },
  asOf: EARLY,
  seconds,
});

const isUnderWay = ({ status, progress }: Body): boolean => status === 'running' && (progress?.percent ?? 0) >= 1;

describe('a day that is being planned anew', () => {
  let app: TestApp;
  let unit: SeededUnit;
  let planerare: TestClient & { readonly token: string };
  let plan: Body;
  let runs: string;

  beforeAll(async () => {
    app = await startTestApp({ env: { RUN_WORKER: 'yes' } });
    ({ unit, planerare, plan, runs } = await aPublishedWeek(app));
  });

  afterAll(() => app.close());

  const ask = async (seconds: number | null, more: object = {}): Promise<Body> =>
    (await planerare.post(runs, { ...sick(unit, seconds), ...more })).body;
  const cancel = (runId: string) => planerare.post(`${runs}/${runId}/cancel`);
  const kept = (runId: string) => app.database.query('SELECT 1 FROM day_replanning WHERE run_id = $1', [runId]);
  const linesAbout = () =>
    app.database.query<{ lines: number }>(
      "SELECT count(*)::int AS lines FROM audit_line WHERE action = 'provar-ny-dag'",
    );

  it('tells which alternative it is at and what the best one has come to, and ends with the ways', async () => {
    const { id } = await ask(3);
    const response = await fetch(`${app.url}${runs}/${id}/progress`, {
      headers: { authorization: `Bearer ${planerare.token}`, accept: 'text/event-stream' },
    });
    const events = (await response.text())
      .split('\n')
      .filter((line) => line.startsWith('data: '))
      .map((line) => JSON.parse(line.slice('data: '.length)));
    const told = events.filter(({ status, progress }) => status === 'running' && progress !== null);
    const alternatives = new Set(told.map(({ progress }) => progress.alternative));
    expect([...alternatives]).toEqual(expect.arrayContaining(['least-change', 'best-continuity']));
    // The visit for two has only one who could come.
    expect(told.at(-1).progress).toMatchObject({
      bestObjective: expect.any(Number),
      leftOutVisits: 1,
      plannedEfficiency: expect.any(Number),
      facesMean: expect.any(Number),
      contactPersonShare: expect.any(Number),
    });
    const percents = told.map(({ progress }) => progress.percent);
    expect(percents).toEqual([...percents].sort((a, b) => a - b));
    expect(events.at(-1)).toMatchObject({ status: 'done', statusText: 'Klar', progress: { percent: 100 } });
    // Whom the ways are about stands in the answer that is fetched, and in the log, and nowhere else.
    expect(JSON.stringify(events)).not.toContain('brukareId');
    const before = (await linesAbout())[0]?.lines ?? 0;
    const { body } = await planerare.get(`${runs}/${id}`);
    expect(body.answer.alternatives.length).toBeGreaterThan(0);
    expect((await linesAbout())[0]?.lines).toBeGreaterThan(before);
  });

  it('stops in the middle of its two minutes when it is cancelled, and leaves nothing behind', async () => {
    const { id } = await ask(120);
    await dayWhen(planerare, `${runs}/${id}`, isUnderWay);
    expect(await cancel(id)).toMatchObject({ status: 202, body: { isCancelRequested: true, event: null } });
    const { body } = await dayWhen(planerare, `${runs}/${id}`, ({ status }) => status === 'cancelled');
    expect(body.progress.percent).toBeLessThan(50);
    expect(body).toMatchObject({ statusText: 'Avbruten', event: null, answer: null });
    expect(await kept(id)).toEqual([]);
    expect(await cancel(id)).toMatchObject({ status: 409, body: { type: '/problem/berakning.slut' } });
    const accepted = await planerare.post(
      `${runs}/${id}/accept`,
      { alternativeId: '0123456789' },
      { 'if-match': `"${plan.version}"` },
    );
    expect(accepted).toMatchObject({ status: 409, body: { type: '/problem/omplanering.for-gammal' } });
  });

  it('is one calculation when it is asked for twice, and another one when something else is asked', async () => {
    const both = await Promise.all([ask(120), ask(120)]);
    expect(new Set(both.map(({ id }) => id)).size).toBe(1);
    const other = await ask(120, { budget: { maxMovedVisits: 0 } });
    expect(other.id).not.toBe(both[0]?.id);
    for (const id of [both[0]?.id, other.id]) await cancel(id);
  });

  it('does not wait for a week that is being calculated', async () => {
    const week = await planerare.post(`/api/units/${unit.unitId}/weekly-plans`, { week: WEEK, seconds: 120 });
    await runWhen(planerare, unit.unitId, week.body.id, ({ status }) => status === 'running');
    const { id } = await ask(null);
    await dayWhen(planerare, `${runs}/${id}`, ({ status }) => status === 'done');
    const { body } = await planerare.get(`/api/units/${unit.unitId}/planning-runs/${week.body.id}`);
    expect(body.status).toBe('running');
    await planerare.post(`/api/units/${unit.unitId}/planning-runs/${week.body.id}/cancel`);
  });

  it('is refused with 429 when four days of the unit are being calculated', async () => {
    const started = [];
    for (const maxMovedVisits of [0, 1, 2, 3]) started.push(await ask(120, { budget: { maxMovedVisits } }));
    const fifth = await planerare.post(runs, { ...sick(unit, 120), budget: { maxMovedVisits: 4 } });
    expect(fifth).toMatchObject({ status: 429, body: { type: '/problem/for-manga-berakningar' } });
    for (const { id } of started) await cancel(id);
    for (const { id } of started) await dayWhen(planerare, `${runs}/${id}`, ({ endedAt }) => endedAt !== null);
  });

  it('is no longer known the day after: neither who was ill nor the ways', async () => {
    const { id } = await ask(null);
    await dayWhen(planerare, `${runs}/${id}`, ({ status }) => status === 'done');
    await app.database.query(`UPDATE day_replanning SET asked_at = now() - interval '25 hours' WHERE run_id = $1`, [
      id,
    ]);
    expect((await planerare.get(`${runs}/${id}`)).body).toMatchObject({ status: 'done', event: null, answer: null });
    await cancel((await ask(120, { budget: { maxMovedVisits: 9 } })).id);
    expect(await kept(id)).toEqual([]);
  });

  it('is found under its own plan only', async () => {
    const { id } = await ask(null);
    await dayWhen(planerare, `${runs}/${id}`, ({ status }) => status === 'done');
    const other = await planWeek(planerare, unit.unitId, { week: WEEK, seed: 7 });
    const elsewhere = `/api/units/${unit.unitId}/weekly-plans/${other.id}/day-replannings/${id}`;
    expect((await planerare.get(elsewhere)).status).toBe(404);
    expect((await planerare.post(`${elsewhere}/cancel`)).status).toBe(404);
  });
});

describe('a day whose worker goes away', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startTestApp();
  });

  afterEach(killRealWorkers);
  afterAll(() => app.close());

  it('is finished by the next worker, with one answer to the same question; a question that has lost its ground fails', async () => {
    const first = await startRealWorker(app);
    const { unit, planerare, runs, plan } = await aPublishedWeek(app);
    const { body } = await planerare.post(runs, sick(unit, 8));
    await dayWhen(planerare, `${runs}/${body.id}`, isUnderWay);
    first.kill('SIGKILL');
    await once(first, 'exit');

    const { body: groundless } = await planerare.post(runs, sick(unit, null));
    // As if the employee had been moved to another group meanwhile.
    await app.database.query(
      `UPDATE day_replanning SET question = jsonb_set(question, '{event,employeeId}', to_jsonb($2::text)) WHERE run_id = $1`,
      [groundless.id, unit.codes.employees.idOf('G2-E1')],
    );
    const second = await startRealWorker(app);
    const { body: done } = await dayWhen(planerare, `${runs}/${body.id}`, ({ status }) => status === 'done');
    expect(done).toMatchObject({ attempt: 2, answer: { version: plan.version } });
    expect(done.answer.alternatives.length).toBeGreaterThan(0);
    const failed = await dayWhen(planerare, `${runs}/${groundless.id}`, ({ status }) => status === 'failed');
    expect(failed.body).toMatchObject({ errorCode: 'omplanering.andrat-underlag', answer: null });
    second.kill('SIGKILL');
    await once(second, 'exit');
  });
});
