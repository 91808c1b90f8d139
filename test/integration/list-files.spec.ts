import { randomUUID } from 'node:crypto';
import type { Role } from '@hemtjanst/contracts';
import ExcelJS from 'exceljs';
import { startTestApp, type TestApp, type TestClient } from '../support/app.js';
import { MONDAY, WEEK, aFlowUnit } from '../support/flow-unit.js';
import { planWeek, publish } from '../support/planned-week.js';
import { seedCareUnit, type SeededUnit } from '../support/seed-care-unit.js';

const MARK = '§U01§';
const FORMULA = '=1+1';

interface World {
  readonly unitId: string;
  readonly planId: string;
  readonly brukareId: string;
  readonly orderId: string;
}

interface ListRoute {
  /** Below the unit. */
  readonly path: (world: World) => string;
  readonly refused: Role;
  readonly firstColumns: readonly string[];
}

const list = (path: ListRoute['path'] | string, firstColumns: string, refused: Role = 'omsorgspersonal') => ({
  path: typeof path === 'string' ? () => path : path,
  firstColumns: firstColumns.split(' '),
  refused,
});

const RANGE = 'from=2031-03-01&to=2031-03-09';

/** Every list route that is also a file. */
const LISTS: Readonly<Record<string, ListRoute>> = {
  'ramtid of a month': list('ramtid-ledger?month=2025-12', 'grupp kundnr bestallningsnr'),
  'ramtid of a week': list(`ramtid-ledger?week=${WEEK}`, 'grupp kundnr bestallningsnr'),
  suggestions: list(
    ({ brukareId }) => `brukare/${brukareId}/ramtid-ledger?month=2031-03&asOf=2031-03-01`,
    'kundnr bestallningsnr',
  ),
  registrations: list('registered-times?from=2025-12-01&to=2025-12-31', 'datum start slut typ kundnr anstnr'),
  'avvikelser of registrations': list('avvikelser?from=2025-12-01&to=2025-12-31', 'datum avvikelse kundnr anstnr'),
  'visit reports': list('visit-reports', 'besoksdatum mallnr kundnr anstnr'),
  orders: list('ramtid-orders?size=1', 'bestallningsnr kundnr typ'),
  reimbursement: list('reimbursement?month=2025-12', 'manad prognos_fran', 'planerare'),
  'closed months': list('month-closings', 'manad stanger', 'planerare'),
  'a closed month': list('month-closings/2025-12', 'typ bestallningar', 'planerare'),
  meetings: list(`staff-meetings?${RANGE}`, 'datum start slut slag grupp'),
  'what-ifs': list('what-ifs', 'fraga vecka', 'samordnare'),
  plans: list('weekly-plans?size=1', 'vecka version grupp status'),
  visits: list(({ planId }) => `weekly-plans/${planId}/visits`, 'datum start slut minuter kundnr'),
  unassigned: list(({ planId }) => `weekly-plans/${planId}/unassigned`, 'datum kundnr mallnr'),
  'ledger adjustments': list(({ planId }) => `weekly-plans/${planId}/ledger-adjustments`, 'andring datum kundnr'),
  'travel report': list(({ planId }) => `weekly-plans/${planId}/travel-report`, 'datum anstnr passnr rad start slut'),
  'week sheet': list(({ planId }) => `weekly-plans/${planId}/week-sheet`, 'anstnr namn datum'),
  'visit demands': list(`visit-demands?week=${WEEK}`, 'mallnr kundnr bestallningsnr'),
  deviations: list('deviations?month=2025-12', 'kundnr typ', 'planerare'),
  'watch list': list('watch-list', 'lista kundnr'),
  continuity: list('continuity?to=2031-03-14', 'urval matt'),
  'known faces': list(`known-faces?date=${MONDAY}`, ''),
  efficiency: list('efficiency-report?period=month&date=2025-12-01', 'urval'),
  apt: list('apt-report?month=2025-12', 'urval manad'),
  brukare: list('exports/kunder', 'kundnr', 'planerare'),
  employees: list('exports/personal', 'anstnr', 'planerare'),
  shifts: list('exports/pass', 'passid', 'planerare'),
  absences: list('exports/franvaro', '', 'planerare'),
  'exported meetings': list('exports/moten', 'moteid slag datum start slut grupp', 'planerare'),
  settings: list('settings/catalogue', 'grupp nyckel installning varde enhet'),
  'changed settings': list('settings/history', 'version datum klockan nyckel'),
  'versions of a genomförandeplan': list(
    ({ orderId }) => `ramtid-orders/${orderId}/genomforandeplan/versions`,
    'version status ursprung overenskommen',
    'admin',
  ),
  'edits of a draft': list(({ planId }) => `weekly-plans/${planId}/edits`, 'steg andring behov', 'enhetschef'),
  'extra visits': list(`extra-visits?date=${MONDAY}`, 'datum kundnr bestallningsnr'),
  'day routes': list(`day-routes?date=${MONDAY}`, 'datum grupp anstnr passnr'),
  'travel proposals': list('travel-proposals?size=1', 'kundnr vagar planerat_sekunder'),
  'planning runs': list('planning-runs', 'vecka grupp status'),
};

