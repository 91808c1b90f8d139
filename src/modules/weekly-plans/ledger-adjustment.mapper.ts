import type { LedgerAdjustmentAnswer } from '@hemtjanst/contracts';
import { localDate, type LedgerAdjustment, type LedgerPeriod, type WeeklyPlan } from '@hemtjanst/domain';
import type { LedgerAdjustmentRow } from './ledger-adjustment.repository.js';
import type { UnitRecords } from './unit-records.js';

/** With the day the visit got in the plan; one that is left out or found no place keeps the first day it could have had. */
export function adjustmentsToRows(
  adjustments: readonly LedgerAdjustment[],
  plan: WeeklyPlan,
  records: Pick<UnitRecords, 'brukare' | 'orders'>,
): readonly LedgerAdjustmentRow[] {
  const dateOf = new Map(plan.visits.map((visit) => [visit.demandId, visit.date]));
  return adjustments.map((adjustment, position) => ({
    position,
    kind: adjustment.kind,
    demand_key: adjustment.demandId,
    template_key: adjustment.templateId,
    brukare_id: records.brukare.idOf(adjustment.brukareId),
    order_id: records.orders.idOf(adjustment.orderId),
    allowed_dates: adjustment.allowedDates,
    on_date: dateOf.get(adjustment.demandId) ?? adjustment.allowedDates[0] ?? '',
    service_minutes: adjustment.serviceMinutes,
    period: adjustment.period,
    ordered_minutes: adjustment.orderedMinutes,
    forecast_before_minutes: adjustment.forecastBeforeMinutes,
    forecast_after_minutes: adjustment.forecastAfterMinutes,
    reason: adjustment.reason,
  }));
}

/** What the week's demands are derived with; an order that has left the unit since keeps its id and finds no demands. */
export const rowToAdjustment = (
  row: LedgerAdjustmentRow,
  { orders, brukare }: Pick<UnitRecords, 'orders' | 'brukare'>,
): LedgerAdjustment => ({
  kind: row.kind,
  demandId: row.demand_key,
  templateId: row.template_key,
  orderId: orders.hasId(row.order_id) ? orders.codeOf(row.order_id) : row.order_id,
  brukareId: brukare.hasId(row.brukare_id) ? brukare.codeOf(row.brukare_id) : row.brukare_id,
  allowedDates: row.allowed_dates.map(localDate),
  serviceMinutes: row.service_minutes,
  period: row.period as LedgerPeriod,
  orderedMinutes: row.ordered_minutes,
  forecastBeforeMinutes: row.forecast_before_minutes,
  forecastAfterMinutes: row.forecast_after_minutes,
  reason: row.reason,
});

export const adjustmentAnswer = (row: LedgerAdjustmentRow): LedgerAdjustmentAnswer => ({
  kind: row.kind,
  brukareId: row.brukare_id,
  ramtidOrderId: row.order_id,
  templateCode: row.template_key,
  visitDemandId: row.demand_key,
  date: row.on_date,
  serviceMinutes: row.service_minutes,
  period: row.period,
  orderedMinutes: minutes(row.ordered_minutes),
  forecastBeforeMinutes: minutes(row.forecast_before_minutes),
  forecastAfterMinutes: minutes(row.forecast_after_minutes),
  reason: row.reason,
});

/** With the digits that mean something. */
const minutes = (value: number): number => Math.round(value * 100) / 100;
