import { mkdtemp, rm } from 'node:fs/promises';
import { arch, cpus, platform, tmpdir, totalmem } from 'node:os';
import path from 'node:path';
import { benchPlanning } from './bench-planning.js';
import { benchService } from './bench-service.js';
import { benchLedger } from './ledger-months.js';
import { Table } from './table.js';

/**
 * `npm run bench`: the speed and memory the product promises, measured on the demo unit of 850 brukare and 190
 * employees. Prints a table for RESULTS.md; a missed goal is shown, not hidden. `npm run bench -- planning`,
 * `-- service` and `-- ledger` run one part.
 */
const PARTS: Readonly<Record<string, (folder: string, table: Table) => Promise<void>>> = {
  planning: benchPlanning,
  service: benchService,
  ledger: benchLedger,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => PARTS[name] === undefined);
if (unknown.length > 0) {
  process.stderr.write(`unknown part ${unknown.join(', ')}: ${Object.keys(PARTS).join(' or ')} expected\n`);
  process.exitCode = 2;
} else {
  const folder = await mkdtemp(path.join(tmpdir(), 'ramrutt-bench-'));
  const table = new Table();
  try {
    for (const [name, part] of Object.entries(PARTS)) {
      if (wanted.length === 0 || wanted.includes(name)) await part(path.join(folder, 'unit'), table);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const machine = `${cpus().length} × ${cpus()[0].model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, ${platform()} ${arch()}, Node ${process.version}`;
  process.stdout.write(`\n${new Date().toISOString().slice(0, 10)}, ${machine}\n\n${table.toMarkdown()}`);
  process.exitCode = 0;
}
