import { SetMetadata, applyDecorators, type CustomDecorator } from '@nestjs/common';
import { ApiBearerAuth, ApiResponse } from '@nestjs/swagger';
import type { Role } from '@hemtjanst/contracts';

export const PUBLIC_KEY = 'ramrutt:public';
export const ACCESS_KEY = 'ramrutt:access';

export interface AccessRule {
  /** Any one of them is enough. */
  readonly roles: readonly Role[];
}

/** A route without login. The list of them is pinned by a test. */
export const Public = (): CustomDecorator => SetMetadata(PUBLIC_KEY, true);

/**
 * Who may call a route; a route without this (and without {@link Public}) is refused for everybody.
 *
 * @example `@Access({ roles: ['planerare', 'samordnare'] })`
 */
export const Access = (rule: AccessRule): MethodDecorator & ClassDecorator =>
  applyDecorators(
    SetMetadata(ACCESS_KEY, rule),
    ApiBearerAuth(),
    ApiResponse({ status: 401, description: 'Inte inloggad' }),
    ApiResponse({ status: 403, description: 'Rollen saknar rätt' }),
  );
