import type { DemandAdjustment } from '@hemtjanst/domain';

/** Whether two plans were made of the same demands, as far as the ledger is concerned. */
export const isSameWeek = (one: readonly DemandAdjustment[], other: readonly DemandAdjustment[]): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
