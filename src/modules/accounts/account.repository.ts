import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import type { Account, NewAccount } from './account.js';
import { accountOfRow, type AccountRow } from './account.mapper.js';

const SELECT_ACCOUNT = `SELECT account.id, username, display_name, roles, employee_id, password_hash, is_demo, disabled_at,
    COALESCE((SELECT array_agg(unit_id ORDER BY unit_id) FROM account_unit WHERE account_id = account.id), '{}') AS unit_ids
  FROM account`;

/** Accounts and the units they reach. */
@Injectable()
export class AccountRepository {
  constructor(private readonly database: Database) {}

  async findByUsername(username: string): Promise<Account | null> {
    const [row] = await this.database.rows<AccountRow>(`${SELECT_ACCOUNT} WHERE username = $1`, [username]);
    return row === undefined ? null : accountOfRow(row);
  }

  async find(accountId: string): Promise<Account | null> {
    const [row] = await this.database.rows<AccountRow>(`${SELECT_ACCOUNT} WHERE account.id = $1`, [accountId]);
    return row === undefined ? null : accountOfRow(row);
  }

  /** Accounts that reach at least one of the units. */
  async findOfUnits(unitIds: readonly string[]): Promise<readonly Account[]> {
    const rows = await this.database.rows<AccountRow>(
      `${SELECT_ACCOUNT} WHERE EXISTS (SELECT 1 FROM account_unit WHERE account_id = account.id AND unit_id = ANY($1::uuid[]))
       ORDER BY username`,
      [unitIds],
    );
    return rows.map(accountOfRow);
  }

  async hasAny(): Promise<boolean> {
    return (await this.database.rows('SELECT 1 FROM account LIMIT 1')).length > 0;
  }

  async addUnit(accountId: string, unitId: string): Promise<void> {
    await this.database.rows('INSERT INTO account_unit (account_id, unit_id) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
      accountId,
      unitId,
    ]);
  }

  /** Is the employee one of these units'? The database keeps the two apart; here it is asked before it refuses. */
  async isEmployeeOf(employeeId: string, unitIds: readonly string[]): Promise<boolean> {
    const found = await this.database.rows('SELECT 1 FROM employee WHERE id = $1 AND unit_id = ANY($2::uuid[])', [
      employeeId,
      unitIds,
    ]);
    return found.length > 0;
  }

  async setDisabled(accountId: string, isDisabled: boolean): Promise<boolean> {
    const affected = await this.database.affected(
      'UPDATE account SET disabled_at = CASE WHEN $2 THEN COALESCE(disabled_at, now()) END WHERE id = $1',
      [accountId, isDisabled],
    );
    return affected === 1;
  }

  async unitsOf(
    accountId: string,
  ): Promise<readonly { readonly id: string; readonly code: string; readonly name: string }[]> {
    return this.database.rows(
      `SELECT unit.id, code, name FROM unit JOIN account_unit ON unit_id = unit.id WHERE account_id = $1 ORDER BY code`,
      [accountId],
    );
  }

  /** False when the username is taken. */
  async insert(accountId: string, account: NewAccount, passwordHash: string): Promise<boolean> {
    const inserted = await this.database.rows(
      `INSERT INTO account (id, username, display_name, issuer, subject, password_hash, roles, employee_id, is_demo)
       VALUES ($1, $2, $3, 'local', $2, $4, $5, $6, $7) ON CONFLICT (username) DO NOTHING RETURNING id`,
      [
        accountId,
        account.username,
        account.displayName,
        passwordHash,
        account.roles,
        account.employeeId,
        account.isDemo,
      ],
    );
    if (inserted.length === 0) return false;
    await this.database.rows(`INSERT INTO account_unit (account_id, unit_id) SELECT $1, unnest($2::uuid[])`, [
      accountId,
      account.unitIds,
    ]);
    return true;
  }
}
