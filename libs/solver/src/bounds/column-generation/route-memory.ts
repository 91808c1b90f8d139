import type { Fleet } from './day-of-routes.js';

/** A route remembers visits in the bits of one whole number. */
const MOST_REMEMBERED = 31;

/**
 * What a route still knows of its past at each visit: the visits near it in space and time (ng-routes, Baldacci, Mingozzi
 * and Roberti 2011). It never goes back to a visit it remembers, but may to one it forgot far away. So every real route is
 * among them, and there are few enough ways to remember to find the cheapest.
 */
export class RouteMemory {
  readonly width: number;
  /** Row-major visits × width: the visits remembered at a visit, itself first; −1 behind the last. */
  readonly remembered: Int32Array;
  /** Row-major visits × visits: the bit of the second in the memory at the first; −1 where it is forgotten there. */
  readonly bitOf: Int8Array;
  /** Row-major visits × width: after this tick at the visit the remembered one cannot follow, so it need not be known. */
  readonly lastLeave: Int32Array;

  constructor(fleet: Fleet, width: number) {
    const visits = fleet.rowOf.length;
    this.width = Math.min(width, MOST_REMEMBERED, Math.max(1, visits));
    this.remembered = new Int32Array(visits * this.width).fill(-1);
    this.bitOf = new Int8Array(visits * visits).fill(-1);
    this.lastLeave = new Int32Array(visits * this.width);
    for (let visit = 0; visit < visits; visit++) this.remember(fleet, visit);
  }

  private remember(fleet: Fleet, visit: number): void {
    const { wayTicks, closes, rowOf } = fleet;
    const visits = rowOf.length;
    nearestOnACycle(fleet, visit)
      .slice(0, this.width)
      .forEach((other, bit) => {
        this.remembered[visit * this.width + bit] = other;
        this.bitOf[visit * visits + other] = bit;
        this.lastLeave[visit * this.width + bit] = closes[other] - wayTicks[visit * (visits + 1) + other];
      });
  }
}

/** The visit itself, then those from which it can be reached and which can be reached from it, shortest round first. */
function nearestOnACycle({ rowOf, opens, closes, service, wayTicks }: Fleet, visit: number): readonly number[] {
  const visits = rowOf.length;
  const isStep = (from: number, to: number): boolean =>
    opens[from] + service[from] + wayTicks[from * (visits + 1) + to] <= closes[to];
  const round = (other: number): number =>
    wayTicks[visit * (visits + 1) + other] + wayTicks[other * (visits + 1) + visit];
  const others = Array.from({ length: visits }, (_, other) => other).filter(
    (other) => other !== visit && isStep(visit, other) && isStep(other, visit),
  );
  return [visit, ...others.sort((one, other) => round(one) - round(other) || one - other)];
}
