import { ProblemError } from '../assert-problem.js';
import { anInstance, aStop } from '../testing/a-vrptw-problem.js';
import { DIMACS, doubleSafe, vrptwProblemFrom } from './vrptw-problem.js';

describe('vrptwProblemFrom', () => {
  it('cuts distances to tenths, or lifts them to ten-thousandths (√2 = 1.41421…)', () => {
    const instance = anInstance([aStop(1, 1, 1)]);
    expect(vrptwProblemFrom(instance, DIMACS).distance[1]).toBe(14);
    expect(vrptwProblemFrom(instance, doubleSafe(instance)).distance[1]).toBe(14_143);
  });

  it('leaves whole distances as they are (3-4-5)', () => {
    const instance = anInstance([aStop(1, 3, 4)]);
    expect(vrptwProblemFrom(instance, DIMACS).distance[1]).toBe(50);
    expect(vrptwProblemFrom(instance, doubleSafe(instance)).distance[1]).toBe(50_000);
  });

  it('takes coarser units where 32 bits would not hold all ways (two of 210 000 make 4.2 · 10⁹ ten-thousandths)', () => {
    const instance = anInstance([aStop(1, 210_000, 0)], { due: 500_000 });
    expect(doubleSafe(instance).unitsPerDistance).toBe(1_000);
  });

  it.each([
    ['no vehicle', anInstance([aStop(1, 1, 0)], { vehicles: 0 }), 'number of vehicles is 0'],
    ['a broken vehicle', anInstance([aStop(1, 1, 0)], { vehicles: 1.5 }), 'number of vehicles is 1.5'],
    ['no stop', anInstance([]), '1 stops'],
    ['a negative capacity', anInstance([aStop(1, 1, 0)], { capacity: -1 }), 'capacity is -1'],
    ['a coordinate that is no number', anInstance([aStop(1, NaN, 0)]), 'x of stop 1 is NaN'],
    ['an endless day', anInstance([aStop(1, 1, 0)], { due: Infinity }), 'due of the depot is Infinity'],
    ['a negative demand', anInstance([aStop(7, 1, 0, { demand: -2 })]), 'demand of stop 7 is -2'],
    ['a negative service', anInstance([aStop(7, 1, 0, { service: -2 })]), 'service of stop 7 is -2'],
    ['a window that ends before it begins', anInstance([aStop(7, 1, 0, { ready: 9, due: 8 })]), 'stop 7 is due at 8'],
    ['a time beyond 32 bits', anInstance([aStop(7, 1, 0, { due: 1e9 })]), 'due of stop 7 is 1000000000'],
    ['two stops of one number', anInstance([aStop(7, 1, 0), aStop(7, 2, 0)]), 'the same number'],
    [
      'ways that overflow together (40 stops, 10⁷ apart)',
      anInstance(Array.from({ length: 40 }, (_, index) => aStop(index + 1, 1e7, 0))),
      'together are too long',
    ],
  ])('refuses %s', (_, instance, message) => {
    expect(() => vrptwProblemFrom(instance, DIMACS)).toThrow(ProblemError);
    expect(() => vrptwProblemFrom(instance, DIMACS)).toThrow(message);
  });
});
