import path from 'node:path';
import {
  brukareLedgerAnswer,
  efficiencyReportAnswer,
  monthClosingAnswer,
  ramtidLedgerAnswer,
  sessionAnswer,
} from '@hemtjanst/contracts';
import {
  addDays,
  calendarMonthOf,
  formatMinuteOfDay,
  localDate,
  minuteOfDay,
  mondayOf,
  weekOf,
  type LocalDate,
} from '@hemtjanst/domain';
import { readEnv } from '../../src/config/env.js';
import { Database } from '../../src/database/database.js';
import { ApiClient } from '../../src/first-start/api-client.js';
import { createOfficeAccounts, DEMO_PASSWORD } from '../../src/first-start/demo-accounts.js';
import { importDemoUnit } from '../../src/first-start/demo-unit.js';
import { startApi } from '../../src/start-service.js';
import { timed } from './stopwatch.js';
import type { Table } from './table.js';

/** Fortnights of registrations before the demo week: 24 months. */
const FORTNIGHTS = 52;
const ROUNDS = 7;
const BRUKARE_ASKED = 100;
const IMPORTED_ROWS = 5000;

/** The ledger of the demo unit with 24 months of registrations, beside plain SQL that adds up the same rows. */
export async function benchLedger(folder: string, table: Table): Promise<void> {
  const env = readEnv({
    PORT: '0',
    RUN_WORKER: 'no',
    RAMRUTT_DATA_DIR: path.join(path.dirname(folder), 'ledger-data'),
    MAP_FILE: 'data/goteborg-centrum.osm.pbf',
  });
  const service = await startApi(env);
  try {
    const monday = mondayOf(weekOf(today()));
    const unitId = await importDemoUnit(service.app, env.mapFile, weekOf(monday));
    await createOfficeAccounts(service.app, unitId);
    const database = service.app.get(Database, { strict: false });
    const made = await timed(() => database.runInTransaction(() => makeRegistrations(database, unitId)));
    table.add('make 24 months of registrations: rows', made.result, 'rows', null);
    table.add('make 24 months of registrations: time', made.seconds, 's', null);
    const office = await ApiClient.login(service.url, 'enhetschef', DEMO_PASSWORD);
    await benchUnit(office, database, unitId, addDays(monday, -200), table);
    await benchMonthReport(office, database, unitId, addDays(monday, -200), table);
    await benchBrukare(office, database, unitId, addDays(monday, -200), table);
    await benchImport(service.url, database, unitId, addDays(monday, -800), table);
  } finally {
    await service.stop();
  }
}

/** The unit's 14 days of history over and over, going back in time: most as start and stop from phones, every twentieth whole one corrected. */
async function makeRegistrations(database: Database, unitId: string): Promise<number> {
  // Rows taken from records that are there need no second check, and may take their time.
  await database.rows('SET LOCAL session_replication_role = replica');
  await database.rows('SET LOCAL statement_timeout = 0');
  for (let fortnight = 0; fortnight < FORTNIGHTS; fortnight += 1) {
    await database.rows(
      `INSERT INTO registered_time (id, unit_id, employee_id, brukare_id, kind, occurred_at, ended_at)
       SELECT gen_random_uuid(), unit_id, employee_id, brukare_id, event.kind, event.occurred_at, event.ended_at
       FROM (
         SELECT *, row_number() OVER () % 10 < 6 AS is_phone,
           ((on_date - $2::int)::timestamp + starts_minute * interval '1 minute') AT TIME ZONE 'Europe/Stockholm' AS starts_at,
           ((on_date - $2::int)::timestamp + ends_minute * interval '1 minute') AT TIME ZONE 'Europe/Stockholm' AS ends_at
         FROM history_visit WHERE unit_id = $1 AND kind = 'besok'
       ) visit, LATERAL (
         SELECT 'besok' AS kind, starts_at AS occurred_at, ends_at AS ended_at WHERE NOT is_phone
         UNION ALL SELECT 'start', starts_at, NULL WHERE is_phone
         UNION ALL SELECT 'stop', ends_at, NULL WHERE is_phone
       ) event`,
      [unitId, 14 * fortnight],
    );
  }
  await database.rows(
    `INSERT INTO registered_time_correction (id, unit_id, registered_time_id, starts_at, ends_at, reason)
     SELECT gen_random_uuid(), unit_id, id, occurred_at, ended_at + interval '5 minutes', 'Glömde gå ut'
     FROM registered_time WHERE unit_id = $1 AND kind = 'besok' AND hashtext(id::text) % 20 = 0`,
    [unitId],
  );
  await database.rows('ANALYZE');
  const [row] = await database.rows<{ count: number }>('SELECT count(*)::int AS count FROM registered_time');
  return row?.count ?? 0;
}

async function benchUnit(
  office: ApiClient,
  database: Database,
  unitId: string,
  date: LocalDate,
  table: Table,
): Promise<void> {
  const month = calendarMonthOf(date);
  const address = `/api/units/${unitId}/ramtid-ledger?month=${month}&size=200`;
  const ledger = await median(() => office.get(address, ramtidLedgerAnswer));
  const plain = await median(() =>
    database.rows(
      `SELECT brukare_id, sum(ended_at - occurred_at) FROM registered_time
       WHERE unit_id = $1 AND occurred_at >= $2::date AND occurred_at < $2::date + interval '1 month' GROUP BY brukare_id`,
      [unitId, `${month}-01`],
    ),
  );
  table.add('ledger of the unit’s month from the API, median', ledger, 'ms', 1000);
  table.add('the month’s registrations added up by plain SQL', plain, 'ms', null);
  table.add('ledger of the unit to plain SQL', ledger / plain, 'times', null);
}

