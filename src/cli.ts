import type { CommandIo } from './commands/command-io.js';
import { runBench } from './commands/bench.command.js';
import { runCheck } from './commands/check.command.js';
import { runDemoUnit } from './commands/demo-unit.command.js';
import { runMatrix } from './commands/matrix.command.js';
import { runPlan } from './commands/plan.command.js';

const COMMANDS: Readonly<Record<string, (args: string[], io: CommandIo) => Promise<number>>> = {
  'demo-unit': runDemoUnit,
  plan: runPlan,
  check: runCheck,
  matrix: runMatrix,
  bench: runBench,
};

const USAGE = `ramrutt <command>

  demo-unit  --out DIR [--brukare 850 --employees 190 --groups 7 --seed 1 --week 2026-W10 --map FILE]
  plan       --unit DIR --week 2026-W10 [--group ID] --seconds 60 --seed 1 --travel street|estimate|osrm:URL --out plan.json
  check      --unit DIR --plan plan.json
  matrix     --map FILE.osm.pbf --mode gang|cykel|elcykel|bil --points POINTS.json --travel street|osrm:URL --out TABLE.json
  bench      vrptw|hhcrsp|day|brk FILE… --seconds 10 --seed 1 [--objective distance|vehicles] [--bound 60]
  bench      week [--seed 1 --unit DIR | --brukare 850 --employees 190 --groups 7] [--seconds 60] [--threads 2]

Exit codes: 0 done, 1 a check failed, 2 bad input, 3 a component is missing or down.`;

const io: CommandIo = {
  stdout: (line) => void process.stdout.write(`${line}\n`),
  stderr: (line) => void process.stderr.write(`${line}\n`),
  cwd: process.cwd(),
};

const [name = '', ...args] = process.argv.slice(2);
const command = COMMANDS[name];
if (command === undefined) {
  io.stderr(name === '' || name === '--help' ? USAGE : `unknown command "${name}"\n\n${USAGE}`);
  process.exitCode = name === '--help' ? 0 : 2;
} else {
  process.exitCode = await command(args, io);
}
