import { clock, isoWeek, localDate } from '@hemtjanst/domain';
import { EmployeesService } from '../../src/modules/employees/employees.service.js';
import { CareUnitService } from '../../src/modules/visit-demands/care-unit.service.js';
import { writeUnitFiles } from '../../src/unit-folder/write-unit-folder.js';
import { sendFiles, startTwoUnits, unitWithCanary, type TwoUnits } from './two-units.js';

const WEEK = isoWeek('2026-W10'); // 2–8 March

describe('the unit as a week needs it', () => {
  let app: TwoUnits;

  beforeAll(async () => {
    app = await startTwoUnits();
    const unit = unitWithCanary('a');
    const [shift] = unit.shifts;
    const [visit] = unit.history;
    const [order] = unit.orders;
    const [absence] = unit.absences;
    if (!shift || !visit || !order || !absence) throw new Error('the unit of the test is empty');
    const days = ['2026-02-22', '2026-02-23', '2026-03-02', '2026-03-15', '2026-03-16'];
    const enhetschef = await app.as('enhetschef', 'a');
    const files = writeUnitFiles({
      ...unit,
      shifts: days.map((day) => {
        return { ...shift, id: `P-${day}`, onDate: localDate(day), startsAt: clock('17:00'), endsAt: clock('21:00') };
      }),
      history: ['2026-02-15', '2026-02-16', '2026-03-01', '2026-03-02'].map((day) => ({
        ...visit,
        onDate: localDate(day),
      })),
      orders: [
        ...unit.orders,
        { ...order, id: 'ended-before', to: localDate('2026-03-01') },
        { ...order, id: 'ends-on-monday', to: localDate('2026-03-02') },
        { ...order, id: 'begins-on-sunday', from: localDate('2026-03-08') },
        { ...order, id: 'begins-after', from: localDate('2026-03-09') },
      ],
      absences: [
        { ...absence, fromDate: localDate('2026-02-01'), toDate: localDate('2026-02-22'), toMinute: clock('12:00') },
        { ...absence, fromDate: localDate('2026-02-02'), toDate: localDate('2026-02-23'), toMinute: clock('12:00') },
      ],
    });
    const { status } = await sendFiles(app, enhetschef, app.unitIds.a, files);
    expect(status).toBe(200);
  });
  afterAll(() => app.close());

  const load = () => app.app.get(CareUnitService).loadCareUnit(app.unitIds.a, WEEK);

  it('has the shifts of the week and of the weeks beside it, where dygnsvila and veckovila look', async () => {
    const { unit } = await load();
    // P1-a … P3-a came with the first folder and stay; 23 February – 15 March is the week and one on each side.
    const added = unit.shifts.map(({ id }) => id).filter((id) => id.startsWith('P-'));
    expect(added).toEqual(['P-2026-02-23', 'P-2026-03-02', 'P-2026-03-15']);
  });

  it('has the visits of the 14 days before the week', async () => {
    const { unit } = await load();
    const days = unit.history.map(({ onDate }) => onDate);
    expect(days).toEqual(['2026-02-16', '2026-02-27', '2026-03-01']);
  });

  it('has the orders that are valid on some day of the week', async () => {
    const { unit, codes } = await load();
    const ids = unit.orders.map(({ id }) => id);
    expect(ids).toEqual(['O1-a', 'O2-a', 'O3-a', 'begins-on-sunday', 'ends-on-monday']);
    expect(codes.orders.idOf('ends-on-monday')).toBe(await app.idOf('ramtid_order', 'ends-on-monday'));
  });

  it('has the absences that touch these weeks', async () => {
    const { unit } = await load();
    expect(unit.absences.map(({ fromDate }) => fromDate).sort()).toEqual(['2026-02-02', '2026-03-04']);
  });

  it('is read as of one moment, whatever is saved meanwhile', async () => {
    const employees = app.app.get(EmployeesService);
    const loadEmployees = employees.loadEmployees.bind(employees);
    const saving = jest.spyOn(employees, 'loadEmployees').mockImplementationOnce(async (...wish) => {
      await app.database.query(`UPDATE brukare SET name = 'Någon annan' WHERE unit_id = $1`, [app.unitIds.a]);
      await app.database.query(`UPDATE employee SET name = 'Någon annan' WHERE unit_id = $1`, [app.unitIds.a]);
      return loadEmployees(...wish);
    });
    const { unit } = await load();
    saving.mockRestore();
    expect([...unit.brukare, ...unit.employees].filter(({ name }) => name === 'Någon annan')).toEqual([]);
    expect((await load()).unit.brukare[0]?.name).toBe('Någon annan');
  });

  it('is 404 for a unit that is not there', async () => {
    const id = '00000000-0000-4000-8000-000000000000';
    await expect(app.app.get(CareUnitService).loadCareUnit(id, WEEK)).rejects.toMatchObject({ status: 404 });
  });
});
