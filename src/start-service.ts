import { createServer } from 'node:net';
import path from 'node:path';
import { ConsoleLogger, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule } from './app.module.js';
import type { Env } from './config/env.js';
import { StartFault } from './config/start-fault.js';
import { startEmbeddedPostgres } from './database/embedded-postgres.js';
import { migrate } from './database/migrate.js';
import { configureHttp } from './http/configure-http.js';
import { checkRedis } from './jobs/redis-check.js';

export interface RunningService {
  readonly app: INestApplicationContext;
  /** Where the API answers. */
  readonly url: string;
  /** Ends requests, jobs and the embedded database in good order. */
  readonly stop: () => Promise<void>;
}

interface ServiceDatabase {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Database, migrations, HTTP. Throws {@link StartFault} for whatever the person at the terminal can mend. */
export async function startApi(env: Env): Promise<RunningService> {
  await assertAddressIsFree(env);
  return withDatabase(env, async (database) => {
    const module = AppModule.register(env, database.url);
    const app = await NestFactory.create<NestExpressApplication>(module, {
      bodyParser: false,
      logger: loggerOf(env),
      abortOnError: false,
    });
    configureHttp(app, env);
    await app.listen(env.port, env.host);
    return { app, url: addressOf(app, env), stop: () => stopAll(app, database) };
  });
}

/** Only the job worker: the same modules, no HTTP. */
export async function startWorker(env: Env): Promise<RunningService> {
  return withDatabase(env, async (database) => {
    const module = AppModule.register({ ...env, runsWorker: true }, database.url);
    const app = await NestFactory.createApplicationContext(module, { logger: loggerOf(env), abortOnError: false });
    return { app, url: '', stop: () => stopAll(app, database) };
  });
}

/** Runs until the process is told to end, then stops in good order, but not for longer than 25 s. */
export function stopOnSignal(service: RunningService): void {
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => process.exit(1), 25_000).unref();
    void service.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

async function withDatabase(
  env: Env,
  start: (database: ServiceDatabase) => Promise<RunningService>,
): Promise<RunningService> {
  if (env.redisUrl !== null) await checkRedis(env.redisUrl, env.mode === 'production');
  const database = await openDatabase(env);
  try {
    await migrate(database.url);
    return await start(database);
  } catch (error) {
    await database.stop();
    throw error;
  }
}

async function openDatabase(env: Env): Promise<ServiceDatabase> {
  if (env.databaseUrl !== null) return { url: env.databaseUrl, stop: () => Promise.resolve() };
  return startEmbeddedPostgres(path.join(env.dataFolder, 'postgres'));
}

/** Tried before anything else is started: a taken port should cost nobody the start of a database. */
async function assertAddressIsFree(env: Env): Promise<void> {
  const probe = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      probe.once('error', reject);
      probe.listen(env.port, env.host, resolve);
    });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'EADDRINUSE') throw new StartFault(`port ${env.port} is taken: stop what uses it, or set PORT`);
    if (code === 'EACCES') throw new StartFault(`port ${env.port} may not be used by this user: set PORT`);
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
      throw new StartFault(`this machine has no address ${env.host}: set HOST`);
    }
    throw error;
  }
  await new Promise((resolve) => probe.close(resolve));
}

async function stopAll(app: INestApplicationContext, database: ServiceDatabase): Promise<void> {
  await app.close();
  await database.stop();
}

function addressOf(app: NestExpressApplication, env: Env): string {
  const address = app.getHttpServer().address();
  const port = typeof address === 'object' && address !== null ? address.port : env.port;
  return `http://${env.host === '0.0.0.0' || env.host === '127.0.0.1' ? 'localhost' : env.host}:${port}`;
}

/** Lines for people while developing, JSON for the log collector in production. */
function loggerOf(env: Env): ConsoleLogger {
  return new ConsoleLogger({ json: env.mode === 'production', logLevels: ['error', 'warn', 'fatal'] });
}
