import { randomUUID } from 'node:crypto';
import type { Caller } from '../../src/http/caller.js';
import { AvvikelserService } from '../../src/modules/registered-times/avvikelser.service.js';
import { startTestApp, type TestAnswer, type TestApp, type TestClient } from '../support/app.js';
import { MONDAY, TUESDAY, WEEK, aFlowUnit } from '../support/flow-unit.js';
import { planWeek, publish } from '../support/planned-week.js';
import { seedCareUnit, type SeededUnit } from '../support/seed-care-unit.js';

type Body = TestAnswer['body'];

describe('avvikelser and reports from the phone', () => {
  let app: TestApp;
  let unit: SeededUnit;
  let planerare: Awaited<ReturnType<TestApp['logIn']>>;
  let plan: Body;
  let visits: readonly Body[];
  let phones: Map<string, TestClient>;
  const path = (rest: string): string => `/api/units/${unit.unitId}/${rest}`;
  const day = `from=${MONDAY}&to=${MONDAY}`;
  const avvikelser = async (query = day): Promise<Body> => (await planerare.get(path(`avvikelser?${query}`))).body;
  const visitOf = (code: string, date = MONDAY): Body =>
    visits.find((visit) => visit.brukareId === unit.codes.brukare.idOf(code) && visit.date === date);
  const phoneOf = (visit: Body): TestClient => phones.get(visit.employeeIds[0]) ?? planerare;
  const minutesAfter = (instant: string, minutes: number): string =>
    new Date(Date.parse(instant) + minutes * 60_000).toISOString();
  const press = (visit: Body, kind: string, occurredAt: string, client = phoneOf(visit)): Promise<TestAnswer> =>
    client.send('POST', '/api/registered-times', { id: randomUUID(), plannedVisitId: visit.id, kind, occurredAt });
  const imported = (employeeId: string, brukareId: string, startsAt: string, endsAt: string): Promise<unknown> =>
    app.database.query(
      `INSERT INTO registered_time (id, unit_id, employee_id, brukare_id, kind, occurred_at, ended_at)
       VALUES (gen_random_uuid(), $1, $2, $3, 'besok', $4, $5)`,
      [unit.unitId, employeeId, brukareId, startsAt, endsAt],
    );

  beforeAll(async () => {
    app = await startTestApp({ env: { RUN_WORKER: 'yes' } });
    unit = await seedCareUnit(app, aFlowUnit('avvik'));
    planerare = await app.logIn({ roles: ['planerare'], unitIds: [unit.unitId] });
    plan = await planWeek(planerare, unit.unitId, { week: WEEK });
    await publish(planerare, unit.unitId, plan);
    visits = (await planerare.get(path(`weekly-plans/${plan.id}/visits`))).body.items;
    phones = new Map();
    for (const code of ['G1-E1', 'G1-E2', 'G2-E1', 'G2-E2']) {
      const employeeId = unit.codes.employees.idOf(code);
      phones.set(employeeId, await app.logIn({ roles: ['omsorgspersonal'], unitIds: [unit.unitId], employeeId }));
    }
  });
  afterAll(() => app.close());

  it('are none before anything is over', async () => {
    expect(await avvikelser()).toEqual({ items: [], open: 0, handled: 0 });
  });

  it('say what was too short, too long and far outside its time, once each however often the phone sends', async () => {
    const [first, second] = [visitOf('G1-B1'), visitOf('G2-B1')];
    const start = { id: randomUUID(), plannedVisitId: first.id, kind: 'start', occurredAt: first.startsAt };
    for (let sent = 0; sent < 3; sent += 1) await phoneOf(first).send('POST', '/api/registered-times', start);
    await press(first, 'stop', minutesAfter(first.startsAt, 8));
    await press(second, 'stop', minutesAfter(second.startsAt, 150));
    await press(second, 'start', minutesAfter(second.startsAt, 70));
    const { items } = await avvikelser();
    const shown = items.map(({ kind, plannedVisitId, text }: Body) => [kind, plannedVisitId, text]);
    expect(shown).toHaveLength(3);
    expect(shown).toContainEqual(['too-short', first.id, 'Besöket tog 8 minuter, planerat 30.']);
    expect(shown).toContainEqual(['too-long', second.id, 'Besöket tog 80 minuter, planerat 30.']);
    expect(shown.find(([kind]: readonly string[]) => kind === 'outside-time')?.[1]).toBe(second.id);
  });

  it('dissolve when a correction explains them; the registration stays as it came', async () => {
    const first = visitOf('G1-B1');
    const { body } = await planerare.get(path(`registered-times?from=${MONDAY}&to=${MONDAY}`));
    const registered = body.items.find(({ plannedVisitId }: Body) => plannedVisitId === first.id);
    await planerare.send('POST', path(`registered-times/${registered.id}/corrections`), {
      id: randomUUID(),
      startsAt: first.startsAt,
      endsAt: first.endsAt,
      reason: 'Glömde registrera',
    });
    expect((await avvikelser()).items.map(({ kind }: Body) => kind).sort()).toEqual(['outside-time', 'too-long']);
    const after = await planerare.get(path(`registered-times?from=${MONDAY}&to=${MONDAY}`));
    const kept = after.body.items.find(({ id }: Body) => id === registered.id);
    expect([kept.startsAt, kept.endsAt]).toEqual([registered.startsAt, registered.endsAt]);
  });

  it('see who came instead, who nobody planned, and who was in two homes at once', async () => {
    const visit = visitOf('G2-B3', TUESDAY);
    const other = [...phones.keys()].find((id) => !visit.employeeIds.includes(id)) ?? '';
    await imported(other, visit.brukareId, visit.startsAt, visit.endsAt);
    await imported(
      other,
      unit.codes.brukare.idOf('G2-B1'),
      minutesAfter(visit.startsAt, 10),
      minutesAfter(visit.startsAt, 500),
    );
    const { items } = await avvikelser(`from=${TUESDAY}&to=${TUESDAY}`);
    const kinds = items.map(({ kind }: Body) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['wrong-employee', 'overlap']));
    const instead = items.filter(({ kind }: Body) => kind === 'wrong-employee');
    expect(instead).toContainEqual(expect.objectContaining({ employeeId: other, plannedVisitId: visit.id }));
    // In the evening at somebody whom this employee was not to visit that day.
    const elsewhere = ['G1-B1', 'G1-B2', 'G1-B3', 'G2-B1', 'G2-B2'].find(
      (code) => !visitOf(code, TUESDAY).employeeIds.includes(other),
    );
    const brukareId = unit.codes.brukare.idOf(elsewhere ?? '');
    await imported(other, brukareId, `${TUESDAY}T20:00:00+01:00`, `${TUESDAY}T20:20:00+01:00`);
    const unplanned = await avvikelser(`from=${TUESDAY}&to=${TUESDAY}&kind=unplanned`);
    expect(unplanned.items.map(({ text }: Body) => text)).toContain('Oplanerat besök 20:00–20:20.');
    const ofGroup = await avvikelser(
      `from=${TUESDAY}&to=${TUESDAY}&kind=unplanned&workGroupId=${unit.codes.workGroups.idOf(elsewhere?.startsWith('G1') ? 'G2' : 'G1')}`,
    );
    expect(ofGroup.items.map(({ text }: Body) => text)).not.toContain('Oplanerat besök 20:00–20:20.');
  });

  it('are none for visits in a week that no plan was published for', async () => {
    const [before, employeeId] = ['2026-02-18', [...phones.keys()][0] ?? ''];
    const brukareId = unit.codes.brukare.idOf('G1-B1');
    await imported(employeeId, brukareId, `${before}T09:00:00+01:00`, `${before}T09:30:00+01:00`);
    expect((await avvikelser(`from=${before}&to=${before}`)).items).toEqual([]);
    const { body } = await planerare.get(path(`registered-times?from=${before}&to=${before}`));
    expect(body.items.map(({ match }: Body) => match)).toEqual(['utan-plan']);
  });

  it('are missed visits when their time is over, and none where the brukare said no', async () => {
    await press(visitOf('G1-B3'), 'avbojt', visitOf('G1-B3').startsAt);
    const caller: Caller = {
      accountId: planerare.accountId,
      displayName: 'Planerare',
      roles: ['planerare'],
      unitIds: [unit.unitId],
      employeeId: null,
    };
    const query = { from: MONDAY, to: MONDAY, status: 'open', kind: 'missed' } as const;
    const { items } = await inTheEvening(() => app.app.get(AvvikelserService).list(caller, unit.unitId, query));
    const missed = new Set(items.map(({ brukareId }) => brukareId));
    const idOf = (code: string): string => unit.codes.brukare.idOf(code);
    expect(missed).toEqual(new Set(['G1-B2', 'G2-B2', 'G2-B3'].map(idOf)));
    // Two were to come to each visit for two.
    expect(items.filter(({ brukareId }) => brukareId === idOf('G1-B2'))).toHaveLength(2);
  });

  it('are handled once, with a reason, and then listed as handled', async () => {
    const [one] = (await avvikelser()).items;
    const handle = (id: string, body: object) => planerare.send('POST', path(`avvikelser/${id}/handled`), body);
    expect((await handle(one.id, { date: MONDAY, reason: 'ja' })).status).toBe(422);
    const handled = await handle(one.id, { date: MONDAY, reason: 'Talat med medarbetaren' });
    expect(handled).toMatchObject({
      status: 201,
      body: { id: one.id, handled: { by: planerare.accountId, reason: 'Talat med medarbetaren' } },
    });
    expect(await handle(one.id, { date: MONDAY, reason: 'En gång till' })).toMatchObject({
      status: 409,
      body: { type: '/problem/avvikelse.hanterad' },
    });
    expect((await handle(randomUUID(), { date: MONDAY, reason: 'Finns inte' })).status).toBe(404);
    expect((await avvikelser()).items.map(({ id }: Body) => id)).not.toContain(one.id);
    expect((await avvikelser(`${day}&status=handled`)).items).toMatchObject([{ id: one.id }]);
    expect(await avvikelser(`${day}&status=all`)).toMatchObject({ open: 1, handled: 1 });
  });

  it('keep their id and what was done when the week is published again', async () => {
    const before = await avvikelser(`${day}&status=all`);
    await publish(planerare, unit.unitId, await planWeek(planerare, unit.unitId, { week: WEEK, seed: 5 }));
    const after = await avvikelser(`${day}&status=all`);
    const ids = (list: Body) => list.items.map(({ id }: Body) => id).sort();
    expect(ids(after)).toEqual(expect.arrayContaining(ids(before)));
    expect(after.handled).toBe(1);
  });

  describe('“stämmer inte”', () => {
    const report = (visit: Body, change: object = {}) => ({
      id: randomUUID(),
      plannedVisitId: visit.id,
      kind: 'stairs',
      text: 'Hissen är avstängd',
      reportedAt: visit.startsAt,
      ...change,
    });

    it('comes from the visit’s own employee, once however often it is sent', async () => {
      const visit = visitOf('G1-B1');
      const sent = report(visit);
      const phone = phoneOf(visit);
      expect((await phone.send('POST', '/api/visit-reports', sent)).status).toBe(202);
      expect((await phone.send('POST', '/api/visit-reports', sent)).body).toMatchObject({ status: 'open' });
      const other = { ...sent, kind: 'wrong-code' };
      expect((await phone.send('POST', '/api/visit-reports', other)).status).toBe(409);
      expect((await phone.get('/api/visit-reports/mine')).body.items).toMatchObject([{ id: sent.id, kind: 'stairs' }]);
      const colleague = [...phones.entries()].find(([id]) => !visit.employeeIds.includes(id))?.[1] ?? planerare;
      expect((await colleague.send('POST', '/api/visit-reports', report(visit))).status).toBe(403);
      const unknown = { ...report(visit), plannedVisitId: randomUUID() };
      expect((await phone.send('POST', '/api/visit-reports', unknown)).status).toBe(404);
    });

    it('is a short practical note, and says what where it is something else', async () => {
      const visit = visitOf('G1-B1');
      const phone = phoneOf(visit);
      const long = await phone.send('POST', '/api/visit-reports', report(visit, { text: 'x'.repeat(201) }));
      expect(long.status).toBe(422);
      const silent = await phone.send('POST', '/api/visit-reports', report(visit, { kind: 'other', text: null }));
      expect(silent.body.errors).toMatchObject([{ pointer: '/text', code: 'text.saknas' }]);
    });

    it('is decided once by the planerare, and the employee sees it', async () => {
      const { body } = await planerare.get(path('visit-reports'));
      expect(body.items).toMatchObject([{ kind: 'stairs', text: 'Hissen är avstängd', status: 'open' }]);
      const [open] = body.items;
      const decide = (decision: string) =>
        planerare.send('POST', path(`visit-reports/${open.id}/decision`), { decision, reason: 'Ändrat i registret' });
      expect(await decide('accepted')).toMatchObject({
        status: 200,
        body: { status: 'accepted', decidedBy: planerare.accountId },
      });
      expect((await decide('declined')).status).toBe(409);
      expect((await planerare.get(path('visit-reports'))).body.items).toEqual([]);
      const own = await phoneOf(visitOf('G1-B1')).get('/api/visit-reports/mine');
      expect(own.body.items).toMatchObject([{ status: 'accepted', decisionReason: 'Ändrat i registret' }]);
    });

    it('becomes a proposed version of the genomförandeplan where the planerare changes the visit, in the same step', async () => {
      const visit = visitOf('G2-B1', TUESDAY);
      const sent = report(visit, { kind: 'too-short', text: null });
      await phoneOf(visit).send('POST', '/api/visit-reports', sent);
      const [open] = (await planerare.get(path('visit-reports'))).body.items;
      expect(open.agreed).toEqual({
        serviceMinutes: 30,
        window: { earliest: '07:00', latest: '10:00' },
        helperMinutes: null,
      });
      const orderId = unit.codes.orders.idOf('O-G2-B1');
      expect(open.ramtidOrderId).toBe(orderId);
      const plan = async (): Promise<Body> =>
        (await planerare.get(path(`ramtid-orders/${orderId}/genomforandeplan`))).body;
      const before = await plan();
      const decide = (body: object) =>
        planerare.send('POST', path(`visit-reports/${open.id}/decision`), { reason: 'Sett på plats', ...body });
      // Nothing that changes nothing, and nothing by a report that is declined: then the report is still open.
      expect((await decide({ decision: 'declined', change: { serviceMinutes: 45 } })).status).toBe(422);
      expect((await decide({ decision: 'accepted', change: { serviceMinutes: 30 } })).status).toBe(422);
      expect((await decide({ decision: 'accepted', change: {} })).status).toBe(422);
      expect(await plan()).toEqual(before);
      const accepted = await decide({ decision: 'accepted', change: { serviceMinutes: 45 } });
      expect(accepted).toMatchObject({
        status: 200,
        body: { status: 'accepted', proposedVersion: before.version + 1, agreed: { serviceMinutes: 45 } },
      });
      expect(await plan()).toMatchObject({
        status: 'foreslagen',
        version: before.version + 1,
        templates: [{ ...before.templates[0], serviceMinutes: 45 }],
        goals: before.goals,
      });
      const confirmed = await planerare.post(
        path(`ramtid-orders/${orderId}/genomforandeplan/confirm`),
        { agreedOn: '2031-03-04' },
        { 'if-match': `"${before.version + 1}"` },
      );
      expect(confirmed.body).toMatchObject({ status: 'bekraftad', templates: [{ serviceMinutes: 45 }] });
    });

    it('can be about the time of day, and about being two', async () => {
      const visit = visitOf('G2-B1', '2031-03-05');
      const change = { window: { earliest: '08:00', latest: '09:00' }, helperMinutes: 20 };
      const sent = report(visit, { kind: 'wrong-time' });
      expect((await phoneOf(visit).send('POST', '/api/visit-reports', sent)).status).toBe(202);
      const { body } = await planerare.send('POST', path(`visit-reports/${sent.id}/decision`), {
        decision: 'accepted',
        reason: 'Sover längre',
        change,
      });
      expect(body.agreed).toEqual({ serviceMinutes: 45, ...change });
    });

    it('leaves an audit line when it is written, read and decided', async () => {
      const lines = await app.database.query<{ action: string }>(
        `SELECT DISTINCT action FROM audit_line WHERE unit_id = $1 AND record_kind = 'visit-report' ORDER BY 1`,
        [unit.unitId],
      );
      expect(lines.map(({ action }) => action)).toEqual(['godta', 'las', 'rapportera']);
    });
  });
});

/** The planned week lies years ahead: for this one question its Monday is nearly over. */
async function inTheEvening<T>(ask: () => Promise<T>): Promise<T> {
  const now = Date.now;
  Date.now = () => Date.parse(`${MONDAY}T22:00:00+01:00`);
  try {
    return await ask();
  } finally {
    Date.now = now;
  }
}
