/**
 * Compares settings of the week search: same problems, seeds and steps for each; prints means, and by how much each
 * differs from the first (paired, with the standard error of that difference).
 *
 *     npx tsx test/bench/week-search.ts --steps 120 --seeds 2 --only G1,G4,G5,G6 '{}' '{"timeSlices":400}'
 */
import { parseArgs } from 'node:util';
import { type SolveOptions, maxIterations, solve } from '@hemtjanst/solver';
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
  readonly travelHours: number;
  readonly faces: number;
  readonly contactPercent: number;
  readonly cpuSeconds: number;
}

const size = { brukare: 850, employees: 190, groups: 7, seed: 1 };
const { groups } = await demoWeek(size, values.only.split(','));
const seeds = Array.from({ length: Number(values.seeds) }, (_, index) => index + 1);
let first: readonly Run[] | null = null;
for (const text of positionals.length === 0 ? ['{}'] : positionals) {
  const tuning = JSON.parse(text) as SolveOptions['tuning'];
  const runs = groups.flatMap((group) => seeds.map((seed) => runOf(group, seed, tuning)));
  first ??= runs;
  process.stdout.write(`${text} | ${lineOf(runs)} | cost ${differenceOf(runs, first)}\n`);
}

function runOf(group: DemoGroup, seed: number, tuning: SolveOptions['tuning']): Run {
  const { problem } = group;
  const before = process.cpuUsage();
  const result = solve(problem, { seed, stop: maxIterations(problem.visits.length * Number(values.steps)), tuning });
  const { user, system } = process.cpuUsage(before);
  const { metrics } = group.planOf(result, false);
  const run = {
    cost: result.cost.total,
    left: result.unassigned.length,
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
    `left ${meanOf(({ left }) => left).toFixed(2)}`,
    `travel ${meanOf(({ travelHours }) => travelHours).toFixed(1)} h`,
    `faces ${meanOf(({ faces }) => faces).toFixed(2)}`,
    `contact ${meanOf(({ contactPercent }) => contactPercent).toFixed(1)} %`,
    `CPU ${meanOf(({ cpuSeconds }) => cpuSeconds).toFixed(1)} s`,
  ].join(' ');
}

function differenceOf(runs: readonly Run[], base: readonly Run[]): string {
  const differences = runs.map(({ cost }, index) => cost - base[index].cost);
  const average = mean(differences);
  const variance = mean(differences.map((difference) => (difference - average) ** 2));
  const error = Math.sqrt(variance / Math.max(1, runs.length - 1));
  return `${average > 0 ? '+' : ''}${average.toFixed(0)} ± ${error.toFixed(0)}`;
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
}
