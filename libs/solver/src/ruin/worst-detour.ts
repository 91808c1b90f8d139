import { drawSeedVisit, drawWithGaps, type Ruin, type RuinContext } from './ruin-context.js';

const MAX_REMOVED = 8;
/** Of so many neighbours drawn the one with the longest detour goes. */
const TOURNAMENT = 4;

/** Removes visits near the seed that cost their routes the longest detours. */
export function worstDetour(context: RuinContext): Ruin {
  const { state, change, neighbours, random } = context;
  const { prepared, next, prev, place, shiftOf } = state;
  const { locations } = prepared;

  const detour = (visit: number): number => {
    const travel = prepared.travelOf[shiftOf[visit]];
    const from = place[prev[visit]] * locations;
    const here = place[visit];
    const to = place[state.nextLocated(next[visit])];
    return travel[from + here] + travel[here * locations + to] - travel[from + to];
  };

  return () => {
    const row = drawSeedVisit(context) * neighbours.width;
    const removals = 1 + random.below(MAX_REMOVED);
    const withGaps = drawWithGaps(random);
    for (let removed = 0; removed < removals; removed++) {
      let worst = -1;
      let longest = -1;
      for (let draw = 0; draw < TOURNAMENT; draw++) {
        const visit = neighbours.visits[row + random.below(neighbours.width)];
        if (visit < 0 || shiftOf[visit] < 0) continue;
        const seconds = detour(visit);
        if (seconds <= longest) continue;
        longest = seconds;
        worst = visit;
      }
      if (worst >= 0) change.remove(worst, withGaps);
    }
  };
}
