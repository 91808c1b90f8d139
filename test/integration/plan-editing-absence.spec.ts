import { startTestApp, type TestAnswer, type TestApp, type TestClient } from '../support/app.js';
import { MONDAY, WEEK, aFlowUnit } from '../support/flow-unit.js';
import { planWeek } from '../support/planned-week.js';
import { seedCareUnit, type SeededUnit } from '../support/seed-care-unit.js';

type Body = TestAnswer['body'];

const ABSENT = 'Medarbetaren som hade besöket är frånvarande.';

/** Group G1: two employees with a shift 07–16 each, three brukare with a visit every morning, one of them for two. */
describe('a draft edited after somebody was marked absent', () => {
  let app: TestApp;
  let unit: SeededUnit;
  let planerare: TestClient;
  let draft: Body;

  beforeEach(async () => {
    app = await startTestApp({ env: { RUN_WORKER: 'yes' } });
    unit = await seedCareUnit(app, aFlowUnit('väst'));
    planerare = await app.logIn({ roles: ['planerare'], unitIds: [unit.unitId] });
    const workGroupId = unit.codes.workGroups.idOf('G1');
    const proposal = await planWeek(planerare, unit.unitId, { week: WEEK, workGroupId });
    draft = (await planerare.post(`${path(proposal.id)}/drafts`, { own: true })).body;
  });

  afterEach(() => app.close());

  const path = (planId: string): string => `/api/units/${unit.unitId}/weekly-plans/${planId}`;
  const visitsOf = async (date = MONDAY): Promise<Body[]> =>
    (await planerare.get(`${path(draft.id)}/visits?date=${date}`)).body.items;
  const unassigned = async (): Promise<Body[]> => (await planerare.get(`${path(draft.id)}/unassigned`)).body.items;
  const stranded = async (): Promise<Body[]> => (await planerare.get(`${path(draft.id)}/stranded-visits`)).body.items;
  const send = (way: string, version: number, body?: object): Promise<TestAnswer> =>
    planerare.send('POST', `${path(draft.id)}/${way}`, body, { 'if-match': `"${version}"` });
  const demandsOf = (items: readonly Body[]): string[] => items.map(({ visitDemandId }) => visitDemandId).sort();
  const placements = (visits: readonly Body[]) =>
    visits.map(({ id, visitDemandId, startsAt, shiftIds }) => ({ id, visitDemandId, startsAt, shiftIds }));

  /** Somebody alone on a visit of Monday falls ill for the whole day; the visit of whom the other then moves. */
  async function fallIll() {
    const monday = await visitsOf();
    const employeeId = monday.find(({ employeeIds }) => employeeIds.length === 1)?.employeeIds[0];
    const absence = await planerare.post(`/api/units/${unit.unitId}/employees/${employeeId}/absences`, {
      fromDate: MONDAY,
      fromTime: '00:00',
      toDate: MONDAY,
      toTime: '24:00',
      reason: null,
    });
    expect(absence.status).toBe(201);
    const tuesday = (await visitsOf('2031-03-04')).find(({ employeeIds }) => employeeIds.length === 1);
    const theirs = monday.filter(({ employeeIds }) => employeeIds.includes(employeeId));
    return { employeeId, monday, theirs, other: { visitDemandId: tuesday?.visitDemandId } };
  }

  it('tells before any edit which visits lie with the absent person', async () => {
    expect(await stranded()).toEqual([]);
    const { employeeId, theirs } = await fallIll();
    const found = await stranded();
    expect(demandsOf(found)).toEqual(demandsOf(theirs));
    expect(found[0]).toMatchObject({ employeeIds: [employeeId], date: MONDAY });
  });

  it('lays them in the tray with the reason at the first edit, as a step of its own before the edit', async () => {
    const { employeeId, monday, theirs, other } = await fallIll();
    const edited = await send('edits', draft.version, { kind: 'unassign', ...other });
    expect(edited).toMatchObject({ status: 201, body: { canUndo: true } });
    expect([...edited.body.releasedVisitDemandIds].sort()).toEqual(demandsOf(theirs));
    const left = await unassigned();
    for (const { visitDemandId } of theirs) {
      const waiting = left.find((demand) => demand.visitDemandId === visitDemandId);
      expect(waiting.reasons[0]).toEqual({ code: 'employee-absent', text: ABSENT });
    }
    expect((await visitsOf()).flatMap(({ employeeIds }) => employeeIds)).not.toContain(employeeId);
    const steps = (await planerare.get(`${path(draft.id)}/edits`)).body.items;
    expect(steps.map(({ kind }: Body) => kind)).toEqual(['release', 'unassign']);
    expect(await stranded()).toEqual([]);
    // Another edit keeps the reason, and one step back leaves them in the tray; the next brings them back where they lay.
    const one = await send('undo', edited.body.version);
    expect(demandsOf(await unassigned())).toEqual(demandsOf(theirs));
    await send('undo', one.body.version);
    expect(placements(await visitsOf())).toEqual(placements(monday));
    expect(await unassigned()).toEqual([]);
  });

  it('keeps the reason through other edits until the visit has a place again', async () => {
    const { theirs, other } = await fallIll();
    const first = await send('edits', draft.version, { kind: 'lock', ...other });
    const second = await send('edits', first.body.version, { kind: 'unlock', ...other });
    const third = await send('edits', second.body.version, { kind: 'unassign', ...other });
    expect(third.body.releasedVisitDemandIds).toEqual([]);
    const left = await unassigned();
    const reasons = theirs.map(
      ({ visitDemandId }) => left.find((demand) => demand.visitDemandId === visitDemandId)?.reasons[0].code,
    );
    expect(reasons).toEqual(theirs.map(() => 'employee-absent'));
  });

  it('gives a visit of the absent person to somebody else in one move, and refuses to give one to who is absent', async () => {
    const { theirs, employeeId } = await fallIll();
    const alone = theirs.find(({ employeeIds }) => employeeIds.length === 1);
    const otherCode = employeeId === unit.codes.employees.idOf('G1-E1') ? 'G1-E2' : 'G1-E1';
    const shiftId = unit.codes.shifts.idOf(`P-${otherCode}-${MONDAY}`);
    const demand = { visitDemandId: alone.visitDemandId };
    expect(await send('price-move', draft.version, { ...demand, shiftId: alone.shiftIds[0] })).toMatchObject({
      status: 200,
      body: { place: null, refusals: [{ rule: 'working-time' }] },
    });
    const moved = await send('edits', draft.version, { kind: 'move', ...demand, shiftId });
    expect(moved.status).toBe(201);
    expect((await visitsOf()).find(({ visitDemandId }) => visitDemandId === alone.visitDemandId)).toMatchObject({
      shiftIds: [shiftId],
    });
    expect(moved.body.releasedVisitDemandIds).not.toContain(alone.visitDemandId);
    expect((await planerare.get(`${path(draft.id)}/check`)).body.violations).toEqual([]);
  });

  it('lifts them out on request, once', async () => {
    const { theirs } = await fallIll();
    const [one] = theirs;
    const released = await send('edits', draft.version, { kind: 'release', visitDemandId: one.visitDemandId });
    expect(released.status).toBe(201);
    expect(demandsOf(released.body.unassigned)).toEqual(demandsOf(theirs));
    const again = await send('edits', released.body.version, { kind: 'release', visitDemandId: one.visitDemandId });
    expect(again).toMatchObject({ status: 409, body: { type: '/problem/andring.inget-att-lyfta' } });
  });
});
