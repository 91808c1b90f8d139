import type { WarpRoutes } from './warp-routes.js';

/** Drives a route that does not exist yet, from parts of those that do, and tells its time warp. One drive at a time. */
export class TrialDrive {
  private place = 0;
  private leave = 0;
  private warp = 0;

  constructor(private readonly routes: WarpRoutes) {}

  /** As the present route goes, from its start to this node. */
  until(node: number): this {
    const { place, startAt, service, warpUntil } = this.routes;
    this.place = place[node];
    this.leave = startAt[node] + service[node];
    this.warp = warpUntil[node];
    return this;
  }

  via(visit: number): this {
    const { nodes, distance, earliest, latest, service } = this.routes.problem;
    let time = this.leave + distance[this.place * nodes + visit];
    if (time < earliest[visit]) time = earliest[visit];
    else if (time > latest[visit]) {
      this.warp += time - latest[visit];
      time = latest[visit];
    }
    this.leave = time + service[visit];
    this.place = visit;
    return this;
  }

  /** Over so many nodes of a present route in driving order. */
  along(first: number, count: number): this {
    const { next } = this.routes;
    for (let node = first, left = count; left > 0; node = next[node], left--) this.via(node);
    return this;
  }

  /** Over so many nodes of a present route against driving order. */
  back(last: number, count: number): this {
    const { previous } = this.routes;
    for (let node = last, left = count; left > 0; node = previous[node], left--) this.via(node);
    return this;
  }

  /** As the present route goes, from this node to its end. Answers the warp of the whole drive. */
  warpOnFrom(node: number): number {
    const { problem, place, latestArrival, warpFrom } = this.routes;
    const late = this.leave + problem.distance[this.place * problem.nodes + place[node]] - latestArrival[node];
    return this.warp + warpFrom[node] + (late > 0 ? late : 0);
  }
}
