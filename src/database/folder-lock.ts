import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const POLL_MILLISECONDS = 50;
const PATIENCE_MILLISECONDS = 120_000;

/** Runs `work` while no other process of this machine runs work under the same lock folder. */
export async function withFolderLock<T>(lock: string, work: () => Promise<T>): Promise<T> {
  const giveUpAt = Date.now() + PATIENCE_MILLISECONDS;
  while (!take(lock)) {
    if (holderIsGone(lock)) rmSync(lock, { recursive: true, force: true });
    else if (Date.now() > giveUpAt) throw new Error(`another process holds ${lock}`);
    else await wait(POLL_MILLISECONDS);
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function take(lock: string): boolean {
  try {
    mkdirSync(lock);
    writeFileSync(path.join(lock, 'pid'), String(process.pid));
    return true;
  } catch {
    return false;
  }
}

/** A holder that was killed leaves its folder behind; a folder without a pid yet is just being taken. */
function holderIsGone(lock: string): boolean {
  try {
    return !isAlive(Number(readFileSync(path.join(lock, 'pid'), 'utf8')));
  } catch {
    return false;
  }
}

/** Is there a process with this id? */
export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
