import { splitStaffTime, type StaffTimeSplit } from './staff-time-split.js';

/** Sums of a shift's published route, in minutes. */
export interface PlannedShiftTime {
  readonly visits: number;
  readonly visitMinutes: number;
  readonly travelMinutes: number;
  readonly handlingMinutes: number;
  readonly kringtidMinutes: number;
  readonly waitMinutes: number;
}

/** What was registered of a shift, in minutes inside the shift; two visits at once count once. */
export interface RegisteredShiftTime {
  readonly visits: number;
  readonly visitMinutes: number;
  readonly larmMinutes: number;
  /** Between one registered visit and the next, gaps of at most {@link LONGEST_WAY_MINUTES}. */
  readonly shortGapMinutes: number;
}

export interface ShiftTime {
  /** Paid minutes beside absence and rast. */
  readonly staffMinutes: number;
  /** Meetings that the shift's group has during it. */
  readonly meetingMinutes: number;
  /** Of the paid minutes those that have not been yet. */
  readonly aheadMinutes: number;
  /** Null: the shift has no published route. */
  readonly planned: PlannedShiftTime | null;
  readonly registered: RegisteredShiftTime;
}

/** A longer gap between two visits is more than a way, where no plan tells how long the way is. */
export const LONGEST_WAY_MINUTES = 20;

/** Where the plan lets a shift's paid time go. Without a route nothing of it is explained but meetings. */
export function plannedSplit({ staffMinutes, meetingMinutes, planned }: ShiftTime): StaffTimeSplit {
  if (planned === null) return splitStaffTime({ meeting: meetingMinutes }, staffMinutes);
  return splitStaffTime(
    {
      visit: planned.visitMinutes,
      meeting: meetingMinutes,
      travel: planned.travelMinutes,
      handling: planned.handlingMinutes,
      kringtid: planned.kringtidMinutes,
      wait: planned.waitMinutes,
    },
    staffMinutes,
  );
}

/**
 * Where a shift's paid time went. Visits and larm are as registered. Ways are registered by nobody: with a route they are its
 * ride and handling, in proportion to how many of its visits were done; without one the short gaps between registered visits.
 * Kringtid is the route's. What then is left nobody can explain, and the report says so rather than guess. Time that has not been yet
 * is no outcome and stands apart.
 */
export function outcomeSplit(time: ShiftTime): StaffTimeSplit {
  const { visitMinutes, larmMinutes } = time.registered;
  const ahead = Math.max(0, Math.min(time.aheadMinutes, time.staffMinutes - visitMinutes - larmMinutes));
  return { ...splitOfWorked(time, time.staffMinutes - ahead), ahead };
}

function splitOfWorked({ meetingMinutes, planned, registered }: ShiftTime, workedMinutes: number): StaffTimeSplit {
  const { visitMinutes, larmMinutes, shortGapMinutes, visits } = registered;
  const seen = { visit: visitMinutes, larm: larmMinutes, meeting: meetingMinutes };
  if (planned === null) return splitStaffTime({ ...seen, travel: shortGapMinutes }, workedMinutes);
  const done = planned.visits === 0 ? 0 : Math.min(1, visits / planned.visits);
  return splitStaffTime(
    {
      ...seen,
      travel: planned.travelMinutes * done,
      handling: planned.handlingMinutes * done,
      kringtid: planned.kringtidMinutes,
    },
    workedMinutes,
  );
}
