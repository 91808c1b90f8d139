import { createHmac, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { NewSession } from '@hemtjanst/contracts';
import { Env } from '../../config/env.js';
import type { Caller } from '../../http/caller.js';
import { Problem } from '../../http/problem.js';
import { tooMany } from '../../http/problems.js';
import { callerOfAccount } from './account.mapper.js';
import { AccountRepository } from './account.repository.js';
import { IdentityProvider } from './identity-provider.js';
import { LoginFailureRepository } from './login-failure.repository.js';
import { SessionRepository } from './session.repository.js';

const MAX_FAILURES = 10;
const RETRY_AFTER_SECONDS = 900;

export interface OpenedSession {
  readonly token: string;
  readonly expiresAt: Date;
}

/** Opening, recognising and ending sessions: at most 12 hours, at most 60 minutes idle, ended at once on logout. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly identities: IdentityProvider,
    private readonly accounts: AccountRepository,
    private readonly sessions: SessionRepository,
    private readonly failures: LoginFailureRepository,
    private readonly env: Env,
  ) {}

  /** @throws Problem 401 when name or password is wrong, 429 after ten failures of the same name from the same address */
  async open(proof: NewSession, address: string): Promise<OpenedSession> {
    const source = this.hash(`${proof.username} ${address}`);
    if ((await this.failures.countRecent(source)) >= MAX_FAILURES) {
      throw tooMany('for-manga-inloggningar', 'Vänta en kvart innan du försöker igen.', RETRY_AFTER_SECONDS);
    }
    const account = await this.identities.identify(proof);
    if (account === null) {
      await this.failures.insert(source);
      throw new Problem({ status: 401, code: 'fel-inloggning', title: 'Fel användarnamn eller lösenord' });
    }
    const token = randomBytes(32).toString('base64url');
    return { token, expiresAt: await this.sessions.insert(this.hash(token), account.id) };
  }

  async recognise(token: string): Promise<Caller | null> {
    const accountId = await this.sessions.findAccountId(this.hash(token));
    const account = accountId === null ? null : await this.accounts.find(accountId);
    return account === null || account.isDisabled ? null : callerOfAccount(account);
  }

  async end(token: string): Promise<void> {
    await this.sessions.delete(this.hash(token));
  }

  private hash(text: string): Buffer {
    return createHmac('sha256', this.env.sessionSecret).update(text).digest();
  }
}
