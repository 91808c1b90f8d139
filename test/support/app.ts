import { randomUUID } from 'node:crypto';
import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Role } from '@hemtjanst/contracts';
import { AppModule } from '../../src/app.module.js';
import { readEnv } from '../../src/config/env.js';
import type { JobDefinition } from '../../src/jobs/job-definition.js';
import { configureHttp } from '../../src/http/configure-http.js';
import { AccountsService } from '../../src/modules/accounts/accounts.service.js';
import { createTestDatabase, type TestDatabase } from './database.js';

export const TEST_PASSWORD = 'sju-lila-cyklar-7';

export interface TestAnswer {
  readonly status: number;
  readonly headers: Headers;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into answers of every shape
  readonly body: any;
}

export interface TestClient {
  /** Sends JSON (objects) or text as it is; reads JSON when the answer is JSON. */
  send(method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<TestAnswer>;
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<TestAnswer>;
  /** POST with a fresh Idempotency-Key. */
  post(path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<TestAnswer>;
}

export interface TestApp extends TestClient {
  readonly app: NestExpressApplication;
  readonly url: string;
  readonly database: TestDatabase;
  createUnit(code?: string): Promise<string>;
  /** A logged-in client with a new account. */
  logIn(account: {
    readonly roles: readonly Role[];
    readonly unitIds: readonly string[];
    readonly employeeId?: string;
  }): Promise<TestClient & { readonly token: string; readonly accountId: string; readonly username: string }>;
  close(): Promise<void>;
}

/** The whole service on a free port, with a database of its own. */
export async function startTestApp(
  options: {
    readonly env?: Readonly<Record<string, string>>;
    readonly database?: TestDatabase;
    /** Further modules, such as one with routes made for a test. */
    readonly modules?: readonly Type[];
    /** The kinds of jobs, where not those of the product. */
    readonly jobs?: readonly JobDefinition<unknown>[];
  } = {},
): Promise<TestApp> {
  const database = options.database ?? (await createTestDatabase());
  const env = readEnv({ NODE_ENV: 'test', PORT: '0', RUN_WORKER: 'no', ...options.env });
  const root = AppModule.register(env, database.url, options.jobs);
  const module = { ...root, imports: [...(root.imports ?? []), ...(options.modules ?? [])] };
  const app = await NestFactory.create<NestExpressApplication>(module, {
    bodyParser: false,
    logger: false,
    abortOnError: false,
  });
  configureHttp(app, env);
  app.enableShutdownHooks([]);
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  return {
    ...clientOf(url, {}),
    app,
    url,
    database,
    createUnit: async (code = `enhet-${randomUUID().slice(0, 8)}`) => {
      const [unit] = await database.query<{ id: string }>(
        'INSERT INTO unit (code, name) VALUES ($1, $1) RETURNING id',
        [code],
      );
      return unit?.id ?? '';
    },
    logIn: async ({ roles, unitIds, employeeId }) => {
      const username = `konto-${randomUUID().slice(0, 8)}`;
      const account = { username, displayName: username, roles, unitIds, employeeId: employeeId ?? null };
      const accountId = await app
        .get(AccountsService)
        .createIfMissing({ ...account, password: TEST_PASSWORD, isDemo: false });
      const answer = await clientOf(url, {}).send('POST', '/api/sessions', { username, password: TEST_PASSWORD });
      const token = String(answer.body.token);
      return { ...clientOf(url, { authorization: `Bearer ${token}` }), token, accountId: accountId ?? '', username };
    },
    close: async () => {
      await app.close();
      await database.drop();
    },
  };
}

function clientOf(url: string, always: Readonly<Record<string, string>>): TestClient {
  const send: TestClient['send'] = async (method, path, body, headers = {}) => {
    const json = typeof body === 'object' && body !== null && !(body instanceof Uint8Array);
    const answer = await fetch(`${url}${path}`, {
      method,
      headers: { ...(json ? { 'content-type': 'application/json' } : {}), ...always, ...headers },
      ...(body === undefined ? {} : { body: json ? JSON.stringify(body) : (body as string) }),
    });
    const text = await answer.text();
    const isJson = /json/.test(answer.headers.get('content-type') ?? '');
    return { status: answer.status, headers: answer.headers, body: isJson && text !== '' ? JSON.parse(text) : text };
  };
  return {
    send,
    get: (path, headers) => send('GET', path, undefined, headers),
    post: (path, body, headers) => send('POST', path, body, { 'idempotency-key': randomUUID(), ...headers }),
  };
}
