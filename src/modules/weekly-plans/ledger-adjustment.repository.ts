import { Injectable } from '@nestjs/common';
import type { LedgerAdjustment } from '@hemtjanst/domain';
import { Database } from '../../database/database.js';

/** One adjustment as it is kept with its plan, named as the columns are. */
export interface LedgerAdjustmentRow {
  readonly position: number;
  readonly kind: LedgerAdjustment['kind'];
  readonly demand_key: string;
  readonly template_key: string;
  readonly brukare_id: string;
  readonly order_id: string;
  readonly allowed_dates: readonly string[];
  readonly on_date: string;
  readonly service_minutes: number;
  readonly period: string;
  readonly ordered_minutes: number;
  readonly forecast_before_minutes: number;
  readonly forecast_after_minutes: number;
  readonly reason: string;
}

@Injectable()
export class LedgerAdjustmentRepository {
  constructor(private readonly database: Database) {}

  async insertAll(unitId: string, planId: string, rows: readonly LedgerAdjustmentRow[]): Promise<void> {
    await this.database.rows(
      `INSERT INTO plan_ledger_adjustment (unit_id, plan_id, position, kind, demand_key, template_key, brukare_id, order_id,
         allowed_dates, on_date, service_minutes, period, ordered_minutes, forecast_before_minutes,
         forecast_after_minutes, reason)
       SELECT $1, $2, position, kind, demand_key, template_key, brukare_id, order_id, allowed_dates, on_date,
         service_minutes, period, ordered_minutes, forecast_before_minutes, forecast_after_minutes, reason
       FROM jsonb_to_recordset($3::jsonb) AS row (position integer, kind text, demand_key text, template_key text,
         brukare_id uuid, order_id uuid, allowed_dates date[], on_date date, service_minutes integer, period text,
         ordered_minutes float8, forecast_before_minutes float8, forecast_after_minutes float8, reason text)`,
      [unitId, planId, JSON.stringify(rows)],
    );
  }

  /** In the order they were decided. */
  findOfPlan(planId: string): Promise<readonly LedgerAdjustmentRow[]> {
    return this.database.rows<LedgerAdjustmentRow>(
      `SELECT position, kind, demand_key, template_key, brukare_id, order_id, allowed_dates::text[] AS allowed_dates, on_date,
         service_minutes, period, ordered_minutes, forecast_before_minutes, forecast_after_minutes, reason
       FROM plan_ledger_adjustment WHERE plan_id = $1 ORDER BY position`,
      [planId],
    );
  }
}
