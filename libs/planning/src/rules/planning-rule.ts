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

/** What every rule says about itself, whatever it looks at. */
interface RuleDescription<Id extends RuleId> {
  readonly id: Id;
  readonly name: Sentence;
  /** Why there is such a rule, and where it comes from. */
  readonly why: Sentence;
}

/**
 * A rule that is never broken. `explain` says what stands against a place, from the facts of that place.
 */
export interface HardRule<Fact> extends RuleDescription<HardRuleId> {
  readonly kind: 'hard';
  readonly explain: (fact: Fact) => Sentence;
}

/**
 * A rule with a price in seconds-equivalents: 60 weighs as much as one minute of travel. `weight` is the price of one
 * `unit`, or of the usual step where the price is not the same for all (`weightText` of the settings tells).
 */
export interface SoftRule<Fact> extends RuleDescription<SoftRuleId> {
  readonly kind: 'soft';
  /** What `amount` counts, e.g. seconds of travel, new faces, visits. */
  readonly unit: Sentence;
  readonly weight: (settings: UnitSettings) => number;
  /** Why the weight is as high as it is. */
  readonly weightReason: string;
  readonly explain: (fact: Fact) => Sentence;
}
