import type { RouteState } from '../kernel/route-state.js';
import type { SolvedRoute, SolvedStop } from '../result.js';

/**
 * A route with every start as near to the known one as the route allows: never before it without need, and as little
 * after it as possible. People have been told these times; that a visit before was taken away is no reason to come sooner.
 *
 * @param wishOf per node: the known start, −1 for none (then as early as it can).
 */
export function readSteadyRoute(state: RouteState, shift: number, wishOf: Int32Array): SolvedRoute {
  const { firstStart, firstEnd, firstPause, pauseOfShift, serviceOfNode, travelOf, locations } = state.prepared;
  const { next, place, earliest, latest } = state;
  const stops: SolvedStop[] = [];
  let from = firstStart + shift;
  let free = earliest[from];
  for (let node = next[from]; node < firstEnd; node = next[node]) {
    const isPause = state.isPause(node);
    const arrival = free + (isPause ? 0 : travelOf[shift][place[from] * locations + place[node]]);
    const start = Math.max(arrival, earliest[node], Math.min(wishOf[node], latest[node]));
    const end = start + serviceOfNode[node];
    const kind = isPause ? 'pause' : 'visit';
    stops.push({ kind, index: node < firstPause ? node : node - pauseOfShift[shift], arrival, start, end });
    free = end;
    from = node;
  }
  return { shift, stops };
}
