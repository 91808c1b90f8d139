import { randomUUID } from 'node:crypto';
import {
  aBrukare,
  aCareUnit,
  anEmployee,
  aRamtidOrder,
  aVisitTemplate,
  clock,
  DEFAULT_UNIT_SETTINGS,
  instantAt,
  instantOfEpochSeconds,
  localDate,
  minutes,
  performedDays,
  type CareUnit,
  type LedgerVisit,
  type PerformedDay,
} from '@hemtjanst/domain';
import fc from 'fast-check';
import { pairEvents } from '../../src/modules/registered-times/pair-events.js';
import type { RegisteredEvent } from '../../src/modules/registered-times/registered-event.js';
import { startTestApp, type TestApp, type TestClient } from '../support/app.js';
import { MONDAY, WEEK, aFlowUnit } from '../support/flow-unit.js';
import { planWeek, publish } from '../support/planned-week.js';
import { seedCareUnit, type SeededUnit } from '../support/seed-care-unit.js';

/** B1: days to Tryggt mottagande, evenings to hemtjänst. B2: two employees. B3: an order that changes on 15 April. */
const aLedgerUnit = (): CareUnit => {
  const window = (earliest: string, latest: string) => ({ earliest: clock(earliest), latest: clock(latest) });
  const helper = { serviceMinutes: minutes(30), earliestOffset: 0, latestOffset: 0 };
  return aCareUnit({
    employees: ['E1', 'E2', 'E3'].map((id) => anEmployee({ id })),
    brukare: ['B1', 'B2', 'B3', 'B4'].map((id) => aBrukare({ id })),
    shifts: [],
    orders: [
      aRamtidOrder({ id: 'O1-dag', brukareId: 'B1', kind: 'tryggt_mottagande', hoursPerMonth: 30 }),
      aRamtidOrder({ id: 'O1-kvall', brukareId: 'B1', hoursPerMonth: 15 }),
      aRamtidOrder({ id: 'O1-larm', brukareId: 'B1', kind: 'larm', hoursPerMonth: 0 }),
      aRamtidOrder({ id: 'O2', brukareId: 'B2', hoursPerMonth: 60, doubleStaffing: true }),
      aRamtidOrder({ id: 'O3-fore', brukareId: 'B3', hoursPerMonth: 30, to: localDate('2026-04-14') }),
      aRamtidOrder({ id: 'O3-efter', brukareId: 'B3', hoursPerMonth: 60, from: localDate('2026-04-15') }),
    ],
    templates: [
      aVisitTemplate({ id: 'M1-dag', orderId: 'O1-dag', window: window('07:00', '15:00') }),
      aVisitTemplate({ id: 'M1-kvall', orderId: 'O1-kvall', window: window('17:00', '20:00') }),
      aVisitTemplate({ id: 'M2', orderId: 'O2', helper }),
      aVisitTemplate({ id: 'M3-fore', orderId: 'O3-fore' }),
      aVisitTemplate({
        id: 'M3-efter',
        orderId: 'O3-efter',
        insatser: ['promenad'],
        recurrence: { kind: 'floating', times: 3, everyWeeks: 1 },
      }),
    ],
  });
};

interface Line {
  readonly orderCode: string | null;
  readonly [figure: string]: unknown;
}

