import { Injectable } from '@nestjs/common';
import type { OrderKind } from '@hemtjanst/domain';
import { Database } from '../../database/database.js';

export interface MonthClosingRow {
  readonly id: string;
  readonly month: string;
  readonly closes_at: Date;
  readonly closed_at: Date;
  /** Null: the service closed it when its time had come. */
  readonly closed_by: string | null;
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

export interface RegisteringUnitRow {
  readonly unit_id: string;
  readonly first_month: string;
  readonly closed_months: readonly string[];
}

/** A work group's part of a closed month, larm left out. */
export interface ClosedGroupSums {
  readonly workGroupId: string;
  readonly ordered: number;
  readonly performed: number;
}

/** Closed months are added and read: the tables refuse everything else. */
@Injectable()
export class MonthClosingRepository {
  constructor(private readonly database: Database) {}

  /** Each unit with registered visits, the first month of them, and the months that are closed. */
  findRegisteringUnits(): Promise<readonly RegisteringUnitRow[]> {
    return this.database.rows<RegisteringUnitRow>(
      `SELECT unit.id AS unit_id, to_char(first.occurred_at AT TIME ZONE 'Europe/Stockholm', 'YYYY-MM') AS first_month,
         ARRAY(SELECT month FROM month_closing WHERE unit_id = unit.id) AS closed_months
       FROM unit JOIN LATERAL (
         SELECT occurred_at FROM registered_time WHERE unit_id = unit.id ORDER BY occurred_at LIMIT 1
       ) first ON true ORDER BY unit.id`,
    );
  }

  async find(unitId: string, month: string): Promise<MonthClosingRow | null> {
    const [row] = await this.database.rows<MonthClosingRow>(
      'SELECT id, month, closes_at, closed_at, closed_by FROM month_closing WHERE unit_id = $1 AND month = $2',
      [unitId, month],
    );
    return row ?? null;
  }

  /** Null: somebody closed the month at the same moment. */
  async insert(
    unitId: string,
    month: string,
    closesAt: string,
    closedBy: string | null,
  ): Promise<MonthClosingRow | null> {
    const [row] = await this.database.rows<MonthClosingRow>(
      `INSERT INTO month_closing (unit_id, month, closes_at, closed_by) VALUES ($1, $2, $3, $4)
       ON CONFLICT (unit_id, month) DO NOTHING RETURNING id, month, closes_at, closed_at, closed_by`,
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

  /** Every closed month of the unit, the newest first. */
  findAll(unitId: string): Promise<readonly MonthClosingRow[]> {
    return this.database.rows<MonthClosingRow>(
      'SELECT id, month, closes_at, closed_at, closed_by FROM month_closing WHERE unit_id = $1 ORDER BY month DESC',
      [unitId],
    );
  }

  /** A closed month by the work group that the brukare belong to now; larm is paid per month and left out. */
  findGroupSums(unitId: string, closingId: string): Promise<readonly ClosedGroupSums[]> {
    return this.database.rows<ClosedGroupSums>(
      `SELECT work_group_id AS "workGroupId", sum(ordered_minutes)::float8 AS ordered,
         sum(performed_minutes)::float8 AS performed
       FROM month_closing_line line JOIN brukare ON brukare.id = line.brukare_id
       WHERE line.unit_id = $1 AND closing_id = $2 AND kind IS DISTINCT FROM 'larm' GROUP BY work_group_id`,
      [unitId, closingId],
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
