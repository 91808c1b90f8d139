import type { PreparedProblem } from '../kernel/prepared-problem.js';
import { cheapestArcs } from './cheapest-arcs.js';

const NO_WAY = 0x7fffffff;

/** Per visit: the shortest way that leads to it in any order of any shift; 0 where no way does. */
export function leastArrivals(prepared: PreparedProblem): Int32Array {
  const { arcs, cost } = cheapestArcs(prepared, { inShift: () => 0, leftOut: () => 'never' });
  const least = new Int32Array(prepared.visitCount).fill(NO_WAY);
  arcs.items.forEach((head, at) => {
    if (head < prepared.visitCount && cost[at] < least[head]) least[head] = cost[at];
  });
  return least.map((seconds) => (seconds === NO_WAY ? 0 : seconds));
}
