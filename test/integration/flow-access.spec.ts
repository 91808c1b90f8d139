import { randomUUID } from 'node:crypto';
import type { Role } from '@hemtjanst/contracts';
import { startTestApp, type TestAnswer, type TestApp, type TestClient } from '../support/app.js';
import { MONDAY, WEEK, aFlowUnit } from '../support/flow-unit.js';
import { planWeek, publish, replanDay } from '../support/planned-week.js';
import { seedCareUnit, type SeededUnit } from '../support/seed-care-unit.js';

const ROLES: readonly Role[] = ['planerare', 'samordnare', 'enhetschef', 'omsorgspersonal', 'admin'];
const CANARY = { ours: '§U01§', theirs: '§U02§' };

interface World {
  readonly unit: SeededUnit;
  readonly plan: TestAnswer['body'];
  readonly draft: TestAnswer['body'];
  readonly visitId: string;
  readonly draftVisitId: string;
  readonly demandId: string;
  readonly shiftId: string;
  readonly runId: string;
  /** A day of the published plan, planned anew. */
  readonly dayRunId: string;
  readonly employeeId: string;
}

interface Route {
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly path: (world: World) => string;
  readonly body?: (world: World) => object;
  readonly headers?: (world: World) => Readonly<Record<string, string>>;
  /** Who may; everybody else is told 403. */
  readonly roles: readonly Role[];
  /** What those who may are answered in their own unit; 200 where nothing else is said. */
  readonly answer?: number;
}

const OFFICE: readonly Role[] = ['planerare', 'samordnare', 'enhetschef'];

const employeeOf = ({ unitId, codes }: SeededUnit): string =>
  `/api/units/${unitId}/employees/${codes.employees.idOf('G2-E2')}`;

