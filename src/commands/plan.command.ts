import { renameSync, writeFileSync } from 'node:fs';
import { type CareUnit, DEFAULT_UNIT_SETTINGS, type WeeklyPlan } from '@hemtjanst/domain';
import { planWeek } from '../planning/plan-week.js';
import { planSummary } from '../planning/plan-summary.js';
import { type CommandIo, EXIT, fail, runCommand } from './command-io.js';
import {
  type CommandOptions,
  readOptions,
  requiredOption,
  resolvePath,
  secondsOption,
  weekOption,
  wholeNumberOption,
} from './command-options.js';
import { readUnitOrFail } from './read-unit.js';
import { travelSourceOrFail } from './travel-option.js';

const OPTIONS = ['unit', 'week', 'group', 'seconds', 'seed', 'travel', 'map', 'threads', 'out'];
const LARGEST_SEED = 2 ** 31 - 1;

/**
 * `ramrutt plan`: a unit folder and a week in, `plan.json` out. The summary goes to standard error, so that standard
 * output stays free for other programs.
 */
export function runPlan(args: string[], io: CommandIo): Promise<number> {
  return runCommand(io, async () => {
    const options = readOptions(args, OPTIONS);
    const out = requiredOption(options, 'out');
    const week = weekOption(options);
    const { unit } = await readUnitOrFail(io, requiredOption(options, 'unit'));
    const workGroupIds = groupOption(options, unit);
    const source = travelSourceOrFail(io, options.values.travel ?? 'street', options.values.map);
    try {
      const plan = await planWeek({
        unit,
        week,
        workGroupIds,
        settings: DEFAULT_UNIT_SETTINGS,
        source,
        seed: wholeNumberOption(options, 'seed', 1, 0, LARGEST_SEED),
        budget: { kind: 'seconds', seconds: secondsOption(options, 'seconds', 60) },
        threads: wholeNumberOption(options, 'threads', 2, 1, 64),
      });
      writePlan(io, out, plan);
      planSummary(plan, DEFAULT_UNIT_SETTINGS).forEach((line) => io.stderr(line));
      return EXIT.done;
    } finally {
      await source.close?.();
    }
  });
}

function groupOption({ values }: CommandOptions, unit: CareUnit): string[] | null {
  if (values.group === undefined) return null;
  const known = unit.workGroups.map((workGroup) => workGroup.id);
  if (!known.includes(values.group))
    fail(EXIT.badInput, `--group ${values.group}: one of ${known.join(', ')} expected`);
  return [values.group];
}

/** Whole or not at all: a plan that is cut off in the middle of writing never stands under its name. */
function writePlan(io: CommandIo, out: string, plan: WeeklyPlan): void {
  const file = resolvePath(io, out);
  try {
    writeFileSync(`${file}.part`, `${JSON.stringify(plan, null, 1)}\n`);
    renameSync(`${file}.part`, file);
  } catch (error) {
    fail(EXIT.badInput, `--out ${out}: cannot be written (${error instanceof Error ? error.message : String(error)})`);
  }
}
