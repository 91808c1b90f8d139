import { execFileSync, spawnSync } from 'node:child_process';

/** The system user PostgreSQL runs as when we are root: it refuses to run as root itself. */
export interface PostgresUser {
  readonly uid: number;
  readonly gid: number;
}

/** Null when this process is not root: then PostgreSQL simply runs as the same user. */
export function choosePostgresUser(): PostgresUser | null {
  if (process.getuid?.() !== 0) return null;
  for (const name of ['postgres', 'nobody']) {
    try {
      return { uid: idOf('-u', name), gid: idOf('-g', name) };
    } catch {
      // This machine has no such user: try the next.
    }
  }
  return { uid: 65534, gid: 65534 };
}

function idOf(flag: '-u' | '-g', name: string): number {
  return Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }).toString());
}

/** Can that user walk down to `folder`? A clone under /root or another home cannot be reached by the postgres user. */
export function canEnter(folder: string, user: PostgresUser | null): boolean {
  return user === null || runAs(user, 'cd "$1"', folder);
}

export function canExecute(file: string, user: PostgresUser | null): boolean {
  return user === null || runAs(user, 'test -x "$1"', file);
}

function runAs(user: PostgresUser, script: string, argument: string): boolean {
  return spawnSync('/bin/sh', ['-c', script, 'sh', argument], { ...user, cwd: '/', stdio: 'ignore' }).status === 0;
}
