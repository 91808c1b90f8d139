import type { Random } from '../random.js';
import { NONE, type TimedRoutes } from './timed-routes.js';
import type { VisitSet } from './visit-set.js';
import type { VrptwProblem } from './vrptw-problem.js';

/** How often a place that is better is passed over nevertheless (Christiaens and Vanden Berghe 2020). */
const BLINK = 0.01;
const FAR = 2 ** 30;

/** What decides which removed visit goes back first; drawn by weight. */
const SORT_KEYS: readonly {
  readonly weight: number;
  readonly key: (visit: number, problem: VrptwProblem, random: Random) => number;
}[] = [
  { weight: 4, key: (_visit, _problem, random) => random.unit() },
  { weight: 4, key: (visit, { demand }) => -demand[visit] },
  { weight: 2, key: (visit, { distance }) => -distance[visit] },
  { weight: 1, key: (visit, { distance }) => distance[visit] },
  { weight: 2, key: (visit, { earliest, latest }) => latest[visit] - earliest[visit] },
  { weight: 2, key: (visit, { earliest }) => earliest[visit] },
  { weight: 2, key: (visit, { latest }) => -latest[visit] },
];
const KEY_BY_LOT = SORT_KEYS.flatMap(({ weight, key }) => Array.from({ length: weight }, () => key));

/** Recreate: every removed visit to its cheapest place, in a drawn order, with blinks. */
export class Reinsertion {
  private readonly keys: Float64Array;
  private untilBlink = 0;
  private foundAfter = NONE;

  constructor(
    private readonly routes: TimedRoutes,
    private readonly random: Random,
  ) {
    this.keys = new Float64Array(routes.problem.nodes);
    this.drawBlink();
  }

  /**
   * Takes the visits that find a place out of `removed`; those left there fit nowhere.
   *
   * @param mayOpen an unused vehicle may leave even where a used one has room
   */
  recreate(removed: VisitSet, mayOpen: boolean): void {
    const { routes } = this;
    routes.countUsed();
    this.sort(removed);
    let left = 0;
    let unused = routes.unusedVehicle();
    for (let index = 0; index < removed.size; index++) {
      const visit = removed.visits[index];
      let moreDistance = this.cheapest(visit);
      if (unused !== NONE && (mayOpen || this.foundAfter === NONE)) {
        const outAndBack = this.outAndBack(visit);
        if (outAndBack < moreDistance && (this.foundAfter === NONE || !this.blinks())) {
          moreDistance = outAndBack;
          this.foundAfter = routes.problem.nodes + unused;
        }
      }
      if (this.foundAfter === NONE) {
        removed.visits[left++] = visit;
        continue;
      }
      routes.insertAfter(visit, this.foundAfter, moreDistance);
      if (unused !== NONE && routes.stops[unused] > 0) unused = routes.unusedVehicle();
    }
    removed.size = left;
  }

  /** Least distance more in the used vehicles, `foundAfter` what; `FAR` where there is no room. */
  private cheapest(visit: number): number {
    const { nodes, distance, demand, capacity, earliest, latest, service } = this.routes.problem;
    const { next, earliestStart, latestStart, load, used, usedVehicles } = this.routes;
    const row = visit * nodes;
    const [needs, opens, closes, takes] = [demand[visit], earliest[visit], latest[visit], service[visit]];
    let least = FAR;
    let after = NONE;
    for (let index = 0; index < used; index++) {
      const vehicle = usedVehicles[index];
      if (load[vehicle] + needs > capacity) continue;
      let before = nodes + vehicle;
      let place = 0;
      let leavesAt = earliestStart[before];
      for (;;) {
        const there = distance[place * nodes + visit];
        let start = leavesAt + there;
        if (start > closes) break;
        if (start < opens) start = opens;
        const following = next[before];
        const followingPlace = following < nodes ? following : 0;
        const onwards = distance[row + followingPlace];
        if (start + takes + onwards <= latestStart[following]) {
          const more = there + onwards - distance[place * nodes + followingPlace];
          if (more < least && !this.blinks()) {
            least = more;
            after = before;
          }
        }
        if (following >= nodes) break;
        before = following;
        place = following;
        leavesAt = earliestStart[following] + service[following];
      }
    }
    this.foundAfter = after;
    return least;
  }

  /** Distance of a vehicle for this visit alone; `FAR` where even that is too late or too heavy. */
  private outAndBack(visit: number): number {
    const { nodes, distance, demand, capacity, earliest, latest, service } = this.routes.problem;
    const start = Math.max(earliest[0] + distance[visit], earliest[visit]);
    const back = start + service[visit] + distance[visit * nodes];
    if (start > latest[visit] || back > latest[0] || demand[visit] > capacity) return FAR;
    return distance[visit] + distance[visit * nodes];
  }

  private sort(removed: VisitSet): void {
    const { keys } = this;
    const { visits, size } = removed;
    const key = KEY_BY_LOT[this.random.below(KEY_BY_LOT.length)];
    for (let index = 0; index < size; index++)
      keys[visits[index]] = key(visits[index], this.routes.problem, this.random);
    for (let index = 1; index < size; index++) {
      const visit = visits[index];
      const own = keys[visit];
      let place = index - 1;
      for (; place >= 0 && keys[visits[place]] > own; place--) visits[place + 1] = visits[place];
      visits[place + 1] = visit;
    }
  }

  private blinks(): boolean {
    if (this.untilBlink-- > 0) return false;
    this.drawBlink();
    return true;
  }

  /** How many places until the next blink: drawn at once, cheaper than a lot for each. */
  private drawBlink(): void {
    this.untilBlink = Math.floor(this.random.exponential() / BLINK);
  }
}