describe('every list as a file', () => {
  let app: TestApp;
  let unit: SeededUnit;
  let other: SeededUnit;
  let world: World;
  let enhetschef: TestClient & { readonly token: string };

  beforeAll(async () => {
    app = await startTestApp({ env: { RUN_WORKER: 'yes' } });
    unit = await seedCareUnit(app, aFlowUnit(MARK));
    other = await seedCareUnit(app, aFlowUnit('§U02§'));
    enhetschef = await app.logIn({ roles: ['enhetschef', 'planerare'], unitIds: [unit.unitId] });
    const planerare = await app.logIn({ roles: ['planerare'], unitIds: [unit.unitId] });
    const plan = await planWeek(planerare, unit.unitId, { week: WEEK });
    await publish(planerare, unit.unitId, plan);
    world = {
      unitId: unit.unitId,
      planId: plan.id,
      brukareId: unit.codes.brukare.idOf('G1-B1'),
      orderId: unit.codes.orders.idOf('O-G1-B1'),
    };
    await writeWhatTheListsHold();
  });

  afterAll(() => app.close());

  /** An hour before the order began, a report and a goal that look like formulas, a meeting, a closed month. */
  async function writeWhatTheListsHold(): Promise<void> {
    const employeeId = unit.codes.employees.idOf('G1-E1');
    await app.database.query(
      `INSERT INTO registered_time (id, unit_id, employee_id, brukare_id, kind, occurred_at, ended_at)
       VALUES ($1, $2, $3, $4, 'besok', '2025-12-10T08:00:00+01:00', '2025-12-10T09:30:00+01:00')`,
      [randomUUID(), unit.unitId, employeeId, world.brukareId],
    );
    await app.database.query(`UPDATE ramtid_order SET goal = $2 WHERE unit_id = $1`, [unit.unitId, FORMULA]);
    await app.database.query(
      `INSERT INTO visit_report (id, unit_id, planned_visit_id, brukare_id, employee_id, kind, text, reported_at)
       SELECT gen_random_uuid(), unit_id, id, brukare_id, $2, 'other', $3, now() FROM planned_visit
       WHERE unit_id = $1 LIMIT 1`,
      [unit.unitId, employeeId, FORMULA],
    );
    const meeting = { kind: 'apt', date: '2031-03-04', startsAt: '13:00', endsAt: '14:00' };
    expect((await enhetschef.post(path('staff-meetings'), meeting)).status).toBe(201);
    expect((await enhetschef.post(path('month-closings'), { month: '2025-12' })).status).toBe(201);
  }

  const path = (rest: string, unitId = unit.unitId): string => `/api/units/${unitId}/${rest}`;
  const addressOf = (route: ListRoute, format: string, unitId?: string): string => {
    const rest = route.path(world);
    return path(`${rest}${rest.includes('?') ? '&' : '?'}format=${format}`, unitId);
  };

  async function csvOf(route: ListRoute): Promise<readonly string[]> {
    const answer = await enhetschef.get(addressOf(route, 'csv'));
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
    return String(answer.body).replace('\uFEFF', '').trim().split('\r\n');
  }

  async function xlsxOf(route: ListRoute): Promise<readonly (readonly ExcelJS.CellValue[])[]> {
    const answer = await fetch(`${app.url}${addressOf(route, 'xlsx')}`, {
      headers: { authorization: `Bearer ${enhetschef.token}` },
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w-]+\.xlsx"$/);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(await answer.arrayBuffer());
    const sheet = workbook.worksheets[0];
    const rows: (readonly ExcelJS.CellValue[])[] = [];
    sheet?.eachRow((row) => rows.push(Array.isArray(row.values) ? row.values.slice(1) : []));
    return rows;
  }

  describe.each(Object.entries(LISTS))('%s', (_name, route) => {
    it('has the same rows in both formats, and nothing that runs', async () => {
      const [lines, rows] = [await csvOf(route), await xlsxOf(route)];
      const columns = lines[0]?.split(';') ?? [];
      if (route.firstColumns[0] !== '') expect(columns.slice(0, route.firstColumns.length)).toEqual(route.firstColumns);
      expect(rows[0]).toEqual(columns);
      expect(rows).toHaveLength(lines.length);
      expect(lines.flatMap((line) => line.split(';')).filter((cell) => /^"?[=@\t]/.test(cell))).toEqual([]);
      const runs = rows.flat().filter((cell) => typeof cell === 'object' && cell !== null && 'formula' in cell);
      expect(runs).toEqual([]);
    });

    it('is for those who may see the list, and of the own unit only', async () => {
      const refused = await app.logIn({
        roles: [route.refused],
        unitIds: [unit.unitId],
        ...(route.refused === 'omsorgspersonal' ? { employeeId: unit.codes.employees.idOf('G1-E1') } : {}),
      });
      for (const format of ['csv', 'xlsx']) {
        expect((await refused.get(addressOf(route, format))).status).toBe(403);
        expect((await enhetschef.get(addressOf(route, format, other.unitId))).status).toBe(404);
      }
      expect((await enhetschef.get(addressOf(route, 'pdf'))).status).toBe(422);
    });
  });

  const rowsOf = async (name: string): Promise<readonly (readonly ExcelJS.CellValue[])[]> => {
    const route = LISTS[name];
    if (route === undefined) throw new Error(`no list ${name}`);
    return xlsxOf(route);
  };
  const columnOf = (rows: readonly (readonly ExcelJS.CellValue[])[], column: string): readonly ExcelJS.CellValue[] =>
    rows.slice(1).map((row) => row[(rows[0] ?? []).indexOf(column)]);

  it('has negative numbers as numbers', async () => {
    expect(columnOf(await rowsOf('ramtid of a month'), 'saldo_timmar')).toContain(-1.5);
    const route = LISTS['ramtid of a month'];
    expect(route && (await csvOf(route)).join('\n')).toContain(';-1,5;');
  });

  it('has what looks like a formula as the text it is', async () => {
    expect(columnOf(await rowsOf('visit reports'), 'text')).toEqual([FORMULA]);
    expect(columnOf(await rowsOf('orders'), 'mal')).toContain(FORMULA);
    const route = LISTS['visit reports'];
    expect(route && (await csvOf(route))[1]).toContain(`;'${FORMULA};`);
  });

  it('has the unit’s own numbers where the list has ids', async () => {
    const registered = await rowsOf('registrations');
    expect(columnOf(registered, 'kundnr')).toEqual(['G1-B1']);
    expect(columnOf(registered, 'anstnr')).toEqual(['G1-E1']);
    expect(columnOf(await rowsOf('meetings'), 'grupp')).toEqual(['alla grupper']);
    expect(new Set(columnOf(await rowsOf('visits'), 'bestallningsnr'))).toEqual(new Set(unit.codes.orders.allCodes));
  });

  it('has the whole list, whatever the page', async () => {
    expect(await rowsOf('orders')).toHaveLength(1 + 6);
  });

  it('has the audit log and the accounts too, for those who may see them', async () => {
    const log = await enhetschef.get(path('audit-lines?size=1&format=csv'));
    const lines = String(log.body).trim().split('\r\n');
    expect(lines[0]).toContain('rad;datum;klockan;konto;roller;handling;slag;post;kundnr;anrop');
    expect(lines.length).toBeGreaterThan(2);
    expect((await enhetschef.get('/api/accounts?format=csv')).status).toBe(403);
    const admin = await app.logIn({ roles: ['admin'], unitIds: [unit.unitId] });
    const accounts = String((await admin.get('/api/accounts?format=csv')).body);
    expect(accounts).toContain('anvandarnamn;visningsnamn;roller;enheter;anstnr;status');
    expect(accounts).not.toContain('password');
  });

  it('writes who read about whom, as the list itself does', async () => {
    const lines = () => app.database.query(`SELECT 1 FROM audit_line WHERE record_kind = 'visit-report'`);
    const before = (await lines()).length;
    await rowsOf('visit reports');
    expect((await lines()).length).toBe(before + 1);
  });
});
