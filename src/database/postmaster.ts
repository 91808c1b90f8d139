import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { StartFault } from '../config/start-fault.js';
import { isAlive } from './folder-lock.js';
import type { PostgresBinaries, PostgresHome } from './postgres-home.js';
import type { PostgresUser } from './postgres-user.js';

/** The process at the root of a running PostgreSQL. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

export interface PostmasterOptions {
  readonly binaries: PostgresBinaries;
  readonly home: PostgresHome;
  readonly user: PostgresUser | null;
  readonly port: number;
  readonly password: string;
  /** False only for tests: a crash of the machine may lose data. */
  readonly durable: boolean;
}

const READY_WITHIN_MILLISECONDS = 60_000;
const POLL_MILLISECONDS = 25;

export function connectionUrl(port: number, password: string): string {
  return `postgres://ramrutt:${password}@127.0.0.1:${port}/postgres`;
}

/**
 * Starts PostgreSQL on the existing cluster and waits until it answers. It gets a process group and a log file of its
 * own: Ctrl-C in the terminal reaches us first, and it does not die of a broken pipe when we are killed.
 */
export async function launchPostmaster(options: PostmasterOptions): Promise<Postmaster> {
  const { binaries, home, user, port } = options;
  const unsafe = options.durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'timezone=UTC', ...unsafe];
  const log = openSync(home.logFile, 'w', 0o600);
  const child = spawn(
    binaries.postgres,
    ['-D', home.cluster, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    { ...(user ?? {}), cwd: '/', detached: true, stdio: ['ignore', log, log] },
  );
  closeSync(log);
  let ended = false;
  child.once('exit', () => (ended = true));
  child.once('error', () => (ended = true));
  child.unref();
  const giveUpAt = Date.now() + READY_WITHIN_MILLISECONDS;
  while (!(await answers(connectionUrl(port, options.password)))) {
    if (ended || child.pid === undefined || Date.now() > giveUpAt) throw new StartFault(explainFailure(home));
    await wait(POLL_MILLISECONDS);
  }
  return { pid: child.pid ?? 0, port };
}

/**
 * The PostgreSQL that already runs on this cluster, if any. A pid file left by a crash is removed when its number now
 * belongs to another program (common in containers, where numbers start over), because PostgreSQL would refuse to start.
 */
export async function findRunningPostmaster(home: PostgresHome, password: string): Promise<Postmaster | null> {
  const pidFile = path.join(home.cluster, 'postmaster.pid');
  const giveUpAt = Date.now() + READY_WITHIN_MILLISECONDS;
  while (existsSync(pidFile)) {
    const lines = readFileSync(pidFile, 'utf8').split('\n');
    const pid = Number(lines[0]);
    const port = Number(lines[3]);
    if (port > 0 && (await answers(connectionUrl(port, password)))) return { pid, port };
    if (!isAlive(pid) || !isPostgres(pid)) {
      rmSync(pidFile, { force: true });
      return null;
    }
    if (Date.now() > giveUpAt)
      throw new StartFault(`PostgreSQL (process ${pid}) holds ${home.cluster} but does not answer`);
    await wait(POLL_MILLISECONDS);
  }
  return null;
}

/** Ends PostgreSQL in its "fast" way (open transactions rolled back, all committed data on disk) and waits for it. */
export async function stopPostmaster(postmaster: Postmaster): Promise<void> {
  if (isAlive(postmaster.pid)) process.kill(postmaster.pid, 'SIGINT');
  const giveUpAt = Date.now() + 20_000;
  while (isAlive(postmaster.pid) && Date.now() < giveUpAt) await wait(POLL_MILLISECONDS);
}

export async function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Only Linux tells the name of a process cheaply; elsewhere the pid file is believed. */
function isPostgres(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').includes('postgres');
  } catch {
    return process.platform !== 'linux';
  }
}

function explainFailure(home: PostgresHome): string {
  const lines = existsSync(home.logFile) ? readFileSync(home.logFile, 'utf8').split('\n') : [];
  const reason =
    lines.find((line) => /FATAL|PANIC|could not|error while loading/.test(line)) ?? lines.at(-2) ?? 'no answer';
  return `the database in ${home.cluster} does not start (${reason.replace(/^.*?(FATAL|PANIC):\s*/, '').trim()}); move the folder away to begin anew, the log is ${home.logFile}`;
}