/** The enhetschef's month: sums, split of the staff hours, each group, and the month before. */
async function benchMonthReport(
  office: ApiClient,
  database: Database,
  unitId: string,
  date: LocalDate,
  table: Table,
): Promise<void> {
  const month = calendarMonthOf(date);
  // As it is in a service that runs: the months before are closed by the service itself.
  const before = calendarMonthOf(addDays(localDate(`${month}-01`), -1));
  const closed = await timed(() =>
    office.post(`/api/units/${unitId}/month-closings`, { month: before }, monthClosingAnswer),
  );
  table.add('close a month', closed.seconds, 's', null);
  const address = `/api/units/${unitId}/efficiency-report?period=month&date=${month}-01`;
  const report = await median(() => office.get(address, efficiencyReportAnswer));
  const plain = await median(() =>
    database.rows(
      `SELECT work_group_id, sum(ended_at - occurred_at) FROM registered_time JOIN brukare ON brukare.id = brukare_id
       WHERE registered_time.unit_id = $1 AND occurred_at >= $2::date AND occurred_at < $2::date + interval '1 month'
       GROUP BY work_group_id`,
      [unitId, `${month}-01`],
    ),
  );
  table.add('month report of the unit from the API, median', report, 'ms', 1000);
  table.add('the month’s registrations per group by plain SQL', plain, 'ms', null);
  table.add('month report to plain SQL', report / plain, 'times', null);
}

/** 5 000 registrations in one file, as they come from the present time system: read, judged beside the unit, and saved. */
async function benchImport(
  url: string,
  database: Database,
  unitId: string,
  date: LocalDate,
  table: Table,
): Promise<void> {
  const rows = await database.rows<{ brukare: string; employee: string; start: number; end: number }>(
    `SELECT brukare.code AS brukare, employee.code AS employee, starts_minute AS start, ends_minute AS "end"
     FROM history_visit JOIN brukare ON brukare.id = brukare_id JOIN employee ON employee.id = employee_id
     WHERE history_visit.unit_id = $1 AND kind = 'besok' ORDER BY on_date, starts_minute LIMIT $2`,
    [unitId, IMPORTED_ROWS],
  );
  const at = (minute: number): string => `${date} ${formatMinuteOfDay(minuteOfDay(minute))}`;
  const lines = rows.map(({ brukare, employee, start, end }, index) =>
    [`BENCH${index}`, brukare, employee, at(start), at(end)].join(';'),
  );
  const file = Buffer.from(['registreringsnr;kundnr;anstnr;start;slut', ...lines].join('\n'));
  const first = await timed(() => sendFile(url, unitId, file));
  const again = await timed(() => sendFile(url, unitId, file));
  const plain = await timed(() =>
    database.runInTransaction(() =>
      database.rows(
        `INSERT INTO registered_time (id, unit_id, employee_id, brukare_id, kind, occurred_at, ended_at)
         SELECT gen_random_uuid(), unit_id, employee_id, brukare_id, kind, occurred_at - interval '900 days', ended_at - interval '900 days'
         FROM registered_time WHERE unit_id = $1 AND kind = 'besok' LIMIT $2`,
        [unitId, rows.length],
      ),
    ),
  );
  table.add(`import of ${rows.length} registrations`, first.seconds, 's', 5);
  table.add('the same file again', again.seconds, 's', null);
  table.add('import to plain SQL that inserts as many rows', first.seconds / plain.seconds, 'times', null);
}

async function sendFile(url: string, unitId: string, file: Buffer): Promise<void> {
  const session = await fetch(`${url}/api/sessions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ username: 'enhetschef', password: DEMO_PASSWORD }),
  });
  const { token } = sessionAnswer.parse(await session.json());
  const form = new FormData();
  form.append('files', new Blob([new Uint8Array(file)]), 'registreringar.csv');
  const address = `${url}/api/units/${unitId}/imports`;
  const answer = await fetch(address, { method: 'POST', headers: { authorization: `Bearer ${token}` }, body: form });
  if (answer.status !== 200) throw new Error(`the import answered ${answer.status}`);
}

async function benchBrukare(
  office: ApiClient,
  database: Database,
  unitId: string,
  date: LocalDate,
  table: Table,
): Promise<void> {
  const brukare = await database.rows<{ id: string }>(
    'SELECT id FROM brukare WHERE unit_id = $1 ORDER BY code LIMIT $2',
    [unitId, BRUKARE_ASKED],
  );
  const milliseconds: number[] = [];
  for (const { id } of brukare) {
    const address = `/api/units/${unitId}/brukare/${id}/ramtid-ledger?month=${calendarMonthOf(date)}`;
    const { seconds } = await timed(() => office.get(address, brukareLedgerAnswer));
    milliseconds.push(seconds * 1000);
  }
  milliseconds.sort((a, b) => a - b);
  table.add(
    'ledger of one brukare from the API, median',
    milliseconds[Math.floor(milliseconds.length / 2)] ?? 0,
    'ms',
    50,
  );
  table.add(
    'ledger of one brukare, 95th percentile',
    milliseconds[Math.floor(milliseconds.length * 0.95)] ?? 0,
    'ms',
    null,
  );
}

async function median(work: () => Promise<unknown>): Promise<number> {
  const milliseconds: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) milliseconds.push((await timed(work)).seconds * 1000);
  return milliseconds.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
}

const today = (): LocalDate =>
  localDate(new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(new Date()));
