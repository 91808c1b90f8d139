import { readSolomon } from './read-solomon.js';
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

  it('refuses a text that is no instance', () => {
    expect(() => readSolomon('hello')).toThrow('Not a Solomon file');
  });
});