/** Every route of the flow from runs to report that names a unit. */
const ROUTES: readonly Route[] = [
  get('list runs', ({ unit }) => `/api/units/${unit.unitId}/planning-runs`, OFFICE),
  get('get run', ({ unit, runId }) => `/api/units/${unit.unitId}/planning-runs/${runId}`, OFFICE),
  get('watch run', ({ unit, runId }) => `/api/units/${unit.unitId}/planning-runs/${runId}/progress`, OFFICE),
  {
    name: 'cancel run',
    method: 'POST',
    path: ({ unit, runId }) => `/api/units/${unit.unitId}/planning-runs/${runId}/cancel`,
    roles: ['planerare', 'samordnare'],
    // The run has ended.
    answer: 409,
  },
  get('planning rules', ({ unit }) => `/api/units/${unit.unitId}/planning-rules`, [...OFFICE, 'admin']),
  get('list plans', ({ unit }) => `/api/units/${unit.unitId}/weekly-plans`, OFFICE),
  get('get plan', ({ unit, plan }) => `/api/units/${unit.unitId}/weekly-plans/${plan.id}`, OFFICE),
  get('list visits', ({ unit, plan }) => `/api/units/${unit.unitId}/weekly-plans/${plan.id}/visits`, OFFICE),
  get('list unassigned', ({ unit, plan }) => `/api/units/${unit.unitId}/weekly-plans/${plan.id}/unassigned`, OFFICE),
  get(
    'stranded visits',
    ({ unit, plan }) => `/api/units/${unit.unitId}/weekly-plans/${plan.id}/stranded-visits`,
    OFFICE,
  ),
  get(
    'ledger adjustments',
    ({ unit, plan }) => `/api/units/${unit.unitId}/weekly-plans/${plan.id}/ledger-adjustments`,
    OFFICE,
  ),
  get('check plan', ({ unit, plan }) => `/api/units/${unit.unitId}/weekly-plans/${plan.id}/check`, OFFICE),
  get('travel report', ({ unit, plan }) => `/api/units/${unit.unitId}/weekly-plans/${plan.id}/travel-report`, OFFICE),
  get(
    'compare plans',
    ({ unit, plan, draft }) => `/api/units/${unit.unitId}/weekly-plans/${plan.id}/compare?with=${draft.id}`,
    OFFICE,
  ),
  {
    name: 'pin visit',
    method: 'PATCH',
    path: ({ unit, draft, draftVisitId }) =>
      `/api/units/${unit.unitId}/weekly-plans/${draft.id}/visits/${draftVisitId}`,
    body: () => ({ pinned: true }),
    // An old version: whoever may is told 412, and nothing changes between the roles.
    headers: () => ({ 'if-match': '"999"' }),
    roles: ['planerare', 'samordnare'],
    answer: 412,
  },
  {
    name: 'make draft',
    method: 'POST',
    path: ({ unit, draft }) => `/api/units/${unit.unitId}/weekly-plans/${draft.id}/drafts`,
    body: () => ({ own: true }),
    roles: ['planerare', 'samordnare'],
    answer: 201,
  },
  {
    name: 'list edits',
    method: 'GET',
    path: ({ unit, draft }) => `/api/units/${unit.unitId}/weekly-plans/${draft.id}/edits`,
    roles: ['planerare', 'samordnare'],
  },
  // The plan is a proposal: whoever may edit is told that only a draft is edited, and nothing changes between the roles.
  ...(['edits', 'undo', 'redo'] as const).map((way): Route => ({
    name: way,
    method: 'POST',
    path: ({ unit, draft }) => `/api/units/${unit.unitId}/weekly-plans/${draft.id}/${way}`,
    body: () => (way === 'edits' ? { kind: 'lock', visitDemandId: 'T-1' } : {}),
    headers: () => ({ 'if-match': '"1"' }),
    roles: ['planerare', 'samordnare'],
    answer: 409,
  })),
  ...(['price-move', 'places', 'explain', 'ways-out'] as const).map((question): Route => ({
    name: question,
    method: 'POST',
    path: ({ unit, draft }) => `/api/units/${unit.unitId}/weekly-plans/${draft.id}/${question}`,
    body: ({ demandId, shiftId }) => ({ visitDemandId: demandId, ...(question === 'price-move' ? { shiftId } : {}) }),
    roles: ['planerare', 'samordnare'],
  })),
  // The proposal has no such visit, the version is old: whoever may is told so, and nothing changes between the roles.
  {
    name: 'replan day',
    method: 'POST',
    path: ({ unit, draft }) => `/api/units/${unit.unitId}/weekly-plans/${draft.id}/day-replannings`,
    body: () => ({ onDate: MONDAY, event: { kind: 'cancelled', visitDemandId: 'finns-inte' } }),
    roles: ['planerare', 'samordnare'],
    answer: 422,
  },
  {
    name: 'accept replanned day',
    method: 'POST',
    path: ({ unit, plan, dayRunId }) =>
      `/api/units/${unit.unitId}/weekly-plans/${plan.id}/day-replannings/${dayRunId}/accept`,
    body: () => ({ alternativeId: 'finns-inte' }),
    headers: () => ({ 'if-match': '"999"' }),
    roles: ['planerare', 'samordnare'],
    answer: 412,
  },
  get('get replanned day', dayRun, ['planerare', 'samordnare']),
  get('watch replanned day', (world) => `${dayRun(world)}/progress`, ['planerare', 'samordnare']),
  {
    name: 'cancel replanned day',
    method: 'POST',
    path: (world) => `${dayRun(world)}/cancel`,
    roles: ['planerare', 'samordnare'],
    // It has ended.
    answer: 409,
  },
  get('extra visits', ({ unit }) => `/api/units/${unit.unitId}/extra-visits?date=${MONDAY}`, OFFICE),
  {
    name: 'withdraw extra visit',
    method: 'DELETE',
    path: ({ unit }) => `/api/units/${unit.unitId}/extra-visits/${randomUUID()}`,
    headers: () => ({ 'if-match': '"1"' }),
    roles: ['planerare', 'samordnare'],
    // There is no such visit.
    answer: 404,
  },
  {
    name: 'add extra visit',
    method: 'POST',
    path: ({ unit, draft }) => `/api/units/${unit.unitId}/weekly-plans/${draft.id}/extra-visits`,
    body: ({ unit }) => ({
      brukareId: unit.codes.brukare.idOf('G1-B1'),
      onDate: MONDAY,
      window: { earliest: '13:00', latest: '15:00' },
      serviceMinutes: 30,
      insatser: ['tillsyn'],
    }),
    // An old version: whoever may is told 412, and nothing changes between the roles.
    headers: () => ({ 'if-match': '"999"' }),
    roles: ['planerare', 'samordnare'],
    answer: 412,
  },
  {
    name: 'take extra visit up',
    method: 'POST',
    path: ({ unit, draft }) => `/api/units/${unit.unitId}/weekly-plans/${draft.id}/extra-visits/${randomUUID()}`,
    body: () => ({}),
    headers: () => ({ 'if-match': '"999"' }),
    roles: ['planerare', 'samordnare'],
    // There is no such visit.
    answer: 404,
  },
  {
    name: 'publish plan',
    method: 'POST',
    path: ({ unit, draft }) => `/api/units/${unit.unitId}/weekly-plans/${draft.id}/publish`,
    body: () => ({}),
    headers: () => ({ 'if-match': '"999"' }),
    roles: ['planerare', 'enhetschef'],
    answer: 412,
  },
  {
    name: 'start run',
    method: 'POST',
    path: ({ unit }) => `/api/units/${unit.unitId}/weekly-plans`,
    body: () => ({ week: WEEK, seed: 42 }),
    roles: ['planerare', 'samordnare'],
    answer: 202,
  },
  get('day routes', ({ unit }) => `/api/units/${unit.unitId}/day-routes?date=${MONDAY}`, OFFICE),
  get(
    'route lines',
    ({ unit, plan }) => `/api/units/${unit.unitId}/weekly-plans/${plan.id}/route-lines?date=${MONDAY}`,
    OFFICE,
  ),
  get(
    'visit list',
    ({ unit, employeeId }) => `/api/units/${unit.unitId}/visit-lists?date=${MONDAY}&employeeId=${employeeId}`,
    OFFICE,
  ),
  get(
    'registered times',
    ({ unit }) => `/api/units/${unit.unitId}/registered-times?from=${MONDAY}&to=${MONDAY}`,
    OFFICE,
  ),
  get('avvikelser', ({ unit }) => `/api/units/${unit.unitId}/avvikelser?from=${MONDAY}&to=${MONDAY}`, OFFICE),
  {
    name: 'handle avvikelse',
    method: 'POST',
    path: ({ unit }) => `/api/units/${unit.unitId}/avvikelser/${randomUUID()}/handled`,
    body: () => ({ date: MONDAY, reason: 'Talat med medarbetaren' }),
    roles: OFFICE,
    // There is no such avvikelse.
    answer: 404,
  },
  get('visit reports', ({ unit }) => `/api/units/${unit.unitId}/visit-reports`, OFFICE),
  {
    name: 'decide visit report',
    method: 'POST',
    path: ({ unit }) => `/api/units/${unit.unitId}/visit-reports/${randomUUID()}/decision`,
    body: () => ({ decision: 'accepted', reason: 'Ändrat i registret' }),
    roles: OFFICE,
    // There is no such report.
    answer: 404,
  },
  {
    name: 'correct registered time',
    method: 'POST',
    path: ({ unit }) => `/api/units/${unit.unitId}/registered-times/${randomUUID()}/corrections`,
    body: () => ({
      id: randomUUID(),
      startsAt: `${MONDAY}T08:00:00+01:00`,
      endsAt: `${MONDAY}T08:30:00+01:00`,
      reason: 'Rättad i efterhand',
    }),
    roles: OFFICE,
    // There is no such registration.
    answer: 404,
  },
  get('week sheet', ({ unit, plan }) => `/api/units/${unit.unitId}/weekly-plans/${plan.id}/week-sheet`, OFFICE),
  get('calendar of an employee', ({ unit }) => `${employeeOf(unit)}/calendar`, OFFICE),
  get('calendar feed of an employee', ({ unit }) => `${employeeOf(unit)}/calendar-feed`, OFFICE),
  // The employee has no account: whoever may is told so, and nothing changes between the roles.
  ...(['POST', 'DELETE'] as const).map((method): Route => ({
    name: `${method === 'POST' ? 'open' : 'close'} calendar feed of an employee`,
    method,
    path: ({ unit }) => `${employeeOf(unit)}/calendar-feed`,
    roles: OFFICE,
    answer: 409,
  })),
  get('known faces', ({ unit }) => `/api/units/${unit.unitId}/known-faces?date=${MONDAY}`, OFFICE),
  get('closed months', ({ unit }) => `/api/units/${unit.unitId}/month-closings`, ['enhetschef']),
  get('efficiency report', ({ unit }) => `/api/units/${unit.unitId}/efficiency-report?date=${MONDAY}`, ['enhetschef']),
  get(
    'efficiency trend',
    ({ unit }) => `/api/units/${unit.unitId}/efficiency-report/trend?period=day&count=2&date=${MONDAY}`,
    ['enhetschef'],
  ),
  get(
    'records of a figure',
    ({ unit }) => `/api/units/${unit.unitId}/efficiency-report/records?period=day&figure=ordered&date=${MONDAY}`,
    ['enhetschef'],
  ),
  get('apt report', ({ unit }) => `/api/units/${unit.unitId}/apt-report?month=2031-03`, ['enhetschef']),
  get('staff meetings', ({ unit }) => `/api/units/${unit.unitId}/staff-meetings?from=${MONDAY}&to=${MONDAY}`, OFFICE),
  {
    name: 'add staff meeting',
    method: 'POST',
    path: ({ unit }) => `/api/units/${unit.unitId}/staff-meetings`,
    body: () => ({ kind: 'apt', date: MONDAY, startsAt: '13:45', endsAt: '16:00' }),
    roles: ['samordnare', 'enhetschef'],
    answer: 201,
  },
  {
    name: 'ask what if',
    method: 'POST',
    path: ({ unit }) => `/api/units/${unit.unitId}/what-ifs`,
    body: () => ({ week: WEEK, change: { kind: 'fewer-shifts', shiftIds: [randomUUID()] } }),
    roles: ['planerare', 'enhetschef'],
    // There is no such shift.
    answer: 422,
  },
  get('list what ifs', ({ unit }) => `/api/units/${unit.unitId}/what-ifs`, ['planerare', 'enhetschef']),
  get('export file', ({ unit }) => `/api/units/${unit.unitId}/exports/pass`, ['samordnare', 'enhetschef']),
];

