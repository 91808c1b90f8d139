import type { PreparedProblem } from '../../kernel/prepared-problem.js';
import type { VisitPrices } from '../cheapest-arcs.js';
import type { DayOfRoutes, Fleet, FleetRoute } from './day-of-routes.js';
import { withLaterEnds } from './later-ends.js';

/** The day with the row of every visit, and the fleet of every shift; −1 for visits and shifts that are not of it. */
export interface ProblemDay {
  readonly day: DayOfRoutes;
  readonly rowOf: Int32Array;
  readonly fleetOf: Int32Array;
}

/**
 * One day of a week. What ties routes together is left away: pairs and gaps (each visit of a pair is done alone), spacings,
 * faces. So no plan's day is lost, and the bound of this day holds for the whole problem's.
 */
export function dayOfProblem(prepared: PreparedProblem, onDay: number, prices: VisitPrices): ProblemDay {
  const shifts = indices(prepared.shiftCount).filter((shift) => prepared.dayOf[shift] === onDay);
  const rows: number[] = [];
  const rowOf = new Int32Array(prepared.visitCount).fill(-1);
  const leftOutCost: number[] = [];
  for (const visit of indices(prepared.visitCount)) {
    const cost = prices.leftOut(visit);
    if (cost === 'always') continue;
    rowOf[visit] = rows.length;
    rows.push(visit);
    leftOutCost.push(cost === 'never' ? Number.POSITIVE_INFINITY : cost);
  }
  const fleets = fleetsOf(prepared, shifts, rows, prices);
  const fleetOf = new Int32Array(prepared.shiftCount).fill(-1);
  fleets.forEach(({ members }, index) => members.forEach((shift) => (fleetOf[shift] = index)));
  const stays = shifts.reduce((sum, shift) => sum + wayOfEmptyShift(prepared, shift), 0);
  const day = withLaterEnds({ leftOutCost, fixedCost: stays, fleets: fleets.map(({ fleet }) => fleet) });
  return { day, rowOf, fleetOf };
}

/** The routes of a plan on this day, for `boundByColumns` to begin with. */
export function routesOfPlan(
  { day, rowOf, fleetOf }: ProblemDay,
  visitsOfShift: ReadonlyMap<number, readonly number[]>,
): FleetRoute[] {
  return [...visitsOfShift].flatMap(([shift, visits]): FleetRoute[] => {
    const fleet = fleetOf[shift];
    if (fleet < 0 || visits.length === 0) return [];
    return [
      routeOf(
        day.fleets[fleet],
        fleet,
        visits.map((visit) => rowOf[visit]),
      ),
    ];
  });
}

function routeOf({ rowOf, wayCost, price }: Fleet, fleet: number, rows: readonly number[]): FleetRoute {
  const visits = rowOf.length;
  const own = rows.map((row) => rowOf.indexOf(row));
  const ways = [...own, visits].reduce(
    (sum, visit, at) => sum + wayCost[(at === 0 ? visits : own[at - 1]) * (visits + 1) + visit],
    -wayCost[visits * (visits + 1) + visits],
  );
  return { fleet, rows, cost: own.reduce((sum, visit) => sum + price[visit], ways) };
}

/** Shifts that may do the same visits at the same prices from the same places in the same hours are one fleet. */
function fleetsOf(prepared: PreparedProblem, shifts: readonly number[], rows: readonly number[], prices: VisitPrices) {
  const fleets = new Map<string, { readonly fleet: Fleet; readonly members: number[] }>();
  for (const shift of shifts) {
    const fleet = fleetOfShift(prepared, shift, rows, prices);
    const { mode, startLocation, endLocation } = prepared.problem.shifts[shift];
    const { start, end, capacity, pauses, rowOf, price } = fleet;
    const key = JSON.stringify([
      mode,
      startLocation,
      endLocation,
      start,
      end,
      capacity,
      pauses,
      [...rowOf],
      [...price],
    ]);
    const known = fleets.get(key);
    if (known === undefined) fleets.set(key, { fleet, members: [shift] });
    else known.members.push(shift);
  }
  return [...fleets.values()].map(({ fleet, members }) => ({ fleet: { ...fleet, count: members.length }, members }));
}

function fleetOfShift(
  prepared: PreparedProblem,
  shift: number,
  rows: readonly number[],
  { inShift }: VisitPrices,
): Fleet {
  const { problem, shiftsOf, opens, closes, days, dayOf, placeOfNode, locations, travelOf, capacityOf } = prepared;
  const { start, end, startLocation, endLocation, pauses } = problem.shifts[shift];
  const mayDo = (visit: number) =>
    shiftsOf.items.subarray(shiftsOf.from[visit], shiftsOf.from[visit + 1]).includes(shift);
  const own = indices(rows.length).filter((row) => mayDo(rows[row]));
  const visits = own.map((row) => rows[row]);
  const cell = (visit: number) => visit * days + dayOf[shift];
  const from = [...visits.map((visit) => placeOfNode[visit]), startLocation];
  const to = [...visits.map((visit) => placeOfNode[visit]), endLocation];
  const ways = Int32Array.from(from.flatMap((one) => to.map((other) => travelOf[shift][one * locations + other])));
  return {
    count: 1,
    start,
    end,
    capacity: capacityOf[shift],
    pauses,
    rowOf: Int32Array.from(own),
    opens: Int32Array.from(visits, (visit) => Math.max(start, opens[cell(visit)])),
    closes: Int32Array.from(visits, (visit) => closes[cell(visit)]),
    service: Int32Array.from(visits, (visit) => prepared.serviceOfNode[visit]),
    demand: Int32Array.from(visits, (visit) => prepared.demandOf[visit]),
    price: Int32Array.from(visits, (visit) => inShift(visit, shift)),
    wayCost: ways,
    wayTicks: ways,
  };
}

/** The way from a shift's start to its end. */
export function wayOfEmptyShift({ problem, travelOf, locations }: PreparedProblem, shift: number): number {
  const { startLocation, endLocation } = problem.shifts[shift];
  return travelOf[shift][startLocation * locations + endLocation];
}

const indices = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);
