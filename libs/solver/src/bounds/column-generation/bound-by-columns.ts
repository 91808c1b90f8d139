import type { DayOfRoutes, FleetRoute } from './day-of-routes.js';
import { lagrangianBound } from './lagrangian-bound.js';
import type { MasterOpener, MasterPrices, MasterProgram } from './master-program.js';
import { RoutePricer } from './price-routes.js';

export interface ColumnBoundOptions {
  /** The linear solver, see `loadMasterOpener`. */
  readonly openMaster: MasterOpener;
  /** CPU seconds after which what is proven by then is the answer, and the clock they are measured with. */
  readonly seconds: number;
  readonly secondsNow: () => number;
  /** So often the prices are set anew at most. Absent: no limit but the seconds. */
  readonly maxIterations?: number;
}

export interface ColumnBound {
  /** No plan costs less. Whole costs: rounded up. What was proven before where the time did not suffice for more. */
  readonly bound: number;
  /** Whether the linear program is solved to its end: more time would not raise the bound. */
  readonly isClosed: boolean;
  readonly iterations: number;
  /** Routes that were found on the way. */
  readonly columns: number;
  readonly seconds: number;
}

/** Prices are whole multiples of 1/256 of a cost: sums of them are exact, so no rounding can lift the bound. */
const UNITS_PER_COST = 256;
const MEMORY_WIDTH = 8;
const ROUTES_PER_PRICING = 30;
/** The prices asked keep so much of those asked before: without, they swing from one visit of a route to another. */
const SMOOTHING = 0.7;
/** Even while routes are still found fast, the bound is proven so often. */
const ITERATIONS_BETWEEN_PROOFS = 12;
/** What it costs the program, not the bound, that a row is not covered although it must be. */
const WAYS_OF_AN_EMERGENCY = 40;
const SMALLEST_GAIN = 0.01;

/**
 * Lower bound of a day by column generation: a linear program mixes routes, its prices ask every fleet for the routes that
 * are worth most, which join the program, until there are none. Each exact pricing proves a bound (`lagrangianBound`), so
 * that an interruption costs height, never validity. Routes may come back to a visit they have forgotten (`RouteMemory`).
 *
 * @param start a bound that is proven already, and routes of a plan to begin with; any, also none
 */
export function boundByColumns(
  day: DayOfRoutes,
  start: { readonly bound: number; readonly routes: readonly FleetRoute[] },
  { openMaster, seconds, secondsNow, maxIterations = Number.POSITIVE_INFINITY }: ColumnBoundOptions,
): ColumnBound {
  const startedAt = secondsNow();
  const isOver = () => secondsNow() - startedAt >= seconds;
  const emergency = dearestWay(day) * WAYS_OF_AN_EMERGENCY;
  const leftOutCost = day.leftOutCost.map((cost) => (cost === Number.POSITIVE_INFINITY ? emergency : cost));
  return openMaster({ leftOutCost, vehicles: day.fleets.map(({ count }) => count) }, (master) => {
    const search = new PriceSearch(day, master, isOver);
    search.add(start.routes);
    let iterations = 0;
    while (iterations < maxIterations && !isOver() && search.step()) iterations++;
    return {
      bound: Math.max(start.bound, Math.ceil(day.fixedCost + search.best / UNITS_PER_COST)),
      isClosed: search.isClosed,
      iterations,
      columns: search.columns,
      seconds: secondsNow() - startedAt,
    };
  });
}

function dearestWay({ fleets }: DayOfRoutes): number {
  return fleets.reduce((dearest, { wayCost }) => wayCost.reduce((one, other) => Math.max(one, other), dearest), 1);
}

class PriceSearch {
  /** In units of the prices. */
  best = Number.NEGATIVE_INFINITY;
  isClosed = false;
  columns = 0;
  private asked: MasterPrices | null = null;
  private sinceProof = 0;
  private readonly pricers: readonly RoutePricer[];

  constructor(
    private readonly day: DayOfRoutes,
    private readonly master: MasterProgram,
    private readonly isOver: () => boolean,
  ) {
    this.pricers = day.fleets.map((fleet) => new RoutePricer(fleet, MEMORY_WIDTH));
  }

  add(routes: readonly FleetRoute[]): void {
    this.columns += routes.length;
    if (routes.length > 0) this.master.add(routes);
  }

  /** New prices, and the routes that are worth more than they cost at them. False at the end. */
  step(): boolean {
    const program = this.master.solve();
    if (program === null) return false;
    const asked = this.asked === null ? program : between(this.asked, program);
    this.asked = asked;
    if (this.sinceProof++ < ITERATIONS_BETWEEN_PROOFS && this.takeRoutes(asked, program, false)) return true;
    this.sinceProof = 0;
    if (this.takeRoutes(asked, program, true)) return true;
    // None at the smoothed prices; at those of the program itself there may still be some.
    this.asked = program;
    if (this.takeRoutes(program, program, true)) return true;
    this.isClosed = !this.isOver();
    return false;
  }

  /** @returns whether a route was found that the program does not know. */
  private takeRoutes(asked: MasterPrices, program: MasterPrices, isExact: boolean): boolean {
    const rowPrice = Float64Array.from(asked.rowPrice, (price) => Math.round(price * UNITS_PER_COST));
    const found: FleetRoute[] = [];
    const least: number[] = [];
    for (const [fleet, pricer] of this.pricers.entries()) {
      const pricing = pricer.price({
        rowPrice,
        unitsPerCost: UNITS_PER_COST,
        below: asked.fleetPrice[fleet] * UNITS_PER_COST,
        isExact,
        mostRoutes: ROUTES_PER_PRICING,
        isOver: this.isOver,
      });
      if (pricing === null) return false;
      least.push(pricing.least);
      for (const { rows, cost } of pricing.routes) found.push({ fleet, rows, cost });
    }
    if (isExact) this.best = Math.max(this.best, lagrangianBound(this.day, rowPrice, least, UNITS_PER_COST));
    const wanted = found.filter((route) => worthOf(route, program) < -SMALLEST_GAIN);
    this.add(wanted);
    return wanted.length > 0;
  }
}

/** What a route costs more than the program pays for its rows and its vehicle. */
function worthOf({ fleet, rows, cost }: FleetRoute, { rowPrice, fleetPrice }: MasterPrices): number {
  return rows.reduce((rest, row) => rest - rowPrice[row], cost - fleetPrice[fleet]);
}

function between(before: MasterPrices, now: MasterPrices): MasterPrices {
  const smoothed = (one: number, other: number) => SMOOTHING * one + (1 - SMOOTHING) * other;
  return {
    rowPrice: now.rowPrice.map((price, row) => smoothed(before.rowPrice[row], price)),
    fleetPrice: now.fleetPrice.map((price, fleet) => smoothed(before.fleetPrice[fleet], price)),
  };
}
