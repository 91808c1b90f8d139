import { Injectable } from '@nestjs/common';
import {
  carriedOverMinutes,
  datesOfPeriod,
  lineWithoutOrder,
  ramtidLedgerLine,
  weekOf,
  previousPeriod,
  type LedgerPeriod,
  type LedgerSource,
  type LocalDate,
  type RamtidLedgerLine,
  type UnitSettings,
} from '@hemtjanst/domain';
import { UnitsService } from '../units/units.service.js';
import { ledgerSourceOf, performedSumOf, type RowsOfPeriod } from './ledger-rows.mapper.js';
import type { LedgerOrderRow, LedgerQuestion } from './ledger-rows.js';
import { RamtidLedgerRepository } from './ramtid-ledger.repository.js';

/** An order's month or week with the records it was made from. */
export interface LedgerEntry {
  readonly line: RamtidLedgerLine;
  /** Null: time without a valid order. */
  readonly order: LedgerOrderRow | null;
  readonly brukareCode: string;
  readonly workGroupId: string;
  readonly source: LedgerSource | null;
  readonly registeredTimeIds: readonly string[];
  readonly plannedVisitIds: readonly string[];
}

export interface LedgerEntries {
  readonly entries: readonly LedgerEntry[];
  readonly settings: UnitSettings;
}

/** Computes months and weeks of the ledger for whoever shows, lists or freezes them. Run it inside a transaction: it reads several times. */
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
    period: LedgerPeriod,
    brukareId: string | null,
    asOf: LocalDate,
  ): Promise<LedgerEntries> {
    const { settings } = await this.units.loadSettings(unitId);
    const question = questionOf(unitId, period, brukareId, asOf, settings);
    const rows = await this.read(question);
    const carriedOver = await this.carriedOver(question, settings);
    return {
      entries: [...withOrder(rows, question, settings, carriedOver), ...(await this.withoutOrder(rows, question))],
      settings,
    };
  }

  /** By order: what it takes with it from the period before, where the unit carries over at all. */
  private async carriedOver(question: LedgerQuestion, settings: UnitSettings): Promise<ReadonlyMap<string, number>> {
    if (settings.ramtidCarryOverShare === 0) return new Map();
    const { unitId, brukareId, asOf } = question;
    const before = questionOf(unitId, previousPeriod(question.period), brukareId, asOf, settings);
    const entries = withOrder(await this.read(before), before, settings, new Map());
    return new Map(entries.map(({ line, order }) => [order?.id ?? '', carriedOverMinutes(line, settings)]));
  }

  private async read(question: LedgerQuestion): Promise<RowsOfPeriod & { readonly orders: readonly LedgerOrderRow[] }> {
    if (question.brukareId === null) await this.ledger.prepareForSums();
    const performed = await this.ledger.findPerformed(question);
    const published = await this.ledger.findPublished(question);
    const drawnOn = [...performed, ...published].flatMap(({ order_id }) => (order_id === null ? [] : [order_id]));
    const weeks = [...new Set(datesOfPeriod(question.period).map(weekOf))];
    return {
      performed,
      published,
      orders: await this.ledger.findOrders(question, [...new Set(drawnOn)]),
      templates: await this.ledger.findTemplates(question),
      absences: await this.ledger.findAbsences(question),
      publishedWeeks: await this.ledger.findPublishedWeeks(question.unitId, weeks),
    };
  }

  private async withoutOrder(rows: RowsOfPeriod, { unitId, period }: LedgerQuestion): Promise<readonly LedgerEntry[]> {
    const stray = rows.performed.filter(({ order_id }) => order_id === null);
    if (stray.length === 0) return [];
    const brukare = await this.ledger.findBrukare(
      unitId,
      stray.map(({ brukare_id }) => brukare_id),
    );
    const byId = new Map(brukare.map((row) => [row.id, row]));
    return stray.map((row) => ({
      line: lineWithoutOrder(row.brukare_id, period, performedSumOf(row), row.is_stray_larm ? 'larm' : null),
      order: null,
      brukareCode: byId.get(row.brukare_id)?.code ?? '',
      workGroupId: byId.get(row.brukare_id)?.work_group_id ?? '',
      source: null,
      registeredTimeIds: row.registered_time_ids ?? [],
      plannedVisitIds: [],
    }));
  }
}

function questionOf(
  unitId: string,
  period: LedgerPeriod,
  brukareId: string | null,
  asOf: LocalDate,
  { doubleStaffingCounts }: UnitSettings,
): LedgerQuestion {
  const dates = datesOfPeriod(period);
  return {
    unitId,
    period,
    from: dates[0] ?? asOf,
    to: dates.at(-1) ?? asOf,
    brukareId,
    asOf,
    doubleStaffingCounts,
  };
}

function withOrder(
  rows: RowsOfPeriod & { readonly orders: readonly LedgerOrderRow[] },
  question: LedgerQuestion,
  settings: UnitSettings,
  carriedOver: ReadonlyMap<string, number>,
): readonly LedgerEntry[] {
  const toSource = ledgerSourceOf(rows, question, settings, carriedOver);
  const performedOf = new Map(rows.performed.map((row) => [row.order_id, row]));
  return rows.orders.map((order) => {
    const source = toSource(order);
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
