/* One build at a time, whoever asks for it; plain JavaScript that an old Node can still read. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'fs';
import path from 'path';
import { fileURLToPath } from 'url';

const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const LOCK = path.join(ROOT, 'dist.lock');

export function withBuildLock(work) {
  takeLock();
  // A build that fails ends the process, and leaves the lock no more than one that is whole.
  process.once('exit', giveLockBack);
  try {
    return work();
  } finally {
    process.removeListener('exit', giveLockBack);
    giveLockBack();
  }
}

function giveLockBack() {
  rmSync(LOCK, { recursive: true, force: true });
}

function takeLock() {
  for (;;) {
    try {
      mkdirSync(LOCK);
      writeFileSync(path.join(LOCK, 'pid'), String(process.pid));
      return;
    } catch {
      if (holderIsGone()) giveLockBack();
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
    }
  }
}

/** A build that was killed leaves its lock behind; a lock without a pid is just being taken. */
function holderIsGone() {
  try {
    process.kill(Number(readFileSync(path.join(LOCK, 'pid'), 'utf8')), 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}
