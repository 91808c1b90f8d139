import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { DEFAULT_UNIT_SETTINGS, deriveVisitDemands, isoWeek, type CareUnit } from '@hemtjanst/domain';
import { groupWeeks, travelQuestion } from '@hemtjanst/planning';
import { runDemoUnit } from '../../src/commands/demo-unit.command.js';
import { defaultMapPath } from '../../src/commands/travel-option.js';
import { standardBudget } from '../../src/planning/plan-budget.js';
import { type PlanWeekRequest, planWeek } from '../../src/planning/plan-week.js';
import { StreetSource } from '../../src/travel/street-source.js';
import { readUnitFolder } from '../../src/unit-folder/read-unit-folder.js';
import { peakMegabytesOf } from './peak-memory.js';
import { timed } from './stopwatch.js';
import type { Table } from './table.js';

const WEEK = isoWeek('2026-W10');
const settings = DEFAULT_UNIT_SETTINGS;

/** Files in, demands, matrix, first plan of a group and of the whole unit, and the memory it takes. */
export async function benchPlanning(folder: string, table: Table): Promise<void> {
  const invented = await timed(() => runDemoUnit(['--out', folder], { stdout: () => {}, stderr: () => {}, cwd: '/' }));
  table.add('demo-unit 850/190, map included', invented.seconds, 's', 10);
  const read = await timed(() => readUnit(folder));
  table.add('read the unit folder', read.seconds, 's', 10);
  const unit = read.result;
  const demands = await timed(() => deriveVisitDemands({ unit, week: WEEK, settings }));
  table.add(`demands of a week (${demands.result.demands.length})`, demands.seconds, 's', 1);
  const source = new StreetSource(defaultMapPath());
  try {
    await benchMatrix(unit, source, table);
    await benchGroup(unit, source, table);
    await benchUnit(unit, source, table);
  } finally {
    await source.close();
  }
  await benchMemory(folder, table);
}

/** In a process of its own: this one has held the map for the demo unit as well. */
async function benchMemory(folder: string, table: Table): Promise<void> {
  const out = path.join(path.dirname(folder), 'plan.json');
  const cli = fileURLToPath(new URL('../../src/cli.js', import.meta.url));
  const megabytes = await peakMegabytesOf([
    cli,
    'plan',
    '--unit',
    folder,
    '--week',
    WEEK,
    '--seconds',
    '20',
    '--out',
    out,
  ]);
  if (megabytes !== null) table.add('  peak memory, main process and 2 solver threads', megabytes, 'MB', 600);
}

async function readUnit(folder: string): Promise<CareUnit> {
  const read = await readUnitFolder(folder);
  if (!read.ok) throw new Error(`the invented unit has ${read.faults.length} faults`);
  return read.unit;
}

async function benchMatrix(unit: CareUnit, source: StreetSource, table: Table): Promise<void> {
  const [group] = groupWeeks(unit, WEEK, settings, [unit.workGroups[0].id]);
  const { places } = travelQuestion(group);
  const cold = await timed(() => source.table('elcykel', places.coordinates));
  table.add(`matrix of one group (${places.coordinates.length} places), map loaded meanwhile`, cold.seconds, 's', null);
  const warm = await timed(() => source.table('cykel', places.coordinates));
  const warmer = await timed(() => source.table('cykel', places.coordinates));
  table.add('matrix of one group, first of its mode', warm.seconds, 's', null);
  table.add('matrix of one group', warmer.seconds, 's', 2);
}

async function benchGroup(unit: CareUnit, source: StreetSource, table: Table): Promise<void> {
  const planned = await timed(() => planWeek(request(unit, source, [unit.workGroups[0].id])));
  const { visits, metrics } = planned.result;
  table.add(`week plan of one group (${visits.length + metrics.unassignedVisits} visits)`, planned.seconds, 's', 10);
  table.add('  not placed', metrics.unassignedVisits, 'visits', null);
  table.add('  planned efficiency', metrics.plannedEfficiency * 100, '%', null);
}

async function benchUnit(unit: CareUnit, source: StreetSource, table: Table): Promise<void> {
  const planned = await timed(() => planWeek(request(unit, source, null)));
  const { visits, metrics } = planned.result;
  const faces = metrics.distinctEmployeesPer14Days;
  table.add(
    `week plan of the unit (${visits.length + metrics.unassignedVisits} visits, 2 threads)`,
    planned.seconds,
    's',
    180,
  );
  table.add('  CPU', planned.cpuSeconds, 's', null);
  table.add('  not placed', metrics.unassignedVisits, 'visits', null);
  table.add('  planned efficiency', metrics.plannedEfficiency * 100, '%', null);
  table.add('  faces in 14 days, mean', faces.mean, 'employees', null);
  table.add('  brukare above 10 faces', faces.shareAbove10 * 100, '%', null);
  table.add('  visits by the contact person', metrics.contactPersonShare * 100, '%', null);
}

const request = (
  unit: CareUnit,
  source: StreetSource,
  workGroupIds: PlanWeekRequest['workGroupIds'],
): PlanWeekRequest => ({
  unit,
  week: WEEK,
  workGroupIds,
  settings,
  source,
  seed: 1,
  budget: standardBudget(workGroupIds),
  threads: 2,
});
