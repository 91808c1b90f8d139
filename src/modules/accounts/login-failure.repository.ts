import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';

const WINDOW_MINUTES = 15;

/** Failed logins per account and address, both only as one hash. */
@Injectable()
export class LoginFailureRepository {
  constructor(private readonly database: Database) {}

  async countRecent(sourceHash: Buffer): Promise<number> {
    const [row] = await this.database.rows<{ readonly failures: number }>(
      `SELECT count(*)::int AS failures FROM login_failure
       WHERE source_hash = $1 AND failed_at > now() - make_interval(mins => $2)`,
      [sourceHash, WINDOW_MINUTES],
    );
    return row?.failures ?? 0;
  }

  async insert(sourceHash: Buffer): Promise<void> {
    await this.database.affected(`DELETE FROM login_failure WHERE failed_at < now() - interval '1 day'`);
    await this.database.rows('INSERT INTO login_failure (source_hash) VALUES ($1)', [sourceHash]);
  }
}
