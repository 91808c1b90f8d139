import { Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import {
  ROLES,
  meAnswer,
  newSession,
  sessionAnswer,
  type MeAnswer,
  type NewSession,
  type SessionAnswer,
} from '@hemtjanst/contracts';
import type { Request, Response } from 'express';
import { Env } from '../../config/env.js';
import { Access, Public } from '../../http/access.js';
import { CurrentCaller, type Caller } from '../../http/caller.js';
import { ZodAnswer, ZodBody } from '../../http/contract.js';
import { AccountsService } from './accounts.service.js';
import { clearSessionCookie, setSessionCookie, tokenOf } from './session-token.js';
import { SessionsService } from './sessions.service.js';

/** Logging in and out, and who I am. */
@Controller()
export class AccountsController {
  constructor(
    private readonly accounts: AccountsService,
    private readonly sessions: SessionsService,
    private readonly env: Env,
  ) {}

  @Post('sessions')
  @Public()
  @ZodAnswer(sessionAnswer, 201)
  async logIn(
    @ZodBody(newSession) proof: NewSession,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionAnswer> {
    const session = await this.sessions.open(proof, request.ip ?? '');
    setSessionCookie(response, session.token, session.expiresAt, this.env.mode === 'production');
    return { token: session.token, expiresAt: session.expiresAt.toISOString() };
  }

  @Delete('sessions/current')
  @HttpCode(204)
  @Access({ roles: ROLES })
  async logOut(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    await this.sessions.end(tokenOf(request) ?? '');
    clearSessionCookie(response, this.env.mode === 'production');
  }

  @Get('me')
  @Access({ roles: ROLES })
  @ZodAnswer(meAnswer)
  async me(@CurrentCaller() caller: Caller): Promise<MeAnswer> {
    return this.accounts.describe(caller);
  }
}
