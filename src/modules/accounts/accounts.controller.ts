import { Controller, Delete, Get, HttpCode, Patch, Post, Req, Res } from '@nestjs/common';
import {
  ROLES,
  accountAnswer,
  accountChange,
  accountListAnswer,
  meAnswer,
  newAccount,
  newSession,
  sessionAnswer,
  type AccountAnswer,
  type AccountChange,
  type MeAnswer,
  type NewAccountContract,
  type NewSession,
  type SessionAnswer,
} from '@hemtjanst/contracts';
import type { Request, Response } from 'express';
import { Env } from '../../config/env.js';
import { Access, Public } from '../../http/access.js';
import { CurrentCaller, type Caller } from '../../http/caller.js';
import { ZodAnswer, ZodBody, ZodParam, ZodQuery } from '../../http/contract.js';
import { Idempotent } from '../../http/idempotency.interceptor.js';
import { AccountsService } from './accounts.service.js';
import { clearSessionCookie, setSessionCookie, tokenOf } from './session-token.js';
import { SessionsService } from './sessions.service.js';
import { accountsFile } from './accounts.file.js';
import { ListsAlsoAsFile } from '../../http/produces.interceptor.js';
import { listFileQuery, type ListFileQuery } from '@hemtjanst/contracts';

/** Logging in and out, who I am, and the accounts of the admin's units. */
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

  @Get('accounts')
  @Access({ roles: ['admin'] })
  @ZodAnswer(accountListAnswer)
  @ListsAlsoAsFile(accountsFile)
  async list(
    @CurrentCaller() caller: Caller,
    @ZodQuery(listFileQuery) _query: ListFileQuery,
  ): Promise<{ items: readonly AccountAnswer[] }> {
    return { items: await this.accounts.list(caller) };
  }

  @Post('accounts')
  @Access({ roles: ['admin'] })
  @Idempotent()
  @ZodAnswer(accountAnswer, 201)
  create(@CurrentCaller() caller: Caller, @ZodBody(newAccount) wish: NewAccountContract): Promise<AccountAnswer> {
    return this.accounts.create(caller, wish);
  }

  @Patch('accounts/:accountId')
  @Access({ roles: ['admin'] })
  @ZodAnswer(accountAnswer)
  change(
    @CurrentCaller() caller: Caller,
    @ZodParam('accountId') accountId: string,
    @ZodBody(accountChange) change: AccountChange,
  ): Promise<AccountAnswer> {
    return this.accounts.change(caller, accountId, change);
  }
}
