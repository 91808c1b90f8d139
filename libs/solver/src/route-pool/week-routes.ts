import type { RouteState } from '../kernel/route-state.js';

/** Routes remembered per shift; older ones make room. More make the choice slower than they make it better. */
const ROUTES_PER_SHIFT = 60;

/** The routes a search has gone through: per shift its visits and pauses in driving order, each order once. */
export class WeekRoutes {
  private readonly routesOf: readonly Map<string, Int32Array>[];
  private readonly lastNext: Int32Array;

  constructor(private readonly state: RouteState) {
    this.routesOf = Array.from({ length: state.prepared.shiftCount }, () => new Map<string, Int32Array>());
    this.lastNext = new Int32Array(state.prepared.nodeCount).fill(-1);
  }

  /** Remembers the present routes; those that have not changed since the last call cost a comparison only. */
  collect(): void {
    const { shiftCount } = this.state.prepared;
    for (let shift = 0; shift < shiftCount; shift++) if (this.hasChanged(shift)) this.remember(shift);
  }

  /** Newest last. */
  of(shift: number): Iterable<Int32Array> {
    return this.routesOf[shift].values();
  }

  private hasChanged(shift: number): boolean {
    const { next, prepared } = this.state;
    for (let node = prepared.firstStart + shift; node < prepared.firstEnd; node = next[node]) {
      if (next[node] !== this.lastNext[node]) return true;
    }
    return false;
  }

  private remember(shift: number): void {
    const { next, prepared } = this.state;
    const nodes: number[] = [];
    for (let node = prepared.firstStart + shift; node < prepared.firstEnd; node = next[node]) {
      this.lastNext[node] = next[node];
      if (next[node] < prepared.firstEnd) nodes.push(next[node]);
    }
    const routes = this.routesOf[shift];
    const key = nodes.join();
    routes.delete(key);
    routes.set(key, Int32Array.from(nodes));
    if (routes.size <= ROUTES_PER_SHIFT) return;
    const oldest = routes.keys().next();
    if (oldest.done !== true) routes.delete(oldest.value);
  }
}
