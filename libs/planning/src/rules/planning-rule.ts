import type { UnitSettings } from '@hemtjanst/domain';

/** The same sentence for the two languages of the pages. */
export interface Sentence {
  readonly sv: string;
  readonly en: string;
}

export type HardRuleId =
  | 'competence'
  | 'banned-employee'
  | 'gender-wish'
  | 'animals'
  | 'smoke'
  | 'work-group'
  | 'day'
  | 'time-window'
  | 'working-time'
  | 'rast'
  | 'double-staffing'
  | 'gap'
  | 'days-between'
  | 'locked';

export type SoftRuleId =
  | 'travel'
  | 'key-and-door'
  | 'continuity'
  | 'kontaktman'
  | 'language'
  | 'gender-wish-soft'
  | 'waiting'
  | 'unassigned'
  | 'disruption';

export type RuleId = HardRuleId | SoftRuleId;

/** A rule that is never broken. `explain` says what stands against a place, from the facts of that place. */
export interface HardRule<Fact> {
  readonly kind: 'hard';
  readonly id: HardRuleId;
  readonly name: Sentence;
  /** Why there is such a rule, and where it comes from. */
  readonly why: Sentence;
  readonly explain: (fact: Fact) => Sentence;
}

/** A rule with a price in seconds-equivalents: 60 weighs as much as one minute of travel. */
export interface SoftRule<Fact> {
  readonly kind: 'soft';
  readonly id: SoftRuleId;
  readonly name: Sentence;
  readonly why: Sentence;
  /** What a price line counts, e.g. seconds of travel, new faces, visits. */
  readonly unit: Sentence;
  /** Seconds-equivalents of one unit; where they grow with the number, of the first one that costs. */
  readonly weight: (settings: UnitSettings) => number;
  /** Why the weight is as high as it is. */
  readonly weightReason: Sentence;
  /** What changes, as the planerare would say it. */
  readonly explain: (fact: Fact) => Sentence;
}
