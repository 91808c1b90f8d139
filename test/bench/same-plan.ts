/**
 * Whether the plan of the invented unit is the same in every run, by its SHA-256, with one solver thread and with two.
 *
 *     npx tsx test/bench/same-plan.ts [--runs 20 --brukare 850 --employees 190 --groups 7 --iterations 20]
 */
import { createHash } from 'node:crypto';
import { parseArgs } from 'node:util';
import { DEFAULT_UNIT_SETTINGS, isoWeek } from '@hemtjanst/domain';
import { loadStreetNetwork } from '@hemtjanst/street-network';
import { defaultMapPath } from '../../src/commands/travel-option.js';
import { planWeek } from '../../src/planning/plan-week.js';
import { EstimateSource } from '../../src/travel/estimate-source.js';
import { inventUnit } from '../../src/unit-folder/invent-unit/invent-unit.js';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '20' },
    brukare: { type: 'string', default: '850' },
    employees: { type: 'string', default: '190' },
    groups: { type: 'string', default: '7' },
    iterations: { type: 'string', default: '20' },
  },
});

const week = isoWeek('2026-W10');
const unit = inventUnit({
  name: 'demo',
  brukare: Number(values.brukare),
  employees: Number(values.employees),
  groups: Number(values.groups),
  premises: 5,
  seed: 1,
  week,
  streetPoints: (await loadStreetNetwork(defaultMapPath())).streetPoints(),
});
const runsByHash = new Map<string, string[]>();
for (let run = 0; run < Number(values.runs); run++) {
  const threads = 1 + (run % 2);
  const plan = await planWeek({
    unit,
    week,
    workGroupIds: null,
    settings: DEFAULT_UNIT_SETTINGS,
    source: new EstimateSource(),
    seed: 1,
    budget: { kind: 'iterations-per-visit', iterations: Number(values.iterations) },
    threads,
  });
  const hash = createHash('sha256').update(JSON.stringify(plan)).digest('hex');
  runsByHash.set(hash, [...(runsByHash.get(hash) ?? []), `${threads}`]);
}
for (const [hash, threads] of runsByHash) {
  process.stdout.write(`${hash}: ${threads.length} runs, threads ${threads.join(' ')}\n`);
}
process.exitCode = runsByHash.size === 1 ? 0 : 1;
