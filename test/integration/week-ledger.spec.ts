import { aVisitTemplate, clock, localDate, minutes, type CareUnit } from '@hemtjanst/domain';
import { startTestApp, type TestAnswer, type TestApp, type TestClient } from '../support/app.js';
import { WEEK, aFlowUnit } from '../support/flow-unit.js';
import { planWeek, publish } from '../support/planned-week.js';
import { seedCareUnit, type SeededUnit } from '../support/seed-care-unit.js';

type Body = TestAnswer['body'];

/**
 * Three brukare of the flow unit have a walk of 60 minutes any day of the week, beside a morning of 30 minutes Monday to
 * Wednesday: about 400 + 266 minutes a month. G1-B1's order has room for half of it, G1-B2's for more, G2-B1's fits.
 */
const aUnitWithWalks = (): CareUnit => {
  const unit = aFlowUnit('ram');
  const hours: Readonly<Record<string, number>> = { 'O-G1-B1': 8, 'O-G1-B2': 24, 'O-G2-B1': 12 };
  const walk = (orderId: string) =>
    aVisitTemplate({
      id: `P-${orderId}`,
      orderId,
      insatser: ['promenad'],
      recurrence: { kind: 'floating', times: 1, everyWeeks: 1 },
      window: { earliest: clock('10:00'), latest: clock('14:00') },
      serviceMinutes: minutes(60),
      priority: 3,
    });
  return {
    ...unit,
    orders: unit.orders.map((order) => ({
      ...order,
      hoursPerMonth: hours[order.id] ?? 8,
      doubleStaffing: false,
      from: localDate('2026-01-01'),
    })),
    templates: [...unit.templates, ...Object.keys(hours).map(walk)],
  };
};

describe('a week that is planned with the ledger', () => {
  let app: TestApp;
  let unit: SeededUnit;
  let planerare: TestClient;
  let plan: Body;
  const plansOf = (): string => `/api/units/${unit.unitId}/weekly-plans`;
  const adjustmentsOf = async (planId: string): Promise<readonly Body[]> =>
    (await planerare.get(`${plansOf()}/${planId}/ledger-adjustments`)).body.items;

  beforeAll(async () => {
    app = await startTestApp({ env: { RUN_WORKER: 'yes' } });
    unit = await seedCareUnit(app, aUnitWithWalks());
    planerare = await app.logIn({ roles: ['planerare'], unitIds: [unit.unitId] });
    plan = await planWeek(planerare, unit.unitId, { week: WEEK });
  });
  afterAll(() => app.close());

  it('leaves out the walk that would take the month over, adds one where hours are left, and says why', async () => {
    const adjustments = await adjustmentsOf(plan.id);
    const brukareId = (code: string) => unit.codes.brukare.idOf(code);
    expect(adjustments.map((one) => [one.kind, one.brukareId, one.templateCode])).toEqual([
      ['leftOut', brukareId('G1-B1'), 'P-O-G1-B1'],
      ['added', brukareId('G1-B2'), 'P-O-G1-B2'],
      ['added', brukareId('G1-B2'), 'P-O-G1-B2'],
    ]);
    expect(adjustments[0]).toMatchObject({ period: '2031-03', orderedMinutes: 480 });
    expect(adjustments[0].reason).toContain('Promenad 60 min lämnas ute');
    const { body } = await planerare.get(`${plansOf()}/${plan.id}/visits`);
    const walksOf = (code: string) =>
      body.items.filter((visit: Body) => visit.brukareId === brukareId(code) && visit.insatser.includes('promenad'));
    expect([walksOf('G1-B1').length, walksOf('G2-B1').length]).toEqual([0, 1]);
    // Shifts end on Wednesday: what found no place is listed with its reason, not lost.
    const { body: left } = await planerare.get(`${plansOf()}/${plan.id}/unassigned`);
    const unplaced = left.items.filter((one: Body) => one.templateCode === 'P-O-G1-B2');
    expect(walksOf('G1-B2').length + unplaced.length).toBe(3);
    const placed = walksOf('G1-B2').find((visit: Body) => visit.visitDemandId === adjustments[1].visitDemandId);
    expect(adjustments[1].date).toBe(placed?.date ?? adjustments[1].date);
  });

  it('decides the same when the same week is planned again', async () => {
    const again = await planWeek(planerare, unit.unitId, { week: WEEK, seed: 7 });
    const decisions = async (planId: string) =>
      (await adjustmentsOf(planId)).map(({ kind, visitDemandId }) => [kind, visitDemandId]);
    expect(await decisions(again.id)).toEqual(await decisions(plan.id));
  });

  it('keeps an added visit that was pinned', async () => {
    const draft = await planWeek(planerare, unit.unitId, { week: WEEK });
    const [, added] = await adjustmentsOf(draft.id);
    const { body } = await planerare.get(`${plansOf()}/${draft.id}/visits`);
    const visit = body.items.find((one: Body) => one.visitDemandId === added.visitDemandId);
    const path = `${plansOf()}/${draft.id}/visits/${visit.id}`;
    await planerare.send('PATCH', path, { pinned: true }, { 'if-match': `"${draft.version}"` });
    // The order shrinks: nothing would be added any more, but the planerare has decided.
    await app.database.query(`UPDATE ramtid_order SET hours_per_month = 10 WHERE unit_id = $1 AND code = 'O-G1-B2'`, [
      unit.unitId,
    ]);
    const next = await planWeek(planerare, unit.unitId, { week: WEEK, basedOnPlanId: draft.id });
    const { body: planned } = await planerare.get(`${plansOf()}/${next.id}/visits`);
    expect(planned.items.filter((one: Body) => one.visitDemandId === added.visitDemandId)).toMatchObject([
      { pinned: true, startsAt: visit.startsAt },
    ]);
    await app.database.query(`UPDATE ramtid_order SET hours_per_month = 24 WHERE unit_id = $1 AND code = 'O-G1-B2'`, [
      unit.unitId,
    ]);
  });

  it('can be published: the check knows what was adjusted, and the published adjustments never change', async () => {
    const check = await planerare.get(`${plansOf()}/${plan.id}/check`);
    expect(check.body).toMatchObject({ canPublish: 'ja', hardCount: 0 });
    expect((await publish(planerare, unit.unitId, plan)).status).toBe(200);
    await expect(
      app.database.query(`UPDATE plan_ledger_adjustment SET reason = 'annat' WHERE plan_id = $1`, [plan.id]),
    ).rejects.toThrow('immutable');
  });

  it('leaves an audit line for every brukare in the answer', async () => {
    const chef = await app.logIn({ roles: ['enhetschef'], unitIds: [unit.unitId] });
    await chef.get(`${plansOf()}/${plan.id}/ledger-adjustments`);
    const lines = await app.database.query<{ brukare_id: string }>(
      `SELECT brukare_id FROM audit_line WHERE account_id = $1 AND record_kind = 'ledger-adjustment'`,
      [chef.accountId],
    );
    expect(new Set(lines.map(({ brukare_id }) => brukare_id)).size).toBe(2);
  });

  it('changes nothing where the unit does not want it', async () => {
    const chef = await app.logIn({ roles: ['enhetschef'], unitIds: [unit.unitId] });
    await chef.send('PATCH', `/api/units/${unit.unitId}/settings`, { weekFitsRamtid: false }, { 'if-match': '"1"' });
    const untouched = await planWeek(planerare, unit.unitId, { week: WEEK });
    expect(await adjustmentsOf(untouched.id)).toEqual([]);
  });
});
