import { startTestApp, type TestAnswer, type TestApp, type TestClient } from '../support/app.js';
import { MONDAY, WEEK, aFlowUnit } from '../support/flow-unit.js';
import { planWeek, publish, runPlanning } from '../support/planned-week.js';
import { seedCareUnit, type SeededUnit } from '../support/seed-care-unit.js';

describe('weekly plans over HTTP', () => {
  let app: TestApp;
  let unit: SeededUnit;
  let planerare: TestClient;
  const plansOf = (): string => `/api/units/${unit.unitId}/weekly-plans`;

  beforeAll(async () => {
    app = await startTestApp({ env: { RUN_WORKER: 'yes' } });
    unit = await seedCareUnit(app, aFlowUnit('väst'));
    planerare = await app.logIn({ roles: ['planerare'], unitIds: [unit.unitId] });
  });

  afterAll(() => app.close());

  it('plans a group: every visit placed, with figures, and the same plan for the same seed', async () => {
    const workGroupId = unit.codes.workGroups.idOf('G1');
    const plan = await planWeek(planerare, unit.unitId, { week: WEEK, workGroupId, seed: 3 });
    // Three brukare, three mornings.
    expect(plan).toMatchObject({
      week: WEEK,
      workGroupId,
      status: 'foreslagen',
      planVersion: 1,
      visitCount: 9,
      seed: 3,
    });
    expect(plan.metrics.unassignedVisits).toBe(0);
    const again = await planWeek(planerare, unit.unitId, { week: WEEK, workGroupId, seed: 3 });
    expect(again.planVersion).toBe(2);
    const { body } = await planerare.get(`${plansOf()}/${plan.id}/compare?with=${again.id}`);
    expect(body).toMatchObject({ visits: [], unchangedVisits: 9, employees: [] });
  });

  it('lists visits by date and group, two employees at the visit for two', async () => {
    const plan = await planWeek(planerare, unit.unitId, { week: WEEK });
    const { body } = await planerare.get(
      `${plansOf()}/${plan.id}/visits?date=${MONDAY}&workGroupId=${unit.codes.workGroups.idOf('G2')}`,
    );
    expect(body.items).toHaveLength(3);
    const forTwo = body.items.filter((visit: TestAnswer['body']) => visit.employeeIds.length === 2);
    expect(forTwo.map((visit: TestAnswer['body']) => visit.brukareId)).toEqual([unit.codes.brukare.idOf('G2-B2')]);
    expect(forTwo[0].helper).toMatchObject({ startsAt: forTwo[0].startsAt, serviceMinutes: 30 });
  });

  it('publishes: the version becomes what holds, and the one before it steps back', async () => {
    const first = await planWeek(planerare, unit.unitId, { week: WEEK });
    const check = await planerare.get(`${plansOf()}/${first.id}/check`);
    expect(check.body).toMatchObject({ canPublish: 'ja', hardCount: 0, violations: [] });
    expect(await publish(planerare, unit.unitId, first)).toMatchObject({ status: 200, body: { status: 'publicerad' } });
    const second = await planWeek(planerare, unit.unitId, { week: WEEK, seed: 2 });
    expect((await publish(planerare, unit.unitId, second)).status).toBe(200);
    expect((await planerare.get(`${plansOf()}/${first.id}`)).body.status).toBe('ersatt');
    expect((await planerare.get(`${plansOf()}?status=publicerad&week=${WEEK}`)).body.items).toHaveLength(1);
  });

  it('keeps a failed group out of the way: an unknown group is 422 and starts nothing', async () => {
    const other = await seedCareUnit(app, aFlowUnit('öst'));
    const answer = await planerare.post(plansOf(), { week: WEEK, workGroupId: other.codes.workGroups.idOf('G1') });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: '/workGroupId' }] } });
  });

  it('answers a run that has ended with its plan, and its events as a stream', async () => {
    const run = await runPlanning(planerare, unit.unitId, { week: WEEK, seed: 9 });
    expect(run).toMatchObject({ status: 'done', statusText: 'Klar', attempt: 1, progress: { percent: 100 } });
    expect(run.progress.plannedEfficiency).toBeGreaterThan(0);
    const stream = await planerare.get(`/api/units/${unit.unitId}/planning-runs/${run.id}/progress`);
    expect(stream.headers.get('content-type')).toMatch(/event-stream/);
    expect(stream.body).toMatch(/^id: done-1-100\nevent: planning-run\ndata: \{.*"status":"done"/);
  });

  it('sends progress while it calculates, at most once a second, and goes on after a lost connection', async () => {
    const started = await planerare.post(plansOf(), { week: WEEK, seconds: 4, seed: 11 });
    const path = `/api/units/${unit.unitId}/planning-runs/${started.body.id}/progress`;
    const { body } = await planerare.get(path);
    const events = body.trim().split('\n\n');
    const percents = events.map((event: string) => JSON.parse(/data: (.*)/.exec(event)?.[1] ?? '{}').progress?.percent);
    expect(percents.at(-1)).toBe(100);
    // 4 seconds of search: at most one state a second, and those of start, check and end.
    expect(events.length).toBeLessThanOrEqual(10);
    expect(events.length).toBeGreaterThanOrEqual(4);
    const known = await planerare.get(path, { 'last-event-id': 'running-1-40' });
    expect(known.body).toMatch(/^id: done-1-100/);
    const unknown = await planerare.get(path, { 'last-event-id': 'något annat' });
    expect(unknown.body).toMatch(/^event: resync/);
  });

  it('answers the same wish with the same run while it is unfinished', async () => {
    const wish = { week: WEEK, seconds: 60, seed: 12 };
    const [first, second] = await Promise.all([planerare.post(plansOf(), wish), planerare.post(plansOf(), wish)]);
    expect([first.status, second.status]).toEqual([202, 202]);
    expect(second.body.id).toBe(first.body.id);
    expect(first.headers.get('location')).toBe(`/api/units/${unit.unitId}/planning-runs/${first.body.id}`);
    await planerare.post(`/api/units/${unit.unitId}/planning-runs/${first.body.id}/cancel`);
  });

  it('leaves one audit line per brukare of every list that is read, and none for figures alone', async () => {
    const plan = await planWeek(planerare, unit.unitId, { week: WEEK, seed: 13 });
    const lines = async (): Promise<number> =>
      (await app.database.query('SELECT 1 FROM audit_line WHERE record_id = $1', [plan.id])).length;
    await planerare.get(`${plansOf()}/${plan.id}`);
    expect(await lines()).toBe(0);
    await planerare.get(`${plansOf()}/${plan.id}/visits`);
    expect(await lines()).toBe(6);
    await planerare.get(`${plansOf()}/${plan.id}/visits?workGroupId=${unit.codes.workGroups.idOf('G1')}`);
    expect(await lines()).toBe(9);
    await publish(planerare, unit.unitId, plan);
    expect(await lines()).toBe(15);
  });

  it('shows nothing when the audit line cannot be written', async () => {
    const plan = await planWeek(planerare, unit.unitId, { week: WEEK, seed: 14 });
    await app.database.query('ALTER TABLE audit_line ADD CONSTRAINT refuse_all CHECK (false) NOT VALID');
    const answer = await planerare.get(`${plansOf()}/${plan.id}/visits`);
    await app.database.query('ALTER TABLE audit_line DROP CONSTRAINT refuse_all');
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(JSON.stringify(answer.body)).not.toContain(unit.codes.brukare.idOf('G1-B1'));
  });
});
