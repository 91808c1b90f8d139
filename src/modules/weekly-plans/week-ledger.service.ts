import { Injectable } from '@nestjs/common';
import {
  datesOfWeek,
  deriveVisitDemands,
  fitWeekToLedger,
  periodOf,
  type DemandAdjustment,
  type LedgerAdjustment,
  type LedgerSource,
} from '@hemtjanst/domain';
import { Database } from '../../database/database.js';
import { asOfDay } from '../ramtid-ledger/as-of.js';
import { LedgerMonths } from '../ramtid-ledger/ledger-months.service.js';
import type { UnitSnapshot } from './unit-snapshot.js';

/** Asks the ledger what a week should add, move or leave out, as things stand today. */
@Injectable()
export class WeekLedger {
  constructor(
    private readonly database: Database,
    private readonly months: LedgerMonths,
  ) {}

  /**
   * @param workGroupIds codes of the groups that are planned; null: the whole unit
   * @param lockedDemandIds visits that the planerare has pinned
   * @param kept added visits that are pinned: they are in the week whatever the ledger says now
   */
  fit(
    unitId: string,
    snapshot: UnitSnapshot,
    workGroupIds: readonly string[] | null,
    lockedDemandIds: ReadonlySet<string>,
    kept: readonly DemandAdjustment[],
  ): Promise<readonly LedgerAdjustment[]> {
    const { unit, week, settings } = snapshot;
    if (!settings.weekFitsRamtid) return Promise.resolve([]);
    return this.database.readSnapshot(async () => {
      const { demands } = deriveVisitDemands({ unit, week, settings, workGroupIds, adjustments: kept });
      const planned = new Set(
        unit.brukare
          .filter(({ workGroupId }) => workGroupIds === null || workGroupIds.includes(workGroupId))
          .map(({ id }) => id),
      );
      const orders = unit.orders.filter(({ brukareId }) => planned.has(brukareId));
      const ledger = await this.ledgerOf(unitId, snapshot);
      return fitWeekToLedger({ unit: { ...unit, orders }, week, settings, demands, ledger, lockedDemandIds });
    });
  }

  /** Every order of the snapshot in the one or two periods its week lies in. */
  private async ledgerOf(unitId: string, { unit, week, settings }: UnitSnapshot): Promise<readonly LedgerSource[]> {
    const orderByCode = new Map(unit.orders.map((order) => [order.id, order]));
    const periods = new Set(datesOfWeek(week).map((date) => periodOf(date, settings.ramtidPeriod)));
    const ledger: LedgerSource[] = [];
    for (const period of periods) {
      const { entries } = await this.months.compute(unitId, period, null, asOfDay(undefined));
      for (const { source } of entries) {
        const order = source === null ? undefined : orderByCode.get(source.order.id);
        if (source !== null && order !== undefined) ledger.push({ ...source, order });
      }
    }
    return ledger;
  }
}
