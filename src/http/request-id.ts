import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';

const HEADER = 'X-Request-Id';
const current = new AsyncLocalStorage<string>();

/** Gives every request an id of our own making: it is in the answer, in the log and in the audit line. */
export function giveRequestId(_request: Request, response: Response, next: NextFunction): void {
  const id = randomUUID();
  response.setHeader(HEADER, id);
  current.run(id, next);
}

export function requestIdOf(response: Response): string {
  const id = response.getHeader(HEADER);
  return typeof id === 'string' ? id : 'unknown';
}

/** The id of the request this code runs for; null in jobs and at start. */
export function currentRequestId(): string | null {
  return current.getStore() ?? null;
}
