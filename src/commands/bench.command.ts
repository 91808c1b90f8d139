import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import {
  type BenchLine,
  type BenchOptions,
  readHhcrsp,
  readHomecareDay,
  readSolomon,
  readSynchronisedWeek,
  solveHhcrsp,
  solveHomecareDay,
  solveSynchronisedWeek,
  solveVrptw,
} from '@hemtjanst/solver';
import { type CommandIo, EXIT, fail, runCommand } from './command-io.js';
import { readOptions, resolvePath, secondsOption, wholeNumberOption } from './command-options.js';

const OPTIONS = ['seconds', 'seed'];
const LARGEST_SEED = 2 ** 31 - 1;

type Benchmark = (text: string, name: string, options: BenchOptions) => BenchLine;

const BENCHMARKS: Readonly<Record<string, Benchmark>> = {
  vrptw: (text, _name, options) => solveVrptw(readSolomon(text), options),
  hhcrsp: (text, name, options) => solveHhcrsp(readHhcrsp(text, name), options),
  day: (text, name, options) => solveHomecareDay(readHomecareDay(text, name), options),
  brk: (text, name, options) => solveSynchronisedWeek(readSynchronisedWeek(text, name), options),
};

/** `ramrutt bench`: solves public instances, one JSON line a file. The budget is CPU seconds of this process. */
export function runBench(args: string[], io: CommandIo): Promise<number> {
  return runCommand(io, () => {
    const options = readOptions(args, OPTIONS, true);
    const [kind = '', ...files] = options.words;
    const benchmark = BENCHMARKS[kind];
    if (benchmark === undefined)
      fail(EXIT.badInput, `bench ${kind}: one of ${Object.keys(BENCHMARKS).join(', ')} expected`);
    if (files.length === 0) fail(EXIT.badInput, `bench ${kind}: at least one file expected`);
    const seconds = secondsOption(options, 'seconds', 10);
    const seed = wholeNumberOption(options, 'seed', 1, 0, LARGEST_SEED);
    const instances = files.map((file) => ({ file, text: readInstance(io, file) }));
    for (const { file, text } of instances) {
      io.stdout(JSON.stringify(solved(benchmark, file, text, { seconds, seed, secondsNow: cpuSeconds })));
    }
    return Promise.resolve(EXIT.done);
  });
}

function readInstance(io: CommandIo, file: string): string {
  try {
    const content = readFileSync(resolvePath(io, file));
    return (file.endsWith('.gz') ? gunzipSync(content) : content).toString('utf8');
  } catch (error) {
    return fail(EXIT.badInput, `${file}: cannot be read (${error instanceof Error ? error.message : String(error)})`);
  }
}

function solved(benchmark: Benchmark, file: string, text: string, options: BenchOptions): BenchLine {
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
