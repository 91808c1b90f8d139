import type { EfficiencyReportAnswer } from '@hemtjanst/contracts';
import { SPLIT_PARTS, type SplitPart } from '@hemtjanst/domain';

export interface SplitShare {
  readonly part: SplitPart;
  readonly hours: number;
  /** Of all the hours in the bar, 0–1. */
  readonly share: number;
}

/**
 * Performed of the staff hours that have been, while the period still has some to come; null where all of it has been. The
 * whole period's ratio compares what is done with hours nobody has worked yet.
 */
export function ratioSoFar({
  performedHours,
  staffHours,
  outcomeSplit: { aheadHours },
}: Pick<EfficiencyReportAnswer, 'performedHours' | 'staffHours' | 'outcomeSplit'>): number | null {
  const worked = staffHours - aheadHours;
  return aheadHours > 0 && worked > 0 ? performedHours / worked : null;
}

/** Paid staff hours by what they are used for; parts without hours are left out. The unpaid rast is no part. */
export function splitShares(split: EfficiencyReportAnswer['split']): readonly SplitShare[] {
  const parts = SPLIT_PARTS.map((part) => ({ part, hours: split[`${part}Hours`] }));
  const total = parts.reduce((sum, { hours }) => sum + hours, 0);
  return parts.filter(({ hours }) => hours > 0).map(({ part, hours }) => ({ part, hours, share: hours / total }));
}

export interface HistogramBar {
  readonly employees: number;
  readonly brukare: number;
}

/** A bar for every number of employees up to the longest, also those that nobody has: a gap is seen as a gap. */
export function histogramBars(histogram: readonly HistogramBar[], goal: number): readonly HistogramBar[] {
  const last = Math.max(goal + 2, ...histogram.map(({ employees }) => employees));
  return Array.from({ length: last }, (_, at) => ({
    employees: at + 1,
    brukare: histogram.find(({ employees }) => employees === at + 1)?.brukare ?? 0,
  }));
}
