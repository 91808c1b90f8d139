import { createHash } from 'node:crypto';
import {
  Injectable,
  SetMetadata,
  applyDecorators,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiHeader } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { Database } from '../database/database.js';
import { callerOf } from './caller.js';
import { isForm } from './json-body.js';
import { Problem } from './problem.js';
import { conflict } from './problems.js';

const IDEMPOTENT_KEY = 'ramrutt:idempotent';
const KEPT_HEADERS: readonly string[] = ['ETag', 'Location'];

/**
 * A route whose effect must happen once however often it is sent (create, publish, solve, import): the caller gives an
 * `Idempotency-Key`, and a repeat within 48 hours gets the first answer (IETF draft-ietf-httpapi-idempotency-key-header).
 */
export const Idempotent = (): MethodDecorator =>
  applyDecorators(
    SetMetadata(IDEMPOTENT_KEY, true),
    ApiHeader({
      name: 'Idempotency-Key',
      required: true,
      description: 'Egen nyckel, 8–200 tecken, ny för varje handling',
    }),
  );

interface StoredAnswer {
  readonly fingerprint: Buffer;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly answer: unknown;
}

/**
 * The handler and the keeping of its answer are one transaction: after a crash either both happened or neither. An
 * answer that is an error is not kept, because nothing was done.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly database: Database,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (this.reflector.get<boolean | undefined>(IDEMPOTENT_KEY, context.getHandler()) !== true) return next.handle();
    const http = context.switchToHttp();
    return from(this.answerOnce(http.getRequest<Request>(), http.getResponse<Response>(), next));
  }

  private async answerOnce(request: Request, response: Response, next: CallHandler): Promise<unknown> {
    const key = readKey(request);
    const { accountId } = callerOf(request);
    const fingerprint = fingerprintOf(request);
    return this.database.runInTransaction(async () => {
      await this.claim(accountId, key);
      const stored = await this.find(accountId, key);
      if (stored !== null) return replay(stored, fingerprint, response);
      const answer: unknown = await lastValueFrom(next.handle());
      await this.keep(accountId, key, fingerprint, response, answer);
      return answer;
    });
  }

  /** Held until the transaction ends: whoever comes second while the first is working is told so. */
  private async claim(accountId: string, key: string): Promise<void> {
    const sql = 'SELECT pg_try_advisory_xact_lock(hashtextextended($1, 7)) AS claimed';
    const [row] = await this.database.rows<{ readonly claimed: boolean }>(sql, [`${accountId} ${key}`]);
    if (row?.claimed !== true) throw conflict('pagar-redan', 'Samma begäran håller redan på att utföras.');
  }

  private async find(accountId: string, key: string): Promise<StoredAnswer | null> {
    const sql = `SELECT fingerprint, status, headers, answer FROM idempotent_request
      WHERE account_id = $1 AND key = $2 AND created_at > now() - interval '48 hours'`;
    const [stored] = await this.database.rows<StoredAnswer>(sql, [accountId, key]);
    return stored ?? null;
  }

  private async keep(
    accountId: string,
    key: string,
    fingerprint: Buffer,
    response: Response,
    answer: unknown,
  ): Promise<void> {
    const headers = Object.fromEntries(
      KEPT_HEADERS.flatMap((name) => {
        const value = response.getHeader(name);
        return typeof value === 'string' ? [[name, value]] : [];
      }),
    );
    await this.database.affected(
      `DELETE FROM idempotent_request WHERE account_id = $1 AND created_at <= now() - interval '48 hours'`,
      [accountId],
    );
    await this.database.rows(
      `INSERT INTO idempotent_request (account_id, key, fingerprint, status, headers, answer) VALUES ($1, $2, $3, $4, $5, $6)`,
      [accountId, key, fingerprint, response.statusCode, headers, answer === undefined ? null : JSON.stringify(answer)],
    );
  }
}

function readKey(request: Request): string {
  const key = request.headers['idempotency-key'];
  if (typeof key === 'string' && /^[\x21-\x7e]{8,200}$/.test(key)) return key;
  const detail = 'Huvudet Idempotency-Key ska finnas, med 8–200 synliga ASCII-tecken.';
  throw new Problem({ status: 400, code: 'idempotensnyckel-saknas', title: 'Nyckeln saknas', detail });
}

/** Tells another request from a repeat. The files of a form are not read yet: of those, the length must do. */
function fingerprintOf(request: Request): Buffer {
  const content = isForm(request) ? (request.headers['content-length'] ?? '') : JSON.stringify(request.body ?? null);
  return createHash('sha256').update(`${request.method} ${request.originalUrl}\n${content}`).digest();
}

function replay(stored: StoredAnswer, fingerprint: Buffer, response: Response): unknown {
  if (!fingerprint.equals(stored.fingerprint)) {
    const detail = 'Nyckeln är redan använd för en annan begäran.';
    throw new Problem({ status: 422, code: 'idempotensnyckel-ateranvand', title: 'Nyckeln är använd', detail });
  }
  response.status(stored.status);
  for (const [name, value] of Object.entries(stored.headers)) response.setHeader(name, value);
  response.setHeader('Idempotency-Replayed', 'true');
  return stored.answer ?? undefined;
}
