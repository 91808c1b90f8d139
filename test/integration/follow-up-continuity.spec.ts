import {
  aBrukare,
  aCareUnit,
  anAbsence,
  anEmployee,
  addDays,
  clock,
  continuityOfBrukare,
  continuityReport,
  localDate,
  type CareUnit,
  type MetVisit,
} from '@hemtjanst/domain';
import fc from 'fast-check';
import { startTestApp, type TestApp, type TestClient } from '../support/app.js';
import { MONDAY, WEEK, aFlowUnit } from '../support/flow-unit.js';
import { planWeek } from '../support/planned-week.js';
import { seedCareUnit, type SeededUnit } from '../support/seed-care-unit.js';

const period = { from: localDate('2026-02-23'), to: localDate('2026-03-08') };

/** Twelve brukare: B3 is 60 years old, B4 away one morning, every other one a man; E1 is everybody's kontaktman. */
const aUnit = (): CareUnit =>
  aCareUnit({
    employees: Array.from({ length: 6 }, (_, at) => anEmployee({ id: `E${at + 1}` })),
    brukare: Array.from({ length: 12 }, (_, at) =>
      aBrukare({
        id: `B${at + 1}`,
        gender: at % 2 === 0 ? 'K' : 'M',
        birthYear: at === 2 ? 1966 : 1940,
        kontaktmanId: at === 5 ? null : 'E1',
      }),
    ),
    absences: [
      anAbsence({
        person: { kind: 'brukare', id: 'B4' },
        fromDate: localDate('2026-03-01'),
        fromMinute: clock('08:00'),
        toDate: localDate('2026-03-01'),
        toMinute: clock('10:00'),
      }),
    ],
    orders: [],
    templates: [],
    shifts: [],
  });

describe('continuity', () => {
  let app: TestApp;
  let ours: SeededUnit;
  let theirs: SeededUnit;
  let planerare: TestClient;

  beforeAll(async () => {
    app = await startTestApp({ env: { RUN_WORKER: 'yes' } });
    ours = await seedCareUnit(app, aUnit());
    theirs = await seedCareUnit(app, aUnit());
    planerare = await app.logIn({ roles: ['planerare'], unitIds: [ours.unitId] });
  });

  afterAll(() => app.close());

  const insert = (unit: SeededUnit, visits: readonly (MetVisit & { readonly brukareId: string })[]): Promise<unknown> =>
    app.database.query(
      `INSERT INTO registered_time (id, unit_id, employee_id, brukare_id, kind, occurred_at, ended_at)
       SELECT gen_random_uuid(), $1, employee, brukare, kind,
         (on_date + from_minute * interval '1 minute') AT TIME ZONE 'Europe/Stockholm',
         (on_date + to_minute * interval '1 minute') AT TIME ZONE 'Europe/Stockholm'
       FROM jsonb_to_recordset($2::jsonb) AS visit (employee uuid, brukare uuid, kind text, on_date date, from_minute int,
         to_minute int)`,
      [
        unit.unitId,
        JSON.stringify(
          visits.map((visit) => ({
            employee: unit.codes.employees.idOf(visit.employeeId),
            brukare: unit.codes.brukare.idOf(visit.brukareId),
            kind: visit.kind,
            on_date: visit.onDate,
            from_minute: visit.startsAt,
            to_minute: visit.endsAt,
          })),
        ),
      ],
    );

  it('counted in PostgreSQL is the rule of the domain', async () => {
    const drawn = fc.record({
      brukareId: fc.integer({ min: 1, max: 12 }).map((number) => `B${number}`),
      employeeId: fc.integer({ min: 1, max: 6 }).map((number) => `E${number}`),
      day: fc.integer({ min: -1, max: 14 }),
      startsAt: fc.integer({ min: 6 * 60, max: 23 * 60 }),
      length: fc.integer({ min: 0, max: 59 }),
      kind: fc.constantFrom('besok', 'besok', 'besok', 'besok', 'larm'),
    });
    const visits = fc.sample(drawn, { numRuns: 2500, seed: 14 }).map(({ day, length, ...visit }) => ({
      ...visit,
      onDate: addDays(period.from, day),
      endsAt: visit.startsAt + length,
    }));
    await insert(ours, visits);
    await insert(theirs, visits.slice(0, 10));
    const unit = aUnit();
    const expected = continuityReport(
      unit.brukare.map((brukare) => ({
        gender: brukare.gender,
        ...continuityOfBrukare(
          brukare,
          visits.filter(({ brukareId }) => brukareId === brukare.id),
          unit.absences.filter(({ person }) => person.id === brukare.id),
          period,
        ),
      })),
    );
    const { body } = await planerare.get(`/api/units/${ours.unitId}/continuity?to=2026-03-08&asOf=2026-03-09`);
    expect(body).toMatchObject({ from: '2026-02-23', to: '2026-03-08', plannedFrom: null, goal: 10 });
    expect(expected.official.figures.brukareCount).toBeGreaterThan(0);
    expect(body.excluded).toEqual(expected.excluded);
    for (const name of ['official', 'wider'] as const) {
      const { figures, byGender } = expected[name];
      expect(body[name].figures).toMatchObject({
        brukareCount: figures.brukareCount,
        median: figures.median,
        max: figures.max,
      });
      expect(body[name].figures.mean).toBeCloseTo(figures.mean, 3);
      expect(body[name].byGender === null).toBe(byGender === null);
    }
    expect(body.kontaktmanShare).toBeCloseTo(expected.kontaktmanShare ?? -1, 3);
    expect(body.groups).toMatchObject([{ workGroupId: ours.codes.workGroups.idOf('G1'), excluded: expected.excluded }]);
  });

  it('is known of a plan before it is published', async () => {
    const unit = await seedCareUnit(app, aFlowUnit('norr'));
    const office = await app.logIn({ roles: ['planerare'], unitIds: [unit.unitId] });
    const path = `/api/units/${unit.unitId}/continuity?asOf=${MONDAY}&to=2031-03-09`;
    expect((await office.get(path)).body.wider.figures.brukareCount).toBe(0);
    const plan = await planWeek(office, unit.unitId, { week: WEEK });
    expect(plan.status).toBe('foreslagen');
    const ahead = (await office.get(`${path}&planId=${plan.id}`)).body;
    // Six brukare with visits on three mornings: none has two visits every day, all are in the wider measure.
    expect(ahead).toMatchObject({ to: '2031-03-09', plannedFrom: MONDAY, excluded: { 'fewer-visits': 6 } });
    expect(ahead.official.figures.brukareCount).toBe(0);
    expect(ahead.wider.figures.brukareCount).toBe(6);
    expect(ahead.groups).toHaveLength(2);
  });

  it.each(['omsorgspersonal', 'admin'] as const)('is not shown to %s', async (role) => {
    const other = await app.logIn({ roles: [role], unitIds: [ours.unitId] });
    expect((await other.get(`/api/units/${ours.unitId}/continuity`)).status).toBe(403);
  });

  it('of another unit does not exist', async () => {
    expect((await planerare.get(`/api/units/${theirs.unitId}/continuity`)).status).toBe(404);
    const group = theirs.codes.workGroups.idOf('G1');
    expect((await planerare.get(`/api/units/${ours.unitId}/continuity?workGroupId=${group}`)).status).toBe(422);
  });
});
