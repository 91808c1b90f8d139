import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { findFreePort } from '../../src/database/postmaster.js';

export interface TestRedis {
  readonly url: string;
  readonly port: number;
  command(name: string): Promise<string>;
  stop(): Promise<void>;
}

/** Is there a redis-server to test with? The test run prints the name of every suite that was left out for want of it. */
export function hasRedis(): boolean {
  return spawnSync('redis-server', ['--version'], { stdio: 'ignore' }).status === 0;
}

/** A Redis of our own on a free port, set up as docker-compose.yml does: append-only file, no eviction. */
export async function startRedis(
  options: { readonly port?: number; readonly settings?: readonly string[] } = {},
): Promise<TestRedis> {
  const folder = mkdtempSync(path.join(tmpdir(), 'ramrutt-redis-'));
  const port = options.port ?? (await findFreePort());
  const settings = options.settings ?? ['--appendonly', 'yes', '--maxmemory-policy', 'noeviction'];
  const server = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, ...settings], {
    stdio: 'ignore',
  });
  while (!(await accepts(port))) await wait(20);
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    command: (name) => sendCommand(port, name),
    stop: async () => {
      await ended(server);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** One command without arguments, by Redis's inline protocol. */
function sendCommand(port: number, name: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(`${name}\r\n`));
    socket.once('error', reject);
    socket.once('data', (answer) => {
      socket.destroy();
      resolve(answer.toString().trim());
    });
  });
}

function ended(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    server.once('exit', () => resolve());
    server.kill('SIGTERM');
  });
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
