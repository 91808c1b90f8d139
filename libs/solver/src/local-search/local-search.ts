import type { Random } from '../random.js';
import type { VrptwProblem } from '../vrptw/vrptw-problem.js';
import { nearInSpaceAndTime } from './near-in-space-and-time.js';
import { Relocate } from './relocate.js';
import { Reverse } from './reverse.js';
import { Swap } from './swap.js';
import { SwapStar } from './swap-star.js';
import { SwapTails } from './swap-tails.js';
import { type Penalties, WarpRoutes } from './warp-routes.js';

/**
 * Descends to routes that no move makes cheaper. Visits are tried beside those near them in space and time, in a drawn
 * order; a pair is tried again only when one of its routes has changed.
 */
export class LocalSearch {
  readonly routes: WarpRoutes;
  private readonly near: Uint16Array;
  private readonly nearCount: number;
  private readonly relocate: Relocate;
  private readonly swap: Swap;
  private readonly swapTails: SwapTails;
  private readonly reverse: Reverse;
  private readonly swapStar: SwapStar;
  private readonly order: Int32Array;
  private readonly triedAt: Int32Array;
  private readonly pairTriedAt: Int32Array;

  constructor(
    problem: VrptwProblem,
    private readonly random: Random,
    neighbours: number,
  ) {
    const routes = new WarpRoutes(problem);
    const { near, count } = nearInSpaceAndTime(problem, neighbours);
    this.routes = routes;
    this.near = near;
    this.nearCount = count;
    this.relocate = new Relocate(routes);
    this.swap = new Swap(routes);
    this.swapTails = new SwapTails(routes);
    this.reverse = new Reverse(routes);
    this.swapStar = new SwapStar(routes);
    this.order = Int32Array.from({ length: problem.nodes - 1 }, (_, index) => index + 1);
    this.triedAt = new Int32Array(problem.nodes);
    this.pairTriedAt = new Int32Array(problem.vehicles * problem.vehicles);
  }

  /**
   * @param thorough also exchanges between whole routes (SWAP*), which takes longer
   */
  descend(routes: readonly (readonly number[])[], penalties: Penalties, thorough: boolean): void {
    this.routes.lay(routes, penalties);
    this.triedAt.fill(-1);
    this.pairTriedAt.fill(-1);
    this.shuffle();
    for (let round = 0; ; round++) {
      const changesBefore = this.routes.changes;
      for (const visit of this.order) this.tryVisit(visit, round > 0);
      if (this.routes.changes > changesBefore || round === 0) continue;
      if (!thorough || !this.tryPairsOfRoutes()) return;
    }
  }

  private tryVisit(visit: number, mayOpen: boolean): void {
    const { routes, near, nearCount } = this;
    const { previous, vehicleOf, changedAt } = routes;
    const tried = this.triedAt[visit];
    this.triedAt[visit] = routes.changes;
    const from = visit * nearCount;
    for (let rank = from; rank < from + nearCount; rank++) {
      const other = near[rank];
      if (changedAt[vehicleOf[visit]] <= tried && changedAt[vehicleOf[other]] <= tried) continue;
      if (this.tryBeside(visit, other)) continue;
      const before = previous[other];
      if (!routes.isVisit(before)) this.tryBehindStart(visit, before);
    }
    if (mayOpen && changedAt[vehicleOf[visit]] > tried) {
      const unused = routes.unusedVehicle();
      if (unused >= 0) this.tryBehindStart(visit, routes.startOf(unused));
    }
  }

  private tryBeside(visit: number, other: number): boolean {
    const { relocate, swap, swapTails, reverse, routes } = this;
    const isSameRoute = routes.vehicleOf[visit] === routes.vehicleOf[other];
    return (
      relocate.improve(visit, 1, other, false) ||
      relocate.improve(visit, 2, other, false) ||
      relocate.improve(visit, 2, other, true) ||
      relocate.improve(visit, 3, other, false) ||
      (visit < other && swap.improve(visit, 1, other, 1)) ||
      swap.improve(visit, 2, other, 1) ||
      (visit < other && swap.improve(visit, 2, other, 2)) ||
      (isSameRoute ? reverse.improve(visit, other) : swapTails.improve(visit, other))
    );
  }

  private tryBehindStart(visit: number, start: number): boolean {
    const { relocate, swapTails, reverse, routes } = this;
    const isSameRoute = routes.vehicleOf[visit] === routes.vehicleOf[start];
    return (
      relocate.improve(visit, 1, start, false) ||
      relocate.improve(visit, 2, start, false) ||
      relocate.improve(visit, 2, start, true) ||
      relocate.improve(visit, 3, start, false) ||
      (isSameRoute ? reverse.improve(start, visit) : swapTails.improve(visit, start))
    );
  }

  private tryPairsOfRoutes(): boolean {
    const { routes, pairTriedAt } = this;
    const { vehicles } = routes.problem;
    let isImproved = false;
    for (let from = 0; from < vehicles; from++) {
      if (routes.stops[from] === 0) continue;
      for (let to = from + 1; to < vehicles; to++) {
        if (routes.stops[to] === 0) continue;
        const pair = from * vehicles + to;
        const tried = pairTriedAt[pair];
        if (routes.changedAt[from] <= tried && routes.changedAt[to] <= tried) continue;
        pairTriedAt[pair] = routes.changes;
        if (this.swapStar.improve(from, to)) isImproved = true;
      }
    }
    return isImproved;
  }

  private shuffle(): void {
    const { order } = this;
    for (let index = order.length - 1; index > 0; index--) {
      const other = this.random.below(index + 1);
      const kept = order[index];
      order[index] = order[other];
      order[other] = kept;
    }
  }
}
