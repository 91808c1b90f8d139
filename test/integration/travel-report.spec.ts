import { startTestApp, type TestAnswer, type TestApp, type TestClient } from '../support/app.js';
import { MONDAY, WEEK, aFlowUnit } from '../support/flow-unit.js';
import { planWeek } from '../support/planned-week.js';
import { seedCareUnit, type SeededUnit } from '../support/seed-care-unit.js';

describe('restidsrapporten', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startTestApp({ env: { RUN_WORKER: 'yes' } });
  });

  afterAll(() => app.close());

  /** A unit of its own per test with its week planned. */
  async function aPlannedUnit() {
    const unit: SeededUnit = await seedCareUnit(app, aFlowUnit('väst'));
    const planerare = await app.logIn({ roles: ['planerare'], unitIds: [unit.unitId] });
    const plan = await planWeek(planerare, unit.unitId, { week: WEEK });
    const path = `/api/units/${unit.unitId}/weekly-plans/${plan.id}`;
    return { unit, planerare, plan, path };
  }

  const settingsAre = (unit: SeededUnit, settings: object) =>
    app.database.query('UPDATE unit SET settings = $2 WHERE id = $1', [unit.unitId, JSON.stringify(settings)]);

  const reportAt = async (client: TestClient, path: string): Promise<TestAnswer['body']> => {
    const { status, body } = await client.get(`${path}/travel-report`);
    expect(status).toBe(200);
    return body;
  };

  it('says of a new proposal that every way, rast and time holds, and what each shift has to spare', async () => {
    const { planerare, plan, path } = await aPlannedUnit();
    const report = await reportAt(planerare, path);
    expect(report).toMatchObject({
      planId: plan.id,
      planVersion: 1,
      week: WEEK,
      canPublish: 'ja',
      otherHardCount: 0,
      leastRouteSlackMinutes: 10,
      counts: { shortLegs: 0, overlaps: 0, rastFaults: 0, tightRoutes: 0, uncheckedLegs: 0 },
    });
    expect(report.routes).toHaveLength(report.counts.routes);
    expect(report.routes[0].date).toBe(MONDAY);
    const visitsOf = (await planerare.get(`${path}/visits`)).body.items.length;
    // Three brukare of two groups on three mornings.
    expect(visitsOf).toBe(18);
    // A shift of nine hours with one short visit or two has hours to spare.
    expect(report.routes.every((route: TestAnswer['body']) => route.slackSeconds > 3600)).toBe(true);
  });

  it('names each way that has become longer than planned, with its parts, and refuses to publish as long', async () => {
    const { unit, planerare, path } = await aPlannedUnit();
    await settingsAre(unit, { handlingSeconds: { gang: 900, cykel: 900, elcykel: 900, bil: 900 } });
    const report = await reportAt(planerare, path);
    expect(report.canPublish).toBe('nej');
    expect(report.counts.shortLegs).toBeGreaterThan(0);
    const legs: TestAnswer['body'][] = report.routes.flatMap((route: TestAnswer['body']) => route.shortLegs);
    expect(legs).toHaveLength(report.counts.shortLegs);
    for (const leg of legs) expect(leg.shortSeconds).toBe(leg.neededSeconds - leg.givenSeconds);
    const shown = legs.filter(({ parts }) => parts.length > 0);
    expect(shown.length).toBeGreaterThan(0);
    for (const { parts, neededSeconds } of shown) {
      expect(parts.reduce((sum: number, part: { seconds: number }) => sum + part.seconds, 0)).toBe(neededSeconds);
      expect(parts).toContainEqual({ kind: 'mode', seconds: 900 });
    }
  });

  it('does not tell the parts of a way to or from a protected address', async () => {
    const { unit, planerare, path } = await aPlannedUnit();
    await settingsAre(unit, { handlingSeconds: { gang: 900, cykel: 900, elcykel: 900, bil: 900 } });
    const hidden = ['G1-B3', 'G2-B3'].map((code) => unit.codes.brukare.idOf(code));
    const report = await reportAt(planerare, path);
    const legs: TestAnswer['body'][] = report.routes.flatMap((route: TestAnswer['body']) => route.shortLegs);
    const touching = legs.filter(({ from, to }) => hidden.includes(from.brukareId) || hidden.includes(to.brukareId));
    expect(touching.length).toBeGreaterThan(0);
    expect(touching.every(({ parts }) => parts.length === 0)).toBe(true);
  });

  it('warns of routes below the limit of the unit, which stops nothing', async () => {
    const { unit, planerare, path } = await aPlannedUnit();
    await settingsAre(unit, { leastRouteSlackMinutes: 120 });
    const before = await reportAt(planerare, path);
    expect(before.counts.tightRoutes).toBe(0);
    // No shift of nine hours has ten to spare.
    await settingsAre(unit, { leastRouteSlackMinutes: 600 });
    const after = await reportAt(planerare, path);
    expect(after).toMatchObject({ canPublish: 'ja', leastRouteSlackMinutes: 600 });
    expect(after.counts.tightRoutes).toBe(after.counts.routes);
  });

  it('leaves one audit line per brukare it is about', async () => {
    const { plan, planerare, path } = await aPlannedUnit();
    await reportAt(planerare, path);
    const lines = await app.database.query(
      `SELECT count(*)::int AS lines FROM audit_line WHERE record_id = $1 AND record_kind = 'travel-report'`,
      [plan.id],
    );
    expect(lines).toEqual([{ lines: 6 }]);
  });

  it('is a file with a row for each shift and one for each finding', async () => {
    const { unit, planerare, path } = await aPlannedUnit();
    await settingsAre(unit, { handlingSeconds: { gang: 900, cykel: 900, elcykel: 900, bil: 900 } });
    const { counts } = await reportAt(planerare, path);
    const csv: string = (await planerare.get(`${path}/travel-report?format=csv`)).body;
    const rows = csv.trim().split('\n').slice(1);
    expect(rows).toHaveLength(counts.routes + counts.shortLegs + counts.overlaps + counts.rastFaults);
    expect(rows.filter((row) => row.includes('kort förflyttning'))).toHaveLength(counts.shortLegs);
    expect(csv).toContain('G1-E1');
  });
});
