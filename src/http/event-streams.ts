import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Observable, Subscription } from 'rxjs';
import { callerOf } from './caller.js';
import { Authenticator } from './authenticator.js';
import { tooMany } from './problems.js';

export interface StreamEvent {
  /** Comes back as Last-Event-ID when the browser reconnects. */
  readonly id: string;
  readonly event: string;
  readonly data: unknown;
}

export interface StreamSource {
  /** Events from now on; the stream closes when it completes. */
  readonly events: Observable<StreamEvent>;
  /** Can the stream go on from this id? When not, the client is first told to load the state anew. */
  readonly knows: (lastEventId: string) => boolean;
}

const MAX_STREAMS_PER_ACCOUNT = 3;
const HEARTBEAT_MILLISECONDS = 15_000;
const RECHECK_MILLISECONDS = 60_000;

/** Server-sent events: at most three per account, kept alive, closed when the session ends or the client leaves. */
@Injectable()
export class EventStreams implements BeforeApplicationShutdown {
  private readonly openByAccount = new Map<string, number>();
  private readonly openResponses = new Set<Response>();

  constructor(private readonly authenticator: Authenticator) {}

  open(request: Request, response: Response, source: StreamSource): void {
    const { accountId } = callerOf(request);
    this.admit(accountId);
    response.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
      Connection: 'keep-alive',
      'X-Accel-Buffering': 'no',
    });
    const lastEventId = request.headers['last-event-id'];
    if (typeof lastEventId === 'string' && !source.knows(lastEventId)) response.write('event: resync\ndata: {}\n\n');
    this.pump(request, response, source.events, () => this.release(accountId));
  }

  /** An open stream would keep the server from closing. */
  beforeApplicationShutdown(): void {
    for (const response of this.openResponses) response.end();
  }

  private pump(request: Request, response: Response, events: Observable<StreamEvent>, released: () => void): void {
    let subscription: Subscription | null = null;
    this.openResponses.add(response);
    const heartbeat = setInterval(() => response.write(': ping\n\n'), HEARTBEAT_MILLISECONDS);
    const recheck = setInterval(() => void this.endWithSession(request, response), RECHECK_MILLISECONDS);
    response.once('close', () => {
      clearInterval(heartbeat);
      clearInterval(recheck);
      subscription?.unsubscribe();
      this.openResponses.delete(response);
      released();
    });
    subscription = events.subscribe({
      next: ({ id, event, data }) => response.write(`id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
      error: () => response.end(),
      complete: () => response.end(),
    });
  }

  private async endWithSession(request: Request, response: Response): Promise<void> {
    const caller = await this.authenticator.authenticate(request).catch(() => callerOf(request));
    if (caller === null) response.end('event: logga-in\ndata: {}\n\n');
  }

  private admit(accountId: string): void {
    const open = this.openByAccount.get(accountId) ?? 0;
    if (open >= MAX_STREAMS_PER_ACCOUNT) {
      throw tooMany('for-manga-strommar', `Högst ${MAX_STREAMS_PER_ACCOUNT} öppna strömmar per konto.`, 10);
    }
    this.openByAccount.set(accountId, open + 1);
  }

  private release(accountId: string): void {
    const left = (this.openByAccount.get(accountId) ?? 1) - 1;
    if (left > 0) this.openByAccount.set(accountId, left);
    else this.openByAccount.delete(accountId);
  }
}
