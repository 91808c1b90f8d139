import { randomUUID } from 'node:crypto';
import { startTestApp, type TestApp, type TestClient } from '../support/app.js';
import { MONDAY, WEEK, aFlowUnit } from '../support/flow-unit.js';
import { planWeek, publish } from '../support/planned-week.js';
import { seedCareUnit, type SeededUnit } from '../support/seed-care-unit.js';

const CODE = 'K4N4R1E#';

describe('door codes', () => {
  let app: TestApp;
  let unit: SeededUnit;
  let planerare: TestClient;
  let employee: TestClient & { readonly accountId: string };
  let colleague: TestClient;
  let stop: { plannedVisitId: string; brukareId: string; startsAt: string };

  beforeAll(async () => {
    app = await startTestApp({ env: { RUN_WORKER: 'yes' } });
    unit = await seedCareUnit(app, aFlowUnit('väst'));
    planerare = await app.logIn({ roles: ['planerare'], unitIds: [unit.unitId] });
    await publish(planerare, unit.unitId, await planWeek(planerare, unit.unitId, { week: WEEK }));
    // A published plan never changes; here time stands still and the visit moves.
    await app.database.query('ALTER TABLE planned_visit DISABLE TRIGGER USER');
    employee = await asEmployee('G1-E1');
    colleague = await asEmployee('G2-E1');
    const { body } = await employee.get(`/api/visit-lists/mine?date=${MONDAY}`);
    // Neither one for two, nor one of the protected.
    [stop] = body.stops.filter(
      (one: { brukareId: string | null; withEmployeeId: string | null }) =>
        one.brukareId !== null && one.withEmployeeId === null,
    );
    expect(stop).toBeDefined();
  });

  afterAll(() => app.close());

  const asEmployee = (code: string) =>
    app.logIn({ roles: ['omsorgspersonal'], unitIds: [unit.unitId], employeeId: unit.codes.employees.idOf(code) });
  const write = (client: TestClient, code: string | null, brukareId = stop.brukareId) =>
    client.send('PUT', `/api/units/${unit.unitId}/brukare/${brukareId}/door-code`, { code });
  const show = (client: TestClient) =>
    client.send('POST', `/api/visit-lists/mine/visits/${stop.plannedVisitId}/door-code`);
  /** Moves the planned visit so that it begins in so many minutes from now. */
  const startsIn = (minutes: number) =>
    app.database.query(
      `UPDATE planned_visit SET starts_at = now() + make_interval(mins => $2), ends_at = now() + make_interval(mins => $2 + 30)
       WHERE id = $1`,
      [stop.plannedVisitId, minutes],
    );

  it('are written by the office, sealed, and given back to nobody but the one at the door', async () => {
    expect((await write(planerare, CODE)).status).toBe(204);
    const [kept] = await app.database.query<{ sealed: Buffer }>('SELECT sealed FROM brukare_door_code');
    expect(kept?.sealed.toString('latin1')).not.toContain(CODE);
    const brukare = await planerare.get(`/api/units/${unit.unitId}/brukare/${stop.brukareId}`);
    const list = await employee.get(`/api/visit-lists/mine?date=${MONDAY}`);
    expect(JSON.stringify([brukare.body, list.body])).not.toContain(CODE);
    expect((await show(planerare)).status).toBe(403);
  });

  it('stand on the own list as the time from which they can be shown, half an hour before', async () => {
    const { body } = await employee.get(`/api/visit-lists/mine?date=${MONDAY}`);
    const own = body.stops.find((one: typeof stop) => one.plannedVisitId === stop.plannedVisitId);
    expect(Date.parse(own.startsAt) - Date.parse(own.doorCodeFrom)).toBe(30 * 60_000);
    const ofOffice = await planerare.get(
      `/api/units/${unit.unitId}/visit-lists?date=${MONDAY}&employeeId=${unit.codes.employees.idOf('G1-E1')}`,
    );
    expect(ofOffice.body.stops.every((one: { doorCodeFrom: null }) => one.doorCodeFrom === null)).toBe(true);
  });

  it.each([
    [31, 409],
    [29, 200],
    [0, 200],
    // Ended 59 and 61 minutes ago.
    [-89, 200],
    [-91, 409],
  ])('of a visit that begins in %i minutes are answered with %i', async (minutes, status) => {
    await startsIn(minutes);
    const answer = await show(employee);
    expect([answer.status, answer.body.code]).toEqual([status, status === 200 ? CODE : undefined]);
  });

  it('are shown to the one who has the visit only, and each showing leaves a line', async () => {
    await startsIn(5);
    expect((await show(colleague)).status).toBe(403);
    expect((await show(app)).status).toBe(401);
    const unknown = await employee.send('POST', `/api/visit-lists/mine/visits/${randomUUID()}/door-code`);
    expect(unknown.status).toBe(404);
    const lines = () =>
      app.database.query<{ count: number }>(
        `SELECT count(*)::int AS count FROM audit_line WHERE record_kind = 'door-code' AND action = 'visa' AND account_id = $1`,
        [employee.accountId],
      );
    const [before] = await lines();
    expect((await show(employee)).status).toBe(200);
    expect((await lines())[0]?.count).toBe((before?.count ?? 0) + 1);
  });

  it('are not collected: fifteen an hour for one person', async () => {
    const collector = await asEmployee('G1-E1');
    await startsIn(5);
    const statuses: number[] = [];
    for (let count = 0; count < 17; count++) statuses.push((await show(collector)).status);
    expect(statuses).toEqual([...Array.from({ length: 15 }, () => 200), 429, 429]);
  });

  it('of a protected identity are written by the enhetschef, not by the planerare', async () => {
    const protectedId = unit.codes.brukare.idOf('G1-B3');
    const enhetschef = await app.logIn({ roles: ['enhetschef'], unitIds: [unit.unitId] });
    expect((await write(planerare, CODE, protectedId)).status).toBe(403);
    expect((await write(enhetschef, CODE, protectedId)).status).toBe(204);
  });

  it('are out of reach from another unit, and say what is wrong with what is sent', async () => {
    const other = await app.logIn({ roles: ['planerare'], unitIds: [await app.createUnit()] });
    expect((await write(other, CODE)).status).toBe(404);
    expect((await write(employee, CODE)).status).toBe(403);
    expect((await write(planerare, '')).status).toBe(422);
    expect((await write(planerare, 'x'.repeat(41))).status).toBe(422);
  });

  it('are gone when they are removed', async () => {
    await startsIn(5);
    expect((await write(planerare, null)).status).toBe(204);
    const fresh = await asEmployee('G1-E1');
    expect((await show(fresh)).status).toBe(404);
  });
});
