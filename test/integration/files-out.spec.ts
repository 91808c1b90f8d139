import { randomUUID } from 'node:crypto';
import { startTestApp, type TestApp, type TestClient } from '../support/app.js';
import { MONDAY, WEEK, aFlowUnit } from '../support/flow-unit.js';
import { planWeek, publish } from '../support/planned-week.js';
import { seedCareUnit, type SeededUnit } from '../support/seed-care-unit.js';

const MARK = '§U01§';

describe('what leaves the service as files', () => {
  let app: TestApp;
  let unit: SeededUnit;
  let planerare: TestClient;
  let enhetschef: TestClient;
  let anna: TestClient & { readonly accountId: string };
  let plan: { readonly id: string; readonly version: number };

  beforeAll(async () => {
    app = await startTestApp({ env: { RUN_WORKER: 'yes' } });
    unit = await seedCareUnit(app, aFlowUnit(MARK));
    planerare = await app.logIn({ roles: ['planerare'], unitIds: [unit.unitId] });
    enhetschef = await app.logIn({ roles: ['enhetschef'], unitIds: [unit.unitId] });
    anna = await app.logIn({
      roles: ['omsorgspersonal'],
      unitIds: [unit.unitId],
      employeeId: unit.codes.employees.idOf('G1-E1'),
    });
    plan = await planWeek(planerare, unit.unitId, { week: WEEK });
    await publish(planerare, unit.unitId, plan);
  });

  afterAll(() => app.close());

  const path = (rest: string): string => `/api/units/${unit.unitId}/${rest}`;

  describe('the week per person', () => {
    it('has every part of every visit by the unit’s own numbers, and no brukare’s name or address', async () => {
      const { body } = await planerare.get(path(`weekly-plans/${plan.id}/week-sheet`));
      // 18 visits, 6 of them for two.
      expect(body.rows).toHaveLength(24);
      expect(body).toMatchObject({ week: WEEK, version: 1, sinceVersion: null, changes: [] });
      expect(body.rows[0]).toMatchObject({ employeeCode: 'G1-E1', date: MONDAY, minutes: 30 });
      expect(
        body.rows.filter((row: { withEmployeeCode: string | null }) => row.withEmployeeCode !== null),
      ).toHaveLength(12);
      expect(JSON.stringify(body)).not.toContain('Brukare §');
      expect(JSON.stringify(body)).not.toContain('Provgatan');
    });

    it('says what is other than in the version published before', async () => {
      const again = await planWeek(planerare, unit.unitId, { week: WEEK, seed: 7 });
      const { body } = await planerare.get(path(`weekly-plans/${again.id}/week-sheet`));
      expect(body.sinceVersion).toBe(1);
      const { body: before } = await planerare.get(path(`weekly-plans/${plan.id}/week-sheet`));
      const keyOf = (row: { employeeCode: string; date: string; startsAt: string; brukareCode: string }) =>
        [row.employeeCode, row.date, row.startsAt, row.brukareCode].join(' ');
      const known = new Set(before.rows.map(keyOf));
      const moved = body.rows.filter((row: Parameters<typeof keyOf>[0]) => !known.has(keyOf(row)));
      expect(body.changes.map(({ after }: { after: Parameters<typeof keyOf>[0] }) => keyOf(after)).sort()).toEqual(
        moved.map(keyOf).sort(),
      );
      const file = await planerare.get(path(`weekly-plans/${again.id}/week-sheet?format=csv`));
      const lines = String(file.body).trim().split('\r\n');
      expect(lines[0]).toMatch(/anstnr;namn;datum;start;slut;minuter;kundnr;insatser;tillsammans_med;andring$/);
      expect(lines.filter((line) => line.endsWith(';ändrad'))).toHaveLength(moved.length);
      expect(
        (await planerare.get(path(`weekly-plans/${again.id}/week-sheet?format=xlsx`))).headers.get(
          'content-disposition',
        ),
      ).toBe(`attachment; filename="veckoplan-${WEEK}-version-2.xlsx"`);
    });

    it('is of one employee where one is asked for', async () => {
      const employeeId = unit.codes.employees.idOf('G2-E2');
      const { body } = await planerare.get(path(`weekly-plans/${plan.id}/week-sheet?employeeId=${employeeId}`));
      expect(new Set(body.rows.map((row: { employeeCode: string }) => row.employeeCode))).toEqual(new Set(['G2-E2']));
    });
  });

  describe('the own calendar', () => {
    const events = (text: string): readonly string[] =>
      [...text.matchAll(/SUMMARY:(.*)/g)].map(([, words]) => words?.trim() ?? '');

    it('holds shifts and visits as times, and nothing about anybody', async () => {
      const answer = await anna.get(`/api/visit-lists/mine/calendar?from=${MONDAY}&to=${MONDAY}`);
      expect(answer.headers.get('content-type')).toMatch(/^text\/calendar/);
      const words = events(answer.body);
      expect(words[0]).toMatch(/^Arbetspass\\, \d besök$/);
      expect(words.slice(1)).toEqual(words.slice(1).map((_, at) => `Besök ${at + 1} av ${words.length - 1}`));
      expect(answer.body).toContain('DTSTART:20310303T060000Z'); // 07:00 in Sweden
      for (const secret of [MARK, 'B1', 'Provgatan', unit.codes.brukare.idOf('G1-B1')]) {
        expect(answer.body).not.toContain(secret);
      }
    });

    it('is read at a secret address until it is replaced, revoked or expired', async () => {
      const open = async () => (await anna.post('/api/visit-lists/mine/calendar-feed')).body.address as string;
      const first = await open();
      expect(first).toMatch(/^\/api\/calendar-feeds\/[\w-]{43}$/);
      expect((await app.get(first)).status).toBe(200);
      const second = await open();
      expect([(await app.get(first)).status, (await app.get(second)).status]).toEqual([404, 200]);
      expect((await app.get(second)).headers.get('cache-control')).toBe('private, no-store');
      const [kept] = await app.database.query<{ row: string }>('SELECT to_jsonb(f)::text AS row FROM calendar_feed f');
      expect(kept?.row).not.toContain(second.slice(-43));
      await app.database.query(`UPDATE calendar_feed SET expires_on = '2020-01-01'`);
      expect((await app.get(second)).status).toBe(404);
      const third = await open();
      expect((await anna.send('DELETE', '/api/visit-lists/mine/calendar-feed')).status).toBe(204);
      expect((await app.get(third)).status).toBe(404);
    });

    it('is not kept anywhere as it was given out, and its state says only that it is there and until when', async () => {
      const state = () => anna.get('/api/visit-lists/mine/calendar-feed');
      await anna.send('DELETE', '/api/visit-lists/mine/calendar-feed');
      const none = { hasAccount: true, isOpen: false, madeAt: null, expiresOn: null };
      expect((await state()).body).toEqual(none);
      const { body } = await anna.post('/api/visit-lists/mine/calendar-feed');
      expect((await state()).body).toMatchObject({ isOpen: true, expiresOn: body.expiresOn });
      const kept = await app.database.query<{ row: string }>(
        'SELECT to_jsonb(r)::text AS row FROM idempotent_request r',
      );
      expect(kept.map(({ row }) => row).join()).not.toContain(body.address.slice(-43));
    });

    it('can be handed out and closed by the office, for its own employees who have an account', async () => {
      const of = (code: string) => path(`employees/${unit.codes.employees.idOf(code)}`);
      const own = await anna.post('/api/visit-lists/mine/calendar-feed');
      const given = await planerare.post(`${of('G1-E1')}/calendar-feed`);
      expect(given).toMatchObject({ status: 201, body: { expiresOn: own.body.expiresOn } });
      expect([(await app.get(own.body.address)).status, (await app.get(given.body.address)).status]).toEqual([
        404, 200,
      ]);
      expect((await planerare.get(`${of('G1-E1')}/calendar-feed`)).body).toMatchObject({ isOpen: true });
      expect((await planerare.send('DELETE', `${of('G1-E1')}/calendar-feed`)).status).toBe(204);
      expect((await app.get(given.body.address)).status).toBe(404);
      const file = await planerare.get(`${of('G1-E1')}/calendar?from=${MONDAY}&to=${MONDAY}`);
      expect(events(file.body)[0]).toMatch(/^Arbetspass/);
      expect(await planerare.post(`${of('G1-E2')}/calendar-feed`)).toMatchObject({
        status: 409,
        body: { type: '/problem/kalender.inget-konto' },
      });
      expect((await planerare.get(`${of('G1-E2')}/calendar-feed`)).body).toMatchObject({ hasAccount: false });
    });

    it('ends with the account, and says nothing to guesses', async () => {
      const { body } = await anna.post('/api/visit-lists/mine/calendar-feed');
      await app.database.query('UPDATE account SET disabled_at = now() WHERE id = $1', [anna.accountId]);
      expect((await app.get(body.address)).status).toBe(404);
      await app.database.query('UPDATE account SET disabled_at = NULL WHERE id = $1', [anna.accountId]);
      expect((await app.get(body.address)).status).toBe(200);
      expect((await app.get('/api/calendar-feeds/gissning')).status).toBe(400);
      expect((await app.get(`/api/calendar-feeds/${'a'.repeat(43)}`)).status).toBe(404);
      expect((await enhetschef.get('/api/visit-lists/mine/calendar')).status).toBe(403);
      expect((await enhetschef.post('/api/visit-lists/mine/calendar-feed')).status).toBe(403);
    });
  });

  describe('the unit’s own files', () => {
    it('come out as they can be read in, without protected brukare', async () => {
      const answer = await enhetschef.get(path('exports/kunder?format=csv'));
      const lines = String(answer.body).trim().split('\r\n');
      // Six brukare, one of each group protected.
      expect(lines).toHaveLength(5);
      expect(lines[0]).toContain('kundnr;namn;fodelsear');
      expect(String(answer.body)).not.toMatch(/G1-B3|G2-B3/);
      expect((await enhetschef.get(path('exports/pass'))).body).toMatchObject({
        name: 'pass',
        columns: expect.arrayContaining(['passid']),
      });
      expect((await enhetschef.get(path('exports/allt'))).status).toBe(400);
      expect((await planerare.get(path('exports/kunder'))).status).toBe(403);
    });
  });

  describe('known faces if one is ill', () => {
    it('are those who were there in the fortnight before, at work and free at the time', async () => {
      const { body: day } = await planerare.get(path(`known-faces?date=${MONDAY}`));
      const visit = day.items[0].visits[0];
      // Nobody has been anywhere before the first planned day.
      expect(visit).toMatchObject({ knownEmployees: 0, atWorkEmployeeIds: [], availableEmployeeIds: [] });
      expect(day.items[0].visitsWithoutKnownFace).toBe(day.items[0].visits.length);
      const [colleague] = [...unit.codes.employees.allCodes]
        .map((code) => unit.codes.employees.idOf(code))
        .filter((id) => id !== day.items[0].employeeId);
      await app.database.query(
        `INSERT INTO registered_time (id, unit_id, employee_id, brukare_id, kind, occurred_at, ended_at)
         VALUES ($1, $2, $3, $4, 'besok', '2031-02-25T08:00:00+01:00', '2031-02-25T08:30:00+01:00')`,
        [randomUUID(), unit.unitId, colleague, visit.brukareId],
      );
      const ask = async () => {
        const { body } = await planerare.get(path(`known-faces?date=${MONDAY}&employeeId=${day.items[0].employeeId}`));
        return body.items[0].visits.find(
          (one: { plannedVisitId: string }) => one.plannedVisitId === visit.plannedVisitId,
        );
      };
      expect(await ask()).toMatchObject({ knownEmployees: 1, atWorkEmployeeIds: [colleague] });
      // Away that day: known still, at work no more.
      await app.database.query(
        `INSERT INTO employee_absence (unit_id, employee_id, from_date, from_minute, to_date, to_minute)
         VALUES ($1, $2, $3, 0, $3, 1440)`,
        [unit.unitId, colleague, MONDAY],
      );
      expect(await ask()).toMatchObject({ knownEmployees: 1, atWorkEmployeeIds: [], availableEmployeeIds: [] });
      expect((await planerare.get(path(`known-faces?date=${MONDAY}&employeeId=${randomUUID()}`))).status).toBe(422);
    });
  });
});
