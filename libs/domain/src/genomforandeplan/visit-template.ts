import type { MinuteOfDay, Minutes, Weekday } from '../time/units.js';
import type { InsatsCode } from './insats.js';

/** On which days a visit recurs. */
export type Recurrence =
  /** Every one of these weekdays. */
  | { readonly kind: 'weekdays'; readonly days: readonly Weekday[] }
  /** `times` in every period of `everyWeeks` weeks, days chosen by the planner: `2/vecka`, `1/2veckor`. */
  | { readonly kind: 'floating'; readonly times: number; readonly everyWeeks: number };

/** Start window in local time, inclusive: earliest start – latest start. */
export interface StartWindow {
  readonly earliest: MinuteOfDay;
  readonly latest: MinuteOfDay;
}

/** The second employee of a visit for two: own minutes, and a start offset to the first. */
export interface HelperVisit {
  readonly serviceMinutes: Minutes;
  readonly earliestOffset: number;
  readonly latestOffset: number;
}

/** "This visit comes `minMinutes`–`maxMinutes` after the other": from the end of the other to the start of this one. */
export interface VisitGap {
  readonly afterTemplateId: string;
  readonly minMinutes: Minutes;
  readonly maxMinutes: Minutes | null;
}

/** 1 high – 3 low. */
export type Priority = 1 | 2 | 3;

/** What the genomförandeplan agreed: one recurring visit. */
export interface VisitTemplate {
  readonly id: string;
  readonly orderId: string;
  readonly insatser: readonly InsatsCode[];
  readonly recurrence: Recurrence;
  readonly window: StartWindow;
  readonly serviceMinutes: Minutes;
  /** Null: one employee. */
  readonly helper: HelperVisit | null;
  readonly competences: readonly string[];
  readonly priority: Priority;
  readonly isTimeCritical: boolean;
  readonly gap: VisitGap | null;
  /** Days between two visits of this template, at least (1 = never the same day). */
  readonly minDaysBetween: number;
  /** True where the product proposed the visit because no genomförandeplan exists; a person must confirm it. */
  readonly isProposed: boolean;
}
