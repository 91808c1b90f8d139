import type { InsatsCode } from '../genomforandeplan/insats.js';
import type { HelperVisit, Priority, StartWindow } from '../genomforandeplan/visit-template.js';
import type { IsoWeek, LocalDate, Minutes } from '../time/units.js';

/** A visit that must be placed in a week: made from a template, on one of `allowedDates`. */
export interface VisitDemand {
  /** `<templateId>:<week>:<occurrence>`: the same order and week always give the same ids. */
  readonly id: string;
  readonly templateId: string;
  readonly orderId: string;
  readonly brukareId: string;
  readonly week: IsoWeek;
  /** 1, 2, … within the week. */
  readonly occurrence: number;
  /** One date: fixed. Several: the planner chooses. Never empty. Ascending. */
  readonly allowedDates: readonly LocalDate[];
  readonly window: StartWindow;
  readonly serviceMinutes: Minutes;
  readonly helper: HelperVisit | null;
  readonly insatser: readonly InsatsCode[];
  readonly competences: readonly string[];
  readonly priority: Priority;
  readonly isTimeCritical: boolean;
  /** Same-day demand this one follows, from the end of that one to the start of this one. */
  readonly gap: {
    readonly afterDemandId: string;
    readonly minMinutes: Minutes;
    readonly maxMinutes: Minutes | null;
  } | null;
  /** Demands of the same template may not lie closer than this many days. */
  readonly minDaysBetween: number;
  readonly isProposed: boolean;
}

/** A visit the templates call for that is not demanded this week, and why. */
export interface DroppedDemand {
  readonly templateId: string;
  readonly brukareId: string;
  readonly onDate: LocalDate | null;
  readonly reason: 'brukare-absent' | 'order-not-valid' | 'red-day' | 'other-week';
}
