import type { InsatsCode, LedgerPeriod, LocalDate, OrderKind } from '@hemtjanst/domain';
import type { TemplateRow } from '../genomforandeplan/visit-template.mapper.js';

/** Which month or week of which orders. */
export interface LedgerQuestion {
  readonly unitId: string;
  readonly period: LedgerPeriod;
  readonly from: LocalDate;
  /** Inclusive. */
  readonly to: LocalDate;
  /** Null: every brukare of the unit. */
  readonly brukareId: string | null;
  readonly asOf: LocalDate;
  readonly doubleStaffingCounts: 1 | 2;
}

export interface PerformedRow {
  readonly order_id: string | null;
  readonly brukare_id: string;
  /** Answered larm of a brukare without an order for it. */
  readonly is_stray_larm: boolean;
  readonly registered_minutes: number;
  readonly performed_minutes: number;
  readonly performed_on_as_of_minutes: number;
  readonly visits: number;
  readonly adjusted_visits: number;
  readonly open_visits: number;
  readonly declined_visits: number;
  readonly bom_visits: number;
  /** Only where one brukare is asked for. */
  readonly registered_time_ids: readonly string[] | null;
}

export interface LedgerOrderRow {
  readonly id: string;
  readonly code: string;
  readonly brukare_id: string;
  readonly brukare_code: string;
  readonly work_group_id: string;
  readonly from_date: string;
  readonly to_date: string | null;
  readonly hours_per_month: number;
  readonly kind: OrderKind;
  readonly insatser: readonly InsatsCode[];
  readonly double_staffing: boolean;
  readonly goal: string | null;
  readonly received_on: string | null;
}

export interface LedgerTemplateRow extends TemplateRow {
  readonly order_id: string;
}

export interface AbsenceRow {
  readonly brukare_id: string;
  readonly from_date: string;
  readonly from_minute: number;
  readonly to_date: string;
  readonly to_minute: number;
}

export interface PublishedRow {
  readonly order_id: string;
  readonly on_date: string;
  readonly visit_ids: readonly string[];
  readonly minutes: number;
}

export interface PublishedWeekRow {
  readonly week: string;
  readonly work_group_id: string | null;
}

export interface BrukareRow {
  readonly id: string;
  readonly code: string;
  readonly work_group_id: string;
}
