import { errors, Pool } from 'undici';
import type { BreakerLimits } from './circuit-breaker.js';
import { CircuitBreaker } from './circuit-breaker.js';
import { OsrmError } from './osrm-error.js';

/** How patient the connection is. */
export interface ConnectionLimits {
  readonly connections: number;
  readonly callMs: number;
  readonly retryPauseMs: number;
  readonly breaker: BreakerLimits;
}

/** An answer that is JSON; whether it is the right JSON is for the reader of the answer. */
export interface OsrmAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** osrm-routed closes a connection after 512 requests without saying so: leave before it does. */
const maxRequestsPerClient = 500;

/** It closes idle connections after 5 s. */
const keepAliveMs = 4000;

const maxAnswerBytes = 64 * 1024 * 1024;

/** Keep-alive connections to one OSRM server, with time limit, one retry where that can help, and a circuit breaker. */
export class OsrmConnection {
  private readonly pool: Pool;
  private readonly pathPrefix: string;
  private readonly breaker: CircuitBreaker;

  constructor(
    baseUrl: string,
    private readonly limits: ConnectionLimits,
  ) {
    const url = new URL(baseUrl);
    this.pathPrefix = url.pathname.replace(/\/+$/, '');
    this.pool = new Pool(url.origin, {
      connections: limits.connections,
      maxRequestsPerClient,
      keepAliveTimeout: keepAliveMs,
      keepAliveMaxTimeout: keepAliveMs,
      maxResponseSize: maxAnswerBytes,
    });
    this.breaker = new CircuitBreaker(limits.breaker, () => performance.now());
  }

  /**
   * @param path starts with `/`, below the base URL
   * @throws OsrmError where there is no JSON answer; a refusal (400 with a code) is an answer
   */
  async get(path: string, signal?: AbortSignal): Promise<OsrmAnswer> {
    try {
      return await this.getOnce(path, signal);
    } catch (error) {
      if (!(error instanceof OsrmError) || !isWorthRetrying(error)) throw error;
      await pause(this.limits.retryPauseMs * (0.5 + Math.random()), signal);
      return await this.getOnce(path, signal).catch((second: unknown) => {
        // That the circuit opened meanwhile says less than why it did.
        throw second instanceof OsrmError && second.code === 'OSRM_CIRCUIT_OPEN' ? error : second;
      });
    }
  }

  async close(): Promise<void> {
    await this.pool.destroy();
  }

  private async getOnce(path: string, signal: AbortSignal | undefined): Promise<OsrmAnswer> {
    if (signal?.aborted) throw abortError(signal);
    this.breaker.beforeCall();
    const timeLimit = AbortSignal.timeout(this.limits.callMs);
    try {
      const answer = await this.request(path, signal === undefined ? timeLimit : AbortSignal.any([timeLimit, signal]));
      this.breaker.afterSuccess();
      return answer;
    } catch (cause) {
      const error = this.explain(cause, signal, timeLimit);
      if (error.code === 'OSRM_ABORTED') this.breaker.afterAbort();
      else this.breaker.afterFailure();
      throw error;
    }
  }

  private async request(path: string, signal: AbortSignal): Promise<OsrmAnswer> {
    const { statusCode, body } = await this.pool.request({ path: `${this.pathPrefix}${path}`, method: 'GET', signal });
    const text = await body.text();
    if (statusCode >= 500) throw new OsrmError('OSRM_SERVER_ERROR', `status ${statusCode}`, { status: statusCode });
    try {
      return { status: statusCode, body: JSON.parse(text) as unknown };
    } catch (cause) {
      throw new OsrmError('OSRM_BAD_ANSWER', `status ${statusCode} and no JSON: is this an OSRM server?`, {
        status: statusCode,
        cause,
      });
    }
  }

  private explain(cause: unknown, signal: AbortSignal | undefined, timeLimit: AbortSignal): OsrmError {
    if (cause instanceof OsrmError) return cause;
    if (signal?.aborted) return abortError(signal);
    if (timeLimit.aborted || cause instanceof errors.HeadersTimeoutError || cause instanceof errors.BodyTimeoutError) {
      return new OsrmError('OSRM_TIMEOUT', `no answer within ${this.limits.callMs} ms`, { cause });
    }
    const reason = cause instanceof Error ? cause.message || cause.name : String(cause);
    return new OsrmError('OSRM_UNREACHABLE', `no answer: ${reason}`, { cause });
  }
}

/** A broken connection or an overloaded server may answer the second time; what is refused is refused again. */
function isWorthRetrying(error: OsrmError): boolean {
  return error.code === 'OSRM_UNREACHABLE' || error.code === 'OSRM_SERVER_ERROR';
}

function abortError(signal: AbortSignal): OsrmError {
  // A time limit of the caller (a whole matrix) is told apart from a caller who gave up.
  const reason: unknown = signal.reason;
  if (reason instanceof OsrmError) return reason;
  return new OsrmError('OSRM_ABORTED', 'the caller gave up', { cause: reason });
}

function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => {
      clearTimeout(timer);
      reject(signal === undefined ? new OsrmError('OSRM_ABORTED', 'the caller gave up') : abortError(signal));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', onAbort);
      resolve();
    }, ms);
    signal?.addEventListener('abort', onAbort, { once: true });
  });
}