describe('the ramtid ledger', () => {
  let app: TestApp;
  let ours: SeededUnit;
  let theirs: SeededUnit;
  let planerare: TestClient;

  beforeAll(async () => {
    app = await startTestApp({ env: { RUN_WORKER: 'yes' } });
    ours = await seedCareUnit(app, aLedgerUnit());
    theirs = await seedCareUnit(app, aLedgerUnit());
    planerare = await app.logIn({ roles: ['planerare'], unitIds: [ours.unitId] });
  });

  afterAll(() => app.close());

  const ledgerOf = async (
    unit: SeededUnit,
    query: string,
  ): Promise<{ items: readonly Line[]; totals: readonly Line[] }> =>
    (await planerare.get(`/api/units/${unit.unitId}/ramtid-ledger?${query}`)).body;
  const lineOf = (items: readonly Line[], orderCode: string | null): Line | undefined =>
    items.find((line) => line.orderCode === orderCode);
  const at = (date: string, time: string): string => instantAt(localDate(date), clock(time) * 60);

  const insertEvents = (unit: SeededUnit, events: readonly RegisteredEvent[]): Promise<unknown> =>
    app.database.query(
      `INSERT INTO registered_time (id, unit_id, employee_id, brukare_id, kind, occurred_at, ended_at)
       SELECT id, $1, "employeeId", "brukareId", kind, "occurredAt", "endedAt" FROM jsonb_to_recordset($2::jsonb) AS event
         (id uuid, "employeeId" uuid, "brukareId" uuid, kind text, "occurredAt" timestamptz, "endedAt" timestamptz)`,
      [unit.unitId, JSON.stringify(events)],
    );
  const aVisit = (
    unit: SeededUnit,
    brukare: string,
    employee: string,
    startsAt: string,
    endsAt: string,
  ): RegisteredEvent => ({
    id: randomUUID(),
    employeeId: unit.codes.employees.idOf(employee),
    brukareId: unit.codes.brukare.idOf(brukare),
    plannedVisitId: null,
    kind: 'besok',
    occurredAt: new Date(startsAt),
    endedAt: new Date(endsAt),
    flags: [],
  });

  describe('of a month told by hand', () => {
    beforeAll(async () => {
      await insertEvents(ours, [
        aVisit(ours, 'B1', 'E1', at('2026-04-01', '08:00'), at('2026-04-01', '08:30')),
        aVisit(ours, 'B1', 'E1', at('2026-04-01', '18:00'), at('2026-04-01', '18:20')),
        aVisit(ours, 'B2', 'E1', at('2026-04-02', '08:00'), at('2026-04-02', '08:30')),
        aVisit(ours, 'B2', 'E2', at('2026-04-02', '08:00'), at('2026-04-02', '08:30')),
        aVisit(ours, 'B3', 'E1', at('2026-04-14', '08:00'), at('2026-04-14', '09:00')),
        aVisit(ours, 'B3', 'E1', at('2026-04-15', '08:00'), at('2026-04-15', '10:00')),
        aVisit(ours, 'B4', 'E3', at('2026-04-20', '08:00'), at('2026-04-20', '08:15')),
        // Belongs to March.
        aVisit(ours, 'B2', 'E1', at('2026-03-31', '23:50'), at('2026-04-01', '00:20')),
      ]);
      await insertEvents(theirs, [aVisit(theirs, 'B2', 'E1', at('2026-04-02', '10:00'), at('2026-04-02', '12:00'))]);
    });

    it('draws each visit on its order, by time of day and by date', async () => {
      const { items } = await ledgerOf(ours, 'month=2026-04&asOf=2026-05-01');
      const performed = items.map(({ orderCode, performedMinutes }) => [orderCode, performedMinutes]);
      expect(Object.fromEntries(performed)).toEqual({
        'O1-dag': 30,
        'O1-kvall': 20,
        'O1-larm': 0,
        O2: 60,
        'O3-fore': 60,
        'O3-efter': 120,
        null: 15,
      });
    });

    it('orders a part of the month for an order that starts or ends in it', async () => {
      const { items } = await ledgerOf(ours, 'month=2026-04&asOf=2026-05-01');
      expect(lineOf(items, 'O3-fore')?.['orderedMinutes']).toBe(840); // 14 of 30 days of 1 800
      expect(lineOf(items, 'O3-efter')?.['orderedMinutes']).toBe(1920); // 16 of 30 days of 3 600
    });

    it('shows what is over first, and time without an order among it', async () => {
      const { items } = await ledgerOf(ours, 'month=2026-04&asOf=2026-05-01');
      expect(items[0]).toMatchObject({ orderCode: null, brukareCode: 'B4', warning: 'over' });
      expect(items.at(-1)?.['warning']).toBeNull();
    });

    it('keeps kinds of orders apart in the totals', async () => {
      const { totals } = await ledgerOf(ours, 'month=2026-04&asOf=2026-05-01');
      expect(totals.map(({ kind, performedMinutes }) => [kind, performedMinutes])).toEqual([
        ['hemtjanst', 260],
        ['tryggt_mottagande', 30],
        ['larm', 0],
        [null, 15],
      ]);
    });

    it('forecasts by the agreed pattern what is not yet performed', async () => {
      // Two on 27–30 April: 4 mornings of 60 minutes for B2, 30 for the evenings of B1.
      const { items } = await ledgerOf(ours, 'month=2026-04&asOf=2026-04-27');
      expect(lineOf(items, 'O2')).toMatchObject({ performedMinutes: 60, patternMinutes: 240, forecastMinutes: 300 });
      expect(lineOf(items, 'O1-kvall')).toMatchObject({ patternMinutes: 120, forecastMinutes: 140 });
    });

    it('counts a correction and keeps the registration', async () => {
      const [row] = await app.database.query<{ id: string }>(
        `SELECT id FROM registered_time WHERE brukare_id = $1 AND occurred_at = $2`,
        [ours.codes.brukare.idOf('B1'), at('2026-04-01', '18:00')],
      );
      const correct = (startsAt: string, endsAt: string) =>
        app.database.query(
          `INSERT INTO registered_time_correction (id, unit_id, registered_time_id, starts_at, ends_at, reason)
           VALUES (gen_random_uuid(), $1, $2, $3, $4, 'Glömde gå ut')`,
          [ours.unitId, row?.id, startsAt, endsAt],
        );
      await correct(at('2026-04-01', '18:00'), at('2026-04-01', '18:35'));
      const before = lineOf((await ledgerOf(ours, 'month=2026-04&asOf=2026-05-01')).items, 'O1-kvall');
      expect(before).toMatchObject({
        registeredMinutes: 20,
        adjustmentMinutes: 15,
        performedMinutes: 35,
        adjustedVisits: 1,
      });
      // The last correction holds, even when it moves the visit into June.
      await correct(at('2026-06-10', '18:00'), at('2026-06-10', '18:25'));
      const inApril = lineOf((await ledgerOf(ours, 'month=2026-04&asOf=2026-05-01')).items, 'O1-kvall');
      const inJune = lineOf((await ledgerOf(ours, 'month=2026-06&asOf=2026-07-01')).items, 'O1-kvall');
      expect(inApril?.['performedMinutes']).toBe(0);
      expect(inJune).toMatchObject({ registeredMinutes: 20, performedMinutes: 25 });
    });

    it('of one brukare opens to the registrations and says what could be changed', async () => {
      const brukareId = ours.codes.brukare.idOf('B3');
      const answer = await planerare.get(
        `/api/units/${ours.unitId}/brukare/${brukareId}/ramtid-ledger?month=2026-04&asOf=2026-04-16`,
      );
      const [after] = answer.body.orders.filter((line: Line) => line.orderCode === 'O3-efter');
      expect(after.registeredTimeIds).toHaveLength(1);
      // 120 performed and 14 days of 90 a week left: far under, so visits are added or made longer.
      expect(after).toMatchObject({ performedMinutes: 120, warning: 'under', isProposed: false });
      expect(after.suggestions.map(({ change }: { change: string }) => change)).toContain('add');
    });

    it('pages, filters by warning and by work group', async () => {
      const first = await ledgerOf(ours, 'month=2026-04&asOf=2026-05-01&size=2&page=1');
      const second = await ledgerOf(ours, 'month=2026-04&asOf=2026-05-01&size=2&page=2');
      expect(first).toMatchObject({ total: 7, page: 1, size: 2 });
      expect(new Set([...first.items, ...second.items].map(({ orderCode }) => orderCode)).size).toBe(4);
      expect((await ledgerOf(ours, 'month=2026-04&asOf=2026-05-01&warning=over')).items).toHaveLength(1);
      const group = ours.codes.workGroups.idOf('G1');
      expect((await ledgerOf(ours, `month=2026-04&asOf=2026-05-01&workGroupId=${group}`)).items).toHaveLength(7);
    });
  });

  describe('added up in PostgreSQL', () => {
    const drawn = fc.record({
      brukare: fc.constantFrom('B1', 'B2', 'B3', 'B4'),
      employee: fc.constantFrom('E1', 'E2', 'E3'),
      kind: fc.constantFrom<RegisteredEvent['kind']>(
        'start',
        'stop',
        'start',
        'stop',
        'besok',
        'larm',
        'avbojt',
        'bom',
      ),
      // Half an hour apart on few days, so that visits meet; past both ends of the month.
      halfHour: fc.integer({ min: -6, max: 31 * 48 + 6 }),
      second: fc.integer({ min: 0, max: 1799 }),
      length: fc.integer({ min: 0, max: 5400 }),
      corrections: fc.array(
        fc.record({ shift: fc.integer({ min: -90_000, max: 90_000 }), length: fc.integer({ min: 0, max: 5400 }) }),
        {
          maxLength: 2,
        },
      ),
      isCorrected: fc.integer({ min: 0, max: 9 }).map((one) => one === 0),
    });

    it('is the same as the rule of the domain, for thousands of events of every kind', async () => {
      const unit = await seedCareUnit(app, aLedgerUnit());
      const monthStart = Date.parse('2026-10-01T00:00:00+02:00') / 1000; // the month when the clocks go back
      const samples = fc.sample(drawn, { numRuns: 3000, seed: 20261001 });
      const events = samples.map(({ brukare, employee, kind, halfHour, second, length }): RegisteredEvent => {
        const from = monthStart + halfHour * 1800 + second;
        const isWhole = kind === 'besok' || kind === 'larm';
        return {
          ...aVisit(unit, brukare, employee, '2026-10-01T00:00:00Z', '2026-10-01T00:00:00Z'),
          kind,
          occurredAt: new Date(from * 1000),
          endedAt: isWhole ? new Date((from + length) * 1000) : null,
        };
      });
      const corrections = samples.flatMap(({ corrections: wished, isCorrected }, at) =>
        isCorrected
          ? wished.map(({ shift, length }, order) => {
              const from = (events[at]?.occurredAt.getTime() ?? 0) + shift * 1000;
              return { registered_time_id: events[at]?.id ?? '', order, from, to: from + length * 1000 };
            })
          : [],
      );
      await insertEvents(unit, events);
      await app.database.query(
        `INSERT INTO registered_time_correction (id, unit_id, registered_time_id, starts_at, ends_at, reason, corrected_at)
         SELECT gen_random_uuid(), $1, registered_time_id, to_timestamp("from" / 1000.0), to_timestamp("to" / 1000.0), 'prov',
           now() + "order" * interval '1 second'
         FROM jsonb_to_recordset($2::jsonb) AS correction (registered_time_id uuid, "order" int, "from" bigint, "to" bigint)`,
        [unit.unitId, JSON.stringify(corrections)],
      );

      const visits = pairEvents(events).map((registration): LedgerVisit => {
        const last = corrections.filter(({ registered_time_id }) => registered_time_id === registration.id).at(-1);
        const instant = (milliseconds: number) => instantOfEpochSeconds(Math.floor(milliseconds / 1000));
        return {
          registrationId: registration.id,
          brukareId: registration.brukareId,
          employeeId: registration.employeeId,
          kind: registration.kind,
          plannedOrderId: null,
          registered: {
            startsAt: instant(registration.startsAt.getTime()),
            endsAt: registration.endsAt === null ? null : instant(registration.endsAt.getTime()),
          },
          adjusted: last === undefined ? null : { startsAt: instant(last.from), endsAt: instant(last.to) },
        };
      });
      const records = aLedgerUnit();
      const orders = records.orders.map((order) => ({
        order: { ...order, brukareId: unit.codes.brukare.idOf(order.brukareId) },
        templates: records.templates.filter(({ orderId }) => orderId === order.id),
      }));
      const days = performedDays(visits, orders, DEFAULT_UNIT_SETTINGS).filter(({ onDate }) =>
        onDate.startsWith('2026-10'),
      );
      const enhetschef = await app.logIn({ roles: ['enhetschef'], unitIds: [unit.unitId] });
      const answer = await enhetschef.get(
        `/api/units/${unit.unitId}/ramtid-ledger?month=2026-10&asOf=2026-11-01&size=200`,
      );
      for (const line of answer.body.items as readonly Line[]) {
        const own = days.filter(
          ({ orderId, brukareId, isStrayLarm }) =>
            orderId === line.orderCode &&
            brukareId === line['brukareId'] &&
            isStrayLarm === (line.orderCode === null && line['kind'] === 'larm'),
        );
        const sum = (of: (day: PerformedDay) => number): number => own.reduce((total, day) => total + of(day), 0);
        expect(line).toMatchObject({
          registeredMinutes: sum((day) => day.registeredMinutes),
          performedMinutes: sum((day) => day.performedMinutes),
          visits: sum((day) => day.visits),
          adjustedVisits: sum((day) => day.adjustedVisits),
          openVisits: sum((day) => day.openVisits),
          declinedVisits: sum((day) => day.declinedVisits),
          bomVisits: sum((day) => day.bomVisits),
        });
      }
      const shown = (answer.body.items as readonly Line[]).reduce((total, line) => total + Number(line['visits']), 0);
      expect(shown).toBe(days.reduce((total, day) => total + day.visits, 0));
      expect(shown).toBeGreaterThan(1000);
    });
  });

  it('takes what is planned from the published plan in a week that has one', async () => {
    const unit = await seedCareUnit(app, aFlowUnit('norr'));
    const office = await app.logIn({ roles: ['planerare'], unitIds: [unit.unitId] });
    await publish(office, unit.unitId, await planWeek(office, unit.unitId, { week: WEEK }));
    const brukareId = unit.codes.brukare.idOf('G1-B1');
    const path = `/api/units/${unit.unitId}/brukare/${brukareId}/ramtid-ledger?month=2031-03&asOf=${MONDAY}`;
    const [line] = (await office.get(path)).body.orders;
    // The plan has three mornings of 30 minutes from Monday 3 March; after it come 10–12, 17–19, 24–26 and 31 March.
    expect(line).toMatchObject({
      publishedMinutes: 90,
      patternMinutes: 300,
      plannedVisitIds: [expect.any(String), expect.any(String), expect.any(String)],
    });
  });

  it('is a frame per week where the unit says so, and carries over what the unit allows', async () => {
    const unit = await seedCareUnit(app, aLedgerUnit());
    const enhetschef = await app.logIn({ roles: ['enhetschef'], unitIds: [unit.unitId] });
    const change = { ramtidPeriod: 'week', ramtidCarryOverShare: 0.5 };
    await enhetschef.send('PATCH', `/api/units/${unit.unitId}/settings`, change, { 'if-match': '"1"' });
    await insertEvents(unit, [
      // Monday and Sunday of W15 (6–12 April), and the Monday after.
      aVisit(unit, 'B2', 'E1', at('2026-04-06', '08:00'), at('2026-04-06', '09:00')),
      aVisit(unit, 'B2', 'E1', at('2026-04-12', '23:30'), at('2026-04-13', '00:30')),
      aVisit(unit, 'B2', 'E1', at('2026-04-13', '08:00'), at('2026-04-13', '08:30')),
    ]);
    const weekOf = async (week: string) => {
      const path = `/api/units/${unit.unitId}/ramtid-ledger?week=${week}&asOf=2026-04-20`;
      return lineOf((await enhetschef.get(path)).body.items, 'O2');
    };
    // 60 hours × 12/52 are 830.77 minutes a week.
    expect(await weekOf('2026-W15')).toMatchObject({ orderedMinutes: 830.77, performedMinutes: 120 });
    expect(await weekOf('2026-W16')).toMatchObject({ carriedOverMinutes: 415.38, performedMinutes: 30 });
    const both = await enhetschef.get(`/api/units/${unit.unitId}/ramtid-ledger?week=2026-W15&month=2026-04`);
    expect(both).toMatchObject({ status: 422, body: { errors: [{ code: 'period.en' }] } });
  });

  describe('is shown', () => {
    const path = (unit: SeededUnit, brukare?: string): string =>
      brukare === undefined
        ? `/api/units/${unit.unitId}/ramtid-ledger?month=2026-04`
        : `/api/units/${unit.unitId}/brukare/${unit.codes.brukare.idOf(brukare)}/ramtid-ledger?month=2026-04`;

    it.each(['planerare', 'samordnare', 'enhetschef'] as const)('to %s', async (role) => {
      const office = await app.logIn({ roles: [role], unitIds: [ours.unitId] });
      expect((await office.get(path(ours))).status).toBe(200);
      expect((await office.get(path(ours, 'B1'))).status).toBe(200);
    });

    it.each(['omsorgspersonal', 'admin'] as const)('not to %s', async (role) => {
      const other = await app.logIn({ roles: [role], unitIds: [ours.unitId] });
      expect((await other.get(path(ours))).status).toBe(403);
      expect((await other.get(path(ours, 'B1'))).status).toBe(403);
    });

    it('not of another unit, as if it did not exist', async () => {
      expect((await planerare.get(path(theirs))).status).toBe(404);
      expect((await planerare.get(path(theirs, 'B1'))).status).toBe(404);
      const foreign = theirs.codes.brukare.idOf('B1');
      expect(
        (await planerare.get(`/api/units/${ours.unitId}/brukare/${foreign}/ramtid-ledger?month=2026-04`)).status,
      ).toBe(404);
      const group = theirs.codes.workGroups.idOf('G1');
      expect((await planerare.get(`${path(ours)}&workGroupId=${group}`)).status).toBe(422);
    });

    it('with an audit line for every brukare on the page', async () => {
      const auditor = await app.logIn({ roles: ['enhetschef'], unitIds: [ours.unitId] });
      await auditor.get(`${path(ours)}&asOf=2026-05-01`);
      const lines = await app.database.query<{ brukare_id: string }>(
        `SELECT brukare_id FROM audit_line WHERE account_id = $1 AND record_kind = 'ramtid-ledger'`,
        [auditor.accountId],
      );
      const seen = new Set(lines.map(({ brukare_id }) => brukare_id));
      expect(seen).toEqual(new Set(['B1', 'B2', 'B3', 'B4'].map((code) => ours.codes.brukare.idOf(code))));
    });

    it('not for a month that does not exist', async () => {
      expect((await planerare.get(`/api/units/${ours.unitId}/ramtid-ledger?month=2026-13`)).status).toBe(422);
    });
  });
});
