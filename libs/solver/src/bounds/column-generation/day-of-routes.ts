import type { Pause } from '../../problem.js';

/**
 * A day whose routes do not know of each other: rows that routes cover, and vehicles (shifts) that drive one route each. It is
 * what the bound by columns works on, made of a day of a week's problem or of a routing instance.
 */
export interface DayOfRoutes {
  /** Per row, what it costs when no route covers it; `Infinity`: it must be covered. */
  readonly leftOutCost: readonly number[];
  /** Costs of every plan whatever its routes: vehicles that stay where they are, rows that no route can cover. */
  readonly fixedCost: number;
  readonly fleets: readonly Fleet[];
}

/**
 * Vehicles that cannot be told from each other, and the visits they may do, numbered from 0 here. Times are ticks: seconds,
 * or finer parts of them where visits take no time, so that every visit of a route ends later than the one before it.
 */
export interface Fleet {
  readonly count: number;
  readonly start: number;
  readonly end: number;
  readonly capacity: number;
  readonly pauses: readonly Pause[];
  /** Per visit: its row, its start window, how long it takes, what it draws on the capacity, what it costs besides the way. */
  readonly rowOf: Int32Array;
  readonly opens: Int32Array;
  readonly closes: Int32Array;
  readonly service: Int32Array;
  readonly demand: Int32Array;
  readonly price: Int32Array;
  /** Row-major, one more than there are visits: the last row is the way from the start, the last column that to the end. */
  readonly wayCost: Int32Array;
  readonly wayTicks: Int32Array;
}

/** A route of a fleet: the rows it covers in driving order (one may come twice, see `RouteMemory`) and its cost. */
export interface FleetRoute {
  readonly fleet: number;
  readonly rows: readonly number[];
  /** More than the vehicle costs that stays where it is. */
  readonly cost: number;
}
