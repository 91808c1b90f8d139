import { Random } from '../random.js';
import { aRandomInstance } from '../testing/a-vrptw-problem.js';
import { Reinsertion } from './reinsertion.js';
import { StringRemovals } from './string-removals.js';
import { NONE, TimedRoutes } from './timed-routes.js';
import { VisitSet } from './visit-set.js';
import { DIMACS, type VrptwProblem, vrptwProblemFrom } from './vrptw-problem.js';

const STOPS = 20;

/** The same routes laid into routes of their own: everything summed up from scratch. */
function fromScratch(problem: VrptwProblem, routes: TimedRoutes): TimedRoutes {
  const anew = new TimedRoutes(problem);
  const byVehicle = Array.from({ length: problem.vehicles }, (_, vehicle) => {
    const route: number[] = [];
    for (let node = routes.next[problem.nodes + vehicle]; node < problem.nodes; node = routes.next[node])
      route.push(node);
    return route;
  });
  anew.lay(byVehicle);
  return anew;
}

describe('routes that keep every window', () => {
  // Three vehicles are too few for most of these instances: visits stay out, come back and drive out others.
  it.each([3, STOPS])('are the same as from scratch after any steps, made or undone (%i vehicles)', (vehicles) => {
    for (let seed = 1; seed <= 8; seed++) {
      const random = new Random(seed);
      const problem = vrptwProblemFrom({ ...aRandomInstance(seed, STOPS), vehicles }, DIMACS);
      const routes = new TimedRoutes(problem);
      const [ruin, recreate] = [new StringRemovals(routes, random), new Reinsertion(routes, random)];
      const [absent, removed] = [new VisitSet(problem.nodes), new VisitSet(problem.nodes)];
      for (let visit = 1; visit <= STOPS; visit++) absent.add(visit);
      for (let step = 0; step < 40; step++) {
        routes.beginStep();
        removed.takeOver(absent);
        ruin.ruin(removed);
        recreate.recreate(removed, random.unit() < 0.5);
        if (random.unit() < 0.5) routes.undo();
        else absent.takeOver(removed);
        const anew = fromScratch(problem, routes);
        expect(routes.distance).toBe(anew.distance);
        expect(routes.used).toBe(anew.used);
        for (let visit = 1; visit <= STOPS; visit++) {
          expect(routes.vehicleOf[visit]).toBe(anew.vehicleOf[visit]);
          if (anew.vehicleOf[visit] === NONE) continue;
          expect(routes.earliestStart[visit]).toBe(anew.earliestStart[visit]);
          expect(routes.latestStart[visit]).toBe(anew.latestStart[visit]);
          expect(routes.earliestStart[visit]).toBeLessThanOrEqual(routes.latestStart[visit]);
        }
        const out = [...absent.visits.subarray(0, absent.size)].sort((a, b) => a - b);
        expect(out).toEqual(Array.from({ length: STOPS }, (_, i) => i + 1).filter((v) => anew.vehicleOf[v] === NONE));
        expect(Math.max(...routes.load)).toBeLessThanOrEqual(problem.capacity);
      }
    }
  });
});
