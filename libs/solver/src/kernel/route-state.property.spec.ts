import fc from 'fast-check';
import type { Problem } from '../problem.js';
import { maxIterations } from '../stop/max-iterations.js';
import { Search } from '../search/search.js';
import { randomProblem } from '../testing/random-problem.js';
import type { RouteState } from './route-state.js';

/** One day, shifts of the same hours and places without pauses: the end of one route may follow the start of another. */
function mergeableProblem(seed: number): Problem {
  const problem = randomProblem(seed, { visits: 10, shifts: 3, days: 1 });
  const [{ mode, startLocation }] = problem.shifts;
  return {
    ...problem,
    shifts: problem.shifts.map((shift) => ({
      employee: shift.employee,
      day: 0,
      mode,
      start: 0,
      end: 14_000,
      startLocation,
      endLocation: startLocation,
      pauses: [],
    })),
    visits: problem.visits.map(({ locked: _, ...visit }) => visit),
    couplings: [],
    spacings: [],
  };
}

function routeOf(state: RouteState, shift: number): readonly number[] {
  const { firstStart, firstEnd } = state.prepared;
  const nodes = [firstStart + shift];
  for (let node = state.next[firstStart + shift]; node < firstEnd; node = state.next[node]) nodes.push(node);
  return [...nodes, firstEnd + shift];
}

/** Drives the nodes in order from scratch; true where every one begins in its window. */
function isOnTime({ prepared, opens, closes, place }: RouteState, nodes: readonly number[]): boolean {
  let free = 0;
  let at = place[nodes[0]];
  return nodes.every((node) => {
    const start = Math.max(free + prepared.travelOf[0][at * prepared.locations + place[node]], opens[node]);
    free = start + prepared.serviceOfNode[node];
    at = place[node];
    return start <= closes[node];
  });
}

describe('the times of two routes', () => {
  it('tell at once whether the start of one and the end of the other make a route', () => {
    const seen = { possible: 0, impossible: 0 };
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
        const search = new Search(mergeableProblem(seed), { seed, stop: maxIterations(60) });
        search.run();
        const { state } = search;
        const { prepared, earliest, latest, place } = state;
        const [head, tail] = [routeOf(state, 0), routeOf(state, 1)];
        head.slice(0, -1).forEach((last, index) => {
          tail.slice(1).forEach((first, from) => {
            const way = prepared.travelOf[0][place[last] * prepared.locations + place[first]];
            const byBounds = earliest[last] + prepared.serviceOfNode[last] + way <= latest[first];
            expect(byBounds).toBe(isOnTime(state, [...head.slice(0, index + 1), ...tail.slice(from + 1)]));
            seen[byBounds ? 'possible' : 'impossible']++;
          });
        });
      }),
      { numRuns: 150, seed: 8 },
    );
    expect(seen.possible).toBeGreaterThan(300);
    expect(seen.impossible).toBeGreaterThan(300);
  });
});
