import type { EfficiencyReportAnswer } from '@hemtjanst/contracts';

export type SplitPart = 'visit' | 'travel' | 'handling' | 'kringtid' | 'wait' | 'unplanned';

export interface SplitShare {
  readonly part: SplitPart;
  readonly hours: number;
  /** Of all the hours in the bar, 0–1. */
  readonly share: number;
}

/** Paid staff hours by what they are used for; parts without hours are left out. The unpaid rast is no part. */
export function splitShares({ split }: Pick<EfficiencyReportAnswer, 'split'>): readonly SplitShare[] {
  const parts: readonly (readonly [SplitPart, number])[] = [
    ['visit', split.visitHours],
    ['travel', split.travelHours],
    ['handling', split.handlingHours],
    ['kringtid', split.kringtidHours],
    ['wait', split.waitHours],
    ['unplanned', split.unplannedHours],
  ];
  const total = parts.reduce((sum, [, hours]) => sum + hours, 0);
  return parts.filter(([, hours]) => hours > 0).map(([part, hours]) => ({ part, hours, share: hours / total }));
}
