import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';

const IDLE_MINUTES = 60;
const MAX_HOURS = 12;

/** Sessions by the hash of their token; the token itself is kept nowhere. */
@Injectable()
export class SessionRepository {
  constructor(private readonly database: Database) {}

  async insert(tokenHash: Buffer, accountId: string): Promise<Date> {
    await this.database.affected(
      `DELETE FROM session WHERE account_id = $1 AND (expires_at <= now() OR last_seen_at <= now() - make_interval(mins => $2))`,
      [accountId, IDLE_MINUTES],
    );
    const [row] = await this.database.rows<{ readonly expires_at: Date }>(
      `INSERT INTO session (token_hash, account_id, expires_at) VALUES ($1, $2, now() + make_interval(hours => $3))
       RETURNING expires_at`,
      [tokenHash, accountId, MAX_HOURS],
    );
    if (row === undefined) throw new Error('the session was not saved');
    return row.expires_at;
  }

  /** The account of a session that still runs. The clock of the database decides; use is noted once a minute. */
  async findAccountId(tokenHash: Buffer): Promise<string | null> {
    const [row] = await this.database.rows<{ readonly account_id: string; readonly is_stale: boolean }>(
      `SELECT account_id, last_seen_at < now() - interval '1 minute' AS is_stale FROM session
       WHERE token_hash = $1 AND expires_at > now() AND last_seen_at > now() - make_interval(mins => $2)`,
      [tokenHash, IDLE_MINUTES],
    );
    if (row?.is_stale === true) {
      await this.database.affected('UPDATE session SET last_seen_at = now() WHERE token_hash = $1', [tokenHash]);
    }
    return row?.account_id ?? null;
  }

  async delete(tokenHash: Buffer): Promise<void> {
    await this.database.affected('DELETE FROM session WHERE token_hash = $1', [tokenHash]);
  }
}
