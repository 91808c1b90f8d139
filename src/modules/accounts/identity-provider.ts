import { Injectable } from '@nestjs/common';
import type { NewSession } from '@hemtjanst/contracts';
import { Env } from '../../config/env.js';
import type { Account } from './account.js';
import { AccountRepository } from './account.repository.js';
import { isRightPassword } from './password.js';

/** Decides who someone is. Local accounts now; an OpenID Connect provider is another class behind the same question. */
export abstract class IdentityProvider {
  /** The account, or null when the proof does not hold or the account may not be used. */
  abstract identify(proof: NewSession): Promise<Account | null>;
}

/** Usernames and passwords of the account table. */
@Injectable()
export class LocalIdentityProvider extends IdentityProvider {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly env: Env,
  ) {
    super();
  }

  async identify(proof: NewSession): Promise<Account | null> {
    const account = await this.accounts.findByUsername(proof.username);
    const isRight = await isRightPassword(proof.password, account?.passwordHash ?? null);
    if (account === null || !isRight || account.isDisabled) return null;
    // The passwords of demo accounts are printed on the screen: worthless as proof where real people are planned.
    return account.isDemo && this.env.mode === 'production' ? null : account;
  }
}
