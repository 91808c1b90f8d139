import type { InsatsCode } from '../genomforandeplan/insats.js';
import type { Priority, StartWindow } from '../genomforandeplan/visit-template.js';
import { minuteOfDay, type MinuteOfDay } from '../time/units.js';
import type { TravelMode } from '../travel/travel-mode.js';

export type DayPart = 'morgon' | 'formiddag' | 'lunch' | 'eftermiddag' | 'middag' | 'tidig_kvall' | 'sen_kvall';

/**
 * The unit's own choices where law and sources leave room (domain.md section 11). Kept per unit with version and
 * history; these are the defaults.
 */
export interface UnitSettings {
  /** Share of staff hours that shall be performed visits. */
  readonly efficiencyTarget: number;
  readonly windows: Readonly<Record<DayPart, StartWindow>>;
  readonly insatsMinutes: Readonly<Record<InsatsCode, number>>;
  readonly shortestVisitMinutes: number;
  readonly visitStepMinutes: number;
  /** Seconds on top of the ride at every stop, by mode: unlock, park, lock, entrance. */
  readonly handlingSeconds: Readonly<Record<TravelMode, number>>;
  /** Between two brukare behind the same entrance (same coordinate). */
  readonly sameEntranceSeconds: number;
  readonly metalKeySeconds: number;
  readonly portCodeSeconds: number;
  readonly stairsSecondsPerFloor: number;
  readonly liftSeconds: number;
  /** Shortest ride and handling together between two different addresses. */
  readonly minimumDoorToDoorSeconds: number;
  /** Times the ride by bike in `winterMonths`. */
  readonly winterFactor: number;
  readonly winterMonths: readonly number[];
  /** Door to door, each way, where a protected address has no coordinate. */
  readonly protectedTravelMinutes: number;
  /** Kringtid at the start and at the end of a shift, at the premises. */
  readonly startOfShiftMinutes: number;
  readonly endOfShiftMinutes: number;
  /** Share of a larmansvarig's shift kept free for trygghetslarm. */
  readonly larmShare: number;
  readonly longestWorkWithoutRastMinutes: number;
  /** A rast shorter than this is a paus and counts as work. */
  readonly shortestRastMinutes: number;
  /** Hours within which a rast lies where the law leaves the choice. */
  readonly preferredRastHours: readonly { readonly from: MinuteOfDay; readonly to: MinuteOfDay }[];
  readonly dygnsvilaMinutes: number;
  readonly veckovilaMinutes: number;
  readonly longestShiftSpanMinutes: number;
  readonly genderWish: 'hard' | 'soft';
  /** Continuity: the goal of distinct employees in 14 days. */
  readonly continuityGoal: number;
  /** Seconds-equivalents of travel. */
  readonly weights: PlanningWeights;
  /** Insatser not done on red days; they move to another day where the template floats. */
  readonly serviceInsatser: readonly InsatsCode[];
  /** Service begins no earlier and ends no later than this, on weekdays (domain.md section 11). */
  readonly serviceHours: { readonly from: MinuteOfDay; readonly to: MinuteOfDay };
  /** 2: an ordered visit for two counts twice in performed time; 1: once. */
  readonly doubleStaffingCounts: 1 | 2;
  /** Forecast above/below these shares of the ramtid warns. */
  readonly ramtidWarning: { readonly over: number; readonly near: number; readonly under: number };
  /** For which period the ordered hours are a frame: a calendar month (Stockholm), or an ISO week (Göteborg). */
  readonly ramtidPeriod: RamtidPeriod;
  /** At most this share of an order's hours goes over to the next period, saved or overdrawn; 0: each stands alone. */
  readonly ramtidCarryOverShare: number;
  /** The weekly planner asks the ledger and adds, moves or leaves out flexible visits so that the period lands in its frame. */
  readonly weekFitsRamtid: boolean;
  /** Insatser whose visits may be added, moved or left out for the ramtid's sake; everything else is daily care. */
  readonly flexibleInsatser: readonly InsatsCode[];
  /** Above this a brukare has many hours and the decision needs special delegation. */
  readonly manyHoursPerMonth: number;
  /** A genomförandeplan is agreed within so many days of the order… */
  readonly planWithinDays: number;
  /** …and followed up within so many months. */
  readonly followUpWithinMonths: number;
  /** How many days ahead the lists of what is soon due look. */
  readonly soonDueDays: number;
  /** Reimbursement per performed hour, 07–22. */
  readonly kronorPerHour: number;
  /** When a month's registrations are taken for reimbursement: a day of the next month and a time, earlier on a red day. */
  readonly monthClosing: MonthClosingTime;
  /** Which ratio stands beside the target. */
  readonly efficiencyDefinition: EfficiencyDefinition;
  /** Figures about fewer people than this are not shown. */
  readonly smallestCell: number;
  /** From when on a registered visit is so unlike its planned one that somebody should look at it. */
  readonly avvikelseLimits: AvvikelseLimits;
  /** Registered ways to an address before other minutes at its door are proposed. */
  readonly learningSamples: number;
  /** A route with less waiting and free time than this cannot take a late minute; the restidsrapport warns. */
  readonly leastRouteSlackMinutes: number;
}

