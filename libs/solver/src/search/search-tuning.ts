import type { RuinTuning } from '../ruin/ruin-context.js';

/** What of the recipe may be set otherwise, for measurements; temperatures are multiples of the mean travel per planned visit. */
export interface SearchTuning extends RuinTuning {
  readonly startTemperature: number;
  readonly endTemperature: number;
}

/** Measured on home-care days of 200 visits and group weeks of 1 600. */
export const DEFAULT_TUNING: SearchTuning = {
  startTemperature: 2,
  endTemperature: 0.04,
  maxString: 6,
  secondsApart: 8,
  timeSlices: 200,
};
