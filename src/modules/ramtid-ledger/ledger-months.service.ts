import { Injectable } from '@nestjs/common';
import {
  datesOfMonth,
  lineWithoutOrder,
  ramtidLedgerLine,
  weekOf,
  type CalendarMonth,
  type LedgerMonth,
  type LocalDate,
  type RamtidLedgerLine,
  type UnitSettings,
} from '@hemtjanst/domain';
import { UnitsService } from '../units/units.service.js';
import { ledgerMonthOf, performedSumOf, type RowsOfMonth } from './ledger-rows.mapper.js';
import type { LedgerOrderRow, LedgerQuestion } from './ledger-rows.js';
import { RamtidLedgerRepository } from './ramtid-ledger.repository.js';

/** An order's month with the records it was made from. */
export interface LedgerEntry {
  readonly line: RamtidLedgerLine;
  /** Null: time without a valid order. */
  readonly order: LedgerOrderRow | null;
  readonly brukareCode: string;
  readonly workGroupId: string;
  readonly source: LedgerMonth | null;
  readonly registeredTimeIds: readonly string[];
  readonly plannedVisitIds: readonly string[];
}

export interface LedgerEntries {
  readonly entries: readonly LedgerEntry[];
  readonly settings: UnitSettings;
}

/** Computes ledger months for whoever shows, lists or freezes them. Run it inside a transaction: it reads several times. */
@Injectable()
export class LedgerMonths {
  constructor(
    private readonly ledger: RamtidLedgerRepository,
    private readonly units: UnitsService,
  ) {}

  hasWorkGroup(unitId: string, workGroupId: string): Promise<boolean> {
    return this.ledger.hasWorkGroup(unitId, workGroupId);
  }

  /** @param brukareId null: every brukare of the unit */
  async compute(
    unitId: string,
    month: CalendarMonth,
    brukareId: string | null,
    asOf: LocalDate,
  ): Promise<LedgerEntries> {
    const { settings } = await this.units.loadSettings(unitId);
    const dates = datesOfMonth(month);
    const question: LedgerQuestion = {
      unitId,
      month,
      from: dates[0] ?? asOf,
      to: dates.at(-1) ?? asOf,
      brukareId,
      asOf,
      doubleStaffingCounts: settings.doubleStaffingCounts,
    };
    const rows = await this.read(question);
    return {
      entries: [...withOrder(rows, question, settings), ...(await this.withoutOrder(rows, question))],
      settings,
    };
  }

  private async read(question: LedgerQuestion): Promise<RowsOfMonth & { readonly orders: readonly LedgerOrderRow[] }> {
    if (question.brukareId === null) await this.ledger.prepareForSums();
    const performed = await this.ledger.findPerformed(question);
    const published = await this.ledger.findPublished(question);
    const drawnOn = [...performed, ...published].flatMap(({ order_id }) => (order_id === null ? [] : [order_id]));
    const weeks = [...new Set(datesOfMonth(question.month).map(weekOf))];
    return {
      performed,
      published,
      orders: await this.ledger.findOrders(question, [...new Set(drawnOn)]),
      templates: await this.ledger.findTemplates(question),
      absences: await this.ledger.findAbsences(question),
      publishedWeeks: await this.ledger.findPublishedWeeks(question.unitId, weeks),
    };
  }

  private async withoutOrder(rows: RowsOfMonth, { unitId, month }: LedgerQuestion): Promise<readonly LedgerEntry[]> {
    const stray = rows.performed.filter(({ order_id }) => order_id === null);
    if (stray.length === 0) return [];
    const brukare = await this.ledger.findBrukare(
      unitId,
      stray.map(({ brukare_id }) => brukare_id),
    );
    const byId = new Map(brukare.map((row) => [row.id, row]));
    return stray.map((row) => ({
      line: lineWithoutOrder(row.brukare_id, month, performedSumOf(row)),
      order: null,
      brukareCode: byId.get(row.brukare_id)?.code ?? '',
      workGroupId: byId.get(row.brukare_id)?.work_group_id ?? '',
      source: null,
      registeredTimeIds: row.registered_time_ids ?? [],
      plannedVisitIds: [],
    }));
  }
}

function withOrder(
  rows: RowsOfMonth & { readonly orders: readonly LedgerOrderRow[] },
  question: LedgerQuestion,
  settings: UnitSettings,
): readonly LedgerEntry[] {
  const toMonth = ledgerMonthOf(rows, question, settings);
  const performedOf = new Map(rows.performed.map((row) => [row.order_id, row]));
  return rows.orders.map((order) => {
    const source = toMonth(order);
    return {
      line: ramtidLedgerLine(source),
      order,
      brukareCode: order.brukare_code,
      workGroupId: order.work_group_id,
      source,
      registeredTimeIds: performedOf.get(order.id)?.registered_time_ids ?? [],
      plannedVisitIds: rows.published
        .filter(({ order_id }) => order_id === order.id)
        .flatMap(({ visit_ids }) => visit_ids),
    };
  });
}
