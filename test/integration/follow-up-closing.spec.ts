import { aBrukare, aCareUnit, anEmployee, aRamtidOrder, type CareUnit } from '@hemtjanst/domain';
import { JobExecution } from '../../src/jobs/job-execution.js';
import { MonthClosingSchedule } from '../../src/modules/follow-up/month-closing-schedule.js';
import { startTestApp, type TestApp, type TestClient } from '../support/app.js';
import { seedCareUnit, type SeededUnit } from '../support/seed-care-unit.js';

/** One brukare with 10 hours a month. */
const aUnit = (): CareUnit =>
  aCareUnit({
    employees: [anEmployee({ id: 'E1' })],
    brukare: [aBrukare({ id: 'B1' })],
    orders: [aRamtidOrder({ id: 'O1', brukareId: 'B1', hoursPerMonth: 10 })],
    templates: [],
    shifts: [],
  });

describe('the closing of a month', () => {
  let app: TestApp;
  let ours: SeededUnit;
  let theirs: SeededUnit;
  let enhetschef: TestClient;

  beforeAll(async () => {
    app = await startTestApp();
    ours = await seedCareUnit(app, aUnit());
    theirs = await seedCareUnit(app, aUnit());
    enhetschef = await app.logIn({ roles: ['enhetschef'], unitIds: [ours.unitId] });
  });

  afterAll(() => app.close());

  const visitOn = (date: string): Promise<unknown> =>
    app.database.query(
      `INSERT INTO registered_time (id, unit_id, employee_id, brukare_id, kind, occurred_at, ended_at)
       VALUES (gen_random_uuid(), $1, $2, $3, 'besok', $4::date + time '09:00', $4::date + time '10:00')`,
      [ours.unitId, ours.codes.employees.idOf('E1'), ours.codes.brukare.idOf('B1'), date],
    );
  const path = (): string => `/api/units/${ours.unitId}/month-closings`;

  it('freezes what was performed; what comes later is shown beside it', async () => {
    await visitOn('2026-01-08');
    const closed = await enhetschef.post(path(), { month: '2026-01' });
    expect(closed.status).toBe(201);
    expect(closed.body).toMatchObject({ month: '2026-01', closesAt: '2026-02-06T18:00:00+01:00', changedSince: [] });
    expect(closed.body.totals).toMatchObject([
      { kind: 'hemtjanst', orders: 1, orderedMinutes: 600, performedMinutes: 60 },
    ]);

    await visitOn('2026-01-09');
    const { body } = await enhetschef.get(`${path()}/2026-01`);
    expect(body.totals).toEqual(closed.body.totals);
    expect(body.changedSince).toEqual([
      {
        brukareId: ours.codes.brukare.idOf('B1'),
        ramtidOrderId: ours.codes.orders.idOf('O1'),
        closedMinutes: 60,
        nowMinutes: 120,
      },
    ]);
  });

  it('happens once: a second time answers with the first', async () => {
    const again = await enhetschef.post(path(), { month: '2026-01' });
    expect(again.body.totals).toMatchObject([{ performedMinutes: 60 }]);
    expect(await app.database.query('SELECT id FROM month_closing WHERE unit_id = $1', [ours.unitId])).toHaveLength(1);
  });

  it('is never changed, not even in the database', async () => {
    await expect(app.database.query('UPDATE month_closing_line SET performed_minutes = 0')).rejects.toThrow(
      'immutable',
    );
    await expect(app.database.query('DELETE FROM month_closing')).rejects.toThrow('immutable');
  });

  it('keeps larm without a larm order apart, as the report of the open month does', async () => {
    const unit = await seedCareUnit(app, aUnit());
    const chief = await app.logIn({ roles: ['enhetschef'], unitIds: [unit.unitId] });
    // A visit of an hour, and a larm half of it inside the visit.
    await app.database.query(
      `INSERT INTO registered_time (id, unit_id, employee_id, brukare_id, kind, occurred_at, ended_at)
       VALUES (gen_random_uuid(), $1, $2, $3, 'besok', '2025-11-05 09:00', '2025-11-05 10:00'),
         (gen_random_uuid(), $1, $2, $3, 'larm', '2025-11-05 09:30', '2025-11-05 10:30')`,
      [unit.unitId, unit.codes.employees.idOf('E1'), unit.codes.brukare.idOf('B1')],
    );
    const report = `/api/units/${unit.unitId}/efficiency-report?period=month&date=2025-11-01`;
    const trend = `/api/units/${unit.unitId}/efficiency-report/trend?period=month&date=2025-11-01&count=2`;
    const open = await chief.get(report);
    expect(open.body.performedHours).toBe(1);
    const closed = await chief.post(`/api/units/${unit.unitId}/month-closings`, { month: '2025-11' });
    const performed = closed.body.totals.map(
      ({ kind, performedMinutes }: { kind: string; performedMinutes: number }) => [kind, performedMinutes],
    );
    expect(performed).toEqual([
      ['larm', 60],
      [null, 60],
    ]);
    const { body } = await chief.get(trend);
    expect(body.items.at(-1)).toMatchObject({ isClosed: true, performedHours: 1 });
  });

  it('waits for the 6th of the next month', async () => {
    const answer = await enhetschef.post(path(), { month: '2199-01' });
    expect(answer.status).toBe(409);
    expect(answer.body.detail).toContain('2199-02-06 18:00');
  });

  it('is not there for a month nobody closed, nor for a month that does not exist', async () => {
    expect((await enhetschef.get(`${path()}/2026-02`)).status).toBe(404);
    expect((await enhetschef.get(`${path()}/2026-13`)).status).toBe(400);
  });

  it('shows what the month is worth, by the rate per performed hour', async () => {
    const address = `/api/units/${ours.unitId}/reimbursement?month=2026-01&asOf=2026-02-01`;
    // Two hours performed of the ten ordered.
    expect((await enhetschef.get(`${address}&kronorPerHour=500`)).body).toMatchObject({
      performedKronor: 1000,
      forecastKronor: 1000,
      aboveOrderedKronor: 0,
    });
    expect((await enhetschef.get(address)).body.kronorPerHour).toBe(490);
  });

  it.each(['planerare', 'samordnare', 'omsorgspersonal'] as const)('is not for %s', async (role) => {
    const other = await app.logIn({ roles: [role], unitIds: [ours.unitId] });
    expect((await other.post(path(), { month: '2026-01' })).status).toBe(403);
    expect((await other.get(`${path()}/2026-01`)).status).toBe(403);
    expect((await other.get(`/api/units/${ours.unitId}/reimbursement?month=2026-01`)).status).toBe(403);
  });

  it('of another unit does not exist', async () => {
    expect((await enhetschef.post(`/api/units/${theirs.unitId}/month-closings`, { month: '2026-01' })).status).toBe(
      404,
    );
    expect((await enhetschef.get(`/api/units/${theirs.unitId}/month-closings/2026-01`)).status).toBe(404);
    expect((await enhetschef.get(`/api/units/${theirs.unitId}/reimbursement?month=2026-01`)).status).toBe(404);
  });

  describe('by the service itself', () => {
    const dueJobs = () =>
      app.database.query<{ id: string }>(
        `SELECT id FROM planning_job WHERE unit_id = $1 AND kind = 'close-months' AND status = 'queued'`,
        [ours.unitId],
      );
    const closedMonths = async () =>
      (await enhetschef.get(path())).body.items.map(
        ({ month, isAutomatic }: { month: string; isAutomatic: boolean }) => [month, isAutomatic],
      );

    it('catches up every month since the first visit, and asks for it once', async () => {
      await visitOn('2025-11-20');
      const schedule = app.app.get(MonthClosingSchedule);
      await schedule.enqueueDue();
      await schedule.enqueueDue();
      const jobs = await dueJobs();
      expect(jobs).toHaveLength(1);
      await app.app.get(JobExecution).execute(jobs[0]?.id ?? '');
      const months = await closedMonths();
      // January was closed by the enhetschef and stays as it was.
      expect(months).toEqual(
        expect.arrayContaining([
          ['2026-01', false],
          ['2025-12', true],
          ['2025-11', true],
        ]),
      );
      expect(months.at(-1)).toEqual(['2025-11', true]);
      const { body } = await enhetschef.get(`${path()}/2025-11`);
      expect(body).toMatchObject({ isAutomatic: true, totals: [{ kind: null, performedMinutes: 60 }] });
    });

    it('has nothing more to do when all is closed', async () => {
      await app.app.get(MonthClosingSchedule).enqueueDue();
      expect(await dueJobs()).toEqual([]);
    });

    it('tells which month closes next', async () => {
      const { next } = (await enhetschef.get(path())).body;
      expect(Date.parse(next.closesAt)).toBeGreaterThan(Date.now());
    });
  });

  it('is a file of the month by kind of order', async () => {
    const answer = await enhetschef.get(`${path()}/2026-01?format=csv`);
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="stangd-manad-2026-01.csv"');
    expect(String(answer.body).split('\r\n')[1]).toBe('hemtjanst;1;10;0;1;1');
  });
});
