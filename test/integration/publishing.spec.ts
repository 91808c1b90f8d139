import { randomUUID } from 'node:crypto';
import { aShift, clock, localDate } from '@hemtjanst/domain';
import { startTestApp, type TestAnswer, type TestApp, type TestClient } from '../support/app.js';
import { MONDAY, TUESDAY, WEEK, aFlowUnit } from '../support/flow-unit.js';
import { planWeek, publish } from '../support/planned-week.js';
import { seedCareUnit, type SeededUnit } from '../support/seed-care-unit.js';

describe('publishing a weekly plan', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startTestApp({ env: { RUN_WORKER: 'yes', WORKER_CONCURRENCY: '4' } });
  });

  afterAll(() => app.close());

  /** A unit of its own per test, with a planerare. */
  async function aUnit(change: (unit: ReturnType<typeof aFlowUnit>) => ReturnType<typeof aFlowUnit> = (unit) => unit) {
    const unit: SeededUnit = await seedCareUnit(app, change(aFlowUnit('väst')));
    const planerare = await app.logIn({ roles: ['planerare'], unitIds: [unit.unitId] });
    return { unit, planerare };
  }

  const planPath = (unit: SeededUnit, plan: { readonly id: string }): string =>
    `/api/units/${unit.unitId}/weekly-plans/${plan.id}`;

  it('has one effect when twenty publish at once', async () => {
    const { unit, planerare } = await aUnit();
    const plan = await planWeek(planerare, unit.unitId, { week: WEEK });
    const answers = await Promise.all(Array.from({ length: 20 }, () => publish(planerare, unit.unitId, plan)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.every(({ status }) => [200, 409, 412, 503].includes(status))).toBe(true);
    const published = await app.database.query(
      `SELECT count(*)::int AS plans FROM weekly_plan WHERE unit_id = $1 AND status = 'publicerad'`,
      [unit.unitId],
    );
    expect(published).toEqual([{ plans: 1 }]);
  });

  it('gives a double submit the first answer', async () => {
    const { unit, planerare } = await aUnit();
    const plan = await planWeek(planerare, unit.unitId, { week: WEEK });
    const key = { 'idempotency-key': randomUUID(), 'if-match': `"${plan.version}"` };
    const first = await planerare.post(`${planPath(unit, plan)}/publish`, {}, key);
    const second = await planerare.post(`${planPath(unit, plan)}/publish`, {}, key);
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.body).toEqual(first.body);
    expect(second.headers.get('idempotency-replayed')).toBe('true');
  });

  it('leaves one published version when two proposals of the same week are published at once', async () => {
    const { unit, planerare } = await aUnit();
    const first = await planWeek(planerare, unit.unitId, { week: WEEK, seed: 1 });
    const second = await planWeek(planerare, unit.unitId, { week: WEEK, seed: 2 });
    const answers = await Promise.all([first, second].map((plan) => publish(planerare, unit.unitId, plan)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const rows = await app.database.query('SELECT status FROM weekly_plan WHERE unit_id = $1 ORDER BY status', [
      unit.unitId,
    ]);
    expect(rows).toEqual([{ status: 'ersatt' }, { status: 'publicerad' }]);
  });

  it('needs the version that was seen: 428 without, 412 with the current one when a colleague pinned a visit', async () => {
    const { unit, planerare } = await aUnit();
    const plan = await planWeek(planerare, unit.unitId, { week: WEEK });
    expect((await planerare.post(`${planPath(unit, plan)}/publish`, {})).status).toBe(428);
    const colleague = await app.logIn({ roles: ['samordnare'], unitIds: [unit.unitId] });
    const [visit] = (await colleague.get(`${planPath(unit, plan)}/visits`)).body.items;
    const pin = await pinVisit(colleague, unit, plan, visit.id);
    expect(pin).toMatchObject({ status: 200, body: { pinned: true, version: plan.version + 1 } });
    expect(pin.headers.get('etag')).toBe(`"${plan.version + 1}"`);
    const stale = await publish(planerare, unit.unitId, plan);
    expect(stale).toMatchObject({ status: 412, body: { currentVersion: plan.version + 1 } });
    expect((await planerare.get(planPath(unit, plan))).body).toMatchObject({ status: 'utkast', pinnedCount: 1 });
  });

  it('lets one of two planners win who pin on the same version', async () => {
    const { unit, planerare } = await aUnit();
    const plan = await planWeek(planerare, unit.unitId, { week: WEEK });
    const visits = (await planerare.get(`${planPath(unit, plan)}/visits`)).body.items;
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) => pinVisit(planerare, unit, plan, visits[index].id)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(9).fill(412)]);
    expect((await planerare.get(planPath(unit, plan))).body.pinnedCount).toBe(1);
  });

  it('keeps a pinned visit where it is when the week is planned again from the plan', async () => {
    const { unit, planerare } = await aUnit();
    const plan = await planWeek(planerare, unit.unitId, { week: WEEK });
    const visits = (await planerare.get(`${planPath(unit, plan)}/visits`)).body.items;
    const pinned = visits.at(-1);
    await pinVisit(planerare, unit, plan, pinned.id);
    const next = await planWeek(planerare, unit.unitId, { week: WEEK, seed: 77, basedOnPlanId: plan.id });
    expect(next).toMatchObject({ madeFrom: { basedOnPlanId: plan.id }, pinnedCount: 1 });
    const kept = (await planerare.get(`${planPath(unit, next)}/visits`)).body.items.find(
      (visit: TestAnswer['body']) => visit.visitDemandId === pinned.visitDemandId,
    );
    expect(kept).toMatchObject({ startsAt: pinned.startsAt, employeeIds: pinned.employeeIds, pinned: true });
  });

  it('refuses a plan that cannot be carried out any more, with every violation', async () => {
    const { unit, planerare } = await aUnit();
    const plan = await planWeek(planerare, unit.unitId, { week: WEEK });
    const [visit] = (await planerare.get(`${planPath(unit, plan)}/visits`)).body.items;
    await app.database.query('INSERT INTO brukare_ban (unit_id, brukare_id, employee_id) VALUES ($1, $2, $3)', [
      unit.unitId,
      visit.brukareId,
      visit.employeeIds[0],
    ]);
    const answer = await publish(planerare, unit.unitId, plan, { overrideReason: 'Det går nog bra ändå.' });
    expect(answer).toMatchObject({ status: 409, body: { type: '/problem/plan.haller-inte' } });
    const rules: string[] = answer.body.violations.map((violation: TestAnswer['body']) => violation.rule);
    expect(rules).toContain('employee-banned');
    expect(answer.body.violations[0]).toMatchObject({ brukareId: visit.brukareId, employeeId: visit.employeeIds[0] });
  });

  it('refuses legs that are shorter than the way takes now', async () => {
    const { unit, planerare } = await aUnit();
    const plan = await planWeek(planerare, unit.unitId, { week: WEEK });
    await app.database.query(
      `UPDATE unit SET settings = '{"handlingSeconds":{"gang":900,"cykel":900,"elcykel":900,"bil":900}}' WHERE id = $1`,
      [unit.unitId],
    );
    const answer = await publish(planerare, unit.unitId, plan);
    expect(answer.status).toBe(409);
    expect(answer.body.violations.map((violation: TestAnswer['body']) => violation.rule)).toContain('leg-too-short');
  });

  it('publishes against a limit of the law only with a reason, which is kept', async () => {
    // Home at 22 on Monday and back at 7 on Tuesday: 9 hours of rest where 11 are the limit.
    const lateThenEarly = (unit: ReturnType<typeof aFlowUnit>) => ({
      ...unit,
      shifts: unit.shifts.map((shift) =>
        shift.employeeId === 'G1-E1' && shift.onDate === MONDAY
          ? aShift({ ...shift, startsAt: clock('13:00'), endsAt: clock('22:00') })
          : shift,
      ),
    });
    const { unit, planerare } = await aUnit(lateThenEarly);
    const plan = await planWeek(planerare, unit.unitId, { week: WEEK });
    const refused = await publish(planerare, unit.unitId, plan);
    expect(refused).toMatchObject({ status: 409, body: { type: '/problem/plan.skal-kravs' } });
    expect(refused.body.violations).toMatchObject([{ rule: 'dygnsvila-too-short', date: TUESDAY, amount: 2 * 3600 }]);
    expect((await publish(planerare, unit.unitId, plan, { overrideReason: 'kort' })).status).toBe(422);
    const reason = 'Akut sjukfrånvaro, kompenseras med ledigt på onsdag.';
    expect((await publish(planerare, unit.unitId, plan, { overrideReason: reason })).status).toBe(200);
    const [check] = await app.database.query('SELECT * FROM plan_check WHERE plan_id = $1', [plan.id]);
    expect(check).toMatchObject({ override_reason: reason, hard_violations: 1 });
    expect(check?.['checked_by']).toEqual(expect.any(String));
  });

  it('refuses a past week', async () => {
    const inMarch2026 = (unit: ReturnType<typeof aFlowUnit>) => ({
      ...unit,
      shifts: unit.shifts.map((shift) => ({
        ...shift,
        onDate: localDate(`2026-03-0${Number(shift.onDate.at(-1)) - 1}`),
      })),
    });
    const { unit, planerare } = await aUnit(inMarch2026);
    const plan = await planWeek(planerare, unit.unitId, { week: '2026-W10' });
    expect(plan.visitCount).toBe(18);
    expect(await publish(planerare, unit.unitId, plan)).toMatchObject({
      status: 409,
      body: { type: '/problem/vecka.passerad' },
    });
  });

  it('refuses while the same week is being calculated', async () => {
    const { unit, planerare } = await aUnit();
    const plan = await planWeek(planerare, unit.unitId, { week: WEEK });
    const running = await planerare.post(`/api/units/${unit.unitId}/weekly-plans`, { week: WEEK, seconds: 300 });
    expect(await publish(planerare, unit.unitId, plan)).toMatchObject({
      status: 409,
      body: { type: '/problem/berakning.pagar' },
    });
    await planerare.post(`/api/units/${unit.unitId}/planning-runs/${running.body.id}/cancel`);
  });

  it('puts a plan of the whole unit in the place of its groups, and no group beside it', async () => {
    const { unit, planerare } = await aUnit();
    const group = { week: WEEK, workGroupId: unit.codes.workGroups.idOf('G1') };
    const ofGroup = await planWeek(planerare, unit.unitId, group);
    expect((await publish(planerare, unit.unitId, ofGroup)).status).toBe(200);
    const whole = await planWeek(planerare, unit.unitId, { week: WEEK });
    expect((await publish(planerare, unit.unitId, whole)).status).toBe(200);
    expect((await planerare.get(planPath(unit, ofGroup))).body.status).toBe('ersatt');
    const again = await planWeek(planerare, unit.unitId, { ...group, seed: 4 });
    expect(await publish(planerare, unit.unitId, again)).toMatchObject({
      status: 409,
      body: { type: '/problem/publicering.annan-omfattning' },
    });
  });

  it('makes the version immutable in the database itself', async () => {
    const { unit, planerare } = await aUnit();
    const plan = await planWeek(planerare, unit.unitId, { week: WEEK });
    await publish(planerare, unit.unitId, plan);
    const refused = (sql: string) =>
      expect(app.database.query(sql, sql.includes('$1') ? [plan.id] : [])).rejects.toThrow(
        /immutable|append-only|never emptied/,
      );
    await refused(`UPDATE weekly_plan SET metrics = '{}' WHERE id = $1`);
    await refused(`UPDATE weekly_plan SET status = 'utkast', published_at = NULL, published_by = NULL WHERE id = $1`);
    await refused(`UPDATE weekly_plan SET status = 'ersatt', replaced_at = now(), seed = 99 WHERE id = $1`);
    await refused(`DELETE FROM weekly_plan WHERE id = $1`);
    await refused(`UPDATE planned_visit SET starts_at = starts_at - interval '1 hour' WHERE plan_id = $1`);
    await refused(`UPDATE planned_visit SET is_published = false WHERE plan_id = $1`);
    await refused(`DELETE FROM planned_visit_employee WHERE plan_id = $1`);
    await refused(`UPDATE planned_route SET stops = '[]' WHERE plan_id = $1`);
    await refused(
      `INSERT INTO unassigned_demand SELECT $1, unit_id, 'x', 'x', brukare_id, on_date, 5, 1, '[]', '[]'
       FROM planned_visit WHERE plan_id = $1 LIMIT 1`,
    );
    await refused(`UPDATE plan_check SET override_reason = 'för sent att ändra' WHERE plan_id = $1`);
    await refused('TRUNCATE planned_visit CASCADE');
  });

  it('cannot hold an employee in two places at once, neither in a plan nor in two published ones', async () => {
    const { unit, planerare } = await aUnit();
    const draft = await planWeek(planerare, unit.unitId, { week: WEEK });
    const twice = `UPDATE planned_visit_employee SET during = (
        SELECT during FROM planned_visit_employee WHERE plan_id = $1 AND employee_id = $2 ORDER BY lower(during) LIMIT 1)
      WHERE plan_id = $1 AND employee_id = $2`;
    const employee = unit.codes.employees.idOf('G1-E1');
    await expect(app.database.query(twice, [draft.id, employee])).rejects.toMatchObject({
      code: '23P01',
      constraint: 'employee_once_per_plan',
    });
    await publish(planerare, unit.unitId, draft);
    const other = await planWeek(planerare, unit.unitId, { week: WEEK });
    await expect(
      app.database.query('UPDATE planned_visit_employee SET is_published = true WHERE plan_id = $1', [other.id]),
    ).rejects.toMatchObject({ code: '23P01', constraint: 'employee_once_published' });
    await expect(
      app.database.query('UPDATE planned_visit SET is_published = true WHERE plan_id = $1', [other.id]),
    ).rejects.toMatchObject({ code: '23505', constraint: 'planned_visit_published_demand' });
  });

  const pinVisit = (client: TestClient, unit: SeededUnit, plan: TestAnswer['body'], visitId: string) =>
    client.send(
      'PATCH',
      `${planPath(unit, plan)}/visits/${visitId}`,
      { pinned: true },
      { 'if-match': `"${plan.version}"` },
    );
});
