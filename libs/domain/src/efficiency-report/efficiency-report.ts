import type { LocalDate } from '../time/units.js';

/** The three sums and their ratios, never without where the staff time went (domain.md section 2). Hours. */
export interface EfficiencyReport {
  readonly from: LocalDate;
  /** Inclusive. */
  readonly to: LocalDate;
  /** Null: the whole unit. */
  readonly workGroupIds: readonly string[] | null;
  readonly orderedHours: number;
  readonly plannedHours: number;
  readonly performedHours: number;
  readonly staffHours: number;
  /** The efficiency that the target is about; null without staff hours. */
  readonly performedPerStaff: number | null;
  readonly orderedPerStaff: number | null;
  readonly performedPerOrdered: number | null;
  /** For a plan: planned visits of the staff hours. */
  readonly plannedPerStaff: number | null;
  readonly target: number;
  /** Null without staff hours. */
  readonly isTargetReached: boolean | null;
  readonly split: StaffTimeSplit;
  /** Swedish: how the numbers are counted, printed beside them. */
  readonly definition: string;
  /** The records behind the figures. */
  readonly records: {
    readonly orderIds: readonly string[];
    readonly visitIds: readonly string[];
    readonly registrationIds: readonly string[];
    readonly shiftIds: readonly string[];
  };
}

/** Where the planned staff time goes. Without the rast they make up the staff hours of the planned shifts. */
export interface StaffTimeSplit {
  readonly visitHours: number;
  readonly travelHours: number;
  readonly handlingHours: number;
  readonly kringtidHours: number;
  readonly waitHours: number;
  /** Unpaid, not part of the staff hours. */
  readonly breakHours: number;
  /** Staff hours in shifts without a planned route. */
  readonly unplannedHours: number;
}
