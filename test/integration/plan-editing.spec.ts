import { randomUUID } from 'node:crypto';
import { startTestApp, type TestAnswer, type TestApp, type TestClient } from '../support/app.js';
import { MONDAY, WEEK, aFlowUnit } from '../support/flow-unit.js';
import { planWeek, publish } from '../support/planned-week.js';
import { seedCareUnit, type SeededUnit } from '../support/seed-care-unit.js';

type Body = TestAnswer['body'];

/** Group G1: two employees with a shift 07–16 each, three brukare with a visit every morning, one of them for two. */
describe('a draft edited by hand', () => {
  let app: TestApp;
  let unit: SeededUnit;
  let planerare: TestClient;
  let proposal: Body;

  beforeAll(async () => {
    app = await startTestApp({ env: { RUN_WORKER: 'yes' } });
    unit = await seedCareUnit(app, aFlowUnit('väst'));
    planerare = await app.logIn({ roles: ['planerare'], unitIds: [unit.unitId] });
    proposal = await planWeek(planerare, unit.unitId, { week: WEEK, workGroupId: unit.codes.workGroups.idOf('G1') });
  });

  afterAll(() => app.close());

  const path = (planId: string): string => `/api/units/${unit.unitId}/weekly-plans/${planId}`;
  const newDraft = async (): Promise<Body> => {
    const { body, status } = await planerare.post(`${path(proposal.id)}/drafts`, { own: true });
    expect(status).toBe(201);
    return body;
  };
  const visitsOf = async (planId: string): Promise<Body[]> =>
    (await planerare.get(`${path(planId)}/visits?date=${MONDAY}`)).body.items;
  const send = (planId: string, way: string, version: number, body?: object): Promise<TestAnswer> =>
    planerare.send('POST', `${path(planId)}/${way}`, body, { 'if-match': `"${version}"` });
  const single = (visits: readonly Body[]): Body => visits.find(({ employeeIds }) => employeeIds.length === 1);
  /** The shift of the other employee on the same day. */
  const otherShift = (visit: Body): string =>
    ['G1-E1', 'G1-E2']
      .map((code) => unit.codes.shifts.idOf(`P-${code}-${MONDAY}`))
      .find((id) => id !== visit.shiftIds[0]) ?? '';
  const placements = (visits: readonly Body[]) =>
    visits.map(({ id, visitDemandId, startsAt, shiftIds, pinned }) => ({
      id,
      visitDemandId,
      startsAt,
      shiftIds,
      pinned,
    }));

  it('is a version of its own: the plan it was made from stays as it is', async () => {
    const draft = await newDraft();
    expect(draft).toMatchObject({ status: 'utkast', visitCount: 9, madeFrom: { basedOnPlanId: proposal.id } });
    expect((await planerare.get(path(proposal.id))).body.status).toBe('foreslagen');
    const [mine, before] = [await visitsOf(draft.id), await visitsOf(proposal.id)];
    expect(mine.map(({ visitDemandId }) => visitDemandId)).toEqual(before.map(({ visitDemandId }) => visitDemandId));
    expect(mine.map(({ id }) => id)).not.toEqual(before.map(({ id }) => id));
  });

  it('tells a second planerare of the draft there is, and makes another only when asked', async () => {
    const draft = await newDraft();
    const second = await planerare.post(`${path(proposal.id)}/drafts`, {});
    expect(second).toMatchObject({ status: 409, body: { type: '/problem/utkast.finns', draftId: draft.id } });
  });

  it('moves a visit to another employee, with its price told before, and the check still holds', async () => {
    const draft = await newDraft();
    const visit = single(await visitsOf(draft.id));
    const to = { visitDemandId: visit.visitDemandId, shiftId: otherShift(visit) };
    const price = await planerare.send('POST', `${path(draft.id)}/price-move`, to);
    expect(price).toMatchObject({ status: 200, body: { version: draft.version, refusals: [] } });
    expect(price.body.place).toMatchObject({ shiftId: to.shiftId, isPresent: false });
    const moved = await send(draft.id, 'edits', draft.version, { kind: 'move', ...to });
    expect(moved).toMatchObject({ status: 201, body: { version: draft.version + 1, canUndo: true, canRedo: false } });
    const after = (await visitsOf(draft.id)).find(({ visitDemandId }) => visitDemandId === visit.visitDemandId);
    expect(after).toMatchObject({ id: visit.id, shiftIds: [to.shiftId], startsAt: price.body.place.startsAt });
    expect(moved.body.routes.map(({ shiftId }: Body) => shiftId)).toContain(to.shiftId);
    expect((await planerare.get(`${path(draft.id)}/check`)).body).toMatchObject({ canPublish: 'ja', violations: [] });
  });

  it('takes fifty steps back and makes them again, also after the service has forgotten everything', async () => {
    const draft = await newDraft();
    const before = placements(await visitsOf(draft.id));
    const visit = single(await visitsOf(draft.id));
    const demand = { visitDemandId: visit.visitDemandId };
    let version: number = draft.version;
    for (let step = 0; step < 50; step += 1) {
      const { body, status } = await send(draft.id, 'edits', version, {
        kind: step % 2 === 0 ? 'lock' : 'unlock',
        ...demand,
      });
      expect([step, status]).toEqual([step, 201]);
      version = body.version;
    }
    const moved = await send(draft.id, 'edits', version, { kind: 'move', ...demand, shiftId: otherShift(visit) });
    const after = placements(await visitsOf(draft.id));
    version = moved.body.version;
    for (let step = 0; step < 51; step += 1) version = (await send(draft.id, 'undo', version)).body.version;
    expect(placements(await visitsOf(draft.id))).toEqual(before);
    const nothingLeft = await send(draft.id, 'undo', version);
    expect(nothingLeft).toMatchObject({ status: 409, body: { type: '/problem/andring.inget-att-angra' } });
    for (let step = 0; step < 51; step += 1) version = (await send(draft.id, 'redo', version)).body.version;
    expect(placements(await visitsOf(draft.id))).toEqual(after);
    const steps = (await planerare.get(`${path(draft.id)}/edits`)).body.items;
    expect([steps.length, steps.filter(({ isUndone }: Body) => isUndone).length]).toEqual([51, 0]);
  });

  it('forgets what was undone when something else is done instead', async () => {
    const draft = await newDraft();
    const visit = single(await visitsOf(draft.id));
    const demand = { visitDemandId: visit.visitDemandId };
    const locked = await send(draft.id, 'edits', draft.version, { kind: 'lock', ...demand });
    const undone = await send(draft.id, 'undo', locked.body.version);
    expect(undone.body).toMatchObject({ canUndo: false, canRedo: true });
    const other = await send(draft.id, 'edits', undone.body.version, { kind: 'unassign', ...demand });
    expect(other.body).toMatchObject({ canRedo: false, visits: [], unassigned: [demand] });
    expect(await send(draft.id, 'redo', other.body.version)).toMatchObject({
      status: 409,
      body: { type: '/problem/andring.inget-att-gora-om' },
    });
  });

  it('takes a visit out of its shift and places it again where the ranking says', async () => {
    const draft = await newDraft();
    const visit = single(await visitsOf(draft.id));
    const demand = { visitDemandId: visit.visitDemandId };
    const out = await send(draft.id, 'edits', draft.version, { kind: 'unassign', ...demand });
    expect(out.body.metrics.unassignedVisits).toBe(1);
    expect((await planerare.get(`${path(draft.id)}/unassigned`)).body.items).toMatchObject([demand]);
    const { body } = await planerare.send('POST', `${path(draft.id)}/places`, demand);
    const [best] = body.places;
    expect(best.isPresent).toBe(false);
    const placed = await send(draft.id, 'edits', out.body.version, {
      kind: 'place',
      ...demand,
      shiftId: best.shiftId,
      startsAt: best.startsAt,
    });
    expect(placed.body.metrics.unassignedVisits).toBe(0);
    expect((await planerare.get(`${path(draft.id)}/check`)).body.canPublish).toBe('ja');
  });

  it('says why a visit lies where it does, and what would give an unplaced one a place', async () => {
    const draft = await newDraft();
    const visit = single(await visitsOf(draft.id));
    const demand = { visitDemandId: visit.visitDemandId };
    const here = await planerare.send('POST', `${path(draft.id)}/explain`, demand);
    expect(here).toMatchObject({ status: 200, body: { present: { shiftId: visit.shiftIds[0], isPresent: true } } });
    expect(here.body.headline.sv.length).toBeGreaterThan(0);
    const out = await send(draft.id, 'edits', draft.version, { kind: 'unassign', ...demand });
    const nowhere = await planerare.send('POST', `${path(draft.id)}/explain`, demand);
    expect(nowhere.body).toMatchObject({ version: out.body.version, present: null });
    expect((await planerare.send('POST', `${path(draft.id)}/ways-out`, demand)).status).toBe(200);
  });

  it('names every shift where a visit may not lie, with the rule', async () => {
    const draft = await newDraft();
    const visit = single(await visitsOf(draft.id));
    const { body } = await planerare.send('POST', `${path(draft.id)}/places`, { visitDemandId: visit.visitDemandId });
    // Six shifts in three days: two on Monday, four on days that are not agreed.
    expect(body.places.length + body.forbidden.length).toBe(6);
    expect(body.forbidden.every(({ text }: Body) => text.sv.length > 0 && text.en.length > 0)).toBe(true);
    const refused = await send(draft.id, 'edits', draft.version, {
      kind: 'move',
      visitDemandId: visit.visitDemandId,
      shiftId: body.forbidden[0].shiftId,
    });
    expect(refused).toMatchObject({ status: 409, body: { type: '/problem/andring.bryter-regler' } });
    expect(refused.body.refusals[0].rule).toBe(body.forbidden[0].rule);
  });

  it('swaps two visits, and refuses to move a locked one', async () => {
    const draft = await newDraft();
    const visits = (await visitsOf(draft.id)).filter(({ employeeIds }) => employeeIds.length === 1);
    const [one, other] = visits;
    const swapped = await send(draft.id, 'edits', draft.version, {
      kind: 'swap',
      visitDemandId: one.visitDemandId,
      otherVisitDemandId: other.visitDemandId,
    });
    expect([201, 409]).toContain(swapped.status);
    const version = swapped.status === 201 ? swapped.body.version : draft.version;
    const locked = await send(draft.id, 'edits', version, { kind: 'lock', visitDemandId: one.visitDemandId });
    const refused = await send(draft.id, 'edits', locked.body.version, {
      kind: 'unassign',
      visitDemandId: one.visitDemandId,
    });
    expect(refused).toMatchObject({ status: 409, body: { refusals: [{ rule: 'locked' }] } });
  });

  it('lets one of two planerare through and tells the other', async () => {
    const draft = await newDraft();
    const visit = single(await visitsOf(draft.id));
    const edit = { kind: 'lock', visitDemandId: visit.visitDemandId };
    const colleague = await app.logIn({ roles: ['planerare'], unitIds: [unit.unitId] });
    const headers = { 'if-match': `"${draft.version}"` };
    const answers = await Promise.all(
      [planerare, colleague].map((client) => client.send('POST', `${path(draft.id)}/edits`, edit, headers)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 412]);
    expect((await planerare.get(`${path(draft.id)}/edits`)).body.items).toHaveLength(1);
  });

  it('is no draft any more when it is published, and what is no draft is not edited', async () => {
    const draft = await newDraft();
    const visit = single(await visitsOf(draft.id));
    const moved = await send(draft.id, 'edits', draft.version, {
      kind: 'move',
      visitDemandId: visit.visitDemandId,
      shiftId: otherShift(visit),
    });
    const published = await publish(planerare, unit.unitId, { id: draft.id, version: moved.body.version });
    expect(published).toMatchObject({ status: 200, body: { status: 'publicerad' } });
    const edit = { kind: 'lock', visitDemandId: visit.visitDemandId };
    const refused = await send(draft.id, 'edits', published.body.version, edit);
    expect(refused).toMatchObject({ status: 409, body: { type: '/problem/plan.inget-utkast' } });
    expect((await send(draft.id, 'undo', published.body.version)).status).toBe(409);
  });

  it('leaves one audit line per brukare that an edit touches, and none for a price', async () => {
    const draft = await newDraft();
    const visit = single(await visitsOf(draft.id));
    const lines = async (action: string): Promise<number> =>
      (await app.database.query('SELECT 1 FROM audit_line WHERE record_id = $1 AND action = $2', [draft.id, action]))
        .length;
    await planerare.send('POST', `${path(draft.id)}/price-move`, {
      visitDemandId: visit.visitDemandId,
      shiftId: otherShift(visit),
    });
    await send(draft.id, 'edits', draft.version, { kind: 'lock', visitDemandId: visit.visitDemandId });
    expect([await lines('lock'), await lines('gor-utkast')]).toEqual([1, 3]);
  });

  it('knows nothing of demands, shifts and plans of others', async () => {
    const draft = await newDraft();
    const visit = single(await visitsOf(draft.id));
    const demand = { visitDemandId: visit.visitDemandId };
    const unknown = await planerare.send('POST', `${path(draft.id)}/places`, { visitDemandId: 'finns-inte' });
    expect(unknown.status).toBe(404);
    const strange = await send(draft.id, 'edits', draft.version, { kind: 'move', ...demand, shiftId: randomUUID() });
    expect(strange).toMatchObject({ status: 422, body: { errors: [{ pointer: '/shiftId' }] } });
  });
});
