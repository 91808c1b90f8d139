import type { Request, Response } from 'express';

const COOKIE = 'ramrutt_session';

/** The token of a request, from `Authorization: Bearer` (apps, scripts) or else from the cookie (browsers). */
export function tokenOf(request: Request): string | null {
  const bearer = /^Bearer ([\w-]{43})$/.exec(request.headers.authorization ?? '')?.[1];
  if (request.headers.authorization !== undefined) return bearer ?? null;
  return new RegExp(`(?:^|; *)${COOKIE}=([\\w-]{43})(?:;|$)`).exec(request.headers.cookie ?? '')?.[1] ?? null;
}

export function setSessionCookie(response: Response, token: string, expiresAt: Date, secure: boolean): void {
  response.cookie(COOKIE, token, { httpOnly: true, sameSite: 'lax', secure, path: '/', expires: expiresAt });
}

export function clearSessionCookie(response: Response, secure: boolean): void {
  response.clearCookie(COOKIE, { httpOnly: true, sameSite: 'lax', secure, path: '/' });
}
