import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { ACCESS_KEY, PUBLIC_KEY, type AccessRule } from './access.js';
import { Authenticator } from './authenticator.js';
import { hasRole, rememberCaller, type Caller } from './caller.js';
import { conflict, forbidden, unauthenticated } from './problems.js';

const SAFE_METHODS: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

/** Stands before every route: nothing is open that does not say so, and nothing is allowed that names no role. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authenticator: Authenticator,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request>();
    refuseForeignOrigin(request);
    if (this.read<boolean>(PUBLIC_KEY, context) === true) return true;
    const caller = await this.authenticator.authenticate(request);
    if (caller === null) throw unauthenticated();
    refuseOtherAccount(request, caller);
    const rule = this.read<AccessRule>(ACCESS_KEY, context);
    if (rule === undefined || !hasRole(caller, ...rule.roles)) throw forbidden();
    rememberCaller(request, caller);
    return true;
  }

  private read<T>(key: string, context: ExecutionContext): T | undefined {
    return this.reflector.getAllAndOverride<T | undefined>(key, [context.getHandler(), context.getClass()]);
  }
}

/** A browser names the page that sends a change: another site's page must not use our user's cookie. */
function refuseForeignOrigin(request: Request): void {
  const origin = request.headers.origin;
  if (origin === undefined || SAFE_METHODS.includes(request.method)) return;
  const host = URL.canParse(origin) ? new URL(origin).host : null;
  if (host !== request.headers.host) throw forbidden('Anropet kommer från en annan webbplats.');
}

/**
 * What waits on a phone names the account it was pressed by: after somebody else has logged in on the same phone it must
 * neither be registered under the wrong name nor be judged and thrown away.
 */
function refuseOtherAccount(request: Request, caller: Caller): void {
  const meant = request.headers['ramrutt-account'];
  if (meant === undefined || meant === caller.accountId) return;
  throw conflict('annan-inloggning', 'En annan person är inloggad. Logga in igen för att skicka det som väntar.');
}
