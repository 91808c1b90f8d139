import { TrialDrive } from './trial-drive.js';
import { isGain, type WarpRoutes } from './warp-routes.js';

/** 2-opt*: two routes exchange all that comes after a node of each (Potvin and Rousseau 1995). */
export class SwapTails {
  private readonly drive: TrialDrive;

  constructor(private readonly routes: WarpRoutes) {
    this.drive = new TrialDrive(routes);
  }

  /** Exchanges what follows two visits or starts of different routes where that costs less. */
  improve(own: number, other: number): boolean {
    const { routes, drive } = this;
    const { next, vehicleOf, loadUntil, load, penalty } = routes;
    const from = vehicleOf[own];
    const to = vehicleOf[other];
    if (from === to) return false;
    const [ownNext, otherNext] = [next[own], next[other]];
    const moreDistance =
      routes.between(own, otherNext) +
      routes.between(other, ownNext) -
      routes.between(own, ownNext) -
      routes.between(other, otherNext);
    const paid = penalty[from] + penalty[to];
    if (!isGain(moreDistance - paid)) return false;
    const more = load[to] - loadUntil[other] - (load[from] - loadUntil[own]);
    const price =
      routes.price(drive.until(own).warpOnFrom(otherNext), load[from] + more) +
      routes.price(drive.until(other).warpOnFrom(ownNext), load[to] - more);
    if (!isGain(moreDistance - paid + price)) return false;
    this.exchange(own, other);
    routes.refresh(from);
    routes.refresh(to);
    return true;
  }

  private exchange(own: number, other: number): void {
    const { routes } = this;
    const ownEnd = routes.endOf(routes.vehicleOf[own]);
    const otherEnd = routes.endOf(routes.vehicleOf[other]);
    const [ownNext, otherNext] = [routes.next[own], routes.next[other]];
    const [ownLast, otherLast] = [routes.previous[ownEnd], routes.previous[otherEnd]];
    this.join(own, otherNext, otherLast, otherEnd, ownEnd);
    this.join(other, ownNext, ownLast, ownEnd, otherEnd);
  }

  /** Hangs a tail that ended at `oldEnd` behind a node, up to `end`. */
  private join(node: number, first: number, last: number, oldEnd: number, end: number): void {
    const { routes } = this;
    if (first === oldEnd) {
      routes.link(node, end);
    } else {
      routes.link(node, first);
      routes.link(last, end);
    }
  }
}
