import type { Request } from 'express';
import type { Caller } from './caller.js';

/** Tells who makes a request; the accounts module provides it. */
export abstract class Authenticator {
  /** Null when the request carries no session, or one that has ended. */
  abstract authenticate(request: Request): Promise<Caller | null>;
}
