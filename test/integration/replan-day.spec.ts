import { startTestApp, type TestAnswer, type TestApp, type TestClient } from '../support/app.js';
import { MONDAY, TUESDAY, WEEK, aFlowUnit } from '../support/flow-unit.js';
import { planWeek, publish, replanDay } from '../support/planned-week.js';
import { seedCareUnit, type SeededUnit } from '../support/seed-care-unit.js';

type Body = TestAnswer['body'];

/** Before anybody has begun. */
const EARLY = `${MONDAY}T05:30:00+01:00`;

/** Group G1: two employees with a shift 07–16 each, three brukare with a visit every morning, one of them for two. */
describe('a day planned anew', () => {
  let app: TestApp;
  let unit: SeededUnit;
  let planerare: TestClient;
  let published: Body;

  beforeEach(async () => {
    app = await startTestApp({ env: { RUN_WORKER: 'yes' } });
    unit = await seedCareUnit(app, aFlowUnit('väst'));
    planerare = await app.logIn({ roles: ['planerare'], unitIds: [unit.unitId] });
    const workGroupId = unit.codes.workGroups.idOf('G1');
    published = (
      await publish(planerare, unit.unitId, await planWeek(planerare, unit.unitId, { week: WEEK, workGroupId }))
    ).body;
  });

  afterEach(() => app.close());

  const path = (planId: string): string => `/api/units/${unit.unitId}/weekly-plans/${planId}`;
  const visitsOf = async (planId: string): Promise<Body[]> =>
    (await planerare.get(`${path(planId)}/visits?date=${MONDAY}`)).body.items;
  const employee = (code: string): string => unit.codes.employees.idOf(code);
  const sick = (code: string, more: object = {}) => ({
    onDate: MONDAY,
    event: { kind: 'sick', employeeId: employee(code) },
    asOf: EARLY,
    ...more,
  });
  const ask = (question: object, planId: string = published.id): Promise<TestAnswer> =>
    replanDay(planerare, unit.unitId, planId, question);
  const accept = (run: Body, alternative: Body, version: number, more: object = {}): Promise<TestAnswer> =>
    planerare.post(
      `${path(published.id)}/day-replannings/${run.id}/accept`,
      { alternativeId: alternative.alternativeId, ...more },
      { 'if-match': `"${version}"` },
    );

  it('gives the visits of who is ill to the others, names whom to phone, and changes nothing by itself', async () => {
    const before = await visitsOf(published.id);
    const question = sick('G1-E1');
    const { status, body } = await ask(question);
    expect(status).toBe(200);
    const { version, alternatives } = body.answer;
    expect(version).toBe(published.version);
    expect(alternatives.length).toBeGreaterThan(0);
    const mine = before.filter(({ employeeIds }) => employeeIds.includes(employee('G1-E1')));
    for (const alternative of alternatives) {
      const touched = alternative.visits.map(({ visitDemandId }: Body) => visitDemandId);
      for (const { visitDemandId } of mine) expect(touched).toContain(visitDemandId);
      for (const { to } of alternative.visits) expect(to?.employeeIds ?? []).not.toContain(employee('G1-E1'));
      // The visit for two has only one who could come: it is left out, and its brukare is among those to phone.
      expect(alternative.leftOut).toHaveLength(1);
      expect(alternative.brukareIdsToPhone).toContain(alternative.leftOut[0].brukareId);
      expect(alternative.overtimeMinutes).toBe(0);
    }
    expect(await visitsOf(published.id)).toEqual(before);
  });

  it('makes a draft of the chosen day as one step that can be taken back, and keeps the absence', async () => {
    const question = sick('G1-E1');
    const { body: run } = await ask(question);
    const [alternative] = run.answer.alternatives;
    const before = await visitsOf(published.id);
    const accepted = await accept(run, alternative, published.version);
    expect(accepted).toMatchObject({
      status: 201,
      body: { status: 'utkast', madeFrom: { basedOnPlanId: published.id } },
    });
    const after = await visitsOf(accepted.body.id);
    expect(after.flatMap(({ employeeIds }) => employeeIds)).not.toContain(employee('G1-E1'));
    expect(after).toHaveLength(before.length - 1);
    expect((await planerare.get(`${path(accepted.body.id)}/edits`)).body.items).toMatchObject([
      { position: 1, kind: 'replan', isUndone: false },
    ]);
    expect((await planerare.get(`${path(accepted.body.id)}/check`)).body).toMatchObject({
      canPublish: 'ja',
      violations: [],
    });
    const absences = await planerare.get(`/api/units/${unit.unitId}/employee-absences?from=${MONDAY}&to=${MONDAY}`);
    expect(absences.body.items).toMatchObject([
      { personId: employee('G1-E1'), fromDate: MONDAY, toDate: TUESDAY, toTime: '00:00' },
    ]);
    const undone = await planerare.send('POST', `${path(accepted.body.id)}/undo`, undefined, {
      'if-match': `"${accepted.body.version}"`,
    });
    expect(undone.status).toBe(200);
    const placements = (visits: readonly Body[]) =>
      visits.map(({ visitDemandId, startsAt, shiftIds }) => ({ visitDemandId, startsAt, shiftIds }));
    expect(placements(await visitsOf(accepted.body.id))).toEqual(placements(before));
  });

  it('refuses a second choice: a colleague has an open draft, and an old version is told', async () => {
    const question = sick('G1-E1');
    const { body: run } = await ask(question);
    const [alternative] = run.answer.alternatives;
    const keepNone = { recordAbsence: false };
    const first = await accept(run, alternative, published.version, keepNone);
    expect(first.status).toBe(201);
    const second = await accept(run, alternative, published.version, keepNone);
    expect(second).toMatchObject({ status: 409, body: { type: '/problem/utkast.finns', draftId: first.body.id } });
    expect((await accept(run, alternative, published.version + 1, keepNone)).status).toBe(412);
    const own = await accept(run, alternative, published.version, { ...keepNone, own: true });
    expect(own.status).toBe(201);
  });

  it('is no longer to be had when the plan holds something else now, and only what was offered is', async () => {
    const { body: draft } = await planerare.post(`${path(published.id)}/drafts`, {});
    const { body: run } = await ask(sick('G1-E1'), draft.id);
    const [alternative] = run.answer.alternatives;
    const take = (alternativeId: string, version: number) =>
      planerare.post(
        `${path(draft.id)}/day-replannings/${run.id}/accept`,
        { alternativeId },
        { 'if-match': `"${version}"` },
      );
    expect(await take('0123456789', draft.version)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/alternativeId' }] },
    });
    const [visit] = await visitsOf(draft.id);
    const locked = await planerare.send(
      'POST',
      `${path(draft.id)}/edits`,
      { kind: 'lock', visitDemandId: visit.visitDemandId },
      { 'if-match': `"${draft.version}"` },
    );
    expect(locked.status).toBe(201);
    expect(await take(alternative.alternativeId, locked.body.version)).toMatchObject({
      status: 409,
      body: { type: '/problem/omplanering.for-gammal' },
    });
  });

  it('leaves what has begun and what begins within half an hour as it is', async () => {
    const visits = await visitsOf(published.id);
    const starts = visits.map(({ startsAt }) => startsAt).sort();
    const last = starts.at(-1);
    const { body } = await ask(
      sick('G1-E1', { asOf: last, event: { kind: 'sick', employeeId: employee('G1-E1'), fromTime: '15:00' } }),
    );
    for (const alternative of body.answer.alternatives) expect(alternative.visits).toEqual([]);
  });

  it('moves no more of the others than the budget lets it, and nobody who is kept', async () => {
    const budget = { maxMovedVisits: 0, keepEmployeeIds: [employee('G1-E2')] };
    const { body, status } = await ask(sick('G1-E1', { budget }));
    expect(status).toBe(200);
    for (const alternative of body.answer.alternatives) {
      expect(alternative.movedVisits).toBe(0);
      // Who is kept takes nothing over: every visit of who is ill is left out.
      for (const { to } of alternative.visits) expect(to).toBeNull();
    }
  });

  it('takes a cancelled visit out and leaves it out', async () => {
    const [visit] = (await visitsOf(published.id)).filter(({ employeeIds }) => employeeIds.length === 1);
    const question = {
      onDate: MONDAY,
      event: { kind: 'cancelled', visitDemandId: visit.visitDemandId },
      asOf: EARLY,
    };
    const { body: run } = await ask(question);
    const [alternative] = run.answer.alternatives;
    expect(alternative.visits).toContainEqual(
      expect.objectContaining({ visitDemandId: visit.visitDemandId, to: null }),
    );
    expect(alternative).toMatchObject({ leftOut: [], movedVisits: 0 });
    const { body: draft } = await accept(run, alternative, published.version);
    expect((await visitsOf(draft.id)).map(({ visitDemandId }) => visitDemandId)).not.toContain(visit.visitDemandId);
    const unassigned = (await planerare.get(`${path(draft.id)}/unassigned`)).body.items;
    expect(unassigned).toMatchObject([{ visitDemandId: visit.visitDemandId, reasons: [{ code: 'cancelled' }] }]);
  });

  it('answers only about the plan that is asked about', async () => {
    const wrong = [
      [sick('G2-E1'), '/event'],
      [sick('G1-E1', { onDate: '2031-03-10' }), '/onDate'],
      [sick('G1-E1', { onDate: '2031-03-08' }), '/event/employeeId'],
      [sick('G1-E1', { budget: { keepEmployeeIds: [unit.unitId] } }), '/budget/keepEmployeeIds/0'],
    ] as const;
    for (const [question, pointer] of wrong) {
      expect(await ask(question)).toMatchObject({ status: 422, body: { errors: [{ pointer }] } });
    }
  });
});
