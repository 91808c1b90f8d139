import { drawSeedVisit, drawWithGaps, type Ruin, type RuinContext } from './ruin-context.js';

/** c̄ of Christiaens and Vanden Berghe (2020), "Slack Induction by String Removals for Vehicle Routing Problems". */
const MEAN_REMOVED = 10;
const SPLIT_SHARE = 0.5;
const LONGER_GAP_SHARE = 0.99;

/**
 * Adjacent string removal: from each of the few routes nearest to a seed visit a string of consecutive visits around the
 * nearest one is removed; in half of the cases some visits in the middle of the string stay ("split string").
 */
export function adjacentStrings(context: RuinContext): Ruin {
  const { state, change, neighbours, random, tuning } = context;
  const { prepared, next, prev, shiftOf } = state;
  const { firstPause, firstStart, shiftCount } = prepared;
  const string = new Int32Array(prepared.visitCount);
  const ruinedAt = new Int32Array(shiftCount);
  let ruin = 0;

  const removeString = (visit: number, shift: number, maxLength: number): void => {
    const inRoute = state.visitsInShift[shift];
    const longest = Math.min(inRoute, maxLength);
    const length = Math.min(inRoute, 1 + random.below(longest));
    let kept = 0;
    if (length > 1 && length < inRoute && random.unit() < SPLIT_SHARE) {
      kept = 1;
      while (length + kept < inRoute && random.unit() < LONGER_GAP_SHARE) kept++;
    }
    const span = length + kept;
    const position = visitsBefore(visit);
    const first = Math.max(0, position - span + 1);
    const last = Math.min(position, inRoute - span);
    collect(shift, first + random.below(last - first + 1), span);
    const keepFrom = kept === 0 ? span : 1 + random.below(length - 1);
    const withGaps = drawWithGaps(random);
    for (let index = 0; index < span; index++) {
      if (index < keepFrom || index >= keepFrom + kept) change.remove(string[index], withGaps);
    }
  };

  const visitsBefore = (visit: number): number => {
    let count = 0;
    for (let node = prev[visit]; node < firstStart; node = prev[node]) if (node < firstPause) count++;
    return count;
  };

  const collect = (shift: number, from: number, count: number): void => {
    let skip = from;
    let taken = 0;
    for (let node = next[firstStart + shift]; taken < count; node = next[node]) {
      if (node >= firstPause) continue;
      if (skip-- > 0) continue;
      string[taken++] = node;
    }
  };

  return () => {
    ruin++;
    const meanInRoute = state.plannedVisits / Math.max(1, state.usedShifts);
    const maxLength = Math.max(1, Math.min(tuning.maxString, meanInRoute));
    const strings = 1 + random.below((4 * MEAN_REMOVED) / (1 + maxLength) - 1);
    const seed = drawSeedVisit(context);
    const row = seed * neighbours.width;
    let removed = 0;
    for (let index = -1; index < neighbours.width && removed < strings; index++) {
      const visit = index < 0 ? seed : neighbours.visits[row + index];
      if (visit < 0) return;
      const shift = shiftOf[visit];
      if (shift < 0 || ruinedAt[shift] === ruin) continue;
      ruinedAt[shift] = ruin;
      removed++;
      removeString(visit, shift, maxLength);
    }
  };
}
