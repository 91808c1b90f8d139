import { EventEmitter2 } from '@nestjs/event-emitter';
import { aTimeRegistration, clock, localDate, type TimeRegistration } from '@hemtjanst/domain';
import { Database } from '../../src/database/database.js';
import { TimeRegistrationsArrived } from '../../src/modules/unit-imports/unit-import.events.js';
import { startTestApp, type TestApp, type TestClient } from '../support/app.js';
import { MONDAY, WEEK, aFlowUnit } from '../support/flow-unit.js';
import { planWeek, publish } from '../support/planned-week.js';
import { seedCareUnit, type SeededUnit } from '../support/seed-care-unit.js';

describe('registrations of the present time system', () => {
  let app: TestApp;
  let unit: SeededUnit;
  let enhetschef: TestClient;

  beforeAll(async () => {
    app = await startTestApp({ env: { RUN_WORKER: 'yes' } });
    unit = await seedCareUnit(app, aFlowUnit('väst'));
    enhetschef = await app.logIn({ roles: ['enhetschef'], unitIds: [unit.unitId] });
  });

  afterAll(() => app.close());

  /** As the import of a unit folder sends them. */
  const arrive = async (...registrations: readonly TimeRegistration[]) => {
    const arrived = new TimeRegistrationsArrived(unit.unitId, registrations, unit.codes, null);
    const [table] = await app.app
      .get(Database)
      .runInTransaction(() => app.app.get(EventEmitter2).emitAsync(TimeRegistrationsArrived.eventName, arrived));
    return table;
  };
  const list = async () =>
    (await enhetschef.get(`/api/units/${unit.unitId}/registered-times?from=${MONDAY}&to=${MONDAY}`)).body.items;

  const at = (time: string) => ({ date: localDate(MONDAY), minute: clock(time) });
  const visit = aTimeRegistration({
    id: 'R1',
    brukareId: 'G1-B1',
    employeeId: 'G1-E1',
    startsAt: at('08:00'),
    endsAt: at('08:30'),
  });

  it('are kept once: the same file again changes nothing', async () => {
    expect(await arrive(visit)).toMatchObject({ file: 'registreringar.csv', added: 1, changed: 0, unchanged: 0 });
    expect(await arrive(visit)).toMatchObject({ added: 0, changed: 0, unchanged: 1 });
    expect(await list()).toMatchObject([{ kind: 'besok', startsAt: `${MONDAY}T08:00:00+01:00`, corrections: [] }]);
  });

  it('become a correction when they come again with other times, and the first stays', async () => {
    const adjusted = { startsAt: at('08:00'), endsAt: at('08:45'), reason: 'Glömde gå ut' };
    expect(await arrive({ ...visit, adjusted })).toMatchObject({ added: 0, changed: 1, unchanged: 0 });
    expect(await arrive({ ...visit, adjusted })).toMatchObject({ changed: 0, unchanged: 1 });
    expect(await list()).toMatchObject([
      {
        endsAt: `${MONDAY}T08:30:00+01:00`,
        corrections: [{ endsAt: `${MONDAY}T08:45:00+01:00`, reason: 'Glömde gå ut' }],
      },
    ]);
  });

  it('find the planned visit they belong to, which nobody told them', async () => {
    expect(await list()).toMatchObject([{ plannedVisitId: null, match: 'utan-plan' }]);
    const planerare = await app.logIn({ roles: ['planerare'], unitIds: [unit.unitId] });
    const plan = await planWeek(planerare, unit.unitId, { week: WEEK });
    await publish(planerare, unit.unitId, plan);
    const visits = (await planerare.get(`/api/units/${unit.unitId}/weekly-plans/${plan.id}/visits?date=${MONDAY}`))
      .body;
    const planned = visits.items.find(
      (one: { brukareId: string }) => one.brukareId === unit.codes.brukare.idOf('G1-B1'),
    );
    expect(await list()).toMatchObject([{ plannedVisitId: planned.id, match: 'planerat' }]);
  });

  it('undo the whole import when they cannot be kept', async () => {
    const unknown = aTimeRegistration({ id: 'R2', brukareId: 'finns inte', employeeId: 'G1-E1' });
    await expect(arrive(visit, unknown)).rejects.toThrow();
    expect(await app.database.query(`SELECT 1 FROM registered_time WHERE code = 'R2'`)).toEqual([]);
  });
});
