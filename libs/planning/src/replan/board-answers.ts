import type { Absence, Instant, LocalDate, VisitDemand, WeeklyPlan } from '@hemtjanst/domain';
import type { HardRuleId, RuleId, Sentence } from '../rules/planning-rule.js';

/** One rule's part of a price. The parts of a price add up to its `differenceSeconds`. */
export interface PriceLine {
  readonly rule: RuleId;
  /** Seconds-equivalents against the plan as it stands; negative: the plan gets better. */
  readonly seconds: number;
  /** The same in the rule's own unit (seconds of travel, faces, visits …). */
  readonly amount: number;
  readonly text: Sentence;
}

/** A hard rule that stands against a place, and why. */
export interface BrokenRule {
  readonly rule: HardRuleId;
  readonly text: Sentence;
}

/** Somebody else's visit that starts at another time because of the change. */
export interface ShiftedVisit {
  readonly visitId: string;
  readonly minutesLater: number;
}

/** A place for a visit that has been tried by inserting the visit, with its price against the plan as it stands. */
export interface PricedPlace {
  readonly shiftId: string;
  readonly employeeId: string;
  readonly date: LocalDate;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  /** So late may the visit start here without making anything else late. */
  readonly latestStartsAt: Instant;
  readonly helper: {
    readonly shiftId: string;
    readonly employeeId: string;
    readonly startsAt: Instant;
    readonly endsAt: Instant;
  } | null;
  /** The visit lies in these shifts today. */
  readonly isPresent: boolean;
  readonly differenceSeconds: number;
  readonly lines: readonly PriceLine[];
  /** What a planerare should know though no rule forbids it: a new face, the kontaktman lost, a told time moved. */
  readonly warnings: readonly { readonly rule: RuleId; readonly text: Sentence }[];
  readonly shiftedVisits: readonly ShiftedVisit[];
}

export type MovePrice =
  | { readonly isAllowed: true; readonly place: PricedPlace }
  | { readonly isAllowed: false; readonly violations: readonly BrokenRule[] };

export interface ForbiddenShift extends BrokenRule {
  readonly shiftId: string;
}

export interface RankedPlaces {
  readonly demandId: string;
  /** Cheapest first; at most one per shift. */
  readonly places: readonly PricedPlace[];
  /** Every other shift of the group's week, each with the rule that forbids it. */
  readonly forbidden: readonly ForbiddenShift[];
}

export type PlanEdit =
  | {
      readonly kind: 'move';
      readonly visitId: string;
      readonly shiftId: string;
      /** Absent: as early as it fits, at the cheapest place. */
      readonly startsAt?: Instant;
      /** A visit for two: absent keeps the second employee where possible, else takes the cheapest. */
      readonly helperShiftId?: string;
    }
  | {
      readonly kind: 'place';
      readonly demandId: string;
      readonly shiftId: string;
      readonly startsAt?: Instant;
      readonly helperShiftId?: string;
    }
  | { readonly kind: 'swap'; readonly visitId: string; readonly withVisitId: string }
  | { readonly kind: 'unassign'; readonly visitId: string }
  | { readonly kind: 'lock'; readonly visitId: string }
  | { readonly kind: 'unlock'; readonly visitId: string };

export type EditOutcome =
  | {
      readonly isAllowed: true;
      readonly plan: WeeklyPlan;
      readonly differenceSeconds: number;
      readonly lines: readonly PriceLine[];
      readonly changes: readonly VisitMove[];
    }
  | { readonly isAllowed: false; readonly violations: readonly BrokenRule[] };

/** Where one visit is before and after; null: in no shift. Only visits that change are listed. */
export interface VisitMove {
  readonly demandId: string;
  readonly brukareId: string;
  readonly from: VisitPlacement | null;
  readonly to: VisitPlacement | null;
}

export interface VisitPlacement {
  readonly startsAt: Instant;
  readonly employeeIds: readonly string[];
}

/** Why a visit lies where it lies, or why it lies nowhere: its place against the next-best, rule by rule. */
export interface PlaceExplanation {
  readonly demandId: string;
  readonly headline: Sentence;
  /** Null where the visit is left out. */
  readonly present: PricedPlace | null;
  readonly alternatives: readonly { readonly place: PricedPlace; readonly text: Sentence }[];
  /** How many shifts each hard rule keeps away, most first, in the hours that come into question. */
  readonly forbidden: readonly (BrokenRule & { readonly shifts: number })[];
}

/** What would give a left-out visit a place; each has been tried by inserting the visit. */
export interface WayOutOffer {
  readonly kind: 'one-face-more' | 'at-higher-cost' | 'wider-window' | 'other-competence' | 'borrowed-employee';
  readonly text: Sentence;
  readonly place: PricedPlace;
  /** `wider-window`: so many minutes earlier and later. */
  readonly minutes: number | null;
  /** `other-competence`: what the employee of the place lacks. */
  readonly brokenRules: readonly BrokenRule[];
}

export type DayEvent =
  | { readonly kind: 'sick'; readonly employeeId: string; readonly from: Instant; readonly to: Instant }
  | { readonly kind: 'cancelled'; readonly visitId: string }
  | { readonly kind: 'new-visit'; readonly demand: VisitDemand };

/** What a re-planned day may change at most. Hard: an alternative that needs more is not offered. */
export interface ChangeBudget {
  /** Visits beside those of the event that get another employee; absent: 15 % of the day's visits. */
  readonly maxMovedVisits?: number;
  /** Their routes keep exactly their visits. */
  readonly keepEmployeeIds?: readonly string[];
  /** These keep employee and start. */
  readonly keepVisitIds?: readonly string[];
}

export type AlternativeKind = 'least-change' | 'least-travel' | 'best-continuity';

/** Nobody works longer than the rostered shift in any alternative. */
export interface DayAlternative {
  /** One or more: the same plan may be best in several ways. */
  readonly kinds: readonly AlternativeKind[];
  readonly plan: WeeklyPlan;
  /** A sick call: the absence that the plan reckons with, to be kept with the employee. */
  readonly absence: Absence | null;
  readonly moves: readonly VisitMove[];
  /** Visits of the event itself that found a place, and those that did not. */
  readonly placedDemandIds: readonly string[];
  readonly leftOutDemandIds: readonly string[];
  /** Other visits that are left out or have another employee; with a start moved by more than 15 minutes. */
  readonly movedVisits: number;
  readonly retimedVisits: number;
  readonly travelSecondsDifference: number;
  /** Employees that a brukare has not met in the 14 days, counted over all brukare. */
  readonly newFaces: number;
  readonly disruptionSeconds: number;
  readonly employees: readonly EmployeeDifference[];
}

export interface EmployeeDifference {
  readonly employeeId: string;
  readonly visitsBefore: number;
  readonly visitsAfter: number;
  readonly visitMinutesDifference: number;
  readonly travelMinutesDifference: number;
}
