import { adjacentStrings } from './adjacent-strings.js';
import { brukareWeek } from './brukare-week.js';
import { randomRoute } from './random-route.js';
import type { Ruin, RuinContext } from './ruin-context.js';
import { timeSlice } from './time-slice.js';
import { worstDetour } from './worst-detour.js';

export interface WeightedRuin {
  readonly weight: number;
  readonly ruin: Ruin;
}

/** The ruins and how often each is drawn. Strings and time slices do most of the work; the others open what they cannot. */
export function weightedRuins(context: RuinContext): readonly WeightedRuin[] {
  return [
    { weight: 100, ruin: adjacentStrings(context) },
    { weight: context.tuning.timeSlices, ruin: timeSlice(context) },
    { weight: hasContinuity(context) ? 10 : 0, ruin: brukareWeek(context) },
    { weight: 3, ruin: randomRoute(context) },
    { weight: 5, ruin: worstDetour(context) },
  ];
}

function hasContinuity({ state }: RuinContext): boolean {
  const { continuity, assignmentCost } = state.prepared.problem;
  return continuity.faceCost.some((cost) => cost !== 0) || assignmentCost.some((cost) => cost !== 0);
}
