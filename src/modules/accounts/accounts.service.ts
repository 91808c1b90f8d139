import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { AccountAnswer, AccountChange, MeAnswer, NewAccountContract } from '@hemtjanst/contracts';
import { Database } from '../../database/database.js';
import type { Caller } from '../../http/caller.js';
import { conflict, notFound } from '../../http/problems.js';
import { assertReferences } from '../../http/references.js';
import { AuditLog } from '../audit-log/audit-log.js';
import type { Account, NewAccount } from './account.js';
import { accountAnswerOf, meAnswerOf } from './account.mapper.js';
import { AccountRepository } from './account.repository.js';
import { hashPassword } from './password.js';

/** Accounts: who there is, and making them. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountRepository,
    private readonly auditLog: AuditLog,
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

  /** Accounts of the caller's units. */
  async list(caller: Caller): Promise<readonly AccountAnswer[]> {
    return (await this.accounts.findOfUnits(caller.unitIds)).map(accountAnswerOf);
  }

  /** @throws Problem 422 for a unit or employee that is not the caller's, 409 when the username is taken */
  create(caller: Caller, wish: NewAccountContract): Promise<AccountAnswer> {
    return this.database.runInTransaction(async () => {
      await this.checkReferences(caller, wish);
      const accountId = await this.createIfMissing({ ...wish, isDemo: false });
      if (accountId === null) throw conflict('anvandarnamn.upptaget', 'Användarnamnet är upptaget.');
      return this.answerAfter(caller, accountId, 'skapa');
    });
  }

  /**
   * Shuts an account out at once, or lets it in again.
   *
   * @throws Problem 404 when the account reaches a unit that is not the caller's, 409 for the own account
   */
  change(caller: Caller, accountId: string, { isDisabled }: AccountChange): Promise<AccountAnswer> {
    return this.database.runInTransaction(async () => {
      const account = await this.accounts.find(accountId);
      if (account === null || !isWithin(account.unitIds, caller.unitIds)) throw notFound();
      if (accountId === caller.accountId) throw conflict('eget-konto', 'Det egna kontot kan inte stängas av.');
      await this.accounts.setDisabled(accountId, isDisabled);
      return this.answerAfter(caller, accountId, isDisabled ? 'stang-av' : 'oppna');
    });
  }

  /** Lets the account reach the unit, in the running transaction. */
  grantUnit(accountId: string, unitId: string): Promise<void> {
    return this.accounts.addUnit(accountId, unitId);
  }

  /** The first admin of an installation: only where there is no account at all. True when it was made. */
  async createFirstAdmin(username: string, password: string): Promise<boolean> {
    return this.database.runInTransaction(async () => {
      if (await this.accounts.hasAny()) return false;
      const admin = { username, displayName: 'Admin', roles: ['admin'] as const, unitIds: [], employeeId: null };
      return (await this.createIfMissing({ ...admin, password, isDemo: false })) !== null;
    });
  }

  private async checkReferences(caller: Caller, { unitIds, employeeId }: NewAccountContract): Promise<void> {
    assertReferences({
      '/unitIds': isWithin(unitIds, caller.unitIds),
      '/employeeId': employeeId === null || (await this.accounts.isEmployeeOf(employeeId, unitIds)),
    });
  }

  private async answerAfter(caller: Caller, accountId: string, action: string): Promise<AccountAnswer> {
    const account = await this.accounts.find(accountId);
    if (account === null) throw notFound();
    await this.auditLog.recordAll(linesPerUnit(caller, account, action));
    return accountAnswerOf(account);
  }
}

const isWithin = (ids: readonly string[], allowed: readonly string[]): boolean =>
  ids.length > 0 && ids.every((id) => allowed.includes(id));

const linesPerUnit = (caller: Caller, account: Account, action: string) =>
  account.unitIds.map((unitId) => ({ caller, action, recordKind: 'account', recordId: account.id, unitId }));
