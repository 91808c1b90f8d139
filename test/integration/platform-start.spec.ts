import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../src/database/embedded-postgres.js';
import { migrate } from '../../src/database/migrate.js';
import { findFreePort } from '../../src/database/postmaster.js';
import { createTestDatabase } from '../support/database.js';

const started: EmbeddedPostgres[] = [];
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ramrutt-start-'));
  chmodSync(folder, 0o755);
});

afterEach(async () => {
  for (const postgres of started.splice(0)) await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Starts one that ends with the test, however the test ends. */
async function start(dataFolder: string, options = { durable: true }): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres(dataFolder, options);
  started.push(postgres);
  return postgres;
}

describe('the embedded PostgreSQL', () => {
  it('is one for two that start it at the same time', async () => {
    const [one, two] = await Promise.all([start(`${folder}/pg`), start(`${folder}/pg`)]);
    expect(one.url).toBe(two.url);
    expect([one.attached, two.attached].sort()).toEqual([false, true]);
    await one.stop();
    await two.stop();
  });

  it('keeps what was committed when it is stopped and started', async () => {
    const first = await start(`${folder}/pg`);
    await query(first.url, 'CREATE TABLE kept AS SELECT 7 AS number');
    await first.stop();
    const second = await start(`${folder}/pg`);
    expect(await query(second.url, 'SELECT number FROM kept')).toEqual([{ number: 7 }]);
    await second.stop();
  });

  it('comes back on the same address when it is killed', async () => {
    const postgres = await start(`${folder}/pg`);
    const before = postgres.pid();
    await query(postgres.url, 'CREATE TABLE kept AS SELECT 7 AS number');
    process.kill(before, 'SIGKILL');
    let rows: unknown = null;
    for (const giveUpAt = Date.now() + 20_000; rows === null && Date.now() < giveUpAt;) {
      rows = await query(postgres.url, 'SELECT number FROM kept').catch(() => null);
    }
    expect(rows).toEqual([{ number: 7 }]);
    // It answers a moment before its start is noted.
    await wait(500);
    expect(postgres.pid()).not.toBe(before);
    await postgres.stop();
  });

  it('starts although a crash left the number of a process that is now another program', async () => {
    const first = await start(`${folder}/pg`);
    await first.stop();
    writeFileSync(`${folder}/pg/cluster/postmaster.pid`, `${process.pid}\n${folder}/pg/cluster\n1\n1\n\n127.0.0.1\n`);
    const second = await start(`${folder}/pg`);
    expect(await query(second.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await second.stop();
  });

  const asRoot = process.getuid?.() === 0 ? it : it.skip;
  asRoot('runs as root in a folder that the postgres user may not enter', async () => {
    const hidden = path.join(folder, 'hidden');
    mkdirSync(hidden);
    chmodSync(hidden, 0o700);
    const postgres = await start(path.join(hidden, 'pg'));
    expect(await query(postgres.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(postgres.folder).not.toContain(hidden);
    await postgres.stop();
    const again = await start(path.join(hidden, 'pg'));
    expect(again.folder).toBe(postgres.folder);
    await again.stop();
    rmSync(postgres.folder, { recursive: true, force: true });
  });

  it.each([
    ['files are missing', () => mkdirSync(`${folder}/pg/cluster`, { recursive: true }), /is broken/],
    ['it is a file', () => writeFileSync(`${folder}/pg`, 'x'), /cannot create a data folder/],
  ])('says in one line when %s', async (_what, breakFolder, expected) => {
    breakFolder();
    const fault = await start(`${folder}/pg`).then(
      async (postgres) => {
        await postgres.stop();
        return '';
      },
      (error: Error) => error.message,
    );
    expect(fault).toMatch(expected);
    expect(fault.split('\n')).toHaveLength(1);
  });

  it('says in one line when the data is of another version or damaged', async () => {
    const first = await start(`${folder}/pg`);
    await first.stop();
    rmSync(`${folder}/pg/cluster/global/pg_control`);
    await expect(start(`${folder}/pg`)).rejects.toThrow(
      /does not start \(.*could not find the database system.*move the folder away/,
    );
    writeFileSync(`${folder}/pg/cluster/PG_VERSION`, '15\n');
    await expect(start(`${folder}/pg`)).rejects.toThrow(/is of PostgreSQL 15, this is 18/);
  });
});

describe('migrations', () => {
  it('run once when two starters migrate at the same time', async () => {
    const postgres = await start(`${folder}/pg`, { durable: false });
    const [one, two] = await Promise.all([migrate(postgres.url), migrate(postgres.url)]);
    expect(Math.min(one.length, two.length)).toBe(0);
    expect(Math.max(one.length, two.length)).toBeGreaterThan(0);
    await postgres.stop();
  });

  it('refuse a database that newer code has changed', async () => {
    const database = await createTestDatabase();
    await database.query(
      `INSERT INTO schema_migration (timestamp, name) VALUES (9999, 'from-the-future-0000000009999')`,
    );
    await expect(migrate(database.url)).rejects.toThrow('the database is newer than this program');
    await database.drop();
  });
});

describe('npm start', () => {
  const running: ChildProcess[] = [];

  afterEach(async () => {
    for (const service of running.splice(0)) await ended(service);
  });

  it('builds, starts from nothing, stops in good order, and starts again after kill -9', async () => {
    const first = await startService();
    expect((await fetch(`${first.url}/health/ready`)).status).toBe(200);
    const stopped = await ended(first.service);
    expect(stopped).toBe(0);
    const second = await startService();
    second.service.kill('SIGKILL');
    const third = await startService();
    expect((await fetch(`${third.url}/health/ready`)).status).toBe(200);
  }, 240_000);

  it('says in one line that the port is taken', async () => {
    const port = await findFreePort();
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    const { status, lines } = launch({ PORT: String(port) });
    server.close();
    expect([status, lines]).toEqual([1, [`ramrutt: port ${port} is taken: stop what uses it, or set PORT`]]);
  });

  it('names every fault of the environment, one line each', () => {
    const { status, lines } = launch({ NODE_ENV: 'production', PORT: 'abc', SESSION_SECRET: 'kort' });
    expect(status).toBe(1);
    expect(lines.map((line) => /^ramrutt: (\w+):/.exec(line)?.[1])).toEqual(['PORT', 'SESSION_SECRET']);
  });

  it('says in one line that packages are missing', () => {
    mkdirSync(path.join(folder, 'clone', 'src'), { recursive: true });
    for (const file of readdirSync('src').filter((name) => name.endsWith('.mjs'))) {
      cpSync(path.join('src', file), path.join(folder, 'clone', 'src', file));
    }
    const result = spawnSync(process.execPath, [path.join(folder, 'clone', 'src', 'launch.mjs'), 'main'], {
      encoding: 'utf8',
    });
    expect([result.status, result.stderr]).toEqual([1, 'ramrutt: packages are missing: run "npm ci" first\n']);
    expect(readdirSync(path.join(folder, 'clone'))).toEqual(['src']);
  });

  it('leaves the pages to the service that runs while the service is compiled anew', () => {
    const clone = path.join(folder, 'clone');
    const scripts = readdirSync('src').filter((name) => name.endsWith('.mjs'));
    mkdirSync(path.join(clone, 'src'), { recursive: true });
    for (const file of scripts) cpSync(path.join('src', file), path.join(clone, 'src', file));
    cpSync('nest-cli.json', path.join(clone, 'nest-cli.json'));
    // A compiler that only notes which of the earlier files it found.
    writeInto(clone, 'node_modules/.package-lock.json', '{}');
    writeInto(
      clone,
      'node_modules/@nestjs/cli/bin/nest.js',
      `const { existsSync, mkdirSync, readFileSync, writeFileSync } = require('fs');
       const clears = JSON.parse(readFileSync('nest-cli.json', 'utf8')).compilerOptions.deleteOutDir === true;
       const found = ['dist/web/index.html', 'dist/src/old.js'].filter((file) => !clears && existsSync(file));
       mkdirSync('dist/src', { recursive: true });
       writeFileSync('dist/src/cli.js', 'console.log(' + JSON.stringify(JSON.stringify(found)) + ')');`,
    );
    writeInto(clone, 'dist/web/index.html', '<!doctype html>');
    writeInto(clone, 'dist/src/old.js', '');
    const result = spawnSync(process.execPath, [path.join(clone, 'src', 'launch.mjs'), 'cli'], { encoding: 'utf8' });
    expect([result.status, result.stdout.trim(), result.stderr]).toEqual([0, '["dist/web/index.html"]', '']);
  });

  it('says in one line that Node is too old', () => {
    const pretend = path.join(folder, 'old-node.cjs');
    writeFileSync(
      pretend,
      `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.20.4' } });`,
    );
    const result = spawnSync(process.execPath, ['-r', pretend, 'src/launch.mjs', 'main'], { encoding: 'utf8' });
    expect([result.status, result.stderr]).toEqual([1, 'ramrutt: Node 20.19 or newer is needed, this is 18.20.4\n']);
  });

  function writeInto(clone: string, file: string, text: string): void {
    mkdirSync(path.dirname(path.join(clone, file)), { recursive: true });
    writeFileSync(path.join(clone, file), text);
  }

  function environment(more: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
    return { PATH: process.env['PATH'], DEMO: 'no', RAMRUTT_DATA_DIR: path.join(folder, 'data'), ...more };
  }

  function launch(more: Readonly<Record<string, string>>): {
    readonly status: number | null;
    readonly lines: readonly string[];
  } {
    const result = spawnSync(process.execPath, ['src/launch.mjs', 'main'], {
      encoding: 'utf8',
      env: environment(more),
    });
    const lines = result.stderr.split('\n').filter((line) => line !== '' && !line.startsWith('building'));
    return { status: result.status, lines };
  }

  async function startService(): Promise<{ readonly service: ChildProcess; readonly url: string }> {
    const port = await findFreePort();
    const service = spawn(process.execPath, ['src/launch.mjs', 'main'], {
      env: environment({ PORT: String(port) }),
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    running.push(service);
    const url = `http://127.0.0.1:${port}`;
    while (service.exitCode === null) {
      const answer = await fetch(`${url}/health`).catch(() => null);
      if (answer?.ok === true) return { service, url };
      await wait(50);
    }
    throw new Error(
      `the service ended with ${service.exitCode}; the data folder ${existsSync(folder) ? 'exists' : 'is gone'}`,
    );
  }
});

async function ended(service: ChildProcess): Promise<number | null> {
  if (service.exitCode !== null || service.signalCode !== null) return service.exitCode;
  return new Promise((resolve) => {
    service.once('exit', (code) => resolve(code));
    service.kill('SIGTERM');
  });
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}
