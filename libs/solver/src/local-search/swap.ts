import { TrialDrive } from './trial-drive.js';
import { isGain, type WarpRoutes } from './warp-routes.js';

/** Exchanges one or two visits in a row with one or two others that are not next to them. */
export class Swap {
  private readonly drive: TrialDrive;

  constructor(private readonly routes: WarpRoutes) {
    this.drive = new TrialDrive(routes);
  }

  /** Swaps `ownCount` visits from `own` on with `otherCount` from `other` on where that costs less. */
  improve(own: number, ownCount: number, other: number, otherCount: number): boolean {
    const { routes } = this;
    const ownLast = ownCount === 1 ? own : routes.next[own];
    const otherLast = otherCount === 1 ? other : routes.next[other];
    if (!routes.isVisit(ownLast) || !routes.isVisit(otherLast)) return false;
    const [ownBefore, ownAfter] = [routes.previous[own], routes.next[ownLast]];
    const [otherBefore, otherAfter] = [routes.previous[other], routes.next[otherLast]];
    if (ownAfter === other || otherAfter === own || ownLast === other || otherLast === own || own === other)
      return false;
    const moreDistance =
      routes.between(ownBefore, other) +
      routes.between(otherLast, ownAfter) +
      routes.between(otherBefore, own) +
      routes.between(ownLast, otherAfter) -
      routes.between(ownBefore, own) -
      routes.between(ownLast, ownAfter) -
      routes.between(otherBefore, other) -
      routes.between(otherLast, otherAfter);
    const from = routes.vehicleOf[own];
    const to = routes.vehicleOf[other];
    const paid = routes.penalty[from] + (from === to ? 0 : routes.penalty[to]);
    if (!isGain(moreDistance - paid)) return false;
    let price: number;
    if (from !== to) price = this.priceBetween(own, ownLast, ownCount, other, otherLast, otherCount);
    else if (routes.position[own] < routes.position[other])
      price = this.priceWithin(own, ownLast, ownCount, other, otherLast, otherCount);
    else price = this.priceWithin(other, otherLast, otherCount, own, ownLast, ownCount);
    if (!isGain(moreDistance - paid + price)) return false;
    routes.link(ownBefore, other);
    routes.link(otherLast, ownAfter);
    routes.link(otherBefore, own);
    routes.link(ownLast, otherAfter);
    routes.refresh(from);
    if (from !== to) routes.refresh(to);
    return true;
  }

  private priceBetween(
    own: number,
    ownLast: number,
    ownCount: number,
    other: number,
    otherLast: number,
    otherCount: number,
  ): number {
    const { routes, drive } = this;
    const { previous, next, vehicleOf, load, loadUntil, problem } = routes;
    const ownLoad = loadUntil[ownLast] - loadUntil[own] + problem.demand[own];
    const otherLoad = loadUntil[otherLast] - loadUntil[other] + problem.demand[other];
    const more = otherLoad - ownLoad;
    const ownWarp = drive.until(previous[own]).along(other, otherCount).warpOnFrom(next[ownLast]);
    const otherWarp = drive.until(previous[other]).along(own, ownCount).warpOnFrom(next[otherLast]);
    return routes.price(ownWarp, load[vehicleOf[own]] + more) + routes.price(otherWarp, load[vehicleOf[other]] - more);
  }

  private priceWithin(
    earlier: number,
    earlierLast: number,
    earlierCount: number,
    later: number,
    laterLast: number,
    laterCount: number,
  ): number {
    const { routes, drive } = this;
    const { previous, next, position } = routes;
    const warp = drive
      .until(previous[earlier])
      .along(later, laterCount)
      .along(next[earlierLast], position[later] - position[earlierLast] - 1)
      .along(earlier, earlierCount)
      .warpOnFrom(next[laterLast]);
    return routes.price(warp, routes.load[routes.vehicleOf[earlier]]);
  }
}
