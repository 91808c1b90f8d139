import { Injectable } from '@nestjs/common';
import type { AptReportAnswer, AptReportQuery } from '@hemtjanst/contracts';
import {
  addDays,
  calendarMonthOf,
  localDate,
  monthClosesAt,
  reportDefinition,
  type LocalDate,
} from '@hemtjanst/domain';
import { Database } from '../../database/database.js';
import { assertUnit, type Caller } from '../../http/caller.js';
import { AuditLog } from '../audit-log/audit-log.js';
import { ClosedMonths } from '../follow-up/closed-months.service.js';
import { UnitContinuity, type ContinuityOfUnit } from '../follow-up/unit-continuity.service.js';
import { asOfDay } from '../ramtid-ledger/as-of.js';
import { UnitsService } from '../units/units.service.js';
import { AttainableEfficiency } from './attainable-efficiency.service.js';
import { addFigures, EfficiencyFigures, NO_FIGURES } from './efficiency-figures.service.js';
import { splitAnswer, sumsAnswer } from './efficiency-report.mapper.js';
import { PeriodSums } from './period-sums.service.js';
import { periodBefore, reportPeriod } from './report-period.js';

/** The month as it is shown on a staff meeting (APT): nothing in it is about any single person. */
@Injectable()
export class AptReportService {
  constructor(
    private readonly database: Database,
    private readonly units: UnitsService,
    private readonly figures: EfficiencyFigures,
    private readonly sums: PeriodSums,
    private readonly ceilings: AttainableEfficiency,
    private readonly continuity: UnitContinuity,
    private readonly closedMonths: ClosedMonths,
    private readonly auditLog: AuditLog,
  ) {}

  show(caller: Caller, unitId: string, query: AptReportQuery): Promise<AptReportAnswer> {
    assertUnit(caller, unitId);
    const first = localDate(`${query.month}-01`);
    const period = reportPeriod('month', first);
    const lastPeriod = periodBefore('month', period);
    return this.database.readSnapshot(async () => {
      const { groups, byGroup, settings } = await this.figures.compute(unitId, period);
      const unit = addFigures([...byGroup.values()]);
      const last = await this.sums.compute(unitId, lastPeriod, 'month', groups);
      const continuityTo = lastWholeDay(period.to);
      const faces = await this.continuity.compute(unitId, continuityTo);
      const facesBefore = await this.continuity.compute(unitId, lastPeriod.to);
      const { name } = await this.units.getUnit(unitId);
      await this.auditLog.record({ caller, action: 'las', recordKind: 'apt-report', recordId: query.month, unitId });
      return {
        unitName: name,
        month: query.month,
        isClosed: (await this.closedMonths.findSums(unitId, query.month)) !== null,
        closesAt: monthClosesAt(calendarMonthOf(first), settings.monthClosing),
        target: settings.efficiencyTarget,
        continuityGoal: settings.continuityGoal,
        continuityTo,
        attainableEfficiency: (await this.ceilings.compute(unitId, period, groups)).attainableEfficiency,
        unit: { month: query.month, ...sumsAnswer(unit.minutes, settings), continuity: lineOf(faces.unit) },
        previous: last.isKnown
          ? {
              month: monthOf(lastPeriod.from),
              ...sumsAnswer(last.minutes, settings),
              continuity: lineOf(facesBefore.unit),
            }
          : null,
        split: splitAnswer(unit.planned, unit.minutes.staff, unit.rastMinutes),
        outcomeSplit: splitAnswer(unit.outcome, unit.minutes.staff, unit.rastMinutes),
        workGroups: groups.map(({ id, name: groupName }) => ({
          workGroupId: id,
          name: groupName,
          month: query.month,
          ...sumsAnswer((byGroup.get(id) ?? NO_FIGURES).minutes, settings),
          continuity: lineOf(faces.byGroup.get(id) ?? null),
        })),
        definition: reportDefinition(settings),
      };
    });
  }
}

/** Continuity counts days that are over: of an open month the 14 days that ended yesterday. */
function lastWholeDay(until: LocalDate): LocalDate {
  const yesterday = addDays(asOfDay(undefined), -1);
  return yesterday < until ? yesterday : until;
}

const monthOf = (date: LocalDate): string => date.slice(0, 7);

/** Nobody in the official measure: then there is no figure, not a zero. */
function lineOf(figures: ContinuityOfUnit['unit']): AptReportAnswer['unit']['continuity'] {
  if (figures === null || figures.brukareCount === 0) return null;
  const { brukareCount, mean, median, shareAbove10, shareAbove20 } = figures;
  return {
    brukareCount,
    mean: digits(mean),
    median,
    shareAbove10: digits(shareAbove10),
    shareAbove20: digits(shareAbove20),
  };
}

const digits = (value: number): number => Math.round(value * 10_000) / 10_000;
