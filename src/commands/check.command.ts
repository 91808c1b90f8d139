import type { PlanFile } from '@hemtjanst/contracts';
import { DEFAULT_UNIT_SETTINGS, type IsoWeek, deriveVisitDemands } from '@hemtjanst/domain';
import { checkPlan } from '../planning/check-plan.js';
import type { TravelTimeSource } from '../travel/travel-time-source.js';
import { type CommandIo, EXIT, runCommand } from './command-io.js';
import { type CommandOptions, readOptions, requiredOption } from './command-options.js';
import { planOfFile, readPlanFile } from './read-plan-file.js';
import { readUnitOrFail } from './read-unit.js';
import { travelSourceOrFail } from './travel-option.js';

const OPTIONS = ['unit', 'plan', 'travel', 'map'];

/**
 * `ramrutt check`: every violation of a plan as one JSON line on standard output. Exit code 1 if a hard rule is broken.
 * Legs are compared with the source the plan names; a plan made with OSRM needs `--travel osrm:URL` for that.
 */
export function runCheck(args: string[], io: CommandIo): Promise<number> {
  return runCommand(io, async () => {
    const options = readOptions(args, OPTIONS);
    const file = readPlanFile(io, requiredOption(options, 'plan'));
    const { unit } = await readUnitOrFail(io, requiredOption(options, 'unit'));
    const settings = DEFAULT_UNIT_SETTINGS;
    // The contract has checked that it is a week.
    const week = file.week as IsoWeek;
    const { demands } = deriveVisitDemands({ unit, week, settings, workGroupIds: file.workGroupIds });
    const source = sourceOf(io, options, file);
    try {
      const plan = planOfFile(file, demands);
      const violations = await checkPlan({ unit, plan, demands, settings, source });
      violations.forEach((violation) => io.stdout(JSON.stringify(violation)));
      const hard = violations.filter(({ severity }) => severity === 'hard').length;
      io.stderr(`${violations.length} violations, ${hard} of them hard`);
      return hard > 0 ? EXIT.checkFailed : EXIT.done;
    } finally {
      await source?.close?.();
    }
  });
}

function sourceOf(io: CommandIo, { values }: CommandOptions, file: PlanFile): TravelTimeSource | null {
  if (values.travel !== undefined) return travelSourceOrFail(io, values.travel, values.map);
  switch (file.travel.source) {
    case 'street-network':
      return travelSourceOrFail(io, 'street', values.map);
    case 'estimate':
      return travelSourceOrFail(io, 'estimate', values.map);
    case 'osrm':
      io.stderr('the plan was made with OSRM: give --travel osrm:URL to check its legs against it');
      return null;
  }
}
