import { listsFrom } from '../kernel/lists.js';
import { drawSeedVisit, type Ruin, type RuinContext } from './ruin-context.js';

/** A brukare with more visits than this loses a stretch of them only, so that a step stays short. */
const MAX_REMOVED = 28;

/** Removes the visits of one brukare in the whole horizon: the way to fewer faces is to move them all at once. */
export function brukareWeek(context: RuinContext): Ruin {
  const { state, change, random } = context;
  const { brukareOf, visitCount, problem } = state.prepared;
  const byBrukare: number[][] = Array.from({ length: problem.brukare }, () => []);
  for (let visit = 0; visit < visitCount; visit++) byBrukare[brukareOf[visit]].push(visit);
  const visitsOf = listsFrom(byBrukare);
  return () => {
    const brukare = brukareOf[drawSeedVisit(context)];
    const from = visitsOf.from[brukare];
    const count = visitsOf.from[brukare + 1] - from;
    const offset = random.below(count);
    for (let step = 0; step < Math.min(count, MAX_REMOVED); step++) {
      change.remove(visitsOf.items[from + ((offset + step) % count)], true);
    }
  };
}
