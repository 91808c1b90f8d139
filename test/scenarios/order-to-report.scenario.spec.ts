import { randomUUID } from 'node:crypto';
import { startTestApp, type TestAnswer, type TestApp, type TestClient } from '../support/app.js';
import { MONDAY, TUESDAY, WEEK, aFlowUnit } from '../support/flow-unit.js';
import { planWeek, publish } from '../support/planned-week.js';
import { seedCareUnit, type SeededUnit } from '../support/seed-care-unit.js';

type Body = TestAnswer['body'];

/**
 * One brukare's order through all seven stages, told as a story. Ester gets an order of 16 hours a month for mornings and
 * tillsyn; each test is the next thing that happens to it, by the person whose work it is.
 */
describe('from ramtid order to efficiency report', () => {
  let app: TestApp;
  let unit: SeededUnit;
  let samordnare: TestClient;
  let planerare: TestClient;
  let enhetschef: TestClient;
  let employee: TestClient;
  let employeeId: string;
  const ester = () => unit.codes.brukare.idOf('G1-B1');
  const path = (rest: string): string => `/api/units/${unit.unitId}/${rest}`;

  let order: Body;
  let demands: readonly Body[];
  let plan: Body;
  let visit: Body;
  let registeredTimeId: string;

  beforeAll(async () => {
    app = await startTestApp({ env: { RUN_WORKER: 'yes' } });
    unit = await seedCareUnit(app, aFlowUnit('ester'));
    const unitIds = [unit.unitId];
    samordnare = await app.logIn({ roles: ['samordnare'], unitIds });
    planerare = await app.logIn({ roles: ['planerare'], unitIds });
    enhetschef = await app.logIn({ roles: ['enhetschef'], unitIds });
  });
  afterAll(() => app.close());

  it('1 · the samordnare receives the order: hours per month, needs and purpose, no minutes per insats', async () => {
    const received = await samordnare.post(path('ramtid-orders'), {
      code: 'B-2031-17',
      brukareId: ester(),
      from: '2031-02-01',
      hoursPerMonth: 16,
      insatser: ['morgon', 'tillsyn'],
      goal: 'Kunna bo kvar och komma upp i lugn takt',
    });
    expect(received.status).toBe(201);
    order = received.body;
    expect(order).toMatchObject({ brukareId: ester(), hoursPerMonth: 16, kind: 'hemtjanst', version: 1 });
  });

  it('2 · without a genomförandeplan a pattern is proposed that adds up to the ramtid, each choice explained', async () => {
    const { body } = await planerare.get(path(`ramtid-orders/${order.id}/visit-pattern-proposal`));
    expect(body.explanation.length).toBeGreaterThan(0);
    // 16 h a month is 960 minutes; the pattern may differ by 2 %.
    expect(Math.abs(body.plannedMinutesPerMonth - 960)).toBeLessThanOrEqual(0.02 * 960);
    const week = await planerare.get(path(`visit-demands?week=${WEEK}`));
    demands = week.body.demands.filter((demand: Body) => demand.ramtidOrderId === order.id);
    expect(demands.length).toBeGreaterThan(0);
    expect(demands.every((demand) => demand.isProposed)).toBe(true);
  });

  it('2 · the kontaktman confirms it, and the visits are agreed, not proposed any more', async () => {
    const proposal = path(`ramtid-orders/${order.id}/visit-pattern-proposal`);
    const confirmed = await planerare.post(`${proposal}/confirm`, { agreedOn: '2031-02-03' }, { 'if-match': '"0"' });
    expect(confirmed.body).toMatchObject({
      status: 'bekraftad',
      goals: [{ orderGoal: 'Kunna bo kvar och komma upp i lugn takt' }],
      followUpOn: '2031-08-03',
    });
    expect(confirmed.status).toBe(201);
    const { body } = await planerare.get(path(`visit-demands?week=${WEEK}`));
    demands = body.demands.filter((demand: Body) => demand.ramtidOrderId === order.id);
    expect(demands.every((demand) => !demand.isProposed)).toBe(true);
  });

  it('3 · the planerare plans the week; every demand of the order is placed or has its reason', async () => {
    plan = await planWeek(planerare, unit.unitId, { week: WEEK });
    const { body: planned } = await planerare.get(path(`weekly-plans/${plan.id}/visits`));
    const { body: left } = await planerare.get(path(`weekly-plans/${plan.id}/unassigned`));
    const placed = planned.items.filter((one: Body) => one.ramtidOrderId === order.id);
    const unplaced = left.items.filter((one: Body) => demands.some((demand) => demand.id === one.visitDemandId));
    expect(placed.length + unplaced.length).toBe(demands.length);
    expect(unplaced.every((one: Body) => one.reasons.length > 0)).toBe(true);
    visit = placed.find((one: Body) => one.date === MONDAY);
    expect(demands.map((demand) => demand.id)).toContain(visit.visitDemandId);
  });

  it('3 · publishing passes the honesty check and makes a version that cannot change', async () => {
    const published = await publish(planerare, unit.unitId, plan);
    expect(published.status).toBe(200);
    expect(published.body).toMatchObject({ status: 'publicerad', planVersion: 1 });
    const rows = app.database.query('UPDATE planned_visit SET service_minutes = 5 WHERE plan_id = $1', [plan.id]);
    await expect(rows).rejects.toThrow();
  });

  it('4 · the visit stands on the day route of its employee, with its ride in parts', async () => {
    employeeId = visit.employeeIds[0];
    const { body } = await planerare.get(path(`day-routes?date=${MONDAY}&employeeId=${employeeId}`));
    const stop = body.items[0].stops.find((one: Body) => one.plannedVisitId === visit.id);
    expect(stop.startsAt).toBe(visit.startsAt);
    expect(stop.leg.travelSeconds + stop.leg.handlingSeconds).toBeGreaterThanOrEqual(60);
  });

  it('5 · the employee finds it on the own visit list', async () => {
    employee = await app.logIn({ roles: ['omsorgspersonal'], unitIds: [unit.unitId], employeeId });
    const { body } = await employee.get(`/api/visit-lists/mine?date=${MONDAY}`);
    const stop = body.stops.find((one: Body) => one.plannedVisitId === visit.id);
    expect(stop).toMatchObject({ brukareId: ester(), startsAt: visit.startsAt, insatser: visit.insatser });
  });

  it('6 · the employee registers coming and going; it is matched to the planned visit', async () => {
    const press = (kind: string, occurredAt: string) =>
      employee.send('POST', '/api/registered-times', { id: randomUUID(), plannedVisitId: visit.id, kind, occurredAt });
    expect((await press('start', visit.startsAt)).status).toBe(202);
    expect((await press('stop', visit.endsAt)).status).toBe(202);
    const { body } = await planerare.get(path(`registered-times?from=${MONDAY}&to=${MONDAY}`));
    expect(body.items).toMatchObject([{ plannedVisitId: visit.id, match: 'planerat', brukareId: ester() }]);
    registeredTimeId = body.items[0].id;
  });

  it('7 · the enhetschef reads the week, and every figure opens back to the order', async () => {
    const { body } = await enhetschef.get(path(`efficiency-report?period=week&date=${MONDAY}`));
    const hours = Math.round((visit.serviceMinutes / 60) * 100) / 100;
    expect(body.performedHours).toBeCloseTo(hours, 2);
    const recordsOf = async (figure: string) =>
      (await enhetschef.get(path(`efficiency-report/records?period=week&date=${MONDAY}&figure=${figure}&size=200`)))
        .body.items;
    expect(await recordsOf('performed')).toMatchObject([
      { recordId: registeredTimeId, plannedVisitId: visit.id, weeklyPlanId: plan.id, ramtidOrderId: order.id },
    ]);
    const idsOf = async (figure: string) =>
      (await recordsOf(figure)).map(({ recordId }: { recordId: string }) => recordId);
    expect(await idsOf('planned')).toContain(visit.id);
    expect(await idsOf('ordered')).toContain(order.id);
    expect([body.split.travelHours, body.split.kringtidHours].every((part: number) => part > 0)).toBe(true);
  });

  it('8 · the ledger draws the visit on the order, and opens to the registration and what is still planned', async () => {
    const ledger = await planerare.get(path(`brukare/${ester()}/ramtid-ledger?month=2031-03&asOf=2031-03-04`));
    const line = ledger.body.orders.find((one: Body) => one.ramtidOrderId === order.id);
    expect(line).toMatchObject({ orderedMinutes: 960, performedMinutes: visit.serviceMinutes, visits: 1 });
    expect(line.registeredTimeIds).toEqual([registeredTimeId]);
    const { body: planned } = await planerare.get(path(`weekly-plans/${plan.id}/visits?date=${TUESDAY}`));
    const onTuesday = planned.items.filter((one: Body) => one.ramtidOrderId === order.id);
    expect(line.plannedVisitIds).toEqual(expect.arrayContaining(onTuesday.map((one: Body) => one.id)));
  });

  it('8 · the plan says what the ledger made it add, move or leave out: nothing of daily care', async () => {
    const { body } = await planerare.get(path(`weekly-plans/${plan.id}/ledger-adjustments`));
    expect(body.items.filter((one: Body) => one.ramtidOrderId === order.id)).toEqual([]);
  });

  it('9 · a visit cut short becomes an avvikelse of that visit, is handled, and the time is corrected', async () => {
    const { body: planned } = await planerare.get(path(`weekly-plans/${plan.id}/visits?date=${TUESDAY}`));
    const next = planned.items.find((one: Body) => one.ramtidOrderId === order.id);
    const colleague = await app.logIn({
      roles: ['omsorgspersonal'],
      unitIds: [unit.unitId],
      employeeId: next.employeeIds[0],
    });
    const startId = randomUUID();
    const press = (id: string, kind: string, occurredAt: string) =>
      colleague.send('POST', '/api/registered-times', { id, plannedVisitId: next.id, kind, occurredAt });
    await press(startId, 'start', next.startsAt);
    await press(randomUUID(), 'stop', new Date(Date.parse(next.startsAt) + 180_000).toISOString());
    const day = `avvikelser?from=${TUESDAY}&to=${TUESDAY}`;
    const { body: open } = await planerare.get(path(day));
    expect(open.items).toMatchObject([
      { kind: 'too-short', plannedVisitId: next.id, registeredTimeId: startId, brukareId: ester() },
    ]);
    const handling = { date: TUESDAY, reason: 'Råkade registrera slut direkt' };
    const handled = await planerare.send('POST', path(`avvikelser/${open.items[0].id}/handled`), handling);
    expect(handled.status).toBe(201);
    await planerare.send('POST', path(`registered-times/${startId}/corrections`), {
      id: randomUUID(),
      startsAt: next.startsAt,
      endsAt: next.endsAt,
      reason: handling.reason,
    });
    expect((await planerare.get(path(day))).body).toMatchObject({ items: [], open: 0, handled: 1 });
    const ledger = await planerare.get(path(`brukare/${ester()}/ramtid-ledger?month=2031-03&asOf=2031-03-05`));
    const line = ledger.body.orders.find((one: Body) => one.ramtidOrderId === order.id);
    expect(line).toMatchObject({
      registeredMinutes: visit.serviceMinutes + 3,
      adjustmentMinutes: next.serviceMinutes - 3,
      performedMinutes: visit.serviceMinutes + next.serviceMinutes,
    });
    expect(line.registeredTimeIds).toEqual([registeredTimeId, startId]);
  });

  it('each time somebody looked at Ester, the audit log has a line about it', async () => {
    const { body } = await enhetschef.get(path('audit-lines?size=200'));
    const kinds = new Set(
      body.items.filter((line: Body) => line.brukareId === ester()).map((line: Body) => line.recordKind),
    );
    for (const kind of [
      'ramtid-order',
      'planned-visit',
      'day-route',
      'visit-list',
      'registered-time',
      'ramtid-ledger',
      'avvikelse',
    ]) {
      expect(kinds).toContain(kind);
    }
  });
});
