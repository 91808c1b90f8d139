import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';

export interface FeedOwner {
  readonly unitId: string;
  readonly employeeId: string;
}

/** Whose account keeps the feed. */
export interface FeedHolder extends FeedOwner {
  readonly accountId: string;
}

/** A feed as its holder may be told of it. */
export interface OpenFeed {
  readonly madeAt: Date;
  readonly expiresOn: string;
}

/** A shift of an employee with how many published visits it holds. */
export interface CalendarShiftRow {
  readonly id: string;
  readonly on_date: string;
  readonly starts_minute: number;
  readonly ends_minute: number;
}

export interface CalendarVisitRow {
  readonly id: string;
  readonly on_date: string;
  readonly starts_at: Date;
  readonly ends_at: Date;
}

/** Calendar feeds, and the times that stand in a calendar. */
@Injectable()
export class CalendarFeedRepository {
  constructor(private readonly database: Database) {}

  /** A new secret takes the place of the one before. */
  async replace(holder: FeedHolder, tokenHash: Buffer, expiresOn: string): Promise<void> {
    await this.database.rows(
      `INSERT INTO calendar_feed (account_id, unit_id, employee_id, token_hash, expires_on) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (account_id) DO UPDATE SET unit_id = excluded.unit_id, employee_id = excluded.employee_id,
         token_hash = excluded.token_hash, expires_on = excluded.expires_on, created_at = now()`,
      [holder.accountId, holder.unitId, holder.employeeId, tokenHash, expiresOn],
    );
  }

  async remove(accountId: string): Promise<void> {
    await this.database.affected('DELETE FROM calendar_feed WHERE account_id = $1', [accountId]);
  }

  /** Null: none, or one that has expired. */
  async findOpen(accountId: string, today: string): Promise<OpenFeed | null> {
    const [row] = await this.database.rows<OpenFeed>(
      `SELECT created_at AS "madeAt", expires_on AS "expiresOn" FROM calendar_feed
       WHERE account_id = $1 AND expires_on >= $2::date`,
      [accountId, today],
    );
    return row ?? null;
  }

  /** The account an employee logs in with; null: none that may. */
  async findAccountOf(employeeId: string): Promise<string | null> {
    const [row] = await this.database.rows<{ readonly id: string }>(
      `SELECT id FROM account WHERE employee_id = $1 AND disabled_at IS NULL AND 'omsorgspersonal' = ANY (roles)
       ORDER BY created_at, id LIMIT 1`,
      [employeeId],
    );
    return row?.id ?? null;
  }

  /** Null: no such secret, or it has expired, or the account may not log in any more or is somebody else's now. */
  async findOwner(tokenHash: Buffer, today: string): Promise<FeedOwner | null> {
    const [row] = await this.database.rows<FeedOwner>(
      `SELECT feed.unit_id AS "unitId", feed.employee_id AS "employeeId"
       FROM calendar_feed feed JOIN account ON account.id = feed.account_id
       WHERE token_hash = $1 AND expires_on >= $2::date AND account.disabled_at IS NULL
         AND account.employee_id = feed.employee_id`,
      [tokenHash, today],
    );
    return row ?? null;
  }

  findShifts({ unitId, employeeId }: FeedOwner, from: string, to: string): Promise<readonly CalendarShiftRow[]> {
    return this.database.rows<CalendarShiftRow>(
      `SELECT id, on_date, starts_minute, ends_minute FROM shift
       WHERE unit_id = $1 AND employee_id = $2 AND on_date BETWEEN $3::date AND $4::date ORDER BY on_date, starts_minute`,
      [unitId, employeeId, from, to],
    );
  }

  findVisits({ unitId, employeeId }: FeedOwner, from: string, to: string): Promise<readonly CalendarVisitRow[]> {
    return this.database.rows<CalendarVisitRow>(
      `SELECT visit.id, visit.on_date, lower(staff.during) AS starts_at, upper(staff.during) AS ends_at
       FROM planned_visit_employee staff JOIN planned_visit visit ON visit.id = staff.visit_id
       WHERE staff.unit_id = $1 AND staff.employee_id = $2 AND staff.is_published
         AND visit.on_date BETWEEN $3::date AND $4::date ORDER BY lower(staff.during)`,
      [unitId, employeeId, from, to],
    );
  }
}
