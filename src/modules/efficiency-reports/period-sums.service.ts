import { Injectable } from '@nestjs/common';
import { addMinutes, NO_MINUTES, type EfficiencyMinutes, type UnitSettings } from '@hemtjanst/domain';
import { ClosedMonths } from '../follow-up/closed-months.service.js';
import { UnitsService } from '../units/units.service.js';
import { EfficiencyFigures } from './efficiency-figures.service.js';
import type { PlacedGroupRow } from './efficiency-rows.js';
import { EfficiencyRepository } from './efficiency.repository.js';
import type { ReportPeriod, ReportPeriodKind } from './report-period.js';

export interface SumsOfPeriod {
  readonly minutes: EfficiencyMinutes;
  /** Ordered and performed stand as they were when the month was closed. */
  readonly isClosed: boolean;
  /** False: nothing was ordered, performed or worked in the period. */
  readonly isKnown: boolean;
}

/** The sums of a period without what lies behind them: a closed month is read from its closing, not added up again. */
@Injectable()
export class PeriodSums {
  constructor(
    private readonly figures: EfficiencyFigures,
    private readonly efficiency: EfficiencyRepository,
    private readonly closedMonths: ClosedMonths,
    private readonly units: UnitsService,
  ) {}

  async scopeOf(
    unitId: string,
  ): Promise<{ readonly groups: readonly PlacedGroupRow[]; readonly settings: UnitSettings }> {
    const { settings } = await this.units.loadSettings(unitId);
    return { groups: await this.efficiency.findWorkGroups(unitId), settings };
  }

  async compute(
    unitId: string,
    period: ReportPeriod,
    kind: ReportPeriodKind,
    groups: readonly PlacedGroupRow[],
  ): Promise<SumsOfPeriod> {
    const closed = kind === 'month' ? await this.closedMonths.findSums(unitId, period.from.slice(0, 7)) : null;
    const sums = await (closed === null
      ? this.figures.computeSums(unitId, period)
      : this.closedSums(unitId, period, closed));
    const minutes = groups.map(({ id }) => sums.get(id) ?? NO_MINUTES).reduce(addMinutes, NO_MINUTES);
    return { minutes, isClosed: closed !== null, isKnown: Object.values(minutes).some((each) => each > 0) };
  }

  private async closedSums(
    unitId: string,
    period: ReportPeriod,
    closed: readonly { readonly workGroupId: string; readonly ordered: number; readonly performed: number }[],
  ): Promise<ReadonlyMap<string, EfficiencyMinutes>> {
    const live = await this.figures.computePlanAndStaff(unitId, period);
    const frozen = new Map(closed.map((one) => [one.workGroupId, one]));
    return new Map(
      [...live].map(([groupId, { planned, staff }]) => [
        groupId,
        {
          planned,
          staff,
          ordered: frozen.get(groupId)?.ordered ?? 0,
          performed: frozen.get(groupId)?.performed ?? 0,
        },
      ]),
    );
  }
}
