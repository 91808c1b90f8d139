import { readSolomon } from './read-solomon.js';
import { maxIterations } from '../stop/max-iterations.js';
import { anInstance, aRandomInstance, aStop } from '../testing/a-vrptw-problem.js';
import { checkedDistance } from './check-routes.js';
import { solveVrptw } from './solve-vrptw.js';

/** Four stops around a depot at (0, 0): two 10 to the east, two 10 to the north. A vehicle carries two. */
const TEXT = `CROSS
VEHICLE
NUMBER     CAPACITY
  3          2
CUSTOMER
CUST NO.  XCOORD.  YCOORD.  DEMAND  READY TIME  DUE DATE  SERVICE TIME
    0      0    0    0    0   500    0
    1     10    0    1    0   100    5
    2     10    3    1    0   400    5
    3      0   10    1    0   100    5
    4      3   10    1    0   400    5
`;

function clock(): () => number {
  let looks = 0;
  return () => looks++ / 100;
}

describe('solveVrptw', () => {
  const instance = readSolomon(TEXT);

  it('reads the fleet and the stops', () => {
    expect(instance).toMatchObject({ name: 'CROSS', vehicles: 3, capacity: 2 });
    expect(instance.stops[2]).toEqual({ number: 2, x: 10, y: 3, demand: 1, ready: 0, due: 400, service: 5 });
  });

  it('drives two tours of 10 + 3 + 10.4 (√109 = 10.44 cut to a decimal)', () => {
    const line = solveVrptw(instance, { seconds: 2, seed: 1, secondsNow: clock() });
    expect(line).toMatchObject({
      instance: 'CROSS',
      vehicles: 2,
      distance: 46.8,
      objective: 46.8,
      feasible: true,
      seed: 1,
    });
    expect(line.routes.map((route) => [...route].sort()).sort()).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  it('finds no distance for routes that break a rule', () => {
    expect(
      checkedDistance(instance, [
        [1, 2],
        [3, 4],
      ]),
    ).toBe(46.8);
    expect(checkedDistance(instance, [[1, 2, 3], [4]])).toBeNull();
    expect(checkedDistance(instance, [[1, 2], [3]])).toBeNull();
    expect(
      checkedDistance(instance, [
        [1, 2],
        [3, 4, 4],
      ]),
    ).toBeNull();
  });

  it('makes the same routes of the same seed and steps', () => {
    const random = aRandomInstance(3, 30);
    const solve = (seed: number) =>
      solveVrptw(random, { seconds: 0, seed, secondsNow: () => 0, stop: maxIterations(12_000) }).routes;
    expect(solve(1)).toEqual(solve(1));
  });

  it('keeps every rule on random instances, with the distance the routes give', () => {
    for (let seed = 1; seed <= 15; seed++) {
      const random = aRandomInstance(seed, 25);
      const objective = seed % 3 === 0 ? 'vehicles' : 'distance';
      const line = solveVrptw(random, { seconds: 0, seed, objective, secondsNow: () => 0, stop: maxIterations(6_000) });
      expect(line.feasible).toBe(true);
      expect(line.distance).toBe(checkedDistance(random, line.routes));
      expect(line.distanceDouble ?? line.distance).toBeGreaterThanOrEqual(line.distance);
      if (objective === 'vehicles') expect(line.distanceDouble).not.toBeNull();
    }
  });

  // A at (10, 0) at 10, B at (−10, 0) at 30, C at (10, 1) at 60.
  // Two vehicles: A and C 10 + 1 + 10.0, B 10 + 10, together 41. One: 10 + 20 + 20.0 + 10.0 = 60, in doubles 60.0749.
  const there = anInstance([
    aStop(1, 10, 0, { ready: 10, due: 10 }),
    aStop(2, -10, 0, { ready: 30, due: 30 }),
    aStop(3, 10, 1, { ready: 60, due: 60 }),
  ]);

  it('drives the least distance, with as many vehicles as that takes', () => {
    const line = solveVrptw(there, { seconds: 0, seed: 1, secondsNow: () => 0, stop: maxIterations(3_000) });
    expect(line).toMatchObject({ vehicles: 2, distance: 41, objective: 41 });
  });

  it('takes the fewest vehicles, however far they drive, when they come first', () => {
    const options = { seconds: 0, seed: 1, secondsNow: () => 0, stop: maxIterations(3_000) };
    const line = solveVrptw(there, { ...options, objective: 'vehicles' });
    expect(line).toMatchObject({ vehicles: 1, distance: 60, objective: 1, routes: [[1, 2, 3]] });
    expect(line.distanceDouble).toBeCloseTo(60.0749, 4);
  });

  it('says so where the vehicles have no room for all', () => {
    const full = anInstance([aStop(1, 1, 0), aStop(2, 2, 0)], { vehicles: 1, capacity: 1 });
    const line = solveVrptw(full, { seconds: 0, seed: 1, secondsNow: () => 0, stop: maxIterations(500) });
    expect(line).toMatchObject({ feasible: false, distance: -1, objective: -1 });
    expect(line.routes.flat()).toHaveLength(1);
  });

  it('refuses a text that is no instance', () => {
    expect(() => readSolomon('hello')).toThrow('Not a Solomon file');
  });
});
