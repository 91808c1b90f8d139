import { startTestApp, type TestAnswer, type TestApp, type TestClient } from '../support/app.js';
import { MONDAY, WEEK, aFlowUnit } from '../support/flow-unit.js';
import { planWeek, publish } from '../support/planned-week.js';
import { seedCareUnit, type SeededUnit } from '../support/seed-care-unit.js';

type Body = TestAnswer['body'];

/** Group G1: two employees with a shift 07–16, three brukare with a visit every morning; the week is published. */
describe('a visit more on a day', () => {
  let app: TestApp;
  let unit: SeededUnit;
  let planerare: TestClient;
  let published: Body;

  beforeEach(async () => {
    app = await startTestApp({ env: { RUN_WORKER: 'yes' } });
    unit = await seedCareUnit(app, aFlowUnit('väst'));
    planerare = await app.logIn({ roles: ['planerare'], unitIds: [unit.unitId] });
    const workGroupId = unit.codes.workGroups.idOf('G1');
    published = (
      await publish(planerare, unit.unitId, await planWeek(planerare, unit.unitId, { week: WEEK, workGroupId }))
    ).body;
  });

  afterEach(() => app.close());

  const base = (): string => `/api/units/${unit.unitId}`;
  const path = (planId: string): string => `${base()}/weekly-plans/${planId}`;
  const seen = (version: number) => ({ 'if-match': `"${version}"` });
  const wish = (more: object = {}) => ({
    brukareId: unit.codes.brukare.idOf('G1-B1'),
    onDate: MONDAY,
    window: { earliest: '13:00', latest: '15:00' },
    serviceMinutes: 30,
    insatser: ['tillsyn'],
    reason: 'Dottern ringde',
    ...more,
  });
  const create = (more: object = {}, plan: Body = published): Promise<TestAnswer> =>
    planerare.post(`${path(plan.id)}/extra-visits`, wish(more), seen(plan.version));
  const places = (planId: string, visitDemandId: string): Promise<TestAnswer> =>
    planerare.send('POST', `${path(planId)}/places`, { visitDemandId });
  const unplaced = async (planId: string): Promise<Body[]> =>
    (await planerare.get(`${path(planId)}/unassigned`)).body.items;

  it('waits in a draft, is fitted in at the best place, and is published with the week', async () => {
    const { status, body } = await create();
    expect(status).toBe(201);
    const { extraVisit, plan } = body;
    expect(plan).toMatchObject({ status: 'utkast', madeFrom: { basedOnPlanId: published.id } });
    expect(extraVisit).toMatchObject({ ramtidOrderId: unit.codes.orders.idOf('O-G1-B1'), reason: 'Dottern ringde' });
    expect(await unplaced(plan.id)).toMatchObject([
      { visitDemandId: extraVisit.visitDemandId, date: MONDAY, reasons: [{ code: 'extra' }] },
    ]);

    const ranked = await places(plan.id, extraVisit.visitDemandId);
    expect(ranked.status).toBe(200);
    const [best, next] = ranked.body.places;
    expect(best.startsAt >= `${MONDAY}T13:00`).toBe(true);
    expect(best.differenceSeconds).toBeLessThanOrEqual(next.differenceSeconds);
    const { shiftId, startsAt } = best;
    const edit = { kind: 'place', visitDemandId: extraVisit.visitDemandId, shiftId, startsAt };
    const placed = await planerare.send('POST', `${path(plan.id)}/edits`, edit, seen(plan.version));
    expect(placed).toMatchObject({ status: 201, body: { unassigned: [], visits: [{ serviceMinutes: 30 }] } });
    expect((await planerare.get(`${path(plan.id)}/check`)).body).toMatchObject({ canPublish: 'ja', violations: [] });
    const again = await publish(planerare, unit.unitId, { id: plan.id, version: placed.body.version });
    expect(again.status).toBe(200);
  });

  it('is taken out of the draft by undo, said to be missing, and may then be withdrawn', async () => {
    const { extraVisit, plan } = (await create()).body;
    const one = `${base()}/extra-visits/${extraVisit.id}`;
    const held = await planerare.send('DELETE', one, undefined, seen(extraVisit.version));
    expect(held).toMatchObject({ status: 409, body: { type: '/problem/extrabesok.i-plan' } });

    const undone = await planerare.send('POST', `${path(plan.id)}/undo`, undefined, seen(plan.version));
    expect(undone.status).toBe(200);
    expect(await unplaced(plan.id)).toEqual([]);
    const { violations } = (await planerare.get(`${path(plan.id)}/check`)).body;
    expect(violations).toMatchObject([{ rule: 'demand-missing' }]);

    expect((await planerare.send('DELETE', one, undefined, seen(2))).status).toBe(412);
    expect((await planerare.send('DELETE', one, undefined, seen(extraVisit.version))).status).toBe(204);
    expect((await planerare.get(`${base()}/extra-visits?date=${MONDAY}`)).body.items).toEqual([]);
    expect((await planerare.get(`${path(plan.id)}/check`)).body.violations).toEqual([]);
  });

  it('is taken up by a draft that was made before it', async () => {
    const first = (await create()).body;
    const mine = (await planerare.post(`${path(published.id)}/drafts`, { own: true }, seen(published.version))).body;
    const address = `${path(mine.id)}/extra-visits/${first.extraVisit.id}`;
    const added = await planerare.post(address, {}, seen(mine.version));
    expect(added).toMatchObject({ status: 201, body: { plan: { id: mine.id } } });
    expect(await unplaced(mine.id)).toHaveLength(1);
    const twice = await planerare.post(address, {}, seen(added.body.plan.version));
    expect(twice).toMatchObject({ status: 409, body: { type: '/problem/extrabesok.finns' } });
  });

  it('is one of the week’s demands when the week is planned again', async () => {
    const { extraVisit } = (await create()).body;
    const workGroupId = unit.codes.workGroups.idOf('G1');
    const planned = await planWeek(planerare, unit.unitId, { week: WEEK, workGroupId, seed: 3 });
    const visits: Body[] = (await planerare.get(`${path(planned.id)}/visits?date=${MONDAY}`)).body.items;
    expect(visits.map(({ visitDemandId }) => visitDemandId)).toContain(extraVisit.visitDemandId);
  });

  it('is refused where it cannot be, and nothing is kept of it', async () => {
    const away = await planerare.post(`${base()}/brukare/${unit.codes.brukare.idOf('G1-B3')}/absences`, {
      fromDate: MONDAY,
      fromTime: '00:00',
      toDate: MONDAY,
      toTime: '24:00',
    });
    expect(away.status).toBe(201);
    const wrong = [
      [{ onDate: '2026-01-05' }, '/onDate'],
      [{ onDate: '2031-03-10' }, '/onDate'],
      [{ brukareId: unit.unitId }, '/brukareId'],
      [{ brukareId: unit.codes.brukare.idOf('G2-B1') }, '/brukareId'],
      [{ ramtidOrderId: unit.codes.orders.idOf('O-G1-B2') }, '/ramtidOrderId'],
      [{ window: { earliest: '15:00', latest: '13:00' } }, '/window'],
      [{ insatser: [] }, '/insatser'],
      [{ brukareId: unit.codes.brukare.idOf('G1-B3') }, '/window'],
    ] as const;
    for (const [more, pointer] of wrong) {
      const answer = await create(more);
      expect([pointer, answer.status, answer.body.errors?.[0]?.pointer]).toEqual([pointer, 422, pointer]);
    }
    expect((await create({}, { ...published, version: published.version + 1 })).status).toBe(412);
    expect((await planerare.get(`${base()}/extra-visits?date=${MONDAY}`)).body.items).toEqual([]);
  });
});
