import { Injectable } from '@nestjs/common';
import type {
  EfficiencyReportAnswer,
  EfficiencyReportQuery,
  EfficiencyTrendAnswer,
  EfficiencyTrendQuery,
} from '@hemtjanst/contracts';
import { localDate, reportDefinition } from '@hemtjanst/domain';
import { Database } from '../../database/database.js';
import { assertUnit, type Caller } from '../../http/caller.js';
import { AuditLog } from '../audit-log/audit-log.js';
import { AttainableEfficiency } from './attainable-efficiency.service.js';
import { addFigures, EfficiencyFigures, NO_FIGURES, type FiguresOfPeriod } from './efficiency-figures.service.js';
import { partAnswer, sumsAnswer } from './efficiency-report.mapper.js';
import type { PlacedGroupRow } from './efficiency-rows.js';
import { PeriodSums } from './period-sums.service.js';
import { lastPeriods, periodBefore, reportPeriod } from './report-period.js';
import { groupsInScope } from './report-scope.js';

/** Beställda, utförda timmar and personaltimmar of a period, with what the staff time went to. */
@Injectable()
export class EfficiencyReportsService {
  constructor(
    private readonly database: Database,
    private readonly figures: EfficiencyFigures,
    private readonly sums: PeriodSums,
    private readonly ceilings: AttainableEfficiency,
    private readonly auditLog: AuditLog,
  ) {}

  /** @throws Problem 422 for a work group or premises of another unit */
  compute(caller: Caller, unitId: string, query: EfficiencyReportQuery): Promise<EfficiencyReportAnswer> {
    assertUnit(caller, unitId);
    const period = reportPeriod(query.period, localDate(query.date));
    return this.database.readSnapshot(async () => {
      const figures = await this.figures.compute(unitId, period);
      const { settings } = figures;
      const groups = groupsInScope(figures.groups, query);
      const ownFigures = addFigures(groups.map((group) => figures.byGroup.get(group.id) ?? NO_FIGURES));
      const before = await this.sums.compute(unitId, periodBefore(query.period, period), query.period, groups);
      await this.recordReading(caller, unitId, query);
      return {
        period: query.period,
        ...period,
        workGroupId: query.workGroupId ?? null,
        premisesId: query.premisesId ?? null,
        target: settings.efficiencyTarget,
        ...partAnswer(ownFigures, settings),
        ...(await this.ceilings.compute(unitId, period, groups)),
        previous: before.isKnown ? sumsAnswer(before.minutes, settings) : null,
        workGroups: groups.map((group) => ({
          workGroupId: group.id,
          ...partAnswer(figures.byGroup.get(group.id) ?? NO_FIGURES, settings),
        })),
        premises: premisesParts(groups, figures),
        definition: reportDefinition(settings),
        records: { ...ownFigures.records, weeklyPlans: figures.weeklyPlanIds.size },
      };
    });
  }

  /** @throws Problem 422 for a work group or premises of another unit */
  trend(caller: Caller, unitId: string, query: EfficiencyTrendQuery): Promise<EfficiencyTrendAnswer> {
    assertUnit(caller, unitId);
    return this.database.readSnapshot(async () => {
      const { groups: all, settings } = await this.sums.scopeOf(unitId);
      const groups = groupsInScope(all, query);
      const items: EfficiencyTrendAnswer['items'] = [];
      for (const period of lastPeriods(query.period, localDate(query.date), query.count)) {
        const { minutes, isClosed } = await this.sums.compute(unitId, period, query.period, groups);
        items.push({ ...period, ...sumsAnswer(minutes, settings), isClosed });
      }
      await this.recordReading(caller, unitId, query);
      return { period: query.period, target: settings.efficiencyTarget, items };
    });
  }

  private recordReading(
    caller: Caller,
    unitId: string,
    { workGroupId, premisesId }: EfficiencyReportQuery,
  ): Promise<void> {
    const recordId = workGroupId ?? premisesId ?? unitId;
    return this.auditLog.record({ caller, action: 'las', recordKind: 'efficiency-report', recordId, unitId });
  }
}

function premisesParts(
  groups: readonly PlacedGroupRow[],
  { byGroup, settings }: FiguresOfPeriod,
): EfficiencyReportAnswer['premises'] {
  return [...new Set(groups.map((group) => group.premises_id))].map((premisesId) => {
    const own = groups.filter((group) => group.premises_id === premisesId);
    const figures = addFigures(own.map(({ id }) => byGroup.get(id) ?? NO_FIGURES));
    return { premisesId, ...partAnswer(figures, settings) };
  });
}
