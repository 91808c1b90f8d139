import { readEnv } from './env.js';
import { StartFault } from './start-fault.js';

function faultsOf(source: NodeJS.ProcessEnv): readonly string[] {
  try {
    readEnv(source);
  } catch (error) {
    if (error instanceof StartFault) return error.faults;
    throw error;
  }
  return [];
}

const production = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgres://ramrutt:kX8vq2Lm@db:5432/ramrutt',
  SESSION_SECRET: 'a8f3kz0q1m5x7c2v9b4n6l8j3h5g7f1d',
};

describe('readEnv', () => {
  it('needs no variable at all: port 3000, embedded database, queue in PostgreSQL, worker in the same process', () => {
    const env = readEnv({});
    expect(env).toMatchObject({ mode: 'development', port: 3000, databaseUrl: null, redisUrl: null, runsWorker: true });
    expect(env.dataFolder).toMatch(/\.data$/);
  });

  it('reads an empty variable as an unset one', () => {
    expect(readEnv({ REDIS_URL: '', PORT: '' })).toMatchObject({ redisUrl: null, port: 3000 });
  });

  it('runs the worker elsewhere when the database is elsewhere, unless told otherwise', () => {
    const url = 'postgres://a:b@db/ramrutt';
    expect(readEnv({ DATABASE_URL: url }).runsWorker).toBe(false);
    expect(readEnv({ DATABASE_URL: url, RUN_WORKER: 'yes' }).runsWorker).toBe(true);
  });

  it('names every fault at once, one line each', () => {
    const faults = faultsOf({ PORT: '99999', REDIS_URL: 'http://x', DATABASE_URL: 'mysql://x/y', RUN_WORKER: 'maybe' });
    expect(faults.map((fault) => fault.split(':')[0])).toEqual(['PORT', 'DATABASE_URL', 'REDIS_URL', 'RUN_WORKER']);
  });

  it('accepts a complete production setting', () => {
    expect(readEnv(production)).toMatchObject({ mode: 'production', demo: false });
  });

  it('refuses production without a session secret and without a database, both named', () => {
    const faults = faultsOf({ NODE_ENV: 'production' });
    expect(faults).toHaveLength(2);
    expect(faults.join()).toMatch(/SESSION_SECRET.*DATABASE_URL/);
  });

  it('refuses a default database password in production', () => {
    expect(faultsOf({ ...production, DATABASE_URL: 'postgres://postgres:postgres@db/ramrutt' })).toEqual([
      'DATABASE_URL: holds no password or a default one',
    ]);
  });

  it('refuses a session secret of one repeated character', () => {
    expect(faultsOf({ ...production, SESSION_SECRET: 'x'.repeat(40) })).toHaveLength(1);
  });

  it('refuses demo accounts in production', () => {
    expect(faultsOf({ ...production, DEMO: 'yes' })).toEqual([
      'DEMO: demo accounts have known passwords and cannot be used in production',
    ]);
  });

  it('takes a first admin only with a password', () => {
    expect(readEnv({ ADMIN_USERNAME: ' Chef ', ADMIN_PASSWORD: 'tolv-tecken-minst' }).firstAdmin).toEqual({
      username: 'chef',
      password: 'tolv-tecken-minst',
    });
    expect(readEnv({}).firstAdmin).toBeNull();
    expect(() => readEnv({ ADMIN_USERNAME: 'chef' })).toThrow(/ADMIN_PASSWORD/);
  });
});
