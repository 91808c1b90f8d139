import { clock, localDate } from '@hemtjanst/domain';
import { writeUnitFiles } from '../../src/unit-folder/write-unit-folder.js';
import { UnitsService } from '../../src/modules/units/units.service.js';
import { VisitHistoryService } from '../../src/modules/brukare/visit-history.service.js';
import { CareUnitService } from '../../src/modules/visit-demands/care-unit.service.js';
import { sendFiles, startTwoUnits, unitWithCanary, type LoggedIn, type TwoUnits } from './two-units.js';

const TABLES = ['premises', 'work_group', 'employee', 'shift', 'brukare', 'ramtid_order', 'genomforandeplan'] as const;

describe('reading a unit folder into the database', () => {
  let app: TwoUnits;
  let enhetschef: LoggedIn;
  const folder = () => new Map<string, Uint8Array>(writeUnitFiles(unitWithCanary('a')));

  beforeAll(async () => {
    app = await startTwoUnits();
    enhetschef = await app.as('enhetschef', 'a');
  });
  afterAll(() => app.close());

  const send = (files: Iterable<readonly [string, Uint8Array]>, query = '') =>
    sendFiles(app, enhetschef, app.unitIds.a, files, query);
  const state = async () => {
    const rows = await Promise.all(
      [...TABLES, 'visit_template', 'brukare_ban', 'brukare_absence', 'history_visit'].map((table) =>
        app.database.query(`SELECT to_jsonb(t) AS row FROM ${table} AS t ORDER BY to_jsonb(t)::text`),
      ),
    );
    return JSON.stringify(rows);
  };

  it('gives back the unit that was read, ids being the numbers of the folder', async () => {
    const { unit } = await app.app.get(CareUnitService).loadCareUnit(app.unitIds.a);
    expect({ ...unit, name: '' }).toEqual({ ...unitWithCanary('a'), name: '' });
  });

  it('changes nothing when the same folder comes again', async () => {
    const before = await state();
    const answer = await send(folder());
    expect(answer.status).toBe(200);
    for (const table of answer.body.tables) expect(table).toMatchObject({ added: 0, changed: 0, missing: 0 });
    expect(answer.body.tables.find(({ file }: { file: string }) => file === 'kunder.csv').unchanged).toBe(3);
    expect(await state()).toBe(before);
  });

  it('shows in a preview what would change, and saves nothing', async () => {
    const unit = unitWithCanary('a');
    const changed = { ...unit, shifts: unit.shifts.map((shift) => ({ ...shift, endsAt: clock('15:00') })) };
    const before = await state();
    const answer = await send(writeUnitFiles(changed), '?preview=true');
    expect(answer.body.isPreview).toBe(true);
    expect(answer.body.tables.find(({ file }: { file: string }) => file === 'pass.csv')).toMatchObject({ changed: 3 });
    expect(await state()).toBe(before);
  });

  it('reports orders that are no longer in the file and keeps them', async () => {
    const unit = unitWithCanary('a');
    const fewer = { ...unit, orders: unit.orders.slice(0, 2) };
    const answer = await send(writeUnitFiles(fewer));
    const orders = answer.body.tables.find(({ file }: { file: string }) => file === 'bestallningar.csv');
    expect(orders).toMatchObject({ missing: 1, missingCodes: ['O3-a'] });
    expect(await app.idOf('ramtid_order', 'O3-a')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('counts a brukare whose bans alone differ as changed, and back again', async () => {
    const unit = unitWithCanary('a');
    const withoutBans = { ...unit, brukare: unit.brukare.map((one) => ({ ...one, bannedEmployeeIds: [] })) };
    const lifted = await send(writeUnitFiles(withoutBans));
    expect(lifted.body.tables.find(({ file }: { file: string }) => file === 'kunder.csv')).toMatchObject({
      changed: 1,
    });
    expect(await app.database.query('SELECT 1 FROM brukare_ban WHERE unit_id = $1', [app.unitIds.a])).toHaveLength(0);
    await send(folder());
    expect(await app.database.query('SELECT 1 FROM brukare_ban WHERE unit_id = $1', [app.unitIds.a])).toHaveLength(1);
  });

  it('makes a new version of a genomforandeplan when its visits differ, and keeps the old one unchanged', async () => {
    const unit = unitWithCanary('a');
    const orderId = await app.idOf('ramtid_order', 'O1-a');
    const longer = {
      ...unit,
      templates: unit.templates.map((template) => ({
        ...template,
        window: { ...template.window, latest: clock('12:10') },
      })),
    };
    await send(writeUnitFiles(longer));
    const versions = () =>
      app.database.query(
        'SELECT version, replaced_at IS NULL AS holds FROM genomforandeplan WHERE order_id = $1 ORDER BY 1',
        [orderId],
      );
    expect(await versions()).toEqual([
      { version: 1, holds: false },
      { version: 2, holds: true },
    ]);
    await expect(
      app.database.query('UPDATE genomforandeplan SET agreed_on = now() WHERE order_id = $1 AND version = 1', [
        orderId,
      ]),
    ).rejects.toMatchObject({ code: '55000' });
    await send(folder());
    expect(await versions()).toHaveLength(3);
  });

  it('says which kept shifts a roster with new numbers lies over, until they are taken back', async () => {
    const unit = unitWithCanary('a');
    const renumbered = writeUnitFiles({
      ...unit,
      shifts: unit.shifts.map((shift) => ({
        ...shift,
        id: `ny-${shift.id}`,
        startsAt: clock('15:59'),
        endsAt: clock('21:00'),
      })),
    });
    const answer = await send(renumbered);
    expect(answer.status).toBe(422);
    expect(
      answer.body.errors.map(({ code, detail }: { code: string; detail: string }) => `${code} ${detail.slice(0, 46)}`),
    ).toEqual(
      [1, 2, 3].map((number) => `krock Pass ny-P${number}-a ligger samtidigt som pass P${number}-a, som`.slice(0, 52)),
    );
    for (const code of ['P1-a', 'P2-a', 'P3-a']) {
      const address = `/api/units/${app.unitIds.a}/shifts/${await app.idOf('shift', code)}`;
      expect((await enhetschef.send('DELETE', address, undefined, { 'if-match': '"9"' })).status).toBe(412);
      expect((await enhetschef.send('DELETE', address, undefined, { 'if-match': '"1"' })).status).toBe(204);
    }
    expect((await send(renumbered)).status).toBe(200);
    await app.database.query(`DELETE FROM shift WHERE code LIKE 'ny-%'`);
    expect((await send(folder())).status).toBe(200);
  });

  it('hands registered times to the stage that keeps them, once', async () => {
    const unit = unitWithCanary('a');
    const registration = {
      id: 'R1-a',
      brukareId: 'B1-a',
      employeeId: 'E1-a',
      startsAt: { date: localDate('2026-02-27'), minute: clock('08:00') },
      endsAt: { date: localDate('2026-02-27'), minute: clock('08:30') },
      adjusted: null,
      kind: 'besok' as const,
    };
    const files = writeUnitFiles({ ...unit, registrations: [registration] });
    const count = async () => {
      const { body } = await send(files);
      expect(body.notes.filter(({ code }: { code: string }) => code === 'ej-sparad')).toEqual([]);
      return body.tables.find(({ file }: { file: string }) => file === 'registreringar.csv');
    };
    expect(await count()).toMatchObject({ added: 1, unchanged: 0 });
    expect(await count()).toMatchObject({ added: 0, changed: 0, unchanged: 1 });
  });

  it('takes one file alone and judges it with what the unit has', async () => {
    const unit = unitWithCanary('a');
    const shift = { ...unit.shifts[0], id: 'P9-a', onDate: localDate('2026-03-03') };
    const files = writeUnitFiles({ ...unit, shifts: [...unit.shifts, shift] as typeof unit.shifts });
    const answer = await send([['pass.csv', files.get('pass.csv') ?? new Uint8Array()]]);
    expect(answer.status).toBe(200);
    expect(answer.body.tables.find(({ file }: { file: string }) => file === 'pass.csv')).toMatchObject({ added: 1 });
    const unknown = await send([
      ['pass.csv', Buffer.from('passid;anstnr;datum;start;slut;lokal\nP8;FINNS-EJ;2026-03-03;07:00;16:00;L-a\n')],
    ]);
    expect(unknown.status).toBe(422);
    expect(unknown.body.errors[0]).toMatchObject({ file: 'pass.csv', row: 2, column: 'anstnr' });
    await app.database.query(`DELETE FROM shift WHERE code = 'P9-a'`);
  });

  it('names file, row, column and what is right for every fault of every file, and saves nothing', async () => {
    const files = folder();
    const text = (name: string) => Buffer.from(files.get(name) ?? []).toString('utf8');
    files.set('kunder.csv', Buffer.from(text('kunder.csv').replace('57,701', '11,95').replace('B2-a', 'B2-x')));
    files.set('pass.csv', Buffer.from(text('pass.csv').replace('2026-03-02', '2026-02-30')));
    const before = await state();
    const answer = await send(files);
    expect(answer.status).toBe(422);
    expect(answer.headers.get('content-type')).toMatch(/problem\+json/);
    expect(answer.body).toMatchObject({ type: '/problem/import', status: 422 });
    expect(answer.body.faultCount).toBe(answer.body.errors.length);
    const places = answer.body.errors.map(({ file, column }: { file: string; column: string }) => `${file} ${column}`);
    expect(places).toEqual(expect.arrayContaining(['kunder.csv lat', 'pass.csv datum', 'bestallningar.csv kundnr']));
    for (const fault of answer.body.errors) expect(fault.expected.length + fault.detail.length).toBeGreaterThan(5);
    expect(await state()).toBe(before);
  });

  it('refuses a form without files, and anything that is not a form', async () => {
    const address = `/api/units/${app.unitIds.a}/imports`;
    expect((await send([])).status).toBe(422);
    expect((await send([['anteckningar.txt', Buffer.from('hej')]])).status).toBe(422);
    expect((await enhetschef.post(address, {})).status).toBe(415);
  });

  it('leaves nothing behind when it fails half-way', async () => {
    const unit = unitWithCanary('a');
    const renamed = { ...unit, employees: unit.employees.map((one) => ({ ...one, name: `${one.name} II` })) };
    const before = await state();
    const failure = jest
      .spyOn(app.app.get(VisitHistoryService), 'importHistory')
      .mockRejectedValueOnce(new Error('the disk went away'));
    const answer = await send(writeUnitFiles(renamed));
    failure.mockRestore();
    expect(answer.status).toBe(500);
    expect(await state()).toBe(before);
  });

  it('leaves nothing behind when the database connection is killed half-way, and takes the folder afterwards', async () => {
    const unit = unitWithCanary('a');
    const renamed = writeUnitFiles({
      ...unit,
      employees: unit.employees.map((one) => ({ ...one, name: `${one.name} IV` })),
    });
    const before = await state();
    const history = app.app.get(VisitHistoryService);
    const importHistory = history.importHistory.bind(history);
    const killing = jest.spyOn(history, 'importHistory').mockImplementationOnce(async (...wish) => {
      await app.database.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND state = 'idle in transaction'`);
      return importHistory(...wish);
    });
    const answer = await send(renamed);
    killing.mockRestore();
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).not.toBeNull();
    expect(await state()).toBe(before);
    expect((await send(renamed)).status).toBe(200);
  });

  it('lets two imports of the same unit take turns: one effect, no deadlock', async () => {
    const unit = unitWithCanary('a');
    const renamed = writeUnitFiles({
      ...unit,
      employees: unit.employees.map((one) => ({ ...one, name: `${one.name} III` })),
    });
    const answers = await Promise.all([1, 2, 3, 4].map(() => send(renamed)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const changed = answers.map(
      ({ body }) => body.tables.find(({ file }: { file: string }) => file === 'personal.csv').changed,
    );
    expect([...changed].sort()).toEqual([0, 0, 0, 3]);
  });

  it('reads into the own unit only', async () => {
    const answer = await sendFiles(app, enhetschef, app.unitIds.b, folder());
    expect(answer.status).toBe(404);
    expect((await app.app.get(UnitsService).getUnit(app.unitIds.b)).code).toBe('enhet-b');
    const personal = await app.as('omsorgspersonal', 'a');
    expect((await sendFiles(app, personal, app.unitIds.a, folder())).status).toBe(403);
  });
});
