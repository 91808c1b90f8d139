import type { Problem } from '../problem.js';

/**
 * The cost of the best plan of a tiny problem without couplings, by trying every order in every shift. Each visit starts as
 * early as it can, which is no loss because waiting is free and later starts help nobody.
 */
export function bestCostByEnumeration(problem: Problem): number {
  const routes: number[][] = problem.shifts.map(() => []);
  let best = Number.POSITIVE_INFINITY;
  const place = (visit: number): void => {
    if (visit === problem.visits.length) {
      best = Math.min(best, costOf(problem, routes));
      return;
    }
    place(visit + 1);
    for (const route of routes) {
      for (let at = 0; at <= route.length; at++) {
        route.splice(at, 0, visit);
        place(visit + 1);
        route.splice(at, 1);
      }
    }
  };
  place(0);
  return best;
}

function costOf(problem: Problem, routes: readonly (readonly number[])[]): number {
  let cost = 0;
  const met = new Map<number, Set<number>>();
  const planned = new Set(routes.flat());
  for (const [at, route] of routes.entries()) {
    const travel = bestRouteTravel(problem, at, route);
    if (travel === null) return Number.POSITIVE_INFINITY;
    cost += travel;
    for (const visit of route) {
      const { brukare } = problem.visits[visit];
      const { employee } = problem.shifts[at];
      cost += problem.assignmentCost[brukare * problem.employees + employee];
      met.set(brukare, (met.get(brukare) ?? new Set<number>()).add(employee));
    }
  }
  for (const [brukare, employees] of met) {
    const seen = problem.continuity.seen.subarray(brukare * problem.employees, (brukare + 1) * problem.employees);
    const before = seen.reduce((sum, flag) => sum + flag, 0);
    const added = [...employees].filter((employee) => seen[employee] === 0).length;
    const prices = problem.continuity.faceCost;
    for (let nth = before; nth < before + added; nth++) cost += prices[Math.min(nth, prices.length - 1)] ?? 0;
  }
  problem.visits.forEach((visit, index) => (cost += planned.has(index) ? 0 : visit.unassignedCost));
  return cost;
}

/** Travel of the route if some way of laying the pauses between the visits keeps all times, else null. */
function bestRouteTravel(problem: Problem, at: number, route: readonly number[]): number | null {
  const shift = problem.shifts[at];
  const leg = (from: number, to: number) => problem.travel[shift.mode][from * problem.locations + to];
  const load = route.reduce((sum, visit) => sum + (problem.visits[visit].demand ?? 0), 0);
  if (load > (shift.capacity ?? Number.POSITIVE_INFINITY)) return null;
  if (route.some((visit) => problem.compatible[visit * problem.shifts.length + at] === 0)) return null;

  const follow = (
    visitsDone: number,
    pausesDone: number,
    location: number,
    time: number,
    travel: number,
  ): number | null => {
    if (visitsDone === route.length && pausesDone === shift.pauses.length) {
      const home = leg(location, shift.endLocation);
      return time + home <= shift.end ? travel + home : null;
    }
    if (pausesDone < shift.pauses.length) {
      const pause = shift.pauses[pausesDone];
      const start = Math.max(time, pause.earliest);
      const found =
        start <= pause.latest ? follow(visitsDone, pausesDone + 1, location, start + pause.duration, travel) : null;
      if (found !== null) return found;
    }
    if (visitsDone === route.length) return null;
    const visit = problem.visits[route[visitsDone]];
    const window = visit.windows.find(({ day }) => day === shift.day);
    if (window === undefined) return null;
    const seconds = leg(location, visit.location);
    const start = Math.max(time + seconds, window.earliest);
    if (start > window.latest) return null;
    return follow(visitsDone + 1, pausesDone, visit.location, start + visit.service, travel + seconds);
  };
  return follow(0, 0, shift.startLocation, shift.start, 0);
}
