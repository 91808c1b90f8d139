import { Injectable } from '@nestjs/common';
import type {
  BrukareLedgerAnswer,
  BrukareLedgerQuery,
  RamtidLedgerAnswer,
  RamtidLedgerQuery,
} from '@hemtjanst/contracts';
import {
  calendarMonthOf,
  isoWeek,
  ledgerTotals,
  localDate,
  suggestLedgerChanges,
  type LedgerPeriod,
  type RamtidWarning,
  type UnitSettings,
} from '@hemtjanst/domain';
import { Database } from '../../database/database.js';
import { assertUnit, type Caller } from '../../http/caller.js';
import { offsetOf, pageOrAll } from '../../http/page.js';
import { assertReferences } from '../../http/references.js';
import { AuditLog } from '../audit-log/audit-log.js';
import { BrukareService } from '../brukare/brukare.service.js';
import { asOfDay } from './as-of.js';
import { LedgerMonths, type LedgerEntry } from './ledger-months.service.js';
import { ledgerLineAnswer, ledgerTotalAnswer, suggestionAnswer } from './ramtid-ledger.mapper.js';

/** How the month of each order stands: what planerare and enhetschef steer by. */
@Injectable()
export class RamtidLedgerService {
  constructor(
    private readonly database: Database,
    private readonly months: LedgerMonths,
    private readonly brukare: BrukareService,
    private readonly auditLog: AuditLog,
  ) {}

  /** @throws Problem 422 for a work group of another unit */
  listMonth(caller: Caller, unitId: string, query: RamtidLedgerQuery): Promise<RamtidLedgerAnswer> {
    assertUnit(caller, unitId);
    const [asOf, period] = [asOfDay(query.asOf), periodOf(query)];
    return this.database.readSnapshot(async () => {
      const { workGroupId } = query;
      assertReferences({
        '/workGroupId': workGroupId === undefined || (await this.months.hasWorkGroup(unitId, workGroupId)),
      });
      const { entries, settings } = await this.months.compute(unitId, period, null, asOf);
      const selected = entries.filter(
        (entry) =>
          (workGroupId === undefined || entry.workGroupId === workGroupId) &&
          (query.warning === undefined || entry.line.warning === query.warning),
      );
      const wish = pageOrAll(query);
      const page = [...selected].sort(byUrgency).slice(offsetOf(wish), offsetOf(wish) + wish.size);
      await this.auditReads(caller, unitId, period, page);
      return {
        period,
        asOf,
        items: page.map(ledgerLineAnswer),
        total: selected.length,
        page: wish.page,
        size: wish.size,
        totals: ledgerTotals(selected.map(({ line }) => line)).map(ledgerTotalAnswer),
        definition: definitionOf(settings),
      };
    });
  }

  /** @throws Problem 404 for a brukare of another unit */
  showBrukare(
    caller: Caller,
    unitId: string,
    brukareId: string,
    query: BrukareLedgerQuery,
  ): Promise<BrukareLedgerAnswer> {
    assertUnit(caller, unitId);
    const [asOf, period] = [asOfDay(query.asOf), periodOf(query)];
    return this.database.readSnapshot(async () => {
      await this.brukare.assertMaySee(caller, unitId, brukareId);
      const { entries, settings } = await this.months.compute(unitId, period, brukareId, asOf);
      const subject = { caller, action: 'las', recordKind: 'ramtid-ledger', recordId: period, unitId };
      await this.auditLog.record({ ...subject, brukareId });
      return {
        period,
        asOf,
        brukareId,
        orders: entries.map((entry) => ({
          ...ledgerLineAnswer(entry),
          isProposed: entry.source?.templates.some(({ isProposed }) => isProposed) ?? false,
          registeredTimeIds: [...entry.registeredTimeIds],
          plannedVisitIds: [...entry.plannedVisitIds],
          suggestions:
            entry.source === null
              ? []
              : suggestLedgerChanges({ ...entry.source, settings }, entry.line).map(suggestionAnswer),
        })),
        totals: ledgerTotals(entries.map(({ line }) => line)).map(ledgerTotalAnswer),
        definition: definitionOf(settings),
      };
    });
  }

  /** One line per brukare on the page. */
  private async auditReads(
    caller: Caller,
    unitId: string,
    period: string,
    page: readonly LedgerEntry[],
  ): Promise<void> {
    const subject = { caller, action: 'las', recordKind: 'ramtid-ledger', recordId: period, unitId };
    const brukareIds = new Set(page.map(({ line }) => line.brukareId));
    await this.auditLog.recordAll([...brukareIds].map((brukareId) => ({ ...subject, brukareId })));
  }
}

/** The query has one of the two. */
const periodOf = ({ month, week }: { readonly month?: string; readonly week?: string }): LedgerPeriod =>
  week === undefined ? calendarMonthOf(localDate(`${month ?? ''}-01`)) : isoWeek(week);

const URGENCY: Readonly<Record<RamtidWarning, number>> = { over: 1, near: 2, under: 3 };

/** Warnings first, then the unit's own numbers. */
function byUrgency(a: LedgerEntry, b: LedgerEntry): number {
  const rankOf = ({ line }: LedgerEntry): number => (line.warning === null ? 4 : URGENCY[line.warning]);
  const keyOf = ({ brukareCode, order }: LedgerEntry): string => `${brukareCode} ${order?.code ?? ''}`;
  return rankOf(a) - rankOf(b) || (keyOf(a) < keyOf(b) ? -1 : 1);
}

/** What is in the numbers, and which of it the unit has chosen itself (domain.md section 11). */
function definitionOf(settings: UnitSettings): string {
  const { doubleStaffingCounts, ramtidWarning } = settings;
  const percent = (share: number): string => `${Math.round(share * 100)} %`;
  const double = doubleStaffingCounts === 2 ? 'två gånger där beställningen omfattar den, annars en gång' : 'en gång';
  return (
    `${frameText(settings)} ${carryOverText(settings)} ` +
    'Utförd tid är registrerade besök med justerad tid där den finns, utan avböjda besök och bomtid. ' +
    `Dubbelbemanning räknas ${double} (enhetens inställning). ` +
    'Återstående tid är publicerade planer, och i veckor utan plan det avtalade mönstret. ' +
    'Återlämnad tid är beställd tid för dagar då brukaren är borta hela dagen. ' +
    `Varning ges över ${percent(ramtidWarning.over)} och ${percent(ramtidWarning.near)} av beställd tid, och under ` +
    `${percent(ramtidWarning.under)} av beställd tid utan återlämnad (enhetens inställningar; stadens gränser är inte kända).`
  );
}

const frameText = ({ ramtidPeriod }: UnitSettings): string =>
  ramtidPeriod === 'month'
    ? 'Beställd tid är ramtiden per kalendermånad, för del av månad efter antal dagar.'
    : 'Beställd tid är ramtiden per vecka (månadens timmar gånger 12/52), för del av vecka efter antal dagar.';

const carryOverText = ({ ramtidCarryOverShare }: UnitSettings): string =>
  ramtidCarryOverShare === 0
    ? 'Inget förs över mellan perioder.'
    : `Högst ${Math.round(ramtidCarryOverShare * 100)} % av beställd tid förs över till nästa period.`;
