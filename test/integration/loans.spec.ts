import { startTestApp, type TestAnswer, type TestApp, type TestClient } from '../support/app.js';
import { MONDAY, WEEK, aFlowUnit } from '../support/flow-unit.js';
import { planWeek, publish } from '../support/planned-week.js';
import { seedCareUnit, type SeededUnit } from '../support/seed-care-unit.js';

type Body = TestAnswer['body'];

/** Groups G1 and G2; the first brukare of G1 needs insulin, which only the first employee of G2 may give. */
function aUnitWithOneWhoMay() {
  const unit = aFlowUnit('lån');
  return {
    ...unit,
    templates: unit.templates.map((template) =>
      template.id === 'T-G1-B1' ? { ...template, competences: ['insulin'] } : template,
    ),
    employees: unit.employees.map((employee) =>
      employee.id === 'G2-E1' ? { ...employee, competences: [...employee.competences, 'insulin'] } : employee,
    ),
  };
}

describe('a visit that nobody of its own group may do', () => {
  let app: TestApp;
  let unit: SeededUnit;
  let planerare: TestClient;
  let draft: Body;
  let demand: { readonly visitDemandId: string };

  const plan = (group: string): Promise<Body> =>
    planWeek(planerare, unit.unitId, { week: WEEK, workGroupId: unit.codes.workGroups.idOf(group) });
  const path = (planId: string): string => `/api/units/${unit.unitId}/weekly-plans/${planId}`;
  const loans = async (): Promise<Body[]> => {
    const { body, status } = await planerare.send('POST', `${path(draft.id)}/ways-out`, demand);
    expect(status).toBe(200);
    return body.items.filter(({ kind }: Body) => kind === 'borrowed-employee');
  };

  beforeAll(async () => {
    app = await startTestApp({ env: { RUN_WORKER: 'yes' } });
    unit = await seedCareUnit(app, aUnitWithOneWhoMay());
    planerare = await app.logIn({ roles: ['planerare'], unitIds: [unit.unitId] });
    const proposal = await plan('G1');
    draft = (await planerare.post(`${path(proposal.id)}/drafts`, { own: true })).body;
    const unplaced: Body[] = (await planerare.get(`${path(draft.id)}/unassigned`)).body.items;
    expect(unplaced).toHaveLength(3);
    const monday = unplaced.find(({ visitDemandId }) => String(visitDemandId).endsWith(':1'));
    demand = { visitDemandId: monday?.visitDemandId };
  });

  afterAll(() => app.close());

  it('is lent nobody as long as the other group has no plan: nobody knows who has room', async () => {
    expect(await loans()).toEqual([]);
  });

  it('is lent the one of the other group who may, at a time when that day has room, ways included', async () => {
    const other = await plan('G2');
    const [loan, ...more] = await loans();
    expect(more).toEqual([]);
    expect(loan).toMatchObject({ canApply: false, brokenRules: [{ rule: 'work-group' }] });
    expect(loan.text.sv).toBe('Lånas från Grupp lån.');
    expect(loan.place).toMatchObject({
      employeeId: unit.codes.employees.idOf('G2-E1'),
      shiftId: unit.codes.shifts.idOf(`P-G2-E1-${MONDAY}`),
      date: MONDAY,
    });
    expect(loan.place.lines.some(({ rule, amount }: Body) => rule === 'travel' && amount > 0)).toBe(true);
    const own: Body[] = (await planerare.get(`${path(other.id)}/visits?date=${MONDAY}`)).body.items;
    const meanwhile = own.filter(
      ({ employeeIds, startsAt, endsAt, visitDemandId }) =>
        employeeIds.includes(loan.place.employeeId) &&
        !loan.place.shiftedVisits.some((shifted: Body) => shifted.visitDemandId === visitDemandId) &&
        startsAt < loan.place.endsAt &&
        endsAt > loan.place.startsAt,
    );
    expect(meanwhile).toEqual([]);
  });

  it('goes by the published plan of the other group where there is one', async () => {
    const other = await plan('G2');
    expect((await publish(planerare, unit.unitId, other)).status).toBeLessThan(300);
    const [loan] = await loans();
    expect(loan.place.employeeId).toBe(unit.codes.employees.idOf('G2-E1'));
  });
});
