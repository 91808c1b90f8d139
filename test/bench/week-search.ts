/**
 * Compares settings of the week search: same problems, seeds and steps for each; prints means, and by how much each
 * differs from the first (paired, with the standard error of that difference).
 *
 *     npx tsx test/bench/week-search.ts --steps 120 --seeds 2 --only G1,G4,G5,G6 '{}' '{"timeSlices":400}' '{"choose":true}'
 *
 * `choose`: each day is put together anew by set partitioning at the end.
 */
import { parseArgs } from 'node:util';
import { type SolveOptions, loadColumnChooser, maxIterations, solve } from '@hemtjanst/solver';
import { type DemoGroup, demoWeek } from './week/demo-week.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    steps: { type: 'string', default: '120' },
    seeds: { type: 'string', default: '2' },
    only: { type: 'string', default: 'G1,G4,G5,G6' },
    /** One line a run. */
    lines: { type: 'boolean', default: false },
  },
});

interface Run {
  readonly cost: number;
  readonly left: number;
  /** The cost without that of visits left out, which sways most. */
  readonly costOfPlanned: number;
  readonly travelHours: number;
  readonly faces: number;
  readonly contactPercent: number;
  readonly cpuSeconds: number;
}

const size = { brukare: 850, employees: 190, groups: 7, seed: 1 };
const { groups } = await demoWeek(size, values.only.split(','));
const seeds = Array.from({ length: Number(values.seeds) }, (_, index) => index + 1);
const chooser = await loadColumnChooser();
let first: readonly Run[] | null = null;
for (const text of positionals.length === 0 ? ['{}'] : positionals) {
  const { choose = false, ...tuning } = JSON.parse(text) as SolveOptions['tuning'] & { readonly choose?: boolean };
  const runs = groups.flatMap((group) => seeds.map((seed) => runOf(group, seed, tuning, choose)));
  first ??= runs;
  const differences = `cost ${differenceOf(runs, first, 'cost')}, planned ${differenceOf(runs, first, 'costOfPlanned')}`;
  process.stdout.write(`${text} | ${lineOf(runs)} | ${differences}\n`);
}

function runOf(group: DemoGroup, seed: number, tuning: SolveOptions['tuning'], chooses: boolean): Run {
  const { problem } = group;
  const before = process.cpuUsage();
  const stop = maxIterations(problem.visits.length * Number(values.steps));
  const result = solve(problem, { seed, stop, tuning, ...(chooses ? { chooseColumns: chooser } : {}) });
  const { user, system } = process.cpuUsage(before);
  const { metrics } = group.planOf(result, false);
  const run = {
    cost: result.cost.total,
    left: result.unassigned.length,
    costOfPlanned: result.cost.total - result.cost.unassigned,
    travelHours: result.cost.travel / 3600,
    faces: metrics.distinctEmployeesPer14Days.mean,
    contactPercent: (metrics.contactPersonShare ?? 0) * 100,
    cpuSeconds: (user + system) / 1e6,
  };
  if (values.lines) process.stdout.write(`  ${group.id} seed ${seed}: ${lineOf([run])}\n`);
  return run;
}

function lineOf(runs: readonly Run[]): string {
  const meanOf = (read: (run: Run) => number): number => mean(runs.map(read));
  return [
    `cost ${meanOf(({ cost }) => cost).toFixed(0)}`,
    `planned ${meanOf(({ costOfPlanned }) => costOfPlanned).toFixed(0)}`,
    `left ${meanOf(({ left }) => left).toFixed(2)}`,
    `travel ${meanOf(({ travelHours }) => travelHours).toFixed(1)} h`,
    `faces ${meanOf(({ faces }) => faces).toFixed(2)}`,
    `contact ${meanOf(({ contactPercent }) => contactPercent).toFixed(1)} %`,
    `CPU ${meanOf(({ cpuSeconds }) => cpuSeconds).toFixed(1)} s`,
  ].join(' ');
}

function differenceOf(runs: readonly Run[], base: readonly Run[], of: 'cost' | 'costOfPlanned'): string {
  const differences = runs.map((run, index) => run[of] - base[index][of]);
  const average = mean(differences);
  const variance = mean(differences.map((difference) => (difference - average) ** 2));
  const error = Math.sqrt(variance / Math.max(1, runs.length - 1));
  return `${average > 0 ? '+' : ''}${average.toFixed(0)} ± ${error.toFixed(0)}`;
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
}
