import {
  aBrukare,
  aCareUnit,
  anEmployee,
  aPremises,
  aRamtidOrder,
  aShift,
  aWorkGroup,
  clock,
  localDate,
  minutes,
  type CareUnit,
} from '@hemtjanst/domain';
import { JobExecution } from '../../src/jobs/job-execution.js';
import { startTestApp, type TestApp, type TestClient } from '../support/app.js';
import { MONDAY, WEEK, aFlowUnit } from '../support/flow-unit.js';
import { seedCareUnit, type SeededUnit } from '../support/seed-care-unit.js';

/** Two groups on two premises, one employee and one brukare each: 31 h a month (and a larm), a shift of four hours on 2 March 2026. */
const aUnit = (): CareUnit =>
  aCareUnit({
    premises: [aPremises({ id: 'L1' }), aPremises({ id: 'L2' })],
    workGroups: [aWorkGroup({ id: 'G1', premisesId: 'L1' }), aWorkGroup({ id: 'G2', premisesId: 'L2' })],
    employees: [anEmployee({ id: 'E1', workGroupId: 'G1' }), anEmployee({ id: 'E2', workGroupId: 'G2' })],
    brukare: [aBrukare({ id: 'B1', workGroupId: 'G1' }), aBrukare({ id: 'B2', workGroupId: 'G2' })],
    orders: [
      ...['1', '2'].map((n) =>
        aRamtidOrder({ id: `O${n}`, brukareId: `B${n}`, hoursPerMonth: 31, from: localDate('2026-01-01') }),
      ),
      aRamtidOrder({ id: 'LARM', kind: 'larm', brukareId: 'B1', hoursPerMonth: 1, from: localDate('2026-01-01') }),
    ],
    templates: [],
    shifts: ['1', '2'].map((n) =>
      aShift({
        id: `S${n}`,
        employeeId: `E${n}`,
        workGroupId: `G${n}`,
        premisesId: `L${n}`,
        onDate: localDate('2026-03-02'),
        startsAt: clock('08:00'),
        endsAt: clock('12:00'),
        breakMinutes: minutes(0),
      }),
    ),
  });