export type RamtidPeriod = 'month' | 'week';

export interface MonthClosingTime {
  readonly day: number;
  readonly at: MinuteOfDay;
  readonly onRedDayAt: MinuteOfDay;
}

export type EfficiencyDefinition = 'performed-per-staff' | 'ordered-per-staff' | 'performed-per-ordered';

export interface AvvikelseLimits {
  /** Start so many minutes before or after the planned one. */
  readonly startMinutes: number;
  /** Shorter than this share of the planned time, longer than that… */
  readonly shortShare: number;
  readonly longShare: number;
  /** …and by at least so many minutes. */
  readonly durationMinutes: number;
  /** A visit whose end is not registered so long after it should have been over. */
  readonly openMinutes: number;
}

export interface PlanningWeights {
  /** Leaving a visit out: base per visit plus per service minute, by priority. */
  readonly unassignedBase: Readonly<Record<Priority, number>>;
  readonly unassignedPerMinute: number;
  /** Cost of the n-th distinct employee (index n−1) for a brukare in 14 days; the last repeats. */
  readonly faceCost: readonly number[];
  /** Bonus per visit done by the kontaktman. */
  readonly kontaktmanBonus: number;
  /** Cost per visit where the employee does not speak the brukare's language. */
  readonly languageMismatch: number;
  readonly softGenderMismatch: number;
}

const window = (from: [number, number], to: [number, number]): StartWindow => ({
  earliest: minuteOfDay(from[0] * 60 + from[1]),
  latest: minuteOfDay(to[0] * 60 + to[1]),
});

export const DEFAULT_UNIT_SETTINGS: UnitSettings = {
  efficiencyTarget: 0.75,
  windows: {
    morgon: window([7, 0], [10, 0]),
    formiddag: window([9, 0], [12, 0]),
    lunch: window([11, 30], [13, 30]),
    eftermiddag: window([13, 0], [16, 0]),
    middag: window([16, 0], [18, 30]),
    tidig_kvall: window([17, 0], [20, 0]),
    sen_kvall: window([19, 30], [21, 45]),
  },
  insatsMinutes: {
    morgon: 30,
    frukost: 20,
    lunch: 20,
    middag: 20,
    kvall: 20,
    sen_kvall: 20,
    tillsyn: 15,
    dusch: 40,
    stad: 90,
    tvatt: 60,
    inkop: 45,
    apotek: 45,
    promenad: 45,
    social: 30,
    ledsagning: 120,
    avlosning: 120,
    larm: 15,
  },
  shortestVisitMinutes: 10,
  visitStepMinutes: 5,
  handlingSeconds: { gang: 180, cykel: 180, elcykel: 180, bil: 300 },
  sameEntranceSeconds: 60,
  metalKeySeconds: 120,
  portCodeSeconds: 0,
  stairsSecondsPerFloor: 0,
  liftSeconds: 0,
  minimumDoorToDoorSeconds: 180,
  winterFactor: 1.2,
  winterMonths: [11, 12, 1, 2, 3],
  protectedTravelMinutes: 12,
  startOfShiftMinutes: 15,
  endOfShiftMinutes: 15,
  larmShare: 0.1,
  longestWorkWithoutRastMinutes: 300,
  shortestRastMinutes: 30,
  preferredRastHours: [
    { from: minuteOfDay(11 * 60), to: minuteOfDay(14 * 60) },
    { from: minuteOfDay(17 * 60), to: minuteOfDay(19 * 60) },
  ],
  dygnsvilaMinutes: 11 * 60,
  veckovilaMinutes: 36 * 60,
  longestShiftSpanMinutes: 13 * 60,
  genderWish: 'hard',
  continuityGoal: 10,
  weights: {
    unassignedBase: { 1: 36000, 2: 18000, 3: 9000 },
    unassignedPerMinute: 120,
    faceCost: [0, 5, 10, 15, 20, 25, 30, 40, 60, 90, 900, 1800, 3600],
    kontaktmanBonus: 420,
    languageMismatch: 300,
    softGenderMismatch: 3600,
  },
  serviceInsatser: ['stad', 'tvatt', 'inkop', 'apotek'],
  serviceHours: { from: minuteOfDay(8 * 60), to: minuteOfDay(16 * 60) },
  doubleStaffingCounts: 2,
  ramtidWarning: { over: 1.0, near: 0.95, under: 0.8 },
  ramtidPeriod: 'month',
  ramtidCarryOverShare: 0,
  weekFitsRamtid: true,
  flexibleInsatser: ['stad', 'tvatt', 'inkop', 'apotek', 'promenad', 'social'],
  manyHoursPerMonth: 99,
  planWithinDays: 15,
  followUpWithinMonths: 6,
  soonDueDays: 30,
  kronorPerHour: 490,
  monthClosing: { day: 6, at: minuteOfDay(18 * 60), onRedDayAt: minuteOfDay(10 * 60) },
  efficiencyDefinition: 'performed-per-staff',
  smallestCell: 5,
  avvikelseLimits: { startMinutes: 60, shortShare: 0.5, longShare: 1.5, durationMinutes: 10, openMinutes: 60 },
  learningSamples: 10,
  leastRouteSlackMinutes: 10,
};
