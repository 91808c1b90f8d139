import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { StartFault } from '../config/start-fault.js';
import { isAlive, withFolderLock } from './folder-lock.js';
import { findBinaries, findHome, type PostgresBinaries, type PostgresHome } from './postgres-home.js';
import { choosePostgresUser, type PostgresUser } from './postgres-user.js';
import {
  connectionUrl,
  findFreePort,
  findRunningPostmaster,
  launchPostmaster,
  stopPostmaster,
  type Postmaster,
  type PostmasterOptions,
} from './postmaster.js';

/** A PostgreSQL of our own that answers at {@link url}. */
export interface EmbeddedPostgres {
  readonly url: string;
  /** Where its data really is: elsewhere than wanted when the postgres user may not look there. */
  readonly folder: string;
  /** Process id of the postmaster: a new one after it was killed and came back. */
  readonly pid: () => number;
  /** True when another start had it running already. */
  readonly attached: boolean;
  /** Ends it if this process owns it; leaves it to its owner otherwise. */
  readonly stop: () => Promise<void>;
}

const POSTGRES_MAJOR = '18';
const WATCH_MILLISECONDS = 250;

/**
 * Starts, or attaches to, the private PostgreSQL in `folder`. Safe to call from several processes at once; works as
 * root, under folders the postgres user may not enter, and after any of the processes was killed.
 *
 * @param folder where the data is kept; created when missing
 * @param options `durable: false` trades safety at power loss for speed (tests)
 * @throws StartFault with one line when the folder is broken or of another version
 */
export async function startEmbeddedPostgres(
  folder: string,
  options: { readonly durable: boolean } = { durable: true },
): Promise<EmbeddedPostgres> {
  const user = choosePostgresUser();
  const home = findHome(folder, user);
  const binaries = findBinaries(user);
  return withFolderLock(home.lock, async () => {
    if (!existsSync(home.cluster)) createCluster(home, binaries, user);
    const password = readPassword(home);
    const running = await findRunningPostmaster(home, password);
    const launch = { binaries, home, user, password, durable: options.durable };
    if (running === null) return own(await launchPostmaster({ ...launch, port: await findFreePort() }), launch, false);
    if (!ownerIsAlive(home)) return own(running, launch, true);
    return {
      url: connectionUrl(running.port, password),
      folder: home.folder,
      pid: () => running.pid,
      attached: true,
      stop: () => Promise.resolve(),
    };
  });
}

/** Made beside and renamed: an initdb that was killed half-way is thrown away by the next start. */
function createCluster(home: PostgresHome, binaries: PostgresBinaries, user: PostgresUser | null): void {
  const half = `${home.cluster}.new`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { mode: 0o700 });
  const password = randomBytes(24).toString('hex');
  const secrets = mkdtempSync(path.join(tmpdir(), 'ramrutt-'));
  const passwordFile = path.join(secrets, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user !== null) for (const target of [half, secrets, passwordFile]) chownSync(target, user.uid, user.gid);
  try {
    execFileSync(
      binaries.initdb,
      [
        ...['-D', half, '-U', 'ramrutt', '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8'],
        ...['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-sync'],
      ],
      { ...(user ?? {}), cwd: '/', stdio: 'pipe' },
    );
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim().split('\n').at(-1) : '';
    throw new StartFault(`cannot create the database in ${home.folder}: ${said ?? ''}`);
  } finally {
    rmSync(secrets, { recursive: true, force: true });
  }
  writeFileSync(home.passwordFile, password, { mode: 0o600 });
  chmodSync(home.passwordFile, 0o600);
  renameSync(half, home.cluster);
}

function readPassword(home: PostgresHome): string {
  const versionFile = path.join(home.cluster, 'PG_VERSION');
  const found =
    readdirSync(home.cluster).length === 0 || !existsSync(versionFile)
      ? null
      : readFileSync(versionFile, 'utf8').trim();
  if (found === null || !existsSync(home.passwordFile)) {
    throw new StartFault(`the data folder ${home.folder} is broken (files are missing): move it away to begin anew`);
  }
  if (found !== POSTGRES_MAJOR) {
    throw new StartFault(
      `the data folder ${home.folder} is of PostgreSQL ${found}, this is ${POSTGRES_MAJOR}: move it away`,
    );
  }
  return readFileSync(home.passwordFile, 'utf8');
}

function ownerIsAlive(home: PostgresHome): boolean {
  return existsSync(home.ownerFile) && isAlive(Number(readFileSync(home.ownerFile, 'utf8')));
}

/** Takes charge: brings PostgreSQL back on the same port when it dies, and ends it when this process stops. */
function own(first: Postmaster, launch: Omit<PostmasterOptions, 'port'>, attached: boolean): EmbeddedPostgres {
  writeFileSync(launch.home.ownerFile, String(process.pid));
  let postmaster = first;
  let returning: Promise<void> | null = null;
  const bringBack = async (): Promise<void> => {
    try {
      postmaster = await launchPostmaster({ ...launch, port: postmaster.port });
    } catch {
      // Backends of the killed postmaster may still hold the shared memory: the watch tries again.
    } finally {
      returning = null;
    }
  };
  const watch = setInterval(() => {
    if (returning === null && !isAlive(postmaster.pid)) returning = bringBack();
  }, WATCH_MILLISECONDS);
  watch.unref();
  return {
    url: connectionUrl(first.port, launch.password),
    folder: launch.home.folder,
    pid: () => postmaster.pid,
    attached,
    stop: async () => {
      clearInterval(watch);
      await returning;
      await stopPostmaster(postmaster);
      rmSync(launch.home.ownerFile, { force: true });
    },
  };
}
