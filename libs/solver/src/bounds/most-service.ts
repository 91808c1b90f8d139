import type { PreparedProblem } from '../kernel/prepared-problem.js';
import { cheapestAssignment } from './assignment.js';
import { cheapestArcs } from './cheapest-arcs.js';
import { type LeftOutBound, workingSeconds } from './left-out-bound.js';

/** Above any way: leaving a visit out is a last resort while the least travel of a whole week is priced. */
const LAST_RESORT_SECONDS = 10_000_000;

/**
 * The most seconds of visits that any plan can place, by two countings of hours: the energetic bound, and the working
 * seconds of all shifts against visits plus the travel prices of the cheapest assignment.
 */
export function mostServiceSeconds(prepared: PreparedProblem, leftOut: LeftOutBound): number {
  const visits = Array.from({ length: prepared.visitCount }, (_, visit) => visit).filter(
    (visit) => leftOut.impossible[visit] === 0,
  );
  const service = visits.map((visit) => prepared.serviceOfNode[visit]);
  const block = visits.map((visit) => leftOut.blockSeconds[visit]);
  const all = service.reduce((sum, seconds) => sum + seconds, 0);
  const byEnergy = all - leastCost(service, block, leftOut.excessSeconds);
  const { capacity, weight } = pricedHours(prepared, visits, leftOut);
  const needed = weight.reduce((sum, seconds) => sum + seconds, 0);
  const byTravel = all - leastCost(service, weight, needed - capacity);
  return Math.floor(Math.min(byEnergy, byTravel));
}

/**
 * The prices of the cheapest assignment split every plan's travel: what a visit adds at least, wherever it lies, and what a
 * shift adds. So visits with their share must fit the working seconds less the shifts' shares.
 */
function pricedHours(prepared: PreparedProblem, visits: readonly number[], { impossible }: LeftOutBound) {
  const arcs = cheapestArcs(prepared, {
    inShift: () => 0,
    leftOut: (visit) => (impossible[visit] === 1 ? 'always' : LAST_RESORT_SECONDS),
  });
  const prices = cheapestAssignment(arcs);
  if (prices === null) throw new Error('every visit may be left out and every shift be empty: an assignment exists');
  const shareOf = (node: number): number => prices.rowPrice[node] + prices.columnPrice[node];
  let capacity = 0;
  for (let shift = 0; shift < prepared.shiftCount; shift++) {
    capacity += workingSeconds(prepared, shift) - shareOf(prepared.visitCount + shift);
  }
  return { capacity, weight: visits.map((visit) => Math.max(0, prepared.serviceOfNode[visit] + shareOf(visit))) };
}

/**
 * The least sum of costs that takes away at least `amount` of weight, parts of items allowed: cheapest per weight first.
 * A bound on every choice of whole items.
 */
export function leastCost(cost: readonly number[], weight: readonly number[], amount: number): number {
  const order = cost
    .map((_, item) => item)
    .filter((item) => weight[item] > 0)
    .sort((one, other) => cost[one] * weight[other] - cost[other] * weight[one] || one - other);
  let sum = 0;
  let left = amount;
  for (const item of order) {
    if (left <= 0) break;
    const share = Math.min(1, left / weight[item]);
    sum += share * cost[item];
    left -= share * weight[item];
  }
  return sum;
}
