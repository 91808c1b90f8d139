import { aRamtidOrder, localDate, type CareUnit } from '@hemtjanst/domain';
import { startTestApp, type TestAnswer, type TestApp, type TestClient } from '../support/app.js';
import { WEEK, aFlowUnit } from '../support/flow-unit.js';
import { seedCareUnit, type SeededUnit } from '../support/seed-care-unit.js';

type Body = TestAnswer['body'];
const GOAL = 'Kunna bo kvar och komma upp i lugn takt';

/** G1-B1 has an order with a goal, received on 3 February 2026, and nothing agreed. E2 of G1 is a vårdbiträde. */
const aPlanUnit = (mark: string): CareUnit => {
  const unit = aFlowUnit(mark);
  const order = {
    id: 'O-mal',
    brukareId: 'G1-B1',
    goal: GOAL,
    from: localDate('2026-02-01'),
    receivedOn: localDate('2026-02-03'),
    hoursPerMonth: 16,
  };
  return {
    ...unit,
    orders: [...unit.orders, aRamtidOrder(order)],
    employees: unit.employees.map((one) => (one.id === 'G1-E2' ? { ...one, title: 'vardbitrade' } : one)),
    brukare: unit.brukare.map((one) => (one.id === 'G1-B1' ? { ...one, kontaktmanId: 'G1-E2' } : one)),
  };
};

