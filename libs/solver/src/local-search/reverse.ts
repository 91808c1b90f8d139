import { TrialDrive } from './trial-drive.js';
import { isGain, type WarpRoutes } from './warp-routes.js';

/** 2-opt: turns a stretch of one route round. */
export class Reverse {
  private readonly drive: TrialDrive;

  constructor(private readonly routes: WarpRoutes) {
    this.drive = new TrialDrive(routes);
  }

  /** Turns what lies behind `before`, up to and with `last`, where that costs less; both in one route, in this order. */
  improve(before: number, last: number): boolean {
    const { routes, drive } = this;
    const { next, position, vehicleOf, penalty, load } = routes;
    const vehicle = vehicleOf[before];
    const count = position[last] - position[before];
    if (vehicle !== vehicleOf[last] || count < 2) return false;
    const [first, after] = [next[before], next[last]];
    const moreDistance =
      routes.between(before, last) +
      routes.between(first, after) -
      routes.between(before, first) -
      routes.between(last, after);
    if (!isGain(moreDistance - penalty[vehicle])) return false;
    const price = routes.price(drive.until(before).back(last, count).warpOnFrom(after), load[vehicle]);
    if (!isGain(moreDistance - penalty[vehicle] + price)) return false;
    let behind = before;
    for (let node = last, left = count; left > 0; left--) {
      const further = routes.previous[node];
      routes.link(behind, node);
      behind = node;
      node = further;
    }
    routes.link(behind, after);
    routes.refresh(vehicle);
    return true;
  }
}
