import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Role } from '@hemtjanst/contracts';
import type { Request } from 'express';
import { notFound, unauthenticated } from './problems.js';

/** Who makes the request, and whose records it may reach. */
export interface Caller {
  readonly accountId: string;
  readonly displayName: string;
  readonly roles: readonly Role[];
  readonly unitIds: readonly string[];
  /** The employee this account belongs to; null for accounts that do no visits. */
  readonly employeeId: string | null;
}

const callers = new WeakMap<Request, Caller>();

export function rememberCaller(request: Request, caller: Caller): void {
  callers.set(request, caller);
}

/** The caller of a request that passed the access guard. */
export function callerOf(request: Request): Caller {
  const caller = callers.get(request);
  if (caller === undefined) throw unauthenticated();
  return caller;
}

/** Controller parameter: `@CurrentCaller() caller: Caller`. */
export const CurrentCaller = createParamDecorator((_option: unknown, context: ExecutionContext) =>
  callerOf(context.switchToHttp().getRequest<Request>()),
);

export function hasRole(caller: Caller, ...roles: readonly Role[]): boolean {
  return roles.some((role) => caller.roles.includes(role));
}

/** @throws Problem 404 when the unit is not the caller's: what is not yours does not exist for you */
export function assertUnit(caller: Caller, unitId: string): void {
  if (!caller.unitIds.includes(unitId)) throw notFound();
}
