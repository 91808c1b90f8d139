import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { invalidValues, versionChanged, versionMissing } from './problems.js';

/**
 * Controller parameter: the version the caller has seen, from `If-Match: "7"`. Missing: 428.
 * The service then updates `WHERE id AND version` and calls {@link assertVersion} or throws `versionChanged`.
 */
export const IfMatch = createParamDecorator((_option: unknown, context: ExecutionContext) =>
  readIfMatch(context.switchToHttp().getRequest<Request>().headers['if-match']),
);

function readIfMatch(header: string | undefined): number {
  if (header === undefined) throw versionMissing();
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(header.trim())?.[1];
  if (version === undefined) {
    const detail = 'If-Match ska vara ett versionsnummer inom citattecken, till exempel "3".';
    throw invalidValues([{ pointer: '', code: 'ogiltig-version', detail }]);
  }
  return Number(version);
}

/** @throws Problem 412 with the current version when someone else saved in between */
export function assertVersion(seen: number, current: number): void {
  if (seen !== current) throw versionChanged(current);
}
