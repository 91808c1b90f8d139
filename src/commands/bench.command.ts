import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import {
  type BenchLine,
  type ColumnChooser,
  hasWorkingShifts,
  loadColumnChooser,
  loadMasterOpener,
  readHhcrsp,
  readHhcrspShifts,
  readHomecareDay,
  readSolomon,
  readSynchronisedWeek,
  solveHhcrsp,
  solveHhcrspShifts,
  solveHomecareDay,
  solveSynchronisedWeek,
  solveVrptw,
  type VrptwObjective,
  type VrptwOptions,
} from '@hemtjanst/solver';
import { benchWeek } from './bench-week.js';
import { type CommandIo, EXIT, fail, runCommand } from './command-io.js';
import { type CommandOptions, readOptions, resolvePath, secondsOption, wholeNumberOption } from './command-options.js';

const OPTIONS = ['seconds', 'seed', 'objective', 'bound'];
const WEEK_OPTIONS = ['seconds', 'seed', 'unit', 'week', 'travel', 'map', 'threads', 'brukare', 'employees', 'groups'];
const LARGEST_SEED = 2 ** 31 - 1;

type Benchmark = (text: string, name: string, options: VrptwOptions) => BenchLine;

const BENCHMARKS: Readonly<Record<string, Benchmark>> = {
  vrptw: (text, _name, options) => solveVrptw(readSolomon(text), options),
  hhcrsp: (text, name, options) =>
    hasWorkingShifts(text)
      ? solveHhcrspShifts(readHhcrspShifts(text, name), options)
      : solveHhcrsp(readHhcrsp(text, name), options),
  day: (text, name, options) => solveHomecareDay(readHomecareDay(text, name), options),
  brk: (text, name, options) => solveSynchronisedWeek(readSynchronisedWeek(text, name), options),
};

/**
 * `ramrutt bench`: solves public instances, one JSON line a file. The budget is CPU seconds of this process. `bench week`
 * plans the week of a unit and takes options of its own.
 */
export function runBench(args: string[], io: CommandIo): Promise<number> {
  return runCommand(io, async () => {
    if (args[0] === 'week') return benchWeek(readOptions(args.slice(1), WEEK_OPTIONS), io);
    const options = readOptions(args, OPTIONS, true);
    const [kind = '', ...files] = options.words;
    const benchmark = BENCHMARKS[kind];
    if (benchmark === undefined)
      fail(EXIT.badInput, `bench ${kind}: one of ${[...Object.keys(BENCHMARKS), 'week'].join(', ')} expected`);
    if (files.length === 0) fail(EXIT.badInput, `bench ${kind}: at least one file expected`);
    const seconds = secondsOption(options, 'seconds', 10);
    const seed = wholeNumberOption(options, 'seed', 1, 0, LARGEST_SEED);
    const objective = objectiveOption(kind, options.values.objective);
    const instances = files.map((file) => ({ file, text: readInstance(io, file) }));
    const chooseColumns = await chooserFor(kind, seconds);
    const bound = await boundOption(kind, options, objective);
    for (const { file, text } of instances) {
      const benchOptions = { seconds, seed, objective, chooseColumns, bound, secondsNow: cpuSeconds };
      io.stdout(JSON.stringify(solved(benchmark, file, text, benchOptions)));
    }
    return EXIT.done;
  });
}

function objectiveOption(kind: string, text: string | undefined): VrptwObjective | undefined {
  if (text === undefined) return undefined;
  if (kind !== 'vrptw') fail(EXIT.badInput, `bench ${kind}: --objective is for vrptw only`);
  if (text === 'distance' || text === 'vehicles') return text;
  return fail(EXIT.badInput, `--objective ${text}: distance or vehicles expected`);
}

/** `--bound SECONDS`: a lower bound of the distance beside the plan's, for instances whose routes do not hang together. */
async function boundOption(
  kind: string,
  options: CommandOptions,
  objective: VrptwObjective | undefined,
): Promise<VrptwOptions['bound']> {
  if (options.values.bound === undefined) return undefined;
  if (kind !== 'day' && kind !== 'vrptw') fail(EXIT.badInput, `bench ${kind}: --bound is for day and vrptw only`);
  if (objective === 'vehicles') fail(EXIT.badInput, '--bound: a bound is proven of the distance, not of the vehicles');
  return { openMaster: await loadMasterOpener(), seconds: secondsOption(options, 'bound', 0) };
}

/** In shorter searches putting the routes together would cost more time than it brings. */
const LEAST_SECONDS_TO_CHOOSE = 3;

const chooserFor = (kind: string, seconds: number): Promise<ColumnChooser | undefined> =>
  kind === 'vrptw' && seconds >= LEAST_SECONDS_TO_CHOOSE ? loadColumnChooser() : Promise.resolve(undefined);

function readInstance(io: CommandIo, file: string): string {
  try {
    const content = readFileSync(resolvePath(io, file));
    return (file.endsWith('.gz') ? gunzipSync(content) : content).toString('utf8');
  } catch (error) {
    return fail(EXIT.badInput, `${file}: cannot be read (${error instanceof Error ? error.message : String(error)})`);
  }
}

function solved(benchmark: Benchmark, file: string, text: string, options: VrptwOptions): BenchLine {
  try {
    return benchmark(text, path.basename(file).replace(/\.(json|txt|dat)(\.gz)?$/i, ''), options);
  } catch (error) {
    return fail(EXIT.badInput, `${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
