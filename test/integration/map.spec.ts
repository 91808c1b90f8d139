import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { startTestApp, type TestApp, type TestClient } from '../support/app.js';
import { MONDAY, WEEK, aFlowUnit } from '../support/flow-unit.js';
import { planWeek, publish } from '../support/planned-week.js';
import { seedCareUnit, type SeededUnit } from '../support/seed-care-unit.js';

/** Central Göteborg at zoom 14, in tiles of 1.3 km. */
const TILE = '/api/map/tiles/14/8736/4959';

describe('the map', () => {
  let folder: string;
  let app: TestApp;
  let unit: SeededUnit;
  let planerare: TestClient;
  let planId: string;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'map-of-service-'));
    app = await startTestApp({ env: { RUN_WORKER: 'yes', RAMRUTT_DATA_DIR: folder } });
    unit = await seedCareUnit(app, aFlowUnit('väst'));
    planerare = await app.logIn({ roles: ['planerare'], unitIds: [unit.unitId] });
    const plan = await planWeek(planerare, unit.unitId, { week: WEEK });
    await publish(planerare, unit.unitId, plan);
    planId = plan.id;
  });

  afterAll(async () => {
    await app.close();
    rmSync(folder, { recursive: true });
  });

  const linesOf = (client: TestClient, query = `date=${MONDAY}`) =>
    client.get(`/api/units/${unit.unitId}/weekly-plans/${planId}/route-lines?${query}`);

  it('is described with its version, its box and what must stand on it', async () => {
    const { status, body } = await planerare.get('/api/map');
    expect(status).toBe(200);
    expect(body.attribution).toBe('© OpenStreetMap contributors');
    expect(body.tiles).toBe(`/api/map/tiles/{z}/{x}/{y}?map=${body.mapVersion}`);
    const [west, south, east, north] = body.bounds;
    expect([west < 11.97, south < 57.7, east > 11.97, north > 57.7]).toEqual([true, true, true, true]);
    expect((await app.get('/api/map')).status).toBe(401);
    expect((await app.get(TILE)).status).toBe(401);
  });

  it('gives tiles that a browser keeps, and tells it when nothing has changed', async () => {
    const { body } = await planerare.get('/api/map');
    const fetched = await fetchTile(`${TILE}?map=${body.mapVersion}`);
    expect(fetched.headers.get('content-type')).toBe('application/vnd.mapbox-vector-tile');
    expect(fetched.headers.get('cache-control')).toContain('private');
    expect(fetched.headers.get('cache-control')).toContain('immutable');
    // fetch unpacks by itself
    expect(Buffer.from(await fetched.arrayBuffer()).toString('utf8')).toContain('Drottningtorget');
    const again = await fetchTile(TILE, { 'if-none-match': fetched.headers.get('etag') ?? '' });
    expect([again.status, again.headers.get('cache-control')]).toEqual([304, 'no-cache']);
    const plain = await fetchTile(TILE, { 'accept-encoding': 'identity' });
    expect(plain.headers.get('content-encoding')).toBeNull();
    const bytes = Buffer.from(await plain.arrayBuffer());
    expect(() => gunzipSync(bytes)).toThrow();
  });

  it('has nothing outside its box, and says what is wrong with an address', async () => {
    expect((await planerare.get('/api/map/tiles/14/0/0')).status).toBe(204);
    expect((await planerare.get('/api/map/tiles/14/x/0')).status).toBe(400);
    expect((await planerare.get('/api/map/tiles/14/-1/0')).status).toBe(400);
    expect((await planerare.get(`${TILE}?annat=1`)).status).toBe(400);
  });

  it('draws each route on streets, leg by leg, with its visits numbered', async () => {
    const { status, body } = await linesOf(planerare);
    expect(status).toBe(200);
    expect(body.items.length).toBeGreaterThan(0);
    const legs = body.items.flatMap((route: { legs: object[] }) => route.legs);
    expect(legs.length).toBeGreaterThan(0);
    for (const { isEstimated, line } of legs) {
      expect(isEstimated).toBe(false);
      expect(line.length).toBeGreaterThanOrEqual(2);
    }
    // On streets: more than the two ends of a straight line.
    expect(legs.some(({ line }: { line: unknown[] }) => line.length > 5)).toBe(true);
    const [route] = body.items;
    const numbers = route.stops.flatMap(({ kind, number }: { kind: string; number: number }) =>
      kind === 'visit' ? [number] : [],
    );
    expect(numbers).toEqual([...numbers].sort((a: number, b: number) => a - b));
  });

  it('shows no protected identity to anybody: neither the stop nor the ways to and from it', async () => {
    // The third brukare of each group is protected; its visits are done by somebody of the group.
    const protectedAt = [57.698, 57.701].map((lat) => [11.962, lat]);
    const enhetschef = await app.logIn({ roles: ['enhetschef'], unitIds: [unit.unitId] });
    const { body } = await linesOf(enhetschef);
    expect(body.items.reduce((sum: number, { hiddenStops }: { hiddenStops: number }) => sum + hiddenStops, 0)).toBe(2);
    const shown = body.items.flatMap((route: { stops: { at: number[] }[]; legs: { line: number[][] }[] }) => [
      ...route.stops.map(({ at }) => at),
      ...route.legs.flatMap(({ line }) => [line.at(0), line.at(-1)]),
    ]);
    for (const [lon, lat] of protectedAt) {
      // Nothing begins or ends within 60 m of the door.
      expect(shown.filter((at: number[]) => Math.hypot((at[0] - lon) / 2, at[1] - lat) < 0.0005)).toEqual([]);
    }
  });

  it('draws the employee’s own day, and writes down whose addresses were shown', async () => {
    const employeeId = unit.codes.employees.idOf('G1-E1');
    const account = { roles: ['omsorgspersonal'] as const, unitIds: [unit.unitId], employeeId };
    const employee = await app.logIn(account);
    const { status, body } = await employee.get(`/api/visit-lists/mine/route-lines?date=${MONDAY}`);
    expect(status).toBe(200);
    expect(body.items.every((route: { employeeId: string }) => route.employeeId === employeeId)).toBe(true);
    const ofOffice = (await linesOf(planerare, `date=${MONDAY}&employeeId=${employeeId}`)).body;
    expect(body.items).toEqual(ofOffice.items);
    const [read] = await app.database.query<{ lines: number; people: number }>(
      `SELECT count(*)::int AS lines, count(DISTINCT brukare_id)::int AS people FROM audit_line
       WHERE record_kind = 'route-line' AND account_id = $1`,
      [employee.accountId],
    );
    const visits = body.items.flatMap((route: { stops: { kind: string }[] }) =>
      route.stops.filter(({ kind }) => kind === 'visit'),
    );
    expect(read).toEqual({ lines: visits.length, people: visits.length });
  });

  async function fetchTile(address: string, headers: Record<string, string> = {}): Promise<Response> {
    const { token } = await app.logIn({ roles: ['omsorgspersonal'], unitIds: [unit.unitId] });
    return fetch(`${app.url}${address}`, { headers: { authorization: `Bearer ${token}`, ...headers } });
  }
});

describe('a service without a map', () => {
  it('says so, and draws routes as straight lines marked as estimates', async () => {
    const app = await startTestApp({ env: { RUN_WORKER: 'yes', MAP_FILE: 'finns-inte.osm.pbf' } });
    try {
      const unit = await seedCareUnit(app, aFlowUnit('öst'));
      const planerare = await app.logIn({ roles: ['planerare'], unitIds: [unit.unitId] });
      expect((await planerare.get('/api/map')).body).toMatchObject({ mapVersion: null, tiles: null });
      expect((await planerare.get(TILE)).status).toBe(404);
      const plan = await planWeek(planerare, unit.unitId, { week: WEEK });
      const { body } = await planerare.get(
        `/api/units/${unit.unitId}/weekly-plans/${plan.id}/route-lines?date=${MONDAY}`,
      );
      const legs = body.items.flatMap((route: { legs: object[] }) => route.legs);
      expect(legs.length).toBeGreaterThan(0);
      for (const { isEstimated, line } of legs) expect([isEstimated, line.length]).toEqual([true, 2]);
    } finally {
      await app.close();
    }
  });
});
