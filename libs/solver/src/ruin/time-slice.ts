import { drawSeedVisit, drawWithGaps, type Ruin, type RuinContext } from './ruin-context.js';

const MAX_REMOVED = 10;
const HALF_SLICE_SECONDS = 30 * 60;

/** Removes visits near the seed that are done at about the same time, whatever their routes: employees swap their hours. */
export function timeSlice(context: RuinContext): Ruin {
  const { state, change, neighbours, random } = context;
  return () => {
    const seed = drawSeedVisit(context);
    const row = seed * neighbours.width;
    const withGaps = drawWithGaps(random);
    let time = -1;
    let removed = 0;
    for (let index = -1; index < neighbours.width && removed < MAX_REMOVED; index++) {
      const visit = index < 0 ? seed : neighbours.visits[row + index];
      if (visit < 0) return;
      if (state.shiftOf[visit] < 0) continue;
      if (time < 0) time = state.earliest[visit];
      if (Math.abs(state.earliest[visit] - time) > HALF_SLICE_SECONDS) continue;
      change.remove(visit, withGaps);
      removed++;
    }
  };
}
