import type { Neighbours } from '../kernel/neighbours.js';
import type { RouteChange } from '../kernel/route-change.js';
import type { RouteState } from '../kernel/route-state.js';
import type { Random } from '../random.js';
import type { UnplannedVisits } from '../recreate/unplanned-visits.js';

/** How the ruins are drawn. */
export interface RuinTuning {
  /** Most visits that one string takes out of one route. */
  readonly maxString: number;
  /** Neighbours: so many seconds apart in time weigh as much as one second of travel. */
  readonly secondsApart: number;
  /** Tickets of the time slice, where strings have 100. */
  readonly timeSlices: number;
}

/** What every ruin works on. */
export interface RuinContext {
  readonly tuning: RuinTuning;
  readonly state: RouteState;
  readonly change: RouteChange;
  readonly neighbours: Neighbours;
  readonly unplanned: UnplannedVisits;
  readonly random: Random;
}

/** First half of a step: takes some visits out of their routes, through `change.remove`. */
export type Ruin = () => void;

/** How often the ruin starts at a visit that is left out, to make room for it. */
const UNPLANNED_SEED_SHARE = 0.3;

/** The visit around which a ruin happens. */
export function drawSeedVisit({ state, unplanned, random }: RuinContext): number {
  if (unplanned.any() && random.unit() < UNPLANNED_SEED_SHARE) return unplanned.draw(random);
  const { removable, visitCount } = state.prepared;
  return removable.length === 0 ? random.below(visitCount) : removable[random.below(removable.length)];
}

/** Half of the time the visits a gap ties to a removed one go with it, so that both may find other times. */
export function drawWithGaps(random: Random): boolean {
  return random.nextBits() > 0;
}
