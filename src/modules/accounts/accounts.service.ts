import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { MeAnswer } from '@hemtjanst/contracts';
import { Database } from '../../database/database.js';
import type { Caller } from '../../http/caller.js';
import type { NewAccount } from './account.js';
import { meAnswerOf } from './account.mapper.js';
import { AccountRepository } from './account.repository.js';
import { hashPassword } from './password.js';

/** Accounts: who there is, and making them. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountRepository,
  ) {}

  async describe(caller: Caller): Promise<MeAnswer> {
    return meAnswerOf(caller, [...(await this.accounts.unitsOf(caller.accountId))]);
  }

  /** Makes the account unless the username is taken. The id of the new account, or null when nothing was done. */
  async createIfMissing(account: NewAccount): Promise<string | null> {
    const accountId = randomUUID();
    const passwordHash = await hashPassword(account.password);
    const isNew = await this.database.runInTransaction(() => this.accounts.insert(accountId, account, passwordHash));
    return isNew ? accountId : null;
  }
}
