import type { RouteState } from '../kernel/route-state.js';
import type { CostBreakdown, SolvedRoute, SolvedStop } from '../result.js';

/** The routes of a state with their times, in driving order; every visit and pause starts as early as it can. */
export function readRoutes(state: RouteState): readonly SolvedRoute[] {
  return Array.from({ length: state.prepared.shiftCount }, (_, shift) => readRoute(state, shift));
}

function readRoute(state: RouteState, shift: number): SolvedRoute {
  const { firstStart, firstEnd, firstPause, pauseOfShift, serviceOfNode, travelOf, locations } = state.prepared;
  const { next, place, earliest } = state;
  const stops: SolvedStop[] = [];
  let from = firstStart + shift;
  for (let node = next[from]; node < firstEnd; node = next[node]) {
    const isPause = state.isPause(node);
    const travel = isPause ? 0 : travelOf[shift][place[from] * locations + place[node]];
    stops.push({
      kind: isPause ? 'pause' : 'visit',
      index: node < firstPause ? node : node - pauseOfShift[shift],
      arrival: earliest[from] + serviceOfNode[from] + travel,
      start: earliest[node],
      end: earliest[node] + serviceOfNode[node],
    });
    from = node;
  }
  return { shift, stops };
}

export function readStarts({ prepared, shiftOf, earliest }: RouteState): Int32Array {
  return Int32Array.from({ length: prepared.visitCount }, (_, visit) => (shiftOf[visit] < 0 ? -1 : earliest[visit]));
}

export function readCost(state: RouteState): CostBreakdown {
  return {
    total: state.totalCost(),
    travel: state.travelCost,
    unassigned: state.unassignedCost,
    continuity: state.faces.cost,
    assignment: state.assignmentCost,
  };
}
