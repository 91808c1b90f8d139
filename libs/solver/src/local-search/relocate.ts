import { TrialDrive } from './trial-drive.js';
import { isGain, type WarpRoutes } from './warp-routes.js';

/** Moves one to three visits in a row behind another node, turned round where asked. */
export class Relocate {
  private readonly drive: TrialDrive;

  constructor(private readonly routes: WarpRoutes) {
    this.drive = new TrialDrive(routes);
  }

  /**
   * Moves where that costs less.
   *
   * @param count visits from `first` on
   * @param behind a visit or a start, not one of those moved
   */
  improve(first: number, count: number, behind: number, turned: boolean): boolean {
    const { routes } = this;
    const last = this.lastOf(first, count, behind);
    if (last === 0) return false;
    const [before, after, following] = [routes.previous[first], routes.next[last], routes.next[behind]];
    if (before === behind) return false;
    const [head, tail] = turned ? [last, first] : [first, last];
    const moreDistance =
      routes.between(before, after) +
      routes.between(behind, head) +
      routes.between(tail, following) -
      routes.between(before, first) -
      routes.between(last, after) -
      routes.between(behind, following);
    const from = routes.vehicleOf[first];
    const to = routes.vehicleOf[behind];
    const paid = routes.penalty[from] + (from === to ? 0 : routes.penalty[to]);
    if (!isGain(moreDistance - paid)) return false;
    const price =
      from === to
        ? this.priceWithin(first, last, count, behind, turned)
        : this.priceBetween(first, last, count, behind, turned);
    if (!isGain(moreDistance - paid + price)) return false;
    this.move(first, last, behind, turned);
    routes.refresh(from);
    if (from !== to) routes.refresh(to);
    return true;
  }

  /** 0 where the row of visits ends too soon or holds the node they would go behind. */
  private lastOf(first: number, count: number, behind: number): number {
    const { routes } = this;
    let last = first;
    if (last === behind) return 0;
    for (let left = count; left > 1; left--) {
      last = routes.next[last];
      if (last === behind || !routes.isVisit(last)) return 0;
    }
    return last;
  }

  private priceBetween(first: number, last: number, count: number, behind: number, turned: boolean): number {
    const { routes, drive } = this;
    const from = routes.vehicleOf[first];
    const to = routes.vehicleOf[behind];
    const load = routes.loadUntil[last] - routes.loadUntil[first] + routes.problem.demand[first];
    const left = drive.until(routes.previous[first]).warpOnFrom(routes.next[last]);
    drive.until(behind);
    if (turned) drive.back(last, count);
    else drive.along(first, count);
    const entered = drive.warpOnFrom(routes.next[behind]);
    return routes.price(left, routes.load[from] - load) + routes.price(entered, routes.load[to] + load);
  }

  private priceWithin(first: number, last: number, count: number, behind: number, turned: boolean): number {
    const { routes, drive } = this;
    const { position, next, previous, vehicleOf, load } = routes;
    const forwards = position[behind] > position[first];
    if (forwards) drive.until(previous[first]).along(next[last], position[behind] - position[last]);
    else drive.until(behind);
    if (turned) drive.back(last, count);
    else drive.along(first, count);
    if (!forwards) drive.along(next[behind], position[first] - position[behind] - 1);
    const warp = drive.warpOnFrom(forwards ? next[behind] : next[last]);
    return routes.price(warp, load[vehicleOf[first]]);
  }

  private move(first: number, last: number, behind: number, turned: boolean): void {
    const { routes } = this;
    routes.link(routes.previous[first], routes.next[last]);
    const following = routes.next[behind];
    let before = behind;
    for (let node = turned ? last : first; ;) {
      const further = turned ? routes.previous[node] : routes.next[node];
      const isEnd = node === (turned ? first : last);
      routes.link(before, node);
      before = node;
      if (isEnd) break;
      node = further;
    }
    routes.link(before, following);
  }
}
