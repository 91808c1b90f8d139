import { randomUUID } from 'node:crypto';
import { startTestApp, type TestAnswer, type TestApp, type TestClient } from '../support/app.js';
import { MONDAY, TUESDAY, WEEK, aFlowUnit } from '../support/flow-unit.js';
import { planWeek, publish } from '../support/planned-week.js';
import { seedCareUnit, type SeededUnit } from '../support/seed-care-unit.js';

type Body = TestAnswer['body'];

/** From the published plan to the report, as the day goes. */
describe('day routes, visit lists, registered times and the efficiency report', () => {
  let app: TestApp;
  let unit: SeededUnit;
  let plan: Body;
  let planerare: TestClient;
  let enhetschef: TestClient;
  let anna: TestClient;
  let annaId: string;
  let annasVisits: readonly Body[];

  beforeAll(async () => {
    app = await startTestApp({ env: { RUN_WORKER: 'yes' } });
    unit = await seedCareUnit(app, aFlowUnit('väst'));
    const unitIds = [unit.unitId];
    annaId = unit.codes.employees.idOf('G1-E1');
    planerare = await app.logIn({ roles: ['planerare'], unitIds });
    enhetschef = await app.logIn({ roles: ['enhetschef'], unitIds });
    anna = await app.logIn({ roles: ['omsorgspersonal'], unitIds, employeeId: annaId });
    plan = await planWeek(planerare, unit.unitId, { week: WEEK });
    await publish(planerare, unit.unitId, plan);
    annasVisits = (await planerare.get(`${planPath()}/visits?date=${MONDAY}&employeeId=${annaId}`)).body.items;
  });

  afterAll(() => app.close());

  const planPath = (): string => `/api/units/${unit.unitId}/weekly-plans/${plan.id}`;
  const unitPath = (rest: string): string => `/api/units/${unit.unitId}/${rest}`;
  const auditLines = (recordKind: string) =>
    app.database.query('SELECT brukare_id, action FROM audit_line WHERE record_kind = $1', [recordKind]);

  describe('day routes', () => {
    it('are driven from premises to premises, with every leg in its parts and the sums beside each other', async () => {
      const { body } = await planerare.get(unitPath(`day-routes?date=${MONDAY}&employeeId=${annaId}`));
      expect(body.items).toHaveLength(1);
      const [route] = body.items;
      expect(route).toMatchObject({ planId: plan.id, employeeId: annaId, date: MONDAY, mode: 'elcykel' });
      expect([route.stops.at(0).kind, route.stops.at(-1).kind]).toEqual(['premises', 'premises']);
      const visits = route.stops.filter((stop: Body) => stop.kind === 'visit');
      expect(visits.map((stop: Body) => stop.plannedVisitId)).toEqual(annasVisits.map((visit) => visit.id));
      expect(route.sums).toMatchObject({
        visits: visits.length,
        visitSeconds: visits.length * 1800,
        breakSeconds: 2700,
      });
      expect(route.sums.travelSeconds).toBe(
        route.stops.reduce((sum: number, stop: Body) => sum + stop.leg.travelSeconds, 0),
      );
      expect(visits[0].leg.handlingSeconds).toBeGreaterThanOrEqual(60);
    });

    it('come by work group, and only of the day asked about', async () => {
      const group = unit.codes.workGroups.idOf('G2');
      const { body } = await planerare.get(unitPath(`day-routes?date=${TUESDAY}&workGroupId=${group}`));
      expect(body.items.length).toBeGreaterThanOrEqual(1);
      expect(body.items.every((route: Body) => route.workGroupId === group && route.date === TUESDAY)).toBe(true);
    });

    it('leave one audit line per brukare and reading', async () => {
      const before = (await auditLines('day-route')).length;
      await planerare.get(unitPath(`day-routes?date=${MONDAY}`));
      // Six brukare, each visited once on Monday (one visit for two is two stops of one brukare).
      expect((await auditLines('day-route')).length - before).toBe(6);
    });
  });

  describe('the visit list', () => {
    it('tells the employee who, where, when and how to get there', async () => {
      const { status, body } = await anna.get(`/api/visit-lists/mine?date=${MONDAY}`);
      expect(status).toBe(200);
      expect(body).toMatchObject({ employeeId: annaId, planId: plan.id, shiftStartsAt: `${MONDAY}T07:00:00+01:00` });
      const visits = body.stops.filter((stop: Body) => stop.kind === 'visit');
      expect(visits.map((stop: Body) => stop.plannedVisitId)).toEqual(annasVisits.map((visit) => visit.id));
      const open = visits.find((stop: Body) => !stop.title.startsWith('Skyddad'));
      expect(open).toMatchObject({
        address: expect.stringContaining('Provgatan'),
        keyKind: 'nyckelfri',
        isNewFace: true,
      });
    });

    it('counts a face as known the day after', async () => {
      const monday: Body = (await anna.get(`/api/visit-lists/mine?date=${MONDAY}`)).body;
      const seen = new Set(monday.stops.map((stop: Body) => stop.brukareId).filter((id: unknown) => id !== null));
      const tuesday: Body = (await anna.get(`/api/visit-lists/mine?date=${TUESDAY}`)).body;
      const again = tuesday.stops.filter((stop: Body) => stop.brukareId !== null && seen.has(stop.brukareId));
      // The visit for two takes both employees of the group every day.
      expect(again.length).toBeGreaterThanOrEqual(1);
      expect(again.every((stop: Body) => stop.isNewFace === false)).toBe(true);
    });

    it('shows the office no keys and a protected identity by alias; the enhetschef the name', async () => {
      const isProtected = unit.codes.brukare.idOf('G1-B3');
      const [visit] = (await planerare.get(`${planPath()}/visits?date=${MONDAY}`)).body.items.filter(
        (one: Body) => one.brukareId === isProtected,
      );
      const list = (client: TestClient) =>
        client.get(unitPath(`visit-lists?date=${MONDAY}&employeeId=${visit.employeeIds[0]}`));
      const stopOf = ({ body }: TestAnswer) => body.stops.find((stop: Body) => stop.plannedVisitId === visit.id);
      const office = await list(planerare);
      expect(stopOf(office)).toMatchObject({ title: 'Skyddad 1', address: null, lat: null, brukareId: null });
      expect(office.body.stops.every((stop: Body) => stop.keyKind === null && stop.notes.length === 0)).toBe(true);
      expect(stopOf(await list(enhetschef)).title).toContain('väst G1-B3');
    });

    it('shows the contact of a protected identity what it needs, and the office still only the alias', async () => {
      const isProtected = unit.codes.brukare.idOf('G1-B3');
      const [visit] = (await planerare.get(`${planPath()}/visits?date=${MONDAY}`)).body.items.filter(
        (one: Body) => one.brukareId === isProtected,
      );
      const [employeeId] = visit.employeeIds;
      await app.database.query('UPDATE brukare SET kontaktman_id = $2 WHERE id = $1', [isProtected, employeeId]);
      const contact = await app.logIn({ roles: ['omsorgspersonal'], unitIds: [unit.unitId], employeeId });
      const stopOf = ({ body }: TestAnswer) => body.stops.find((stop: Body) => stop.plannedVisitId === visit.id);
      expect(stopOf(await contact.get(`/api/visit-lists/mine?date=${MONDAY}`)).address).toContain('Provgatan');
      const office = await planerare.get(unitPath(`visit-lists?date=${MONDAY}&employeeId=${employeeId}`));
      expect(stopOf(office).title).toBe('Skyddad 1');
      await app.database.query('UPDATE brukare SET kontaktman_id = NULL WHERE id = $1', [isProtected]);
    });

    it('is empty on a day without published plan, and 404 for an account without employee', async () => {
      const { body } = await anna.get('/api/visit-lists/mine?date=2031-04-07');
      expect(body).toMatchObject({ planId: null, shiftStartsAt: null, stops: [] });
      const nobody = await app.logIn({ roles: ['omsorgspersonal'], unitIds: [unit.unitId] });
      expect((await nobody.get('/api/visit-lists/mine')).status).toBe(404);
    });
  });

  describe('registered times', () => {
    const event = (kind: string, occurredAt: string, visit: Body = annasVisits[0], id: string = randomUUID()) => ({
      id,
      plannedVisitId: visit.id,
      kind,
      occurredAt,
    });
    const registrations = async (): Promise<readonly Body[]> =>
      (await planerare.get(unitPath(`registered-times?from=${MONDAY}&to=${MONDAY}`))).body.items;

    it('come in one by one, twice is once, and another event under the same id is refused', async () => {
      const start = event('start', `${MONDAY}T08:00:00+01:00`);
      // The week lies years ahead: the event is kept and its clock is doubted.
      expect(await anna.send('POST', '/api/registered-times', start)).toMatchObject({
        status: 202,
        body: { id: start.id, outcome: 'flaggad', flags: ['framtid'] },
      });
      expect((await anna.send('POST', '/api/registered-times', start)).body.outcome).toBe('redan-mottagen');
      const other = { ...start, kind: 'stop' };
      expect((await anna.send('POST', '/api/registered-times', other)).status).toBe(409);
      await anna.send('POST', '/api/registered-times', event('stop', `${MONDAY}T08:25:00+01:00`));
      expect(await registrations()).toMatchObject([
        {
          id: start.id,
          kind: 'besok',
          startsAt: `${MONDAY}T08:00:00+01:00`,
          endsAt: `${MONDAY}T08:25:00+01:00`,
          match: 'planerat',
        },
      ]);
    });

    it('are judged one by one in a batch: one bad event does not stop the others', async () => {
      const visit = annasVisits[1];
      const good = event('avbojt', `${MONDAY}T09:00:00+01:00`, visit);
      const batch = [
        good,
        { ...event('start', `${MONDAY}T09:00:00+01:00`, visit), kind: 'annat' },
        event('start', '2031-03-03T09:00:00', visit),
        event('start', `${MONDAY}T09:00:00+01:00`, { id: randomUUID() }),
        'skräp',
        good,
      ];
      const { status, body } = await anna.send('POST', '/api/registered-times/batch', { events: batch });
      expect(status).toBe(202);
      expect(body.events.map((answer: Body) => answer.outcome)).toEqual([
        'flaggad',
        'fel',
        'fel',
        'fel',
        'fel',
        'redan-mottagen',
      ]);
      expect(body.events[3]).toMatchObject({ code: 'finns-inte' });
      expect((await registrations()).map((one) => one.kind).sort()).toEqual(['avbojt', 'besok']);
    });

    it('are refused for a visit of a colleague', async () => {
      const others = (await planerare.get(`${planPath()}/visits?date=${MONDAY}`)).body.items;
      const colleagues = others.find((visit: Body) => !visit.employeeIds.includes(annaId));
      const answer = await anna.send(
        'POST',
        '/api/registered-times',
        event('start', `${MONDAY}T08:00:00+01:00`, colleagues),
      );
      expect(answer.status).toBe(403);
    });

    it('are corrected by adding: with author and reason, once by id, and the first stays', async () => {
      const [registered] = await registrations();
      const path = unitPath(`registered-times/${registered.id}/corrections`);
      const correction = {
        id: randomUUID(),
        startsAt: `${MONDAY}T08:00:00+01:00`,
        endsAt: `${MONDAY}T08:40:00+01:00`,
        reason: 'Glömde registrera slutet',
      };
      expect((await planerare.send('POST', path, { ...correction, reason: 'kort' })).body.errors).toMatchObject([
        { pointer: '/reason', code: 'skal.for-kort' },
      ]);
      const backwards = { ...correction, endsAt: `${MONDAY}T07:40:00+01:00` };
      expect((await planerare.send('POST', path, backwards)).body.errors).toMatchObject([{ code: 'tid.bakvand' }]);
      expect((await planerare.send('POST', path, correction)).status).toBe(201);
      expect((await planerare.send('POST', path, correction)).status).toBe(201);
      expect((await planerare.send('POST', path, { ...correction, reason: 'något helt annat' })).status).toBe(409);
      const [corrected] = await registrations();
      expect(corrected).toMatchObject({
        endsAt: `${MONDAY}T08:25:00+01:00`,
        corrections: [{ reason: correction.reason }],
      });
      expect(corrected.corrections).toHaveLength(1);
      await expect(app.database.query('UPDATE registered_time SET occurred_at = now()')).rejects.toThrow('append-only');
      await expect(app.database.query('DELETE FROM registered_time_correction')).rejects.toThrow('append-only');
    });

    it('need an offset in every time', async () => {
      const answer = await anna.send('POST', '/api/registered-times', event('start', '2031-03-03T02:30:00'));
      expect(answer).toMatchObject({
        status: 422,
        body: { errors: [{ pointer: '/occurredAt', code: 'tid.saknar-zon' }] },
      });
    });

    it('show an employee the own ones only', async () => {
      const { body } = await anna.get(`/api/registered-times/mine?date=${MONDAY}`);
      expect(body.items.map((one: Body) => one.employeeId)).toEqual([annaId, annaId]);
    });
  });

  describe('the efficiency report', () => {
    it('sums what was ordered, planned, performed and worked in the week, with the records behind', async () => {
      const { body } = await enhetschef.get(unitPath(`efficiency-report?period=week&date=${TUESDAY}`));
      // 18 visits of 30 min; 6 are for two, which no order covers, so they count once. Staff: 12 shifts of 9 h less 45 min rast.
      expect(body).toMatchObject({ from: MONDAY, plannedHours: 9, staffHours: 99 });
      // Performed: the corrected visit, 40 minutes; the declined one is none.
      expect(body.performedHours).toBe(0.67);
      expect(body.performedPerStaff).toBeCloseTo(40 / 60 / 99, 4);
      expect(body.isTargetReached).toBe(false);
      // The staff time of both employees: 24 × 0.5 h.
      expect(body.split.visitHours).toBe(12);
      expect(body.split.travelHours).toBeGreaterThan(0);
      for (const split of [body.split, body.outcomeSplit] as Record<string, number>[]) {
        const parts = Object.entries(split).filter(([name]) => name !== 'breakHours');
        expect(parts.reduce((sum, [, hours]) => sum + hours, 0)).toBeCloseTo(99, 6);
      }
      expect(body.records).toEqual({
        shifts: 12,
        plannedVisits: 18,
        ramtidOrders: 6,
        registeredTimes: 1,
        weeklyPlans: 1,
      });
      expect(body.definition).toMatch(/utförda timmar \/ personaltimmar/);
    });

    it('divides a month of one group: half of the staff, orders for the days they are valid', async () => {
      const group = unit.codes.workGroups.idOf('G1');
      const { body } = await enhetschef.get(unitPath(`efficiency-report?date=${MONDAY}&workGroupId=${group}`));
      // Three orders of 26 h a month, valid all of March.
      expect(body).toMatchObject({ from: '2031-03-01', to: '2031-03-31', orderedHours: 78, staffHours: 49.5 });
    });

    it('refuses a work group of nobody', async () => {
      const answer = await enhetschef.get(unitPath(`efficiency-report?date=${MONDAY}&workGroupId=${randomUUID()}`));
      expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: '/workGroupId' }] } });
    });
  });
});
