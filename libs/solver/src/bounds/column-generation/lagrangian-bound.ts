import type { DayOfRoutes } from './day-of-routes.js';

/**
 * What no plan costs less than, at whatever prices of the rows (Geoffrion 1974): every row is paid its price, every vehicle
 * drives the route that is worth most at these prices, and every row is left out where that is cheaper than its price. In
 * units of the prices, without `fixedCost`.
 *
 * @param leastOf per fleet, the least cost of a route less the prices of its rows, 0 for the vehicle that stays
 */
export function lagrangianBound(
  { leftOutCost, fleets }: DayOfRoutes,
  rowPrice: Float64Array,
  leastOf: readonly number[],
  unitsPerCost: number,
): number {
  const rows = leftOutCost.reduce((sum, cost, row) => sum + Math.min(rowPrice[row], cost * unitsPerCost), 0);
  return fleets.reduce((sum, { count }, fleet) => sum + count * Math.min(0, leastOf[fleet]), rows);
}
