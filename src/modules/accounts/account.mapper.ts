import type { AccountAnswer, MeAnswer, Role } from '@hemtjanst/contracts';
import type { Caller } from '../../http/caller.js';
import type { Account } from './account.js';

export interface AccountRow {
  readonly id: string;
  readonly username: string;
  readonly display_name: string;
  readonly roles: readonly Role[];
  readonly employee_id: string | null;
  readonly password_hash: string | null;
  readonly is_demo: boolean;
  readonly disabled_at: Date | null;
  readonly unit_ids: readonly string[];
}

export function accountOfRow(row: AccountRow): Account {
  return {
    id: row.id,
    username: row.username,
    displayName: row.display_name,
    roles: row.roles,
    unitIds: row.unit_ids,
    employeeId: row.employee_id,
    passwordHash: row.password_hash,
    isDemo: row.is_demo,
    isDisabled: row.disabled_at !== null,
  };
}

export function callerOfAccount(account: Account): Caller {
  return {
    accountId: account.id,
    displayName: account.displayName,
    roles: account.roles,
    unitIds: account.unitIds,
    employeeId: account.employeeId,
  };
}

export function meAnswerOf(caller: Caller, units: MeAnswer['units']): MeAnswer {
  return {
    accountId: caller.accountId,
    displayName: caller.displayName,
    roles: [...caller.roles],
    units,
    employeeId: caller.employeeId,
  };
}

/** Without the password hash, which never leaves the service. */
export function accountAnswerOf(account: Account): AccountAnswer {
  return {
    id: account.id,
    username: account.username,
    displayName: account.displayName,
    roles: [...account.roles],
    unitIds: [...account.unitIds],
    employeeId: account.employeeId,
    isDisabled: account.isDisabled,
  };
}
