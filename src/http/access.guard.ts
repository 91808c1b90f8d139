import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { ACCESS_KEY, PUBLIC_KEY, type AccessRule } from './access.js';
import { Authenticator } from './authenticator.js';
import { hasRole, rememberCaller } from './caller.js';
import { forbidden, unauthenticated } from './problems.js';

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
