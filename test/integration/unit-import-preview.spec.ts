import ExcelJS from 'exceljs';
import { clock, localDate } from '@hemtjanst/domain';
import { writeUnitFiles } from '../../src/unit-folder/write-unit-folder.js';
import { sendFiles, startTwoUnits, unitWithCanary, type LoggedIn, type TwoUnits } from './two-units.js';

describe('the preview of an import', () => {
  let app: TwoUnits;
  let enhetschef: LoggedIn;
  let admin: LoggedIn;

  beforeAll(async () => {
    app = await startTwoUnits();
    enhetschef = await app.as('enhetschef', 'a');
    admin = await app.as('admin', 'a');
  });
  afterAll(() => app.close());

  const unit = unitWithCanary('a');
  const send = (files: Iterable<readonly [string, Uint8Array]>, query = '?preview=true', as = enhetschef) =>
    sendFiles(app, as, app.unitIds.a, files, query);
  const fileOf = (changed: Partial<typeof unit>, name: string): [string, Uint8Array][] => [
    [name, writeUnitFiles({ ...unit, ...changed }).get(name) ?? new Uint8Array()],
  ];
  async function workbook(rows: readonly (readonly ExcelJS.CellValue[])[]): Promise<Uint8Array> {
    const made = new ExcelJS.Workbook();
    made.addWorksheet('Blad1').addRows(rows.map((row) => [...row]));
    return new Uint8Array(await made.xlsx.writeBuffer());
  }

  it('shows added, changed and ended rows field by field, and saves nothing', async () => {
    const [first, second] = unit.shifts;
    if (first === undefined || second === undefined) throw new Error('the unit has too few shifts');
    const shifts = [
      { ...first, endsAt: clock('15:00') },
      second,
      { ...first, id: 'P9-a', onDate: localDate('2026-03-09') },
    ];
    const { status, body } = await send(fileOf({ shifts }, 'pass.csv'));
    expect([status, body.isPreview, body.canBeSaved]).toEqual([200, true, true]);
    expect(body.preview).toMatchObject([
      {
        file: 'pass.csv',
        addedCount: 1,
        added: [{ key: 'P9-a' }],
        changed: [{ key: first.id, cells: [{ column: 'slut', before: '16:00', after: '15:00' }] }],
        ended: [{ key: unit.shifts[2]?.id }],
        faulty: [],
      },
    ]);
    expect(await app.database.query(`SELECT 1 FROM shift WHERE code = 'P9-a'`)).toEqual([]);
  });

  it('shows the faulty rows with what they hold beside what the others would do', async () => {
    const content = Buffer.from(
      'passid;anstnr;datum;start;slut;lokal\nP8-a;E1-a;2026-03-10;07:00;16:00;L-a\nP7-a;E1-a;2026-02-30;07:00;16:00;L-a\n',
    );
    const { status, body } = await send([['pass.csv', content]]);
    expect([status, body.canBeSaved, body.tables]).toEqual([200, false, []]);
    expect(body.preview[0]).toMatchObject({
      added: [{ key: 'P8-a' }],
      faulty: [{ file: 'pass.csv', row: 3, column: 'datum', value: '2026-02-30' }],
      faultyCount: 1,
    });
    expect((await send([['pass.csv', content]], '')).status).toBe(422);
  });

  it('tells of what only the database knows: a shift that lies over one that is kept', async () => {
    const first = unit.shifts[0];
    if (first === undefined) throw new Error('the unit has no shift');
    const { body } = await send(fileOf({ shifts: [{ ...first, id: 'NY-a' }] }, 'pass.csv'));
    expect(body.canBeSaved).toBe(false);
    expect(body.preview[0].faulty).toMatchObject([{ code: 'krock', value: 'NY-a' }]);
  });

  it('is empty when the same file comes again', async () => {
    const { body } = await send(writeUnitFiles(unit));
    for (const file of body.preview) {
      expect([file.file, file.addedCount, file.changedCount, file.endedCount, file.faultyCount]).toEqual([
        file.file,
        0,
        0,
        0,
        0,
      ]);
    }
    expect(body.preview.length).toBeGreaterThan(5);
  });

  it('reads a workbook as the file it stands for, and calls it by its own name', async () => {
    const header = ['passid', 'anstnr', 'datum', 'start', 'slut', 'lokal'];
    const good = await workbook([header, ['P6-a', 'E1-a', new Date(Date.UTC(2026, 2, 11)), 7 / 24, '16:00', 'L-a']]);
    const { body } = await send([['Pass.xlsx', good]]);
    expect(body.preview).toMatchObject([{ file: 'pass.xlsx', added: [{ key: 'P6-a' }], faultyCount: 0 }]);
    const bad = await workbook([header, ['P6-a', 'FINNS-EJ', new Date(Date.UTC(2026, 2, 11)), 7 / 24, '16:00', 'L-a']]);
    expect((await send([['pass.xlsx', bad]], '')).body.errors).toMatchObject([
      { file: 'pass.xlsx', row: 2, column: 'anstnr', code: 'okand-referens' },
    ]);
    expect((await send([['pass.xlsx', good]], '')).body.tables).toEqual(
      expect.arrayContaining([expect.objectContaining({ file: 'pass.xlsx', added: 1 })]),
    );
    await app.database.query(`DELETE FROM shift WHERE code = 'P6-a'`);
  });

  it('names a workbook that cannot be opened, and both of a file that comes twice', async () => {
    const broken = await send([['pass.xlsx', Buffer.from('hej')]], '');
    expect(broken).toMatchObject({ status: 422, body: { errors: [{ file: 'pass.xlsx', code: 'inte-xlsx' }] } });
    const twice = await send([...fileOf({}, 'pass.csv'), ['pass.xlsx', Buffer.from('PK')]]);
    expect(twice.body.preview[0].faulty).toMatchObject([{ code: 'fil-dubbel' }]);
  });

  it('compares registrations with how they count now', async () => {
    const registration = {
      id: 'RP-a',
      brukareId: 'B1-a',
      employeeId: 'E1-a',
      startsAt: { date: localDate('2026-02-26'), minute: clock('08:00') },
      endsAt: { date: localDate('2026-02-26'), minute: clock('08:30') },
      adjusted: null,
      kind: 'besok' as const,
    };
    await send(fileOf({ registrations: [registration] }, 'registreringar.csv'), '');
    const same = await send(fileOf({ registrations: [registration] }, 'registreringar.csv'));
    expect(same.body.preview[0]).toMatchObject({ addedCount: 0, changedCount: 0 });
    const later = { ...registration, endsAt: { ...registration.endsAt, minute: clock('08:45') } };
    const { body } = await send(fileOf({ registrations: [later] }, 'registreringar.csv'));
    expect(body.preview[0].changed).toEqual([
      { key: 'RP-a', cells: [{ column: 'slut', before: '2026-02-26 08:30', after: '2026-02-26 08:45' }] },
    ]);
  });

  it('hides what the unit knows of brukare from who may not see them, and of protected ones from everybody', async () => {
    const brukare = unit.brukare.map((one) => ({ ...one, name: `${one.name} II`, floor: 7 }));
    const shown = (await send(fileOf({ brukare }, 'kunder.csv'))).body.preview[0];
    const cellsOf = (preview: typeof shown, key: string) =>
      preview.changed.find((row: { key: string }) => row.key === key).cells;
    const isProtected = (wanted: boolean) => unit.brukare.find((one) => one.isProtected === wanted)?.id ?? '';
    expect(cellsOf(shown, isProtected(false))).toContainEqual(
      expect.objectContaining({ column: 'namn', before: expect.stringContaining('kanarie') }),
    );
    const hidden = cellsOf(shown, isProtected(true));
    expect(hidden).toContainEqual(expect.objectContaining({ column: 'namn', before: null }));
    const asAdmin = (await send(fileOf({ brukare }, 'kunder.csv'), '?preview=true', admin)).body.preview[0];
    for (const { cells } of asAdmin.changed) {
      for (const { before } of cells) expect(before).toBeNull();
    }
  });

  it('leaves an audit line for every brukare whose values it shows', async () => {
    const [row] = await app.database.query<{ count: number }>(
      `SELECT count(DISTINCT brukare_id)::int AS count FROM audit_line WHERE record_kind = 'unit-import'`,
    );
    expect(row?.count).toBe(unit.brukare.length);
  });
});
