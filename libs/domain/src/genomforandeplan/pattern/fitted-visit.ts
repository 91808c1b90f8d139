import type { UnitSettings } from '../../unit/unit-settings.js';
import { ratePerWeek, type Frequency, type PatternVisit } from './pattern-visit.js';

/** A visit with its chosen rung on the frequency ladder and its minutes. */
export interface FittedVisit {
  readonly visit: PatternVisit;
  readonly frequency: number;
  readonly minutes: number;
  /** On so many of its days the visit is one step longer; only with fixed days. */
  readonly longerDays: number;
}

/** A pattern adds up when it misses the ramtid by no more than this share. */
export const RAMTID_TOLERANCE = 0.02;

const NEVER: Frequency = { times: 0, everyWeeks: 1 };

export const frequencyOf = ({ visit, frequency }: Pick<FittedVisit, 'visit' | 'frequency'>): Frequency =>
  visit.frequencies[frequency] ?? NEVER;

export const rateOf = (fitted: Pick<FittedVisit, 'visit' | 'frequency'>): number => ratePerWeek(frequencyOf(fitted));

/** Minutes a week that a fitted visit takes from the ramtid. */
export const weeklyMinutesOf = (fitted: FittedVisit, settings: UnitSettings): number =>
  (rateOf(fitted) * fitted.minutes + fitted.longerDays * settings.visitStepMinutes) * fitted.visit.ramtidFactor;

export const weeklySumOf = (pattern: readonly FittedVisit[], settings: UnitSettings): number =>
  pattern.reduce((sum, fitted) => sum + weeklyMinutesOf(fitted, settings), 0);
