import type { EfficiencyReportAnswer, EfficiencyReportQuery } from '@hemtjanst/contracts';
import type { EfficiencyReport } from '@hemtjanst/domain';
import type { CareUnitCodes } from '../visit-demands/care-unit.service.js';

/** Hours and shares with the digits that mean something; ids as the rest of the API knows the records. */
export function efficiencyReportAnswer(
  report: EfficiencyReport,
  query: EfficiencyReportQuery,
  codes: CareUnitCodes,
  weeklyPlanIds: readonly string[],
): EfficiencyReportAnswer {
  const { split, records } = report;
  return {
    period: query.period,
    from: report.from,
    to: report.to,
    workGroupId: query.workGroupId ?? null,
    orderedHours: hours(report.orderedHours),
    plannedHours: hours(report.plannedHours),
    performedHours: hours(report.performedHours),
    staffHours: hours(report.staffHours),
    performedPerStaff: share(report.performedPerStaff),
    orderedPerStaff: share(report.orderedPerStaff),
    performedPerOrdered: share(report.performedPerOrdered),
    plannedPerStaff: share(report.plannedPerStaff),
    target: report.target,
    isTargetReached: report.isTargetReached,
    split: {
      visitHours: hours(split.visitHours),
      travelHours: hours(split.travelHours),
      handlingHours: hours(split.handlingHours),
      kringtidHours: hours(split.kringtidHours),
      waitHours: hours(split.waitHours),
      breakHours: hours(split.breakHours),
      unplannedHours: hours(split.unplannedHours),
    },
    definition: report.definition,
    records: {
      ramtidOrderIds: records.orderIds.map((code) => codes.orders.idOf(code)),
      weeklyPlanIds: [...weeklyPlanIds],
      plannedVisitIds: [...records.visitIds],
      registeredTimeIds: [...records.registrationIds],
      shiftIds: records.shiftIds.map((code) => codes.shifts.idOf(code)),
    },
  };
}

const hours = (value: number): number => Math.round(value * 100) / 100;
const share = (value: number | null): number | null => (value === null ? null : Math.round(value * 10_000) / 10_000);
