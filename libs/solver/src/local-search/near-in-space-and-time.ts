import type { VrptwProblem } from '../vrptw/vrptw-problem.js';

/** What a unit of unavoidable waiting and of unavoidable lateness weighs beside a unit of distance (Vidal et al. 2013). */
const WAIT_WEIGHT = 0.2;
const WARP_WEIGHT = 1;

/**
 * For each visit the others that may well stand next to it in a route: near, and neither long before nor too late after.
 * `near[visit * count + rank]`; `count` is what there is at most.
 */
export function nearInSpaceAndTime(problem: VrptwProblem, wanted: number): { near: Uint16Array; count: number } {
  const { nodes } = problem;
  const count = Math.min(wanted, nodes - 2);
  const near = new Uint16Array(nodes * count);
  const price = new Float64Array(nodes);
  for (let visit = 1; visit < nodes; visit++) {
    const others: number[] = [];
    for (let other = 1; other < nodes; other++) {
      if (other === visit) continue;
      others.push(other);
      price[other] = Math.min(priceInARow(problem, visit, other), priceInARow(problem, other, visit));
    }
    others.sort((a, b) => price[a] - price[b] || a - b);
    for (let rank = 0; rank < count; rank++) near[visit * count + rank] = others[rank];
  }
  return { near, count };
}

function priceInARow(
  { nodes, distance, earliest, latest, service }: VrptwProblem,
  first: number,
  then: number,
): number {
  const drive = distance[first * nodes + then];
  const wait = Math.max(0, earliest[then] - drive - service[first] - latest[first]);
  const warp = Math.max(0, earliest[first] + service[first] + drive - latest[then]);
  return drive + WAIT_WEIGHT * wait + WARP_WEIGHT * warp;
}
