import type { PreparedProblem } from '../kernel/prepared-problem.js';
import { type Assignment, cheapestAssignment } from './assignment.js';
import { cheapestArcs } from './cheapest-arcs.js';
import type { LeftOutBound } from './left-out-bound.js';
import { leastCost } from './most-service.js';

/**
 * A cost that no plan goes below (`CostBreakdown.total`):
 *
 * - the cheapest assignment over travel, assignment and disruption, in which a visit may be left out at its price;
 * - less faces than the fewest of a brukare only come where one of its visits is left out: the price of those faces is taken
 *   off the price of leaving out, and added once per brukare;
 * - where hours are too few, the visits that must be left out cost at least what their prices in the assignment fall short
 *   of leaving them out.
 */
export function totalBound(prepared: PreparedProblem, leftOut: LeftOutBound, newFaces: Int32Array): number {
  const facesOf = facePrices(prepared, newFaces, leftOut);
  const priceOfLeavingOut = (visit: number): number =>
    prepared.unassignedCostOf[visit] - facesOf[prepared.brukareOf[visit]];
  const cheapest = cheapestAssignment(
    cheapestArcs(prepared, {
      inShift: (visit, shift) => assignmentPrice(prepared, visit, shift),
      leftOut: (visit) => (leftOut.impossible[visit] === 1 ? 'always' : priceOfLeavingOut(visit)),
    }),
  );
  if (cheapest === null) throw new Error('every visit may be left out and every shift be empty: an assignment exists');
  const impossible = prepared.unassignedCostOf.reduce(
    (sum, cost, visit) => sum + (leftOut.impossible[visit] === 1 ? cost : 0),
    0,
  );
  const faces = facesOf.reduce((sum, cost) => sum + cost, 0);
  const tooFewHours = excessCost(prepared, leftOut, cheapest, priceOfLeavingOut);
  // Whole costs: anything above a bound is at least the next whole number; the margin is for rounding in the division.
  return Math.ceil(cheapest.cost + impossible + faces + tooFewHours - 1e-6);
}

/** Per brukare: the price of the fewest new faces, but no more than leaving any one of its visits out. */
function facePrices({ problem, unassignedCostOf }: PreparedProblem, newFaces: Int32Array, leftOut: LeftOutBound) {
  const { seen, faceCost } = problem.continuity;
  const prices = Array.from(newFaces, (faces, brukare) => {
    const row = seen.subarray(brukare * problem.employees, (brukare + 1) * problem.employees);
    const met = row.reduce((sum, flag) => sum + flag, 0);
    let price = 0;
    for (let nth = met; nth < met + faces && faceCost.length > 0; nth++) {
      price += faceCost[Math.min(nth, faceCost.length - 1)];
    }
    return price;
  });
  problem.visits.forEach(({ brukare }, visit) => {
    if (leftOut.impossible[visit] === 0) prices[brukare] = Math.min(prices[brukare], unassignedCostOf[visit]);
  });
  return prices;
}

function assignmentPrice(prepared: PreparedProblem, visit: number, shift: number): number {
  const { problem, brukareOf, employeeOf, expectedEmployeeOf, disruptionCostOf } = prepared;
  const employee = employeeOf[shift];
  const isExpected = expectedEmployeeOf[visit] < 0 || expectedEmployeeOf[visit] === employee;
  const assignment = problem.assignmentCost[brukareOf[visit] * problem.employees + employee];
  return assignment + (isExpected ? 0 : disruptionCostOf[visit]);
}

function excessCost(
  { visitCount }: PreparedProblem,
  { impossible, blockSeconds, excessSeconds }: LeftOutBound,
  { rowPrice, columnPrice }: Assignment,
  priceOfLeavingOut: (visit: number) => number,
): number {
  const visits = Array.from({ length: visitCount }, (_, visit) => visit).filter((visit) => impossible[visit] === 0);
  const shortfall = visits.map((visit) => priceOfLeavingOut(visit) - rowPrice[visit] - columnPrice[visit]);
  return leastCost(
    shortfall,
    visits.map((visit) => blockSeconds[visit]),
    excessSeconds,
  );
}