describe('the efficiency report', () => {
  let app: TestApp;
  let unit: SeededUnit;
  let enhetschef: TestClient & { readonly accountId: string };

  beforeAll(async () => {
    app = await startTestApp();
    unit = await seedCareUnit(app, aUnit());
    enhetschef = await app.logIn({ roles: ['enhetschef'], unitIds: [unit.unitId] });
    // E1: an hour, ten minutes on the way, an hour, then a larm of half an hour. E2: an hour outside the own shift.
    await register('1', 'besok', '08:30', '09:30');
    await register('1', 'besok', '09:40', '10:40');
    await register('1', 'larm', '11:10', '11:40');
    await register('2', 'besok', '15:00', '16:00');
  });

  afterAll(() => app.close());

  const register = (n: string, kind: string, from: string, to: string): Promise<unknown> =>
    app.database.query(
      `INSERT INTO registered_time (id, unit_id, employee_id, brukare_id, kind, occurred_at, ended_at)
       VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, $6)`,
      [
        unit.unitId,
        unit.codes.employees.idOf(`E${n}`),
        unit.codes.brukare.idOf(`B${n}`),
        kind,
        `2026-03-02T${from}:00+01:00`,
        `2026-03-02T${to}:00+01:00`,
      ],
    );
  const path = (rest: string): string => `/api/units/${unit.unitId}/${rest}`;
  const get = async (rest: string) => (await enhetschef.get(path(rest))).body;

  it('sums the unit, each group and each premises', async () => {
    const body = await get('efficiency-report?period=day&date=2026-03-02');
    // Ordered: 31 h over 31 days, twice. Performed: 2 h and 1 h; the larm is in none. Staff: twice four hours.
    expect(body).toMatchObject({ orderedHours: 2, performedHours: 3, staffHours: 8, performedPerStaff: 0.375 });
    expect(body.workGroups).toMatchObject([
      { performedHours: 2, staffHours: 4, performedPerStaff: 0.5, isTargetReached: false },
      { performedHours: 1, staffHours: 4 },
    ]);
    expect(body.premises).toMatchObject([{ performedHours: 2 }, { performedHours: 1 }]);
  });

  it('divides the staff hours of the outcome to the last minute', async () => {
    const { outcomeSplit, split, workGroups } = await get('efficiency-report?period=day&date=2026-03-02');
    // Two visits, a larm, and ten minutes between the visits; half an hour between visit and larm is no way.
    expect(workGroups[0].outcomeSplit).toEqual({
      visitHours: 2,
      aheadHours: 0,
      larmHours: 0.5,
      travelHours: 0.17,
      handlingHours: 0,
      kringtidHours: 0,
      meetingHours: 0,
      waitHours: 0,
      unexplainedHours: 1.33,
      breakHours: 0,
    });
    // The second employee's visit lies outside the shift: nothing of the shift is explained, as nothing is of the plan.
    expect(workGroups[1].outcomeSplit).toMatchObject({ visitHours: 0, unexplainedHours: 4 });
    expect([outcomeSplit.unexplainedHours, split.unexplainedHours]).toEqual([5.33, 8]);
  });

  it('keeps to one group or one premises, never both at once', async () => {
    const premisesId = unit.codes.premises.idOf('L2');
    const workGroupId = unit.codes.workGroups.idOf('G1');
    const question = 'efficiency-report?period=day&date=2026-03-02';
    expect(await get(`${question}&premisesId=${premisesId}`)).toMatchObject({ performedHours: 1, staffHours: 4 });
    expect(await get(`${question}&workGroupId=${workGroupId}`)).toMatchObject({ performedHours: 2, staffHours: 4 });
    const both = await enhetschef.get(path(`${question}&workGroupId=${workGroupId}&premisesId=${premisesId}`));
    expect(both).toMatchObject({ status: 422, body: { errors: [{ pointer: '/premisesId' }] } });
  });

  it('measures by the ratio that the unit has chosen, and says so', async () => {
    const { version } = (await enhetschef.get(path('settings'))).body;
    const change = (body: object, at: number) =>
      enhetschef.send('PATCH', path('settings'), body, { 'if-match': `"${at}"` });
    expect((await change({ efficiencyDefinition: 'performed-per-ordered' }, version)).status).toBe(200);
    const body = await get('efficiency-report?period=day&date=2026-03-02');
    // 3 performed of 2 ordered.
    expect(body).toMatchObject({ isTargetReached: true });
    expect(body.definition).toContain('utförda timmar / beställda timmar');
    expect((await change({ efficiencyDefinition: 'performed-per-staff' }, version + 1)).status).toBe(200);
  });

  it('names the hours of a meeting, until it is taken away', async () => {
    const meeting = { kind: 'apt', date: '2026-03-02', startsAt: '10:40', endsAt: '11:10' };
    const workGroupId = unit.codes.workGroups.idOf('G1');
    const added = await enhetschef.post(path('staff-meetings'), { ...meeting, workGroupId });
    expect(added.status).toBe(201);
    const { workGroups } = await get('efficiency-report?period=day&date=2026-03-02');
    expect(workGroups[0].outcomeSplit).toMatchObject({ meetingHours: 0.5, unexplainedHours: 0.83 });
    expect(workGroups[1].outcomeSplit.meetingHours).toBe(0);
    expect((await get('staff-meetings?from=2026-03-01&to=2026-03-31')).items).toHaveLength(1);
    expect((await enhetschef.send('DELETE', path(`staff-meetings/${added.body.id}`))).status).toBe(204);
    expect((await enhetschef.send('DELETE', path(`staff-meetings/${added.body.id}`))).status).toBe(404);
    expect((await enhetschef.post(path('staff-meetings'), { ...meeting, endsAt: '09:00' })).status).toBe(422);
  });

  it('opens every figure to the records it is made of', async () => {
    const records = (figure: string, more = '') =>
      get(`efficiency-report/records?period=day&date=2026-03-02&figure=${figure}${more}`);
    expect(await records('performed')).toMatchObject({ total: 3, totalMinutes: 180 });
    expect((await records('performed')).items[0]).toMatchObject({
      recordKind: 'registered-time',
      startsAt: '2026-03-02T08:30:00+01:00',
      minutes: 60,
      brukareCode: 'B1',
      employeeCode: 'E1',
      ramtidOrderId: unit.codes.orders.idOf('O1'),
    });
    expect(await records('ordered')).toMatchObject({
      total: 2,
      totalMinutes: 120,
      items: [{ code: 'O1', minutes: 60 }, {}],
    });
    expect(await records('staff')).toMatchObject({ total: 2, totalMinutes: 480 });
    expect(await records('larm')).toMatchObject({
      total: 1,
      items: [{ recordKind: 'shift', code: 'S1', minutes: 30 }],
    });
    expect(await records('unexplained', '&side=plan')).toMatchObject({ total: 2, totalMinutes: 480 });
    expect(await records('planned')).toMatchObject({ total: 0, totalMinutes: 0, items: [] });
    expect((await records('performed', '&size=1&page=2')).items).toHaveLength(1);
    const file = await enhetschef.get(
      path('efficiency-report/records?period=day&date=2026-03-02&figure=performed&size=1&format=csv'),
    );
    // The whole list, whatever the size of a page.
    expect(String(file.body).trim().split('\r\n')).toHaveLength(4);
  });

  it('leaves an audit line for every brukare whose record it opens', async () => {
    const lines = await app.database.query(
      `SELECT DISTINCT brukare_id FROM audit_line
       WHERE account_id = $1 AND record_kind = 'efficiency-report' AND brukare_id IS NOT NULL`,
      [enhetschef.accountId],
    );
    expect(lines).toHaveLength(2);
  });

  it('shows how the last periods went, the oldest first', async () => {
    const { items } = await get('efficiency-report/trend?period=month&date=2026-03-15&count=3');
    expect(items.map(({ from }: { from: string }) => from)).toEqual(['2026-01-01', '2026-02-01', '2026-03-01']);
    expect(items[2]).toMatchObject({ performedHours: 3, staffHours: 8, orderedHours: 62, isClosed: false });
    const before = await get('efficiency-report?period=day&date=2026-03-03');
    expect(before.previous).toMatchObject({ performedHours: 3, staffHours: 8 });
  });

  it('reads a closed month as it was closed', async () => {
    expect((await enhetschef.post(path('month-closings'), { month: '2026-03' })).status).toBe(201);
    await register('1', 'besok', '11:00', '12:00');
    const { items } = await get('efficiency-report/trend?period=month&date=2026-03-15&count=2');
    expect(items[1]).toMatchObject({ performedHours: 3, isClosed: true });
    expect((await get('efficiency-report?period=day&date=2026-03-02')).performedHours).toBe(4);
  });

  it('prints the month for the staff meeting without anybody’s name or number', async () => {
    const body = await get('apt-report?month=2026-03');
    expect(body).toMatchObject({
      month: '2026-03',
      isClosed: true,
      closesAt: '2026-04-06T10:00:00+02:00',
      continuityTo: '2026-03-31',
      unit: { performedHours: 4, staffHours: 8, orderedHours: 62, continuity: null },
      previous: { month: '2026-02', orderedHours: 62, performedHours: 0 },
      attainableEfficiency: null,
    });
    // Nothing of a month to come is counted before it has been.
    const ahead = await get('apt-report?month=2099-01');
    expect(ahead.continuityTo < new Date().toISOString().slice(0, 10)).toBe(true);
    expect(body.workGroups).toHaveLength(2);
    expect(JSON.stringify(body)).not.toMatch(/"B1"|"E1"/);
    const file = await enhetschef.get(path('apt-report?month=2026-03&format=csv'));
    expect(String(file.body)).toContain('enheten;2026-03;62;0;4;8;50;');
  });

  it('is a workbook where somebody wants one', async () => {
    const answer = await enhetschef.get(path('efficiency-report?period=day&date=2026-03-02&format=xlsx'));
    expect(answer.headers.get('content-type')).toMatch(/spreadsheetml/);
    expect(String(answer.body).startsWith('PK')).toBe(true);
    expect((await enhetschef.get(path('efficiency-report?date=2026-03-02&format=pdf'))).status).toBe(422);
  });
});

