import { drawSeedVisit, type Ruin, type RuinContext } from './ruin-context.js';

/** Empties the route of one visit. */
export function randomRoute(context: RuinContext): Ruin {
  const { state, change } = context;
  const { firstPause, firstStart, firstEnd } = state.prepared;
  return () => {
    const shift = state.shiftOf[drawSeedVisit(context)];
    if (shift < 0) return;
    for (let node = state.next[firstStart + shift]; node < firstEnd;) {
      const following = state.next[node];
      if (node < firstPause) change.remove(node, true);
      node = following;
    }
  };
}
