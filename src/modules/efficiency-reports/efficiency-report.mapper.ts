import type { AptReportAnswer, EfficiencyPartAnswer, EfficiencyReportAnswer } from '@hemtjanst/contracts';
import { efficiencySums, type EfficiencyMinutes, type EfficiencyTarget, type StaffTimeSplit } from '@hemtjanst/domain';
import type { Figures } from './efficiency-figures.service.js';

type SumsAnswer = NonNullable<EfficiencyReportAnswer['previous']>;
type SplitAnswer = AptReportAnswer['split'];

/** Hours and shares with the digits that mean something. */
export function sumsAnswer(minutes: EfficiencyMinutes, target: EfficiencyTarget): SumsAnswer {
  const sums = efficiencySums(minutes, target);
  return {
    orderedHours: hours(sums.orderedHours),
    plannedHours: hours(sums.plannedHours),
    performedHours: hours(sums.performedHours),
    staffHours: hours(sums.staffHours),
    performedPerStaff: share(sums.performedPerStaff),
    orderedPerStaff: share(sums.orderedPerStaff),
    performedPerOrdered: share(sums.performedPerOrdered),
    plannedPerStaff: share(sums.plannedPerStaff),
    isTargetReached: sums.isTargetReached,
  };
}

/** Each part is rounded by itself but the last, so that the shown parts still add up to the shown staff hours. */
export function splitAnswer(split: StaffTimeSplit, staffMinutes: number, rastMinutes: number): SplitAnswer {
  const parts = {
    visitHours: hours(split.visit / 60),
    larmHours: hours(split.larm / 60),
    travelHours: hours(split.travel / 60),
    handlingHours: hours(split.handling / 60),
    kringtidHours: hours(split.kringtid / 60),
    meetingHours: hours(split.meeting / 60),
    waitHours: hours(split.wait / 60),
    aheadHours: hours(split.ahead / 60),
  };
  const explained = Object.values(parts).reduce((sum, part) => sum + part, 0);
  return {
    ...parts,
    // Rounding may leave a hundredth too much: never below nothing.
    unexplainedHours: Math.max(0, hours(hours(staffMinutes / 60) - explained)),
    breakHours: hours(rastMinutes / 60),
  };
}

export const partAnswer = (
  { minutes, planned, outcome, rastMinutes }: Figures,
  target: EfficiencyTarget,
): EfficiencyPartAnswer => ({
  ...sumsAnswer(minutes, target),
  split: splitAnswer(planned, minutes.staff, rastMinutes),
  outcomeSplit: splitAnswer(outcome, minutes.staff, rastMinutes),
});

const hours = (value: number): number => Math.round(value * 100) / 100;
const share = (value: number | null): number | null => (value === null ? null : Math.round(value * 10_000) / 10_000);