function dayRun({ unit, plan, dayRunId }: World): string {
  return `/api/units/${unit.unitId}/weekly-plans/${plan.id}/day-replannings/${dayRunId}`;
}

function get(name: string, path: Route['path'], roles: readonly Role[]): Route {
  return { name, method: 'GET', path, roles };
}

describe('who may do what, from planning runs to the efficiency report', () => {
  let app: TestApp;
  let ours: World;
  let theirs: World;
  const clients = new Map<Role, TestClient>();

  beforeAll(async () => {
    app = await startTestApp({ env: { RUN_WORKER: 'yes' } });
    ours = await aWorld(CANARY.ours);
    theirs = await aWorld(CANARY.theirs);
    for (const role of ROLES) {
      const employeeId = role === 'omsorgspersonal' ? { employeeId: ours.employeeId } : {};
      clients.set(role, await app.logIn({ roles: [role], unitIds: [ours.unit.unitId], ...employeeId }));
    }
  });

  afterAll(() => app.close());

  async function aWorld(mark: string): Promise<World> {
    const unit = await seedCareUnit(app, aFlowUnit(mark));
    const planerare = await app.logIn({ roles: ['planerare'], unitIds: [unit.unitId] });
    const plan = await planWeek(planerare, unit.unitId, { week: WEEK });
    const draft = await planWeek(planerare, unit.unitId, { week: WEEK, seed: 2 });
    await publish(planerare, unit.unitId, plan);
    const path = `/api/units/${unit.unitId}/weekly-plans`;
    const [visit] = (await planerare.get(`${path}/${plan.id}/visits?date=${MONDAY}`)).body.items;
    const [draftVisit] = (await planerare.get(`${path}/${draft.id}/visits`)).body.items;
    const question = {
      onDate: MONDAY,
      event: { kind: 'cancelled', visitDemandId: visit.visitDemandId },
      asOf: `${MONDAY}T05:30:00+01:00`,
    };
    const { body: day } = await replanDay(planerare, unit.unitId, plan.id, question);
    return {
      unit,
      plan,
      draft,
      visitId: visit.id,
      draftVisitId: draftVisit.id,
      demandId: draftVisit.visitDemandId,
      shiftId: draftVisit.shiftIds[0],
      runId: plan.runId,
      dayRunId: day.id,
      employeeId: visit.employeeIds[0],
    };
  }

  function call(client: TestClient, route: Route, world: World): Promise<TestAnswer> {
    const headers = { 'idempotency-key': randomUUID(), ...route.headers?.(world) };
    return client.send(route.method, route.path(world), route.body?.(world), headers);
  }

  const client = (role: Role): TestClient => clients.get(role) ?? app;
  const text = (answer: TestAnswer): string => JSON.stringify([answer.body, [...answer.headers]]);

  it.each(ROUTES.map((route) => [route.name, route] as const))('%s: nobody without login', async (_name, route) => {
    expect((await call(app, route, ours)).status).toBe(401);
  });

  it.each(ROUTES.flatMap((route) => ROLES.map((role) => [route.name, role, route] as const)))(
    '%s as %s: own unit by role, another unit never',
    async (_name, role, route) => {
      const own = await call(client(role), route, ours);
      if (route.roles.includes(role)) expect(own.status).toBe(route.answer ?? 200);
      else expect(own).toMatchObject({ status: 403, body: { type: '/problem/saknar-ratt' } });
      const other = await call(client(role), route, theirs);
      expect(other.status).toBe(route.roles.includes(role) ? 404 : 403);
      expect(text(other)).not.toContain(CANARY.theirs);
      expect(text(own)).not.toContain(CANARY.theirs);
    },
  );

  it('another unit’s plan, run, visit or employee under our own unit is not there either', async () => {
    const mixed = { ...theirs, unit: ours.unit };
    const needed = [
      'get run',
      'watch run',
      'get plan',
      'list visits',
      'list unassigned',
      'ledger adjustments',
      'check plan',
      'visit list',
      'route lines',
    ];
    for (const route of ROUTES.filter(({ name }) => needed.includes(name))) {
      const answer = await call(client('planerare'), route, mixed);
      expect([route.name, answer.status]).toEqual([route.name, 404]);
    }
    const compare = await client('planerare').get(
      `/api/units/${ours.unit.unitId}/weekly-plans/${ours.plan.id}/compare?with=${theirs.plan.id}`,
    );
    expect(compare.status).toBe(404);
    const based = await client('planerare').post(`/api/units/${ours.unit.unitId}/weekly-plans`, {
      week: WEEK,
      basedOnPlanId: theirs.plan.id,
    });
    expect(based).toMatchObject({ status: 422, body: { errors: [{ pointer: '/basedOnPlanId' }] } });
    const routes = await client('planerare').get(
      `/api/units/${ours.unit.unitId}/day-routes?date=${MONDAY}&planId=${theirs.plan.id}`,
    );
    expect(routes.status).toBe(404);
  });

  it('only employees have an own list and own registrations, and only of their own visits', async () => {
    for (const role of ROLES) {
      const isEmployee = role === 'omsorgspersonal';
      const list = await client(role).get(`/api/visit-lists/mine?date=${MONDAY}`);
      const times = await client(role).get(`/api/registered-times/mine?date=${MONDAY}`);
      const lines = await client(role).get(`/api/visit-lists/mine/route-lines?date=${MONDAY}`);
      const status = isEmployee ? 200 : 403;
      expect([role, list.status, times.status, lines.status]).toEqual([role, status, status, status]);
      expect(text(list)).not.toContain(CANARY.theirs);
    }
    const event = (plannedVisitId: string) => ({
      id: randomUUID(),
      plannedVisitId,
      kind: 'start',
      occurredAt: `${MONDAY}T08:00:00+01:00`,
    });
    const anna = client('omsorgspersonal');
    expect((await anna.send('POST', '/api/registered-times', event(theirs.visitId))).status).toBe(404);
    expect((await anna.send('POST', '/api/registered-times', event(ours.draftVisitId))).status).toBe(404);
    expect((await client('planerare').send('POST', '/api/registered-times', event(ours.visitId))).status).toBe(403);
  });

  it('says what is wrong with ids, weeks, ranges and unknown fields', async () => {
    const planerare = client('planerare');
    const base = `/api/units/${ours.unit.unitId}`;
    expect((await planerare.get(`${base}/weekly-plans/inte-ett-id`)).status).toBe(400);
    expect((await planerare.get(`${base}/weekly-plans?week=2026-W54`)).status).toBe(422);
    expect((await planerare.get(`${base}/weekly-plans?size=10000`)).status).toBe(422);
    expect((await planerare.get(`${base}/day-routes?date=2026-02-30`)).body.errors).toMatchObject([
      { pointer: '/date', code: 'datum.finns-inte' },
    ]);
    expect((await planerare.get(`${base}/registered-times?from=2026-01-01&to=2026-03-01`)).body.errors).toMatchObject([
      { code: 'intervall.for-langt' },
    ]);
    const start = (body: object) => planerare.post(`${base}/weekly-plans`, body);
    expect(await start({ week: WEEK, unitId: theirs.unit.unitId })).toMatchObject({
      status: 400,
      body: { type: '/problem/okant-falt' },
    });
    expect((await start({ week: WEEK, seconds: 99_999 })).status).toBe(422);
    expect((await planerare.send('POST', `${base}/weekly-plans`, { week: WEEK })).status).toBe(400);
  });
});
