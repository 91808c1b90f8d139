import { Injectable } from '@nestjs/common';
import type { OrderKind } from '@hemtjanst/domain';
import { Database } from '../../database/database.js';

export interface MonthClosingRow {
  readonly id: string;
  readonly month: string;
  readonly closes_at: Date;
  readonly closed_at: Date;
}

export interface ClosedLineRow {
  readonly brukare_id: string;
  readonly order_id: string | null;
  readonly kind: OrderKind | null;
  readonly ordered_minutes: number;
  readonly given_back_minutes: number;
  readonly registered_minutes: number;
  readonly performed_minutes: number;
}

/** Closed months are added and read: the tables refuse everything else. */
@Injectable()
export class MonthClosingRepository {
  constructor(private readonly database: Database) {}

  async find(unitId: string, month: string): Promise<MonthClosingRow | null> {
    const [row] = await this.database.rows<MonthClosingRow>(
      'SELECT id, month, closes_at, closed_at FROM month_closing WHERE unit_id = $1 AND month = $2',
      [unitId, month],
    );
    return row ?? null;
  }

  /** Null: somebody closed the month at the same moment. */
  async insert(unitId: string, month: string, closesAt: string, closedBy: string): Promise<MonthClosingRow | null> {
    const [row] = await this.database.rows<MonthClosingRow>(
      `INSERT INTO month_closing (unit_id, month, closes_at, closed_by) VALUES ($1, $2, $3, $4)
       ON CONFLICT (unit_id, month) DO NOTHING RETURNING id, month, closes_at, closed_at`,
      [unitId, month, closesAt, closedBy],
    );
    return row ?? null;
  }

  async insertLines(unitId: string, closingId: string, lines: readonly ClosedLineRow[]): Promise<void> {
    await this.database.rows(
      `INSERT INTO month_closing_line (closing_id, unit_id, brukare_id, order_id, kind, ordered_minutes, given_back_minutes,
         registered_minutes, performed_minutes)
       SELECT $2, $1, brukare_id, order_id, kind, ordered_minutes, given_back_minutes, registered_minutes, performed_minutes
       FROM jsonb_to_recordset($3::jsonb) AS line (brukare_id uuid, order_id uuid, kind text, ordered_minutes float8,
         given_back_minutes float8, registered_minutes float8, performed_minutes float8)`,
      [unitId, closingId, JSON.stringify(lines)],
    );
  }

  findLines(unitId: string, closingId: string): Promise<readonly ClosedLineRow[]> {
    return this.database.rows<ClosedLineRow>(
      `SELECT brukare_id, order_id, kind, ordered_minutes, given_back_minutes, registered_minutes, performed_minutes
       FROM month_closing_line WHERE unit_id = $1 AND closing_id = $2 ORDER BY brukare_id, order_id`,
      [unitId, closingId],
    );
  }
}
