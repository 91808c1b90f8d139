/**
 * Where the solver stands against the goals it was given: one line per goal, in CPU seconds of one thread, with the mean
 * and the largest gap to the best known. Public instances are read from a folder beside the repository; what is not
 * there is told as skipped.
 *
 *     npx tsx test/bench/solver-goals.ts [--full] [--seeds 1,2,3] [--only s20,all56,g12,g12minute,vehicles,day,hhcrsp,brk]
 *         [--instances DIR] [--every] [--lines] [--keep FILE]
 *
 * Of the home-care instances a choice is driven, with `--every` all that have a published cost.
 * Quick: seed 1 and a third of every budget. Full: the budgets of the goals and seeds 1–3 (vehicles and g12minute alone take some two hours).
 */
import { appendFileSync, existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { dayGoal } from './solver-goals/day.js';
import type { Goal, GoalRun } from './solver-goals/goal.js';
import { hhcrspGoals } from './solver-goals/hhcrsp.js';
import { synchronisedWeekGoal } from './solver-goals/synchronised-week.js';
import { vrptwGoals } from './solver-goals/vrptw.js';

const QUICK_SHARE = 1 / 3;

const { values } = parseArgs({
  options: {
    full: { type: 'boolean', default: false },
    seeds: { type: 'string' },
    only: { type: 'string' },
    instances: { type: 'string', default: path.resolve(import.meta.dirname, '../../../shared/bench') },
    /** All home-care instances of a set, not a choice of them. */
    every: { type: 'boolean', default: false },
    /** Also prints one line per run. */
    lines: { type: 'boolean', default: false },
    /** A file that gets one JSON line per run, with its routes. */
    keep: { type: 'string' },
  },
});

const run: GoalRun = {
  folder: values.instances,
  seeds: (values.seeds ?? (values.full ? '1,2,3' : '1')).split(',').map(Number),
  every: values.every,
  share: values.full ? 1 : QUICK_SHARE,
  keep: (line) => (values.keep === undefined ? undefined : appendFileSync(values.keep, `${JSON.stringify(line)}\n`)),
  note: (line) => (values.lines ? process.stdout.write(`    ${line}\n`) : true),
};
const only = values.only?.split(',');
const goals: readonly Goal[] = [...vrptwGoals, dayGoal, ...hhcrspGoals, synchronisedWeekGoal];
process.stdout.write('| goal | CPU s | measured | wanted |\n|---|---|---|---|\n');
for (const goal of goals.filter(
  ({ id }) => only === undefined || only.includes(id) || only.includes(id.split('-')[0]),
)) {
  const isThere = existsSync(path.join(run.folder, goal.data));
  const measured = isThere ? await goal.measure(run) : 'skipped: instances not found';
  process.stdout.write(`| ${goal.name} | ${(goal.seconds * run.share).toFixed(1)} | ${measured} | ${goal.wanted} |\n`);
}
