import type { EfficiencyReportAnswer } from '@hemtjanst/contracts';

export type SplitPart = 'visit' | 'larm' | 'travel' | 'handling' | 'kringtid' | 'meeting' | 'wait' | 'unexplained';

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
    ['larm', split.larmHours],
    ['travel', split.travelHours],
    ['handling', split.handlingHours],
    ['kringtid', split.kringtidHours],
    ['meeting', split.meetingHours],
    ['wait', split.waitHours],
    ['unexplained', split.unexplainedHours],
  ];
  const total = parts.reduce((sum, [, hours]) => sum + hours, 0);
  return parts.filter(([, hours]) => hours > 0).map(([part, hours]) => ({ part, hours, share: hours / total }));
}
