import { anyOf } from './any-of.js';
import { maxIterations } from './max-iterations.js';
import { maxRuntime } from './max-runtime.js';
import { noImprovement } from './no-improvement.js';

describe('stop criteria', () => {
  it('count iterations', () => {
    expect([0, 50, 100].map((iterations) => maxIterations(100).fraction(iterations, 0))).toEqual([0, 0.5, 1]);
  });

  it('count the seconds of the clock they are given, from their making on', () => {
    let now = 1000;
    const stop = maxRuntime(8, () => now);
    now = 1002;
    expect(stop.fraction(0, 0)).toBe(0.25);
    now = 1008;
    expect(stop.fraction(0, 0)).toBe(1);
  });

  it('count iterations since the last better plan', () => {
    expect(noImprovement(200).fraction(5000, 50)).toBe(0.25);
  });

  it('end with the first of several and bear its name', () => {
    const stop = anyOf(maxIterations(100), noImprovement(10));
    expect(stop.fraction(50, 1)).toBe(0.5);
    expect(stop.name).toBe('iterations');
    expect(stop.fraction(60, 10)).toBe(1);
    expect(stop.name).toBe('no-improvement');
  });

  it('are over at once when given nothing', () => {
    expect(maxIterations(0).fraction(0, 0)).toBe(1);
    expect(maxRuntime(0, () => 5).fraction(0, 0)).toBe(1);
    expect(noImprovement(0).fraction(0, 0)).toBe(1);
  });
});
