import { basename } from 'node:path';
import { loadStreetNetwork, StreetMapError } from '@hemtjanst/street-network';
import { parseIsoWeek, type Brukare, type CareUnit } from '@hemtjanst/domain';
import { inventUnit } from '../unit-folder/invent-unit/invent-unit.js';
import type { StreetPlace } from '../unit-folder/invent-unit/invent-places.js';
import { writeUnitFolder } from '../unit-folder/write-unit-folder.js';
import { EXIT, fail, runCommand, type CommandIo } from './command-io.js';
import { readOptions, requiredOption, resolvePath, wholeNumberOption } from './command-options.js';
import { defaultMapPath } from './travel-option.js';

const OPTIONS = ['out', 'brukare', 'employees', 'groups', 'premises', 'seed', 'map', 'week'];
const DEFAULT_WEEK = '2026-W10';
/** One in so many brukare is written without group: the areas say it, as in a unit that uses them. */
const GROUP_FROM_AREA_EVERY = 20;

/** `ramrutt demo-unit`: invents a believable unit on real streets of the map and writes it as a unit folder. */
export function runDemoUnit(args: string[], io: CommandIo): Promise<number> {
  return runCommand(io, async () => {
    const options = readOptions(args, OPTIONS);
    const out = resolvePath(io, requiredOption(options, 'out'));
    const week = parseIsoWeek(options.values.week ?? DEFAULT_WEEK);
    if (week === null)
      return fail(EXIT.badInput, `--week ${options.values.week ?? ''}: an ISO week such as 2026-W10 expected`);
    const map = options.values.map === undefined ? defaultMapPath() : resolvePath(io, options.values.map);
    const unit = inventOrFail({
      name: basename(out),
      brukare: wholeNumberOption(options, 'brukare', 850, 2, 10_000),
      employees: wholeNumberOption(options, 'employees', 190, 1, 2_500),
      groups: wholeNumberOption(options, 'groups', 7, 1, 60),
      premises: wholeNumberOption(options, 'premises', 5, 1, 60),
      seed: wholeNumberOption(options, 'seed', 1, 0, 2 ** 31 - 1),
      week,
      streetPoints: await streetPointsOf(map),
    });
    await writeUnitFolder(out, unit, { groupFromArea: brukareFoundByArea(unit.brukare) });
    summaryOf(unit).forEach((line) => io.stderr(line));
    return EXIT.done;
  });
}

async function streetPointsOf(map: string): Promise<readonly StreetPlace[]> {
  try {
    return (await loadStreetNetwork(map)).streetPoints();
  } catch (error) {
    if (error instanceof StreetMapError) return fail(EXIT.badInput, `${map}: ${error.message}`);
    throw error;
  }
}

function inventOrFail(size: Parameters<typeof inventUnit>[0]): CareUnit {
  try {
    return inventUnit(size);
  } catch (error) {
    if (error instanceof RangeError) return fail(EXIT.badInput, error.message);
    throw error;
  }
}

const brukareFoundByArea = (brukare: readonly Brukare[]): ReadonlySet<string> =>
  new Set(
    brukare
      .filter(({ coordinate }, index) => coordinate !== null && index % GROUP_FROM_AREA_EVERY === 0)
      .map(({ id }) => id),
  );

function summaryOf(unit: CareUnit): readonly string[] {
  const orderedHours = unit.orders.reduce((sum, { hoursPerMonth }) => sum + hoursPerMonth, 0);
  const staffMinutes = unit.shifts.reduce((sum, shift) => sum + shift.endsAt - shift.startsAt - shift.breakMinutes, 0);
  return [
    `${unit.brukare.length} brukare, ${unit.employees.length} employees, ${unit.workGroups.length} groups, ${unit.premises.length} premises`,
    `${unit.orders.length} orders, ${orderedHours.toFixed(0)} h a month (${(orderedHours / unit.brukare.length).toFixed(1)} h per brukare)`,
    `${unit.templates.length} visit templates, ${unit.shifts.length} shifts with ${(staffMinutes / 60).toFixed(0)} staff hours in the week`,
  ];
}
