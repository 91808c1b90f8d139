import type { Random } from '../random.js';
import { NONE, type TimedRoutes } from './timed-routes.js';
import type { VisitSet } from './visit-set.js';

/** The figures of Christiaens and Vanden Berghe (2020), "Slack Induction by String Removals". */
const MEAN_REMOVED = 10;
const LONGEST_STRING = 10;
const SPLIT_SHARE = 0.5;
const SPLIT_ENDS = 0.01;

/** The other visits by distance from each visit: `nearest[(visit - 1) * (nodes - 2) + rank]`. */
function nearestVisits(nodes: number, distance: Int32Array): Uint16Array {
  const nearest = new Uint16Array((nodes - 1) * (nodes - 2));
  for (let visit = 1; visit < nodes; visit++) {
    const row = visit * nodes;
    const others = Array.from({ length: nodes - 1 }, (_, index) => index + 1).filter((other) => other !== visit);
    nearest.set(
      others.sort((a, b) => distance[row + a] - distance[row + b] || a - b),
      (visit - 1) * (nodes - 2),
    );
  }
  return nearest;
}

/**
 * Ruin: takes strings of consecutive visits out of neighbouring routes, so that the routes gain slack where they can use
 * each other's. Half of the strings keep a part of their middle.
 */
export class StringRemovals {
  private readonly nearest: Uint16Array;
  private readonly ruinedInStep: Uint32Array;
  private step = 0;

  constructor(
    private readonly routes: TimedRoutes,
    private readonly random: Random,
  ) {
    const { nodes, vehicles, distance } = routes.problem;
    this.nearest = nearestVisits(nodes, distance);
    this.ruinedInStep = new Uint32Array(vehicles);
  }

  /** Adds what it takes out to `removed`. */
  ruin(removed: VisitSet): void {
    const { routes, random, nearest } = this;
    const { nodes } = routes.problem;
    if (routes.used === 0) return;
    const meanStops = (nodes - 1 - removed.size) / routes.used;
    const longest = Math.min(LONGEST_STRING, meanStops);
    const mostStrings = (4 * MEAN_REMOVED) / (1 + longest) - 1;
    let strings = (random.unit() * mostStrings + 1) | 0;
    this.step++;
    const seed = 1 + random.below(nodes - 1);
    const others = (seed - 1) * (nodes - 2);
    for (let rank = NONE; rank < nodes - 2 && strings > 0; rank++) {
      const visit = rank === NONE ? seed : nearest[others + rank];
      const vehicle = routes.vehicleOf[visit];
      if (vehicle === NONE || this.ruinedInStep[vehicle] === this.step) continue;
      this.ruinedInStep[vehicle] = this.step;
      strings--;
      this.removeString(vehicle, visit, longest, removed);
    }
  }

  private removeString(vehicle: number, visit: number, longest: number, removed: VisitSet): void {
    const { routes, random } = this;
    const { nodes } = routes.problem;
    const stops = routes.stops[vehicle];
    const length = Math.min(stops, (random.unit() * Math.min(stops, longest) + 1) | 0);
    let kept = 0;
    if (length > 1 && length < stops && random.unit() < SPLIT_SHARE) {
      kept = 1;
      while (length + kept < stops && random.unit() > SPLIT_ENDS) kept++;
    }
    const span = length + kept;
    let position = 0;
    for (let node = routes.previous[visit]; node < nodes; node = routes.previous[node]) position++;
    const first = Math.max(0, position - span + 1);
    const last = Math.min(position, stops - span);
    const start = first + random.below(last - first + 1);
    const keptFrom = kept === 0 ? span : random.below(length - 1) + 1;
    routes.note(vehicle);
    let node = routes.next[nodes + vehicle];
    for (let skipped = 0; skipped < start; skipped++) node = routes.next[node];
    for (let index = 0; index < span; index++) {
      const following = routes.next[node];
      if (index < keptFrom || index >= keptFrom + kept) {
        routes.remove(node);
        removed.add(node);
      }
      node = following;
    }
    routes.retime(vehicle);
  }
}
