import type { MinuteOfDay } from '../../time/units.js';
import type { UnitSettings } from '../../unit/unit-settings.js';
import type { InsatsCode } from '../insats.js';
import type { Priority, StartWindow } from '../visit-template.js';

/** How often: `times` in every period of `everyWeeks` weeks. */
export interface Frequency {
  readonly times: number;
  readonly everyWeeks: number;
}

/** One recurring visit of a pattern under construction: what it holds, and the room for how often and how long. */
export interface PatternVisit {
  /** Swedish, for the explanation: `morgonbesök`. */
  readonly label: string;
  readonly insatser: readonly InsatsCode[];
  readonly window: StartWindow;
  /** Null: only the start is bound. */
  readonly endsBy: MinuteOfDay | null;
  readonly priority: Priority;
  /** Fixed days (care and meals), or days the planner chooses (weekly help and service). */
  readonly hasFixedDays: boolean;
  readonly isDouble: boolean;
  /** What a minute of the visit takes from the ramtid: 2 where two come and both count. */
  readonly ramtidFactor: 1 | 2;
  readonly standardMinutes: number;
  readonly shortestMinutes: number;
  readonly longestMinutes: number;
  /** Ascending; the rungs a frequency may step on. */
  readonly frequencies: readonly Frequency[];
  readonly standardFrequency: number;
  /** Low: lowered first when the ramtid is short. */
  readonly need: number;
}

export const ratePerWeek = ({ times, everyWeeks }: Frequency): number => times / everyWeeks;

export const roundToStep = (minutes: number, settings: UnitSettings): number =>
  Math.round(minutes / settings.visitStepMinutes) * settings.visitStepMinutes;
