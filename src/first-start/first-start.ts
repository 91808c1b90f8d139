import type { PlanningRunAnswer } from '@hemtjanst/contracts';
import {
  DEFAULT_UNIT_SETTINGS,
  type IsoWeek,
  type LocalDate,
  addWeeks,
  localDate,
  weekOf,
  weekdayOf,
} from '@hemtjanst/domain';
import type { Env } from '../config/env.js';
import { AccountsService } from '../modules/accounts/accounts.service.js';
import type { RunningService } from '../start-service.js';
import { ApiClient } from './api-client.js';
import { createEmployeeAccount, createOfficeAccounts, DEMO_PASSWORD, DEMO_USERNAMES } from './demo-accounts.js';
import { findDemoUnit, importDemoUnit } from './demo-unit.js';
import { hasPlan, planFirstGroup, publishedVisitList } from './first-plan.js';
import { summaryLines, visitListLines } from './first-start-lines.js';
import type { Terminal } from './terminal.js';

/**
 * What a newcomer sees: an invented unit, one group's week planned before their eyes, and how to log in. Every step is
 * left out when it has been done, so that an interrupted first start goes on where it was and the next start is quick.
 */
export async function firstStart(service: RunningService, env: Env, terminal: Terminal): Promise<void> {
  await createFirstAdmin(service, env, terminal);
  if (!env.demo) return;
  const week = demoWeek(today());
  const unitId = (await findDemoUnit(service.app)) ?? (await importWithWords(service, env, week, terminal));
  await createOfficeAccounts(service.app, unitId);
  const planerare = await ApiClient.login(service.url, 'planerare', DEMO_PASSWORD);
  if (!(await hasPlan(planerare, unitId))) await planWithWords(planerare, unitId, week, terminal);
  const list = await publishedVisitList(planerare, unitId);
  if (list !== null) await createEmployeeAccount(service.app, unitId, list.employeeId);
  terminal.line(`Konton i demon: ${DEMO_USERNAMES.join(', ')}. Lösenord: ${DEMO_PASSWORD}`);
}

/** Without demo and without accounts nobody could log in: the environment names the first admin. */
async function createFirstAdmin(service: RunningService, { firstAdmin }: Env, terminal: Terminal): Promise<void> {
  if (firstAdmin === null) return;
  const accounts = service.app.get(AccountsService, { strict: false });
  const isNew = await accounts.createFirstAdmin(firstAdmin.username, firstAdmin.password);
  if (isNew) terminal.line(`Kontot ${firstAdmin.username} (admin) är skapat.`);
}

async function importWithWords(service: RunningService, env: Env, week: IsoWeek, terminal: Terminal): Promise<string> {
  terminal.line('Första starten: en påhittad enhet läggs in (850 brukare, 190 medarbetare, 7 grupper) …');
  return importDemoUnit(service.app, env.mapFile, week);
}

async function planWithWords(planerare: ApiClient, unitId: string, week: IsoWeek, terminal: Terminal): Promise<void> {
  terminal.line(`Planerar vecka ${week} för en grupp …`);
  const first = await planFirstGroup(planerare, unitId, week, (run) => terminal.status(progressText(run)));
  summaryLines(first, DEFAULT_UNIT_SETTINGS.efficiencyTarget).forEach(terminal.line);
  if (first.firstList !== null) visitListLines(first.firstList).forEach(terminal.line);
}

function progressText({ statusText, progress }: PlanningRunAnswer): string {
  if (progress === null) return `  ${statusText} …`;
  const left = progress.unassignedVisits === null ? '' : `, ${progress.unassignedVisits} besök ej placerade`;
  return `  ${statusText} ${Math.round(progress.percent)} %${left}`;
}

const today = (): LocalDate =>
  localDate(new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(new Date()));

/** This week, or the next one from Friday on: a newcomer wants days that are still to come. */
export function demoWeek(date: LocalDate): IsoWeek {
  const week = weekOf(date);
  return weekdayOf(date) >= 5 ? addWeeks(week, 1) : week;
}
