import { TrialDrive } from './trial-drive.js';
import { isGain, type WarpRoutes } from './warp-routes.js';

const PLACES_KEPT = 3;
const FAR = 2 ** 30;

/**
 * SWAP*: two visits of two routes change routes, each to where it fits best there and not to the other's place (Vidal
 * 2022). The three best places of every visit in the other route are kept as long as that route stays as it is; places
 * are ranked by distance, a change is made by the whole cost.
 */
export class SwapStar {
  private readonly drive: TrialDrive;
  /** Per visit and vehicle: best nodes to stand behind, with the distance more, and when they were found. */
  private readonly behind: Int32Array;
  private readonly more: Int32Array;
  private readonly foundAt: Int32Array;
  /** The best change so far of the pair of routes at hand. */
  private bestGain = 0;
  private readonly best = { own: 0, ownBehind: 0, other: 0, otherBehind: 0 };

  constructor(private readonly routes: WarpRoutes) {
    this.drive = new TrialDrive(routes);
    const { nodes, vehicles } = routes.problem;
    this.behind = new Int32Array(nodes * vehicles * PLACES_KEPT);
    this.more = new Int32Array(nodes * vehicles * PLACES_KEPT);
    this.foundAt = new Int32Array(nodes * vehicles).fill(-1);
  }

  /** Makes the best exchange between two routes where one costs less. */
  improve(from: number, to: number): boolean {
    const { routes } = this;
    this.rankPlaces(from, to);
    this.rankPlaces(to, from);
    this.bestGain = 0;
    for (let own = routes.next[routes.startOf(from)]; routes.isVisit(own); own = routes.next[own]) {
      const ownSaved = this.savedWithout(own);
      for (let other = routes.next[routes.startOf(to)]; routes.isVisit(other); other = routes.next[other]) {
        this.consider(own, ownSaved, other, from, to);
      }
    }
    if (this.bestGain === 0) return false;
    this.exchange();
    routes.refresh(from);
    routes.refresh(to);
    return true;
  }

  private consider(own: number, ownSaved: number, other: number, from: number, to: number): void {
    const { routes } = this;
    const { penalty, load, problem } = routes;
    const more = problem.demand[other] - problem.demand[own];
    const loads = routes.price(0, load[from] + more) + routes.price(0, load[to] - more);
    const fixed = loads - ownSaved - this.savedWithout(other) - penalty[from] - penalty[to];
    if (fixed >= this.bestGain) return;
    const ownBehind = this.placeWithout(own, to, other);
    if (ownBehind < 0) return;
    const withOwn = fixed + this.moreBehind(own, ownBehind, other);
    if (withOwn >= this.bestGain) return;
    const otherBehind = this.placeWithout(other, from, own);
    if (otherBehind < 0) return;
    const change = withOwn + this.moreBehind(other, otherBehind, own);
    if (change >= this.bestGain) return;
    const warp =
      (this.warpWith(own, ownBehind, other) + this.warpWith(other, otherBehind, own)) * routes.penalties.warp;
    if (!isGain(change + warp) || change + warp >= this.bestGain) return;
    this.bestGain = change + warp;
    this.best.own = own;
    this.best.ownBehind = ownBehind;
    this.best.other = other;
    this.best.otherBehind = otherBehind;
  }

  private savedWithout(visit: number): number {
    const { routes } = this;
    const [before, after] = [routes.previous[visit], routes.next[visit]];
    return routes.between(before, visit) + routes.between(visit, after) - routes.between(before, after);
  }

  /** Distance more when a visit stands behind a node of a route that another visit leaves. */
  private moreBehind(visit: number, behind: number, leaving: number): number {
    const { routes } = this;
    const before = behind === leaving ? routes.previous[leaving] : behind;
    const after = routes.next[behind] === leaving ? routes.next[leaving] : routes.next[behind];
    return routes.between(before, visit) + routes.between(visit, after) - routes.between(before, after);
  }

  /** Best node to stand behind in a route that another visit leaves: a ranked one, or the leaving visit's own place. */
  private placeWithout(visit: number, vehicle: number, leaving: number): number {
    const { routes, behind } = this;
    const first = (visit * routes.problem.vehicles + vehicle) * PLACES_KEPT;
    const inItsPlace = this.moreBehind(visit, leaving, leaving);
    for (let rank = first; rank < first + PLACES_KEPT; rank++) {
      const node = behind[rank];
      if (node < 0) break;
      if (node !== leaving && routes.next[node] !== leaving) return this.more[rank] < inItsPlace ? node : leaving;
    }
    return leaving;
  }

  /** Warp of the route `leaving` leaves and `visit` enters. */
  private warpWith(visit: number, behind: number, leaving: number): number {
    const { routes, drive } = this;
    const { next, previous, position } = routes;
    if (behind === leaving || next[behind] === leaving) {
      return drive.until(previous[leaving]).via(visit).warpOnFrom(next[leaving]);
    }
    if (position[behind] < position[leaving]) {
      const between = position[leaving] - position[behind] - 1;
      return drive.until(behind).via(visit).along(next[behind], between).warpOnFrom(next[leaving]);
    }
    const between = position[behind] - position[leaving];
    return drive.until(previous[leaving]).along(next[leaving], between).via(visit).warpOnFrom(next[behind]);
  }

  private exchange(): void {
    const { routes } = this;
    const { own, ownBehind, other, otherBehind } = this.best;
    const ownBefore = ownBehind === other ? routes.previous[other] : ownBehind;
    const otherBefore = otherBehind === own ? routes.previous[own] : otherBehind;
    for (const visit of [own, other]) routes.link(routes.previous[visit], routes.next[visit]);
    this.insert(own, ownBefore);
    this.insert(other, otherBefore);
  }

  private insert(visit: number, before: number): void {
    const after = this.routes.next[before];
    this.routes.link(before, visit);
    this.routes.link(visit, after);
  }

  /** Ranks the places of every visit of one route in another, where that has changed since. */
  private rankPlaces(from: number, into: number): void {
    const { routes, foundAt } = this;
    for (let visit = routes.next[routes.startOf(from)]; routes.isVisit(visit); visit = routes.next[visit]) {
      const entry = visit * routes.problem.vehicles + into;
      if (foundAt[entry] === routes.changedAt[into]) continue;
      foundAt[entry] = routes.changedAt[into];
      this.rankPlacesOf(visit, into, entry * PLACES_KEPT);
    }
  }

  private rankPlacesOf(visit: number, into: number, first: number): void {
    const { routes, behind, more } = this;
    for (let rank = first; rank < first + PLACES_KEPT; rank++) {
      behind[rank] = -1;
      more[rank] = FAR;
    }
    const end = routes.endOf(into);
    for (let node = routes.startOf(into); node !== end; node = routes.next[node]) {
      const after = routes.next[node];
      const cost = routes.between(node, visit) + routes.between(visit, after) - routes.between(node, after);
      let rank = first + PLACES_KEPT - 1;
      if (cost >= more[rank]) continue;
      for (; rank > first && more[rank - 1] > cost; rank--) {
        more[rank] = more[rank - 1];
        behind[rank] = behind[rank - 1];
      }
      more[rank] = cost;
      behind[rank] = node;
    }
  }
}