describe('genomförandeplan', () => {
  let app: TestApp;
  let unit: SeededUnit;
  let theirs: SeededUnit;
  let planerare: Awaited<ReturnType<TestApp['logIn']>>;
  let kontaktman: TestClient;
  const base = (): string => `/api/units/${unit.unitId}`;
  const orderPath = (code = 'O-mal'): string => `${base()}/ramtid-orders/${unit.codes.orders.idOf(code)}`;
  const employee = (code: string): string => unit.codes.employees.idOf(code);
  const put = (version: number, body: object, client: TestClient = planerare): Promise<TestAnswer> =>
    client.send('PUT', `${orderPath()}/genomforandeplan`, body, { 'if-match': `"${version}"` });
  const aVisit = {
    code: 'morgon',
    insatser: ['morgon'],
    recurrence: { kind: 'weekdays', days: [1, 2, 3] },
    window: { earliest: '07:30', latest: '08:30' },
    serviceMinutes: 30,
  };

  beforeAll(async () => {
    app = await startTestApp({});
    unit = await seedCareUnit(app, aPlanUnit('§U01§'));
    theirs = await seedCareUnit(app, aPlanUnit('§U02§'));
    planerare = await app.logIn({ roles: ['planerare'], unitIds: [unit.unitId] });
    kontaktman = await app.logIn({
      roles: ['omsorgspersonal'],
      unitIds: [unit.unitId],
      employeeId: employee('G1-E2'),
    });
  });
  afterAll(() => app.close());

  it('is missing until somebody writes it, and due 15 days after the order came', async () => {
    const { body } = await planerare.get(`${orderPath()}/genomforandeplan`);
    expect(body).toMatchObject({ status: 'saknas', version: 0, agreeBy: '2026-02-18', orderGoal: GOAL, goals: [] });
    expect(body.isOrderGoalMissing).toBe(true);
  });

  it('is proposed by the kontaktman with the order’s goal, and its visits are marked until somebody confirms it', async () => {
    const { status, body } = await put(
      0,
      { agreedOn: '2026-02-10', templates: [aVisit], status: 'foreslagen' },
      kontaktman,
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({
      version: 1,
      status: 'foreslagen',
      confirmedAt: null,
      followUpOn: null,
      kontaktmanId: employee('G1-E2'),
      goals: [{ text: GOAL, orderGoal: GOAL }],
      isOrderGoalMissing: false,
    });
    const { body: week } = await planerare.get(`${base()}/visit-demands?week=${WEEK}`);
    const demands = week.demands.filter((demand: Body) => demand.templateCode === 'morgon');
    expect(demands.map((demand: Body) => demand.isProposed)).toEqual([true, true, true]);
  });

  it('is confirmed once, by whom and when, and then followed up within six months', async () => {
    const confirm = (version: number) =>
      planerare.post(
        `${orderPath()}/genomforandeplan/confirm`,
        { agreedOn: '2026-02-12' },
        { 'if-match': `"${version}"` },
      );
    expect((await confirm(0)).status).toBe(412);
    const { status, body } = await confirm(1);
    expect([status, body.version, body.status]).toEqual([201, 2, 'bekraftad']);
    expect(body).toMatchObject({ confirmedBy: planerare.accountId, agreedOn: '2026-02-12', followUpOn: '2026-08-12' });
    expect(await confirm(2)).toMatchObject({ status: 409, body: { type: '/problem/plan.bekraftad' } });
    const { body: week } = await planerare.get(`${base()}/visit-demands?week=${WEEK}`);
    expect(week.demands.filter((demand: Body) => demand.templateCode === 'morgon' && demand.isProposed)).toEqual([]);
  });

  it('agrees on contacts: a fast omsorgskontakt is an undersköterska, or declined', async () => {
    const wish = (fastOmsorgskontakt: object) => ({ agreedOn: '2026-03-01', templates: [aVisit], fastOmsorgskontakt });
    const notTrained = await put(2, wish({ status: 'utsedd', employeeId: employee('G1-E2') }));
    expect(notTrained).toMatchObject({ status: 422, body: { errors: [{ code: 'ej-underskoterska' }] } });
    const noOne = await put(2, wish({ status: 'utsedd', employeeId: null }));
    expect(noOne).toMatchObject({ status: 422, body: { errors: [{ code: 'fast-omsorgskontakt.oense' }] } });
    const trained = wish({ status: 'utsedd', employeeId: employee('G1-E1') });
    expect((await put(2, trained, kontaktman)).status).toBe(403);
    expect((await put(2, trained)).status).toBe(200);
    const brukare = await planerare.get(`${base()}/brukare/${unit.codes.brukare.idOf('G1-B1')}`);
    expect(brukare.body.fastOmsorgskontaktId).toBe(employee('G1-E1'));
    const declined = await put(3, wish({ status: 'avbojd', employeeId: null }));
    expect(declined.body).toMatchObject({ version: 4, fastOmsorgskontakt: { status: 'avbojd', employeeId: null } });
    const after = await planerare.get(`${base()}/brukare/${unit.codes.brukare.idOf('G1-B1')}`);
    expect(after.body.fastOmsorgskontaktId).toBeNull();
  });

  it('has goals of its own beside those that follow the order, and says when the order’s goal is another', async () => {
    const goals = [{ text: 'Gå ut varje vecka' }, { text: 'Komma upp till frukost', isFromOrder: true }];
    const { body } = await put(4, { agreedOn: '2026-03-02', templates: [aVisit], goals, wishes: 'Ring på två gånger' });
    expect(body).toMatchObject({
      wishes: 'Ring på två gånger',
      goals: [
        { text: 'Gå ut varje vecka', orderGoal: null },
        { text: 'Komma upp till frukost', orderGoal: GOAL },
      ],
      isOrderGoalMissing: false,
    });
    const order = await planerare.get(orderPath());
    const samordnare = await app.logIn({ roles: ['samordnare'], unitIds: [unit.unitId] });
    const changed = { goal: 'Klara morgonen själv' };
    await samordnare.send('PATCH', orderPath(), changed, { 'if-match': `"${order.body.version}"` });
    expect((await planerare.get(`${orderPath()}/genomforandeplan`)).body.isOrderGoalMissing).toBe(true);
  });

  it('is followed up, and the next time is counted from there', async () => {
    const followUp = (body: object) => planerare.post(`${orderPath()}/genomforandeplan/follow-ups`, body);
    const done = await followUp({ followedUpOn: '2026-05-20', outcome: 'oforandrad', note: 'Nyckel utbytt' });
    expect(done.status).toBe(201);
    expect(done.body).toMatchObject({
      version: 5,
      followUpOn: '2026-11-20',
      followUps: [{ version: 5, outcome: 'oforandrad', note: 'Nyckel utbytt', recordedBy: planerare.accountId }],
    });
    const tooLate = { followedUpOn: '2026-05-20', outcome: 'oforandrad', nextFollowUpOn: '2026-11-21' };
    expect((await followUp(tooLate)).body.errors).toMatchObject([{ pointer: '/nextFollowUpOn' }]);
    const before = { followedUpOn: '2026-03-01', outcome: 'oforandrad' };
    expect((await followUp(before)).body.errors).toMatchObject([{ pointer: '/followedUpOn' }]);
    const aStory = { followedUpOn: '2026-05-20', outcome: 'oforandrad', note: 'x'.repeat(201) };
    expect((await followUp(aStory)).status).toBe(422);
    await expect(
      app.database.query(`UPDATE genomforandeplan_follow_up SET note = NULL WHERE unit_id = $1`, [unit.unitId]),
    ).rejects.toThrow('append-only');
  });

  it('keeps every version as it was', async () => {
    const { body } = await planerare.get(`${orderPath()}/genomforandeplan/versions`);
    expect(body.items.map(({ version, status }: Body) => [version, status])).toEqual([
      [5, 'bekraftad'],
      [4, 'bekraftad'],
      [3, 'bekraftad'],
      [2, 'bekraftad'],
      [1, 'foreslagen'],
    ]);
    expect(body.items.map(({ replacedAt }: Body) => replacedAt === null)).toEqual([true, false, false, false, false]);
    const { body: first } = await planerare.get(`${orderPath()}/genomforandeplan/versions/1`);
    expect(first).toMatchObject({ version: 1, status: 'foreslagen', agreedOn: '2026-02-10' });
    expect(first.templates).toMatchObject([{ code: 'morgon', serviceMinutes: 30 }]);
    expect((await planerare.get(`${orderPath()}/genomforandeplan/versions/9`)).status).toBe(404);
    expect((await planerare.get(`${orderPath()}/genomforandeplan/versions/x`)).status).toBe(400);
  });

  it('is shown for a brukare, order by order', async () => {
    const { body } = await kontaktman.get(`${base()}/brukare/${unit.codes.brukare.idOf('G1-B1')}/genomforandeplan`);
    expect(body.plans.map(({ orderCode, status }: Body) => [orderCode, status])).toEqual([
      ['O-G1-B1', 'bekraftad'],
      ['O-mal', 'bekraftad'],
    ]);
  });

  it('refuses a follow-up date beyond six months, and a goal the order does not have', async () => {
    const late = { agreedOn: '2026-03-02', templates: [aVisit], followUpOn: '2026-09-03' };
    expect((await put(5, late)).body.errors).toMatchObject([{ pointer: '/followUpOn', code: 'uppfoljning.utanfor' }]);
    const path = `${orderPath('O-G1-B2')}/genomforandeplan`;
    const { body: plan } = await planerare.get(path);
    const goals = [{ text: 'Ur beställningen', isFromOrder: true }];
    const wish = { agreedOn: '2026-03-02', templates: [{ ...aVisit, code: 'T-G1-B2' }], goals };
    const answer = await planerare.send('PUT', path, wish, { 'if-match': `"${plan.version}"` });
    expect(answer.body.errors).toMatchObject([{ pointer: '/goals/0', code: 'mal-saknas' }]);
  });

  it('is nobody else’s: not another unit’s, not a colleague’s brukare, not the admin’s', async () => {
    const foreign = theirs.codes.orders.idOf('O-mal');
    const admin = await app.logIn({ roles: ['admin'], unitIds: [unit.unitId] });
    const colleague = await app.logIn({
      roles: ['omsorgspersonal'],
      unitIds: [unit.unitId],
      employeeId: employee('G1-E1'),
    });
    const reads = ['genomforandeplan', 'genomforandeplan/versions', 'genomforandeplan/versions/1'];
    for (const read of reads) {
      expect((await planerare.get(`/api/units/${theirs.unitId}/ramtid-orders/${foreign}/${read}`)).status).toBe(404);
      expect((await planerare.get(`${base()}/ramtid-orders/${foreign}/${read}`)).status).toBe(404);
      expect((await colleague.get(`${orderPath()}/${read}`)).status).toBe(404);
      expect((await admin.get(`${orderPath()}/${read}`)).status).toBe(403);
    }
    const own = `${base()}/brukare/${unit.codes.brukare.idOf('G1-B1')}/genomforandeplan`;
    expect([(await colleague.get(own)).status, (await admin.get(own)).status]).toEqual([404, 403]);
    const followUp = { followedUpOn: '2026-05-20', outcome: 'oforandrad' };
    const path = `${orderPath()}/genomforandeplan/follow-ups`;
    expect([(await colleague.post(path, followUp)).status, (await admin.post(path, followUp)).status]).toEqual([
      404, 403,
    ]);
  });
});
