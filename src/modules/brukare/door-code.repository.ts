import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';

/** Sealed door codes, and how often they were shown. */
@Injectable()
export class DoorCodeRepository {
  constructor(private readonly database: Database) {}

  async keep(unitId: string, brukareId: string, sealed: Buffer): Promise<void> {
    await this.database.rows(
      `INSERT INTO brukare_door_code (brukare_id, unit_id, sealed) VALUES ($1, $2, $3)
       ON CONFLICT (brukare_id) DO UPDATE SET sealed = excluded.sealed, changed_at = clock_timestamp()`,
      [brukareId, unitId, sealed],
    );
  }

  async remove(unitId: string, brukareId: string): Promise<void> {
    const sql = `DELETE FROM brukare_door_code WHERE unit_id = $1 AND brukare_id = $2`;
    await this.database.affected(sql, [unitId, brukareId]);
  }

  async find(unitId: string, brukareId: string): Promise<Buffer | null> {
    const sql = `SELECT sealed FROM brukare_door_code WHERE unit_id = $1 AND brukare_id = $2`;
    const [row] = await this.database.rows<{ readonly sealed: Buffer }>(sql, [unitId, brukareId]);
    return row?.sealed ?? null;
  }

  /** Which of these have a code. */
  async findWithCode(unitId: string, brukareIds: readonly string[]): Promise<ReadonlySet<string>> {
    const sql = `SELECT brukare_id FROM brukare_door_code WHERE unit_id = $1 AND brukare_id = ANY ($2)`;
    const rows = await this.database.rows<{ readonly brukare_id: string }>(sql, [unitId, brukareIds]);
    return new Set(rows.map((row) => row.brukare_id));
  }

  /** Notes one more showing; how many there were within the hour, this one included. */
  async noteShowing(accountId: string): Promise<number> {
    await this.database.rows(`INSERT INTO door_code_showing (account_id) VALUES ($1)`, [accountId]);
    const [row] = await this.database.rows<{ readonly count: number }>(
      `SELECT count(*)::int AS count FROM door_code_showing
       WHERE account_id = $1 AND shown_at > clock_timestamp() - interval '1 hour'`,
      [accountId],
    );
    return row?.count ?? 0;
  }
}
