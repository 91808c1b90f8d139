import { randomUUID } from 'node:crypto';
import { aBrukare, aCareUnit, anEmployee, aShift, instantAt, localDate, clock, type CareUnit } from '@hemtjanst/domain';
import { startTestApp, type TestAnswer, type TestApp, type TestClient } from '../support/app.js';
import { seedCareUnit, type SeededUnit } from '../support/seed-care-unit.js';

const FIRST_WEEK = { week: '2026-W10', dates: ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05'] };
const SECOND_WEEK = { week: '2026-W11', dates: ['2026-03-09', '2026-03-10', '2026-03-11', '2026-03-12'] };
const EMPLOYEES = ['E1', 'E2', 'E3'];

/** Four addresses, the third protected, and three employees. */
const aLearningUnit = (): CareUnit =>
  aCareUnit({
    employees: EMPLOYEES.map((id) => anEmployee({ id })),
    brukare: ['B1', 'B2', 'B3', 'B4'].map((id, place) =>
      aBrukare({ id, coordinate: { lat: 57.7 + place / 100, lon: 11.95 }, isProtected: id === 'B3' }),
    ),
    orders: [],
    templates: [],
    shifts: [...FIRST_WEEK.dates, ...SECOND_WEEK.dates].flatMap((date) =>
      EMPLOYEES.map((id) => aShift({ id: `P-${id}-${date}`, employeeId: id, onDate: localDate(date) })),
    ),
  });

const at = (date: string, time: string): string => instantAt(localDate(date), clock(time) * 60);

/**
 * Every employee's day: B1, then B2, B3 (each planned with 3 min ride and 3 min handling), a rast, B4. Registered were
 * 8 minutes from door to door, and half an hour over the rast.
 */
const PLANNED = [
  { kind: 'visit', code: 'B1', startsAt: '08:00' },
  { kind: 'visit', code: 'B2', startsAt: '08:36' },
  { kind: 'visit', code: 'B3', startsAt: '09:06' },
  { kind: 'break', code: null, startsAt: '09:30' },
  { kind: 'visit', code: 'B4', startsAt: '10:06' },
] as const;
const REGISTERED = [
  { code: 'B1', from: '08:00', to: '08:30' },
  { code: 'B2', from: '08:38', to: '09:00' },
  { code: 'B3', from: '09:08', to: '09:30' },
  { code: 'B4', from: '10:00', to: '10:20' },
] as const;

describe('learning what doors take from registered visits', () => {
  let app: TestApp;
  let ours: SeededUnit;
  let theirs: SeededUnit;
  let planerare: TestClient;
  let enhetschef: TestClient & { readonly accountId: string };
  let colleague: TestClient;

  beforeAll(async () => {
    app = await startTestApp();
    ours = await seedCareUnit(app, aLearningUnit());
    theirs = await seedCareUnit(app, aLearningUnit());
    planerare = await app.logIn({ roles: ['planerare'], unitIds: [ours.unitId] });
    enhetschef = await app.logIn({ roles: ['enhetschef'], unitIds: [ours.unitId] });
    colleague = await app.logIn({ roles: ['planerare'], unitIds: [theirs.unitId] });
    for (const unit of [ours, theirs]) await driveWeek(unit, FIRST_WEEK);
  });

  afterAll(() => app.close());

  async function driveWeek(unit: SeededUnit, { week, dates }: typeof FIRST_WEEK): Promise<void> {
    const [plan] = await app.database.query<{ id: string }>(
      `INSERT INTO weekly_plan (unit_id, week, version, status, made_from, seed, travel, metrics)
       VALUES ($1, $2, 1, 'utkast', '{}', 1, '{}', '{}') RETURNING id`,
      [unit.unitId, week],
    );
    for (const date of dates) {
      for (const employee of EMPLOYEES) await driveDay(unit, String(plan?.id), date, employee);
    }
    await app.database.query(
      `UPDATE weekly_plan SET status = 'publicerad', published_at = now(), published_by = $2 WHERE id = $1`,
      [plan?.id, enhetschef.accountId],
    );
  }

  async function driveDay(unit: SeededUnit, planId: string, date: string, employee: string): Promise<void> {
    const brukareId = (code: string | null) => (code === null ? null : unit.codes.brukare.idOf(code));
    const stops = PLANNED.map(({ kind, code, startsAt }) => ({
      ...{ kind, brukareId: brukareId(code), startsAt: at(date, startsAt) },
      ...{ travelSeconds: 180, waitSeconds: 0, isEstimated: false },
    }));
    await app.database.query(
      `INSERT INTO planned_route (unit_id, plan_id, shift_id, employee_id, work_group_id, on_date, mode,
         start_premises_id, end_premises_id, stops)
       SELECT $1, $2, id, employee_id, work_group_id, on_date, 'elcykel', premises_id, premises_id, $4::jsonb
       FROM shift WHERE unit_id = $1 AND code = $3`,
      [unit.unitId, planId, `P-${employee}-${date}`, JSON.stringify(stops)],
    );
    for (const { code, from, to } of REGISTERED) {
      await app.database.query(
        `INSERT INTO registered_time (id, unit_id, employee_id, brukare_id, kind, occurred_at, ended_at)
         VALUES ($1, $2, $3, $4, 'besok', $5, $6)`,
        [randomUUID(), unit.unitId, unit.codes.employees.idOf(employee), brukareId(code), at(date, from), at(date, to)],
      );
    }
  }

  const path = (rest = '', unit = ours): string => `/api/units/${unit.unitId}/travel-proposals${rest}`;
  const refresh = (): Promise<TestAnswer> => planerare.post(path('/refresh'), { asOf: '2026-03-31' });
  const open = async (client: TestClient): Promise<TestAnswer['body']> => (await client.get(path())).body.items;
  const proposalOf = async (code: string): Promise<TestAnswer['body']> =>
    (await open(enhetschef)).find((one: TestAnswer['body']) => one.brukareId === ours.codes.brukare.idOf(code));
  const decide = (client: TestClient, verb: string, { id, version }: TestAnswer['body']): Promise<TestAnswer> =>
    client.post(path(`/${id}/${verb}`), undefined, { 'if-match': `"${version}"` });
  const doorOf = async (code: string) => {
    const sql = 'SELECT door_minutes, version FROM brukare WHERE unit_id = $1 AND code = $2';
    return (await app.database.query<{ door_minutes: number; version: number }>(sql, [ours.unitId, code]))[0];
  };

  it('proposes what the ways took more than planned, not what a rast took; twice is once', async () => {
    const first = await refresh();
    expect([first.status, first.body]).toEqual([
      200,
      // 3 employees × 4 days: B1 → B2 and B2 → B3
      { from: '2025-12-31', to: '2026-03-31', legs: 24, proposed: 2, changed: 0, withdrawn: 0, unchanged: 0 },
    ]);
    expect((await refresh()).body).toMatchObject({ proposed: 0, changed: 0, withdrawn: 0, unchanged: 2 });
    expect(await proposalOf('B2')).toMatchObject({
      ...{ samples: 12, plannedSeconds: 360, observedSeconds: 480, differenceSeconds: 120 },
      ...{ doorMinutesBefore: null, proposedDoorMinutes: 2, status: 'foreslagen', version: 1 },
      bands: [{ band: 'morgon', samples: 12, plannedSeconds: 360, observedSeconds: 480, differenceSeconds: 120 }],
    });
    expect(await proposalOf('B4')).toBeUndefined();
  });

  it('names no employee, in the answer or in the table', async () => {
    const kept = await app.database.query('SELECT * FROM travel_proposal');
    const texts = JSON.stringify([await open(enhetschef), kept]);
    for (const employee of EMPLOYEES) expect(texts).not.toContain(ours.codes.employees.idOf(employee));
  });

  it('shows a protected address only to those who may know it, and leaves a line per brukare shown', async () => {
    const lines = async () => app.database.query("SELECT id FROM audit_line WHERE record_kind = 'travel-proposal' AND action = 'las'"); // prettier-ignore
    const before = (await lines()).length;
    const hidden = await proposalOf('B3');
    expect((await lines()).length - before).toBe(2);
    expect((await open(planerare)).map((one: TestAnswer['body']) => one.brukareId)).toEqual([
      ours.codes.brukare.idOf('B2'),
    ]);
    expect((await decide(planerare, 'accept', hidden)).status).toBe(404);
    expect((await decide(planerare, 'decline', hidden)).status).toBe(404);
  });

  it('is for planerare and enhetschef of the unit', async () => {
    const proposal = await proposalOf('B2');
    expect((await colleague.get(path())).status).toBe(404);
    expect((await colleague.post(path('/refresh'), {})).status).toBe(404);
    expect((await decide(colleague, 'accept', proposal)).status).toBe(404);
    const version = { 'if-match': `"${proposal.version}"` };
    expect((await colleague.post(path(`/${proposal.id}/accept`, theirs), undefined, version)).status).toBe(404);
    for (const role of ['samordnare', 'omsorgspersonal', 'admin'] as const) {
      const other = await app.logIn({ roles: [role], unitIds: [ours.unitId] });
      expect((await other.get(path())).status).toBe(403);
    }
  });

  it('asks for the version seen and for a key against doing it twice', async () => {
    const proposal = await proposalOf('B2');
    expect((await planerare.post(path(`/${proposal.id}/accept`))).status).toBe(428);
    expect((await decide(planerare, 'accept', { ...proposal, version: 7 })).status).toBe(412);
    const version = { 'if-match': `"${proposal.version}"` };
    expect((await planerare.send('POST', path(`/${proposal.id}/accept`), undefined, version)).status).toBe(400);
  });

  it('writes the minutes on the address when accepted, and does not propose them once more', async () => {
    const proposal = await proposalOf('B2');
    const before = await doorOf('B2');
    const accepted = await decide(planerare, 'accept', proposal);
    expect([accepted.status, accepted.body.status, accepted.body.version]).toEqual([200, 'antagen', 2]);
    expect(await doorOf('B2')).toEqual({ door_minutes: 2, version: (before?.version ?? 0) + 1 });
    const lines = await app.database.query<{ record_kind: string; action: string }>(
      'SELECT record_kind, action FROM audit_line WHERE brukare_id = $1 ORDER BY id DESC LIMIT 2',
      [ours.codes.brukare.idOf('B2')],
    );
    expect(lines).toEqual([
      { record_kind: 'brukare', action: 'andra' },
      { record_kind: 'travel-proposal', action: 'anta' },
    ]);
    const again = await decide(planerare, 'decline', { ...proposal, version: 2 });
    expect([again.status, again.body.type]).toEqual([409, '/problem/forslag.beslutat']);
    expect((await refresh()).body).toMatchObject({ proposed: 0, unchanged: 1 });
  });

  it('lets a declined proposal rest until the registered ways have doubled', async () => {
    expect((await decide(enhetschef, 'decline', await proposalOf('B3'))).body.status).toBe('avbojd');
    expect((await doorOf('B3'))?.door_minutes).toBeNull();
    expect((await refresh()).body).toMatchObject({ proposed: 0, unchanged: 0 });
    await driveWeek(ours, SECOND_WEEK);
    expect((await refresh()).body).toMatchObject({ legs: 48, proposed: 1 });
    expect(await proposalOf('B3')).toMatchObject({ samples: 24, status: 'foreslagen' });
  });

  it('accepts nothing on an address that was changed after the figures were made', async () => {
    const brukare = `/api/units/${ours.unitId}/brukare/${ours.codes.brukare.idOf('B3')}`;
    const version = (await doorOf('B3'))?.version;
    await enhetschef.send('PATCH', brukare, { doorMinutes: 5 }, { 'if-match': `"${version}"` });
    const late = await decide(enhetschef, 'accept', await proposalOf('B3'));
    expect([late.status, late.body.type]).toEqual([409, '/problem/forslag.inaktuellt']);
    expect((await doorOf('B3'))?.door_minutes).toBe(5);
    // Planned with 3 + 3 + 5 now: three minutes less were needed.
    expect((await refresh()).body).toMatchObject({ changed: 1 });
    expect(await proposalOf('B3')).toMatchObject({ doorMinutesBefore: 5, proposedDoorMinutes: 2, version: 2 });
  });

  it('withdraws an open proposal the registrations stand behind no longer', async () => {
    const client = await app.logIn({ roles: ['planerare'], unitIds: [ours.unitId] });
    const later = await client.post(path('/refresh'), { asOf: '2027-03-31' });
    expect(later.body).toMatchObject({ legs: 0, withdrawn: 1, unchanged: 0 });
    expect(await open(enhetschef)).toEqual([]);
    expect((await enhetschef.get(path('?status=antagen'))).body.total).toBe(1);
  });
});
