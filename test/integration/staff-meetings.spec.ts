import { aStaffMeeting, clock, localDate } from '@hemtjanst/domain';
import { startTestApp, type TestAnswer, type TestApp, type TestClient } from '../support/app.js';
import { MONDAY, WEEK, aFlowUnit } from '../support/flow-unit.js';
import { planWeek, publish } from '../support/planned-week.js';
import { seedCareUnit, type SeededUnit } from '../support/seed-care-unit.js';
import { sendFiles } from './two-units.js';

/** The flow unit, where group G1 meets 09–11 on the Monday: its visits start 07–10 and its shifts are 07–16. */
describe('staff meetings and the week', () => {
  let app: TestApp;
  let unit: SeededUnit;
  let planerare: TestClient;
  let enhetschef: TestClient & { readonly token: string };
  let plan: TestAnswer['body'];
  const path = (rest: string): string => `/api/units/${unit.unitId}/${rest}`;
  const meeting = aStaffMeeting({
    id: 'APT-1',
    workGroupId: 'G1',
    onDate: localDate(MONDAY),
    startsAt: clock('09:00'),
    endsAt: clock('11:00'),
  });

  beforeAll(async () => {
    app = await startTestApp({ env: { RUN_WORKER: 'yes' } });
    unit = await seedCareUnit(app, { ...aFlowUnit('mötet'), meetings: [meeting] });
    planerare = await app.logIn({ roles: ['planerare'], unitIds: [unit.unitId] });
    enhetschef = await app.logIn({ roles: ['enhetschef'], unitIds: [unit.unitId] });
    plan = await planWeek(planerare, unit.unitId, { week: WEEK });
  });

  afterAll(() => app.close());

  it('are planned around: who meets has no visit then, and every visit is placed', async () => {
    expect(plan.metrics.unassignedVisits).toBe(0);
    const workGroupId = unit.codes.workGroups.idOf('G1');
    const { body } = await planerare.get(
      path(`weekly-plans/${plan.id}/visits?date=${MONDAY}&workGroupId=${workGroupId}`),
    );
    expect(body.items).toHaveLength(3);
    const ends = body.items.map((visit: TestAnswer['body']) => visit.endsAt.slice(11, 16)).sort();
    expect(ends.at(-1) < '09:00').toBe(true);
  });

  it('count in the honesty check: one that is added later breaks the plan, which can be published with a reason', async () => {
    expect((await planerare.get(path(`weekly-plans/${plan.id}/check`))).body.canPublish).toBe('ja');
    const wish = { kind: 'mote', date: MONDAY, startsAt: '07:15', endsAt: '09:00', workGroupId: null };
    const added = await enhetschef.post(path('staff-meetings'), wish);
    const { body } = await planerare.get(path(`weekly-plans/${plan.id}/check`));
    expect(body.canPublish).toBe('med-skal');
    expect(body.violations.map(({ rule }: TestAnswer['body']) => rule)).toContain('staff-meeting');
    expect((await enhetschef.send('DELETE', path(`staff-meetings/${added.body.id}`))).status).toBe(204);
  });

  it('are meetings in the planned split, and no kringtid', async () => {
    expect((await publish(planerare, unit.unitId, plan)).status).toBe(200);
    const report = await enhetschef.get(path(`efficiency-report?period=day&date=${MONDAY}`));
    const workGroupId = unit.codes.workGroups.idOf('G1');
    const group = report.body.workGroups.find((one: TestAnswer['body']) => one.workGroupId === workGroupId);
    // Two shifts: two hours of meeting each; a quarter of an hour of kringtid at both ends.
    expect(group.split).toMatchObject({ meetingHours: 4, kringtidHours: 1 });
  });

  it('stand by their name in the visit list of who is in them', async () => {
    const employeeId = unit.codes.employees.idOf('G1-E1');
    const { body } = await planerare.get(
      `/api/units/${unit.unitId}/visit-lists?date=${MONDAY}&employeeId=${employeeId}`,
    );
    expect(body.stops.filter(({ kind }: { kind: string }) => kind === 'meeting')).toMatchObject([{ title: 'APT' }]);
  });

  it('come as a file, and the same file again changes nothing', async () => {
    const csv = (kind: string): readonly [string, Buffer] => [
      'moten.csv',
      Buffer.from(
        `moteid;slag;datum;start;slut;grupp\nAPT-1;apt;${MONDAY};09:00;11:00;G1\nM2;${kind};${MONDAY};13:00;14:00;\n`,
      ),
    ];
    const tableOf = ({ body }: TestAnswer) => body.tables.find(({ file }: TestAnswer['body']) => file === 'moten.csv');
    const first = await sendFiles(app, enhetschef, unit.unitId, [csv('utbildning')]);
    expect(tableOf(first)).toMatchObject({ added: 1, changed: 0, unchanged: 1 });
    const again = await sendFiles(app, enhetschef, unit.unitId, [csv('utbildning')]);
    expect(tableOf(again)).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
    const faulty = await sendFiles(app, enhetschef, unit.unitId, [csv('fest')]);
    expect(faulty.body.errors).toMatchObject([{ file: 'moten.csv', row: 3, column: 'slag' }]);
  });
});
