/**
 * Compares settings of the week search: same problems, seeds and steps for each; prints means, and by how much each
 * differs from the first (paired, with the standard error of that difference).
 *
 *     npx tsx test/bench/week-search.ts --steps 120 --seeds 2 --only G1,G4,G5,G6 '{}' '{"timeSlices":400}' '{"choose":true}'
 *     npx tsx test/bench/week-search.ts '{"faceCost":[],"kontaktmanBonus":0}' '{"steps":600}' '{"kontaktmanBonus":600}'
 *
 * `choose`: each day is put together anew by set partitioning at the end; `steps`: instead of `--steps`; `faceCost` and
 * `kontaktmanBonus`: the unit's weights. Travel is with handling, as in `ramrutt bench week`.
 */
import { parseArgs } from 'node:util';
import { DEFAULT_UNIT_SETTINGS, type PlanningWeights } from '@hemtjanst/domain';
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

/** One setting to be measured, as written on the command line. */
type Setting = SolveOptions['tuning'] &
  Partial<Pick<PlanningWeights, 'faceCost' | 'kontaktmanBonus'>> & {
    readonly choose?: boolean;
    readonly steps?: number;
  };

interface Run {
  readonly cost: number;
  readonly left: number;
  /** The cost without that of visits left out, which sways most. */
  readonly costOfPlanned: number;
  readonly travelHours: number;
  readonly faces: number;
  readonly medianFaces: number;
  readonly percentAbove10: number;
  readonly contactPercent: number;
  readonly cpuSeconds: number;
}

const size = { brukare: 850, employees: 190, groups: 7, seed: 1 };
const { groups } = await demoWeek(size, values.only.split(','));
const seeds = Array.from({ length: Number(values.seeds) }, (_, index) => index + 1);
const chooser = await loadColumnChooser();
let first: readonly Run[] | null = null;
for (const text of positionals.length === 0 ? ['{}'] : positionals) {
  const setting = JSON.parse(text) as Setting;
  const runs = groups.flatMap((group) => seeds.map((seed) => runOf(group, seed, setting)));
  first ??= runs;
  const differences = [
    `cost ${differenceOf(runs, first, 'cost')}`,
    `planned ${differenceOf(runs, first, 'costOfPlanned')}`,
    `travel ${travelAgainst(runs, first)}`,
  ].join(', ');
  process.stdout.write(`${text} | ${lineOf(runs)} | ${differences}\n`);
}

function runOf(demoGroup: DemoGroup, seed: number, setting: Setting): Run {
  const { choose = false, steps = Number(values.steps), faceCost, kontaktmanBonus, ...tuning } = setting;
  const { weights } = DEFAULT_UNIT_SETTINGS;
  const group = demoGroup.withSettings({
    ...DEFAULT_UNIT_SETTINGS,
    weights: {
      ...weights,
      faceCost: faceCost ?? weights.faceCost,
      kontaktmanBonus: kontaktmanBonus ?? weights.kontaktmanBonus,
    },
  });
  const { problem } = group;
  const before = process.cpuUsage();
  const stop = maxIterations(problem.visits.length * steps);
  const result = solve(problem, { seed, stop, tuning, ...(choose ? { chooseColumns: chooser } : {}) });
  const { user, system } = process.cpuUsage(before);
  const { metrics } = group.planOf(result, false);
  const faces = metrics.distinctEmployeesPer14Days;
  const run = {
    cost: result.cost.total,
    left: result.unassigned.length,
    costOfPlanned: result.cost.total - result.cost.unassigned,
    travelHours: (metrics.travelMinutes + metrics.handlingMinutes) / 60,
    faces: faces.mean,
    medianFaces: faces.median,
    percentAbove10: faces.shareAbove10 * 100,
    contactPercent: metrics.contactPersonShare * 100,
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
    `faces ${meanOf(({ faces }) => faces).toFixed(2)} median ${meanOf(({ medianFaces }) => medianFaces).toFixed(1)}`,
    `above 10 ${meanOf(({ percentAbove10 }) => percentAbove10).toFixed(1)} %`,
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

function travelAgainst(runs: readonly Run[], base: readonly Run[]): string {
  const hours = mean(runs.map(({ travelHours }) => travelHours));
  const percent = (hours / mean(base.map(({ travelHours }) => travelHours)) - 1) * 100;
  return `${percent > 0 ? '+' : ''}${percent.toFixed(1)} %`;
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
}