describe('a week with other staff', () => {
  let app: TestApp;
  let unit: SeededUnit;
  let enhetschef: TestClient;

  beforeAll(async () => {
    app = await startTestApp();
    unit = await seedCareUnit(app, aFlowUnit('§'));
    enhetschef = await app.logIn({ roles: ['enhetschef'], unitIds: [unit.unitId] });
  });

  afterAll(() => app.close());

  const path = (rest: string): string => `/api/units/${unit.unitId}/${rest}`;
  const shift = (group: string, n: number, date = MONDAY): string => unit.codes.shifts.idOf(`P-${group}-E${n}-${date}`);

  async function compute(change: object) {
    const asked = await enhetschef.post(path('what-ifs'), { week: WEEK, change });
    expect(asked).toMatchObject({ status: 202, body: { status: 'queued', result: null } });
    const [job] = await app.database.query<{ id: string }>(
      `SELECT id FROM planning_job WHERE kind = 'what-if' AND status = 'queued'`,
    );
    await app.app.get(JobExecution).execute(job?.id ?? '');
    return (await enhetschef.get(path(`what-ifs/${asked.body.id}`))).body;
  }

  it('says which visits no longer find a place, and saves no plan', async () => {
    // Without both of the group's shifts on Monday its three visits have nobody.
    const answer = await compute({ kind: 'fewer-shifts', shiftIds: [shift('G1', 1), shift('G1', 2)] });
    expect(answer.status).toBe('done');
    const { before, after, leftOut, workGroupIds } = answer.result;
    expect(workGroupIds).toEqual([unit.codes.workGroups.idOf('G1')]);
    expect([before.unassignedVisits, after.unassignedVisits]).toEqual([0, 3]);
    // Six shifts of 8.25 h, then four.
    expect([before.staffHours, after.staffHours]).toEqual([49.5, 33]);
    expect(leftOut).toHaveLength(3);
    expect(leftOut.every(({ date }: { date: string }) => date === MONDAY)).toBe(true);
    // Three visits a day, one of them for two: 2 h a day for three days, then for two.
    expect([before.visitHours, after.visitHours]).toEqual([6, 4]);
    expect(await app.database.query('SELECT id FROM weekly_plan')).toEqual([]);
  });

  it('moves hours between groups when somebody is lent', async () => {
    const toWorkGroupId = unit.codes.workGroups.idOf('G2');
    const { result } = await compute({ kind: 'lend', shiftIds: [shift('G1', 1)], toWorkGroupId });
    expect(result.workGroupIds).toHaveLength(2);
    // The same hours for both groups together, and a visit for two that lacks the second on Monday.
    expect(result.after.staffHours).toBe(result.before.staffHours);
    expect(result.leftOut.length).toBeGreaterThan(0);
    expect((await enhetschef.get(path('what-ifs'))).body.items).toHaveLength(2);
  });

  it('refuses shifts of nobody and of another week', async () => {
    const ask = (week: string, shiftIds: readonly string[]) =>
      enhetschef.post(path('what-ifs'), { week, change: { kind: 'fewer-shifts', shiftIds } });
    expect((await ask(WEEK, ['5b2f8c1e-7f5e-4b0e-9c55-1d2b6f9a0c11'])).body.errors).toMatchObject([
      { pointer: '/change/shiftIds', code: 'okand-referens' },
    ]);
    expect((await ask('2031-W11', [shift('G1', 1)])).body.errors).toMatchObject([{ code: 'pass.annan-vecka' }]);
  });
});
