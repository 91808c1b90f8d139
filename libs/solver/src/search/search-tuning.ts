import type { RecreateTuning } from '../recreate/recreate.js';
import type { RuinTuning } from '../ruin/ruin-context.js';

/** What of the recipe may be set otherwise, for measurements; temperatures are multiples of the mean travel per planned visit. */
export interface SearchTuning extends RuinTuning, RecreateTuning {
  readonly startTemperature: number;
  readonly endTemperature: number;
  /** Part of the ruins' weights that follows what they have brought, 0–1. */
  readonly adaptiveShare: number;
  /** A new best plan is polished when the last one was so many steps ago; 0: only the last best is. */
  readonly polishEvery: number;
  /** Routes are remembered for the choice among them once so much of the search is over, 0–1. */
  readonly routesFrom: number;
  /** Seconds a visit of the brukare's core team is worth more while the search begins; 0: no team. */
  readonly coreTeamBonus: number;
  /** Part of the search after which the core team counts for nothing any more, 0–1. */
  readonly coreTeamUntil: number;
  /** Whether plans are polished at all. */
  readonly polishes: boolean;
}

/** Measured on home-care days of 200 visits and group weeks of 1 600. */
export const DEFAULT_TUNING: SearchTuning = {
  startTemperature: 2,
  endTemperature: 0.04,
  maxString: 6,
  secondsApart: 8,
  timeSlices: 200,
  adaptiveShare: 0,
  polishes: true,
  polishEvery: 0,
  routesFrom: 0.5,
  coreTeamBonus: 0,
  coreTeamUntil: 0.5,
  regretPercent: 4,
  mostAbsentPercent: 0,
};
