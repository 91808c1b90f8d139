import path from 'node:path';
import { visitListAnswer } from '@hemtjanst/contracts';
import { addWeeks, type IsoWeek, localDate, weekOf } from '@hemtjanst/domain';
import { readEnv } from '../../src/config/env.js';
import { ApiClient } from '../../src/first-start/api-client.js';
import { createEmployeeAccount, createOfficeAccounts, DEMO_PASSWORD } from '../../src/first-start/demo-accounts.js';
import { importDemoUnit } from '../../src/first-start/demo-unit.js';
import { planFirstGroup } from '../../src/first-start/first-plan.js';
import { type RunningService, startApi } from '../../src/start-service.js';
import { timed } from './stopwatch.js';
import type { Table } from './table.js';

const LIST_REQUESTS = 200;

/** The service on a database of its own: first and second start, import, a planned group, one employee's list. */
export async function benchService(folder: string, table: Table): Promise<void> {
  const env = readEnv({
    PORT: '0',
    RAMRUTT_DATA_DIR: path.join(path.dirname(folder), 'data'),
    MAP_FILE: 'data/goteborg-centrum.osm.pbf',
  });
  const first = await timed(() => startApi(env));
  table.add('first start: database made, migrations, HTTP listening', first.seconds, 's', null);
  try {
    await benchDemo(first.result, env.mapFile, table);
  } finally {
    await first.result.stop();
  }
  const second = await timed(() => startApi(env));
  await second.result.stop();
  table.add('next start, HTTP listening', second.seconds, 's', 5);
}

async function benchDemo(service: RunningService, mapFile: string, table: Table): Promise<void> {
  const week = nextWeek();
  const imported = await timed(() => importDemoUnit(service.app, mapFile, week));
  table.add('invent and import the unit (850/190) into PostgreSQL', imported.seconds, 's', 10);
  const unitId = imported.result;
  await createOfficeAccounts(service.app, unitId);
  const planerare = await ApiClient.login(service.url, 'planerare', DEMO_PASSWORD);
  const planned = await timed(() => planFirstGroup(planerare, unitId, week, () => {}));
  table.add('plan, check and publish one group through the API', planned.seconds, 's', null);
  const list = planned.result.firstList;
  if (list === null) throw new Error(`no list: ${planned.result.notPublished ?? 'nobody has a visit'}`);
  await createEmployeeAccount(service.app, unitId, list.employeeId);
  const employee = await ApiClient.login(service.url, 'medarbetare', DEMO_PASSWORD);
  await benchList(employee, list.date, table);
}

/** One request after the other, as one phone would. */
async function benchList(employee: ApiClient, date: string, table: Table): Promise<void> {
  const milliseconds: number[] = [];
  for (let request = 0; request < LIST_REQUESTS; request++) {
    const { seconds } = await timed(() => employee.get(`/api/visit-lists/mine?date=${date}`, visitListAnswer));
    milliseconds.push(seconds * 1000);
  }
  milliseconds.sort((a, b) => a - b);
  table.add('visit list of an employee, median', milliseconds[LIST_REQUESTS / 2], 'ms', 30);
  table.add('visit list of an employee, 95th percentile', milliseconds[Math.floor(LIST_REQUESTS * 0.95)], 'ms', null);
}

/** A week that can be published, whenever the benchmark runs. */
function nextWeek(): IsoWeek {
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(new Date());
  return addWeeks(weekOf(localDate(today)), 1);
}
