import {
  aBrukare,
  aCareUnit,
  anEmployee,
  aRamtidOrder,
  aVisitTemplate,
  localDate,
  type CareUnit,
} from '@hemtjanst/domain';
import { startTestApp, type TestApp, type TestClient } from '../support/app.js';
import { seedCareUnit, type SeededUnit } from '../support/seed-care-unit.js';

/** B1's number would be a formula; B2 has 120 hours; B3's order ends on 20 March and has no agreed visits. */
const aUnit = (): CareUnit =>
  aCareUnit({
    employees: [anEmployee({ id: 'E1' })],
    brukare: [
      aBrukare({ id: '=1+1', fastOmsorgskontaktId: 'E1' }),
      aBrukare({ id: 'B2', gender: 'M', fastOmsorgskontaktId: 'E1' }),
      aBrukare({ id: 'B3' }),
    ],
    orders: [
      aRamtidOrder({ id: 'O1', brukareId: '=1+1', hoursPerMonth: 10 }),
      aRamtidOrder({ id: 'O2', brukareId: 'B2', hoursPerMonth: 120 }),
      aRamtidOrder({
        id: 'O3',
        brukareId: 'B3',
        hoursPerMonth: 10,
        from: localDate('2026-02-20'),
        to: localDate('2026-03-20'),
        receivedOn: localDate('2026-02-15'),
      }),
    ],
    templates: [aVisitTemplate({ id: 'M1', orderId: 'O1' }), aVisitTemplate({ id: 'M2', orderId: 'O2' })],
    shifts: [],
  });

describe('the lists of the follow-up', () => {
  let app: TestApp;
  let ours: SeededUnit;
  let theirs: SeededUnit;
  let enhetschef: TestClient & { readonly accountId: string };

  beforeAll(async () => {
    app = await startTestApp();
    ours = await seedCareUnit(app, aUnit());
    theirs = await seedCareUnit(app, aUnit());
    enhetschef = await app.logIn({ roles: ['enhetschef'], unitIds: [ours.unitId] });
    for (const [kind, from, to] of [
      ['besok', '2026-01-08T08:00:00+01:00', '2026-01-08T13:00:00+01:00'],
      ['avbojt', '2026-01-09T08:00:00+01:00', null],
    ]) {
      await app.database.query(
        `INSERT INTO registered_time (id, unit_id, employee_id, brukare_id, kind, occurred_at, ended_at)
         VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, $6)`,
        [ours.unitId, ours.codes.employees.idOf('E1'), ours.codes.brukare.idOf('=1+1'), kind, from, to],
      );
    }
  });

  afterAll(() => app.close());

  const deviations = async () =>
    (await enhetschef.get(`/api/units/${ours.unitId}/deviations?month=2026-01&asOf=2026-02-01`)).body;

  it('set ordered beside performed, with what is known about why', async () => {
    const { items, closesAt, byGender } = await deviations();
    expect(items).toMatchObject([
      { brukareCode: 'B2', orderedMinutes: 7200, performedMinutes: 0, differenceMinutes: -7200, reasons: [] },
      {
        brukareCode: '=1+1',
        orderedMinutes: 600,
        performedMinutes: 300,
        performedShare: 0.5,
        reasons: ['1 avböjda besök'],
      },
    ]);
    expect(items[1].ramtidOrderIds).toEqual([ours.codes.orders.idOf('O1')]);
    expect(closesAt).toBe('2026-02-06T18:00:00+01:00');
    expect(byGender).toBeNull(); // one woman, one man: small cells
  });

  it('open in a spreadsheet without becoming formulas, and negative numbers stay numbers', async () => {
    const answer = await enhetschef.get(
      `/api/units/${ours.unitId}/deviations?month=2026-01&asOf=2026-02-01&format=csv`,
    );
    expect(answer.headers.get('content-type')).toMatch(/^text\/csv/);
    expect(String(answer.body).split('\r\n').slice(0, 3)).toEqual([
      expect.stringMatching(/kundnr;typ;bestallda_timmar;utforda_timmar;skillnad_timmar;utfort_procent;orsaker$/),
      'B2;hemtjanst;120;0;-120;0;',
      "'=1+1;hemtjanst;10;5;-5;50;1 avböjda besök",
    ]);
  });

  it('say which plans are late, which orders end and who lacks a fast omsorgskontakt or has many hours', async () => {
    const { body } = await enhetschef.get(`/api/units/${ours.unitId}/watch-list?asOf=2026-03-07&days=13`);
    // O3 came on 15 February: to be agreed by 2 March.
    expect(body.latePlans).toMatchObject([{ orderCode: 'O3', task: 'agree', dueOn: '2026-03-02', daysLeft: -5 }]);
    expect(body.ordersEnding).toMatchObject([{ orderCode: 'O3', to: '2026-03-20', daysLeft: 13 }]);
    expect(body.withoutFastOmsorgskontakt).toMatchObject([{ brukareCode: 'B3' }]);
    expect(body.manyHours).toMatchObject([{ brukareCode: 'B2', hoursPerMonth: 120 }]);
    const sooner = await enhetschef.get(`/api/units/${ours.unitId}/watch-list?asOf=2026-03-07&days=12`);
    expect(sooner.body.ordersEnding).toEqual([]);
  });

  it('leave an audit line for every brukare they show', async () => {
    await deviations();
    const lines = await app.database.query<{ brukare_id: string }>(
      `SELECT DISTINCT brukare_id FROM audit_line WHERE account_id = $1 AND record_kind = 'deviation-list'`,
      [enhetschef.accountId],
    );
    expect(lines).toHaveLength(2);
  });

  const paths = ['deviations?month=2026-01', 'deviations?month=2026-01&format=csv', 'watch-list'];

  it.each(paths)('of another unit do not exist: %s', async (path) => {
    expect((await enhetschef.get(`/api/units/${theirs.unitId}/${path}`)).status).toBe(404);
  });

  it.each(paths)('are not for omsorgspersonal: %s', async (path) => {
    const employee = await app.logIn({ roles: ['omsorgspersonal'], unitIds: [ours.unitId] });
    expect((await employee.get(`/api/units/${ours.unitId}/${path}`)).status).toBe(403);
  });
});
