import { Random } from '../random.js';
import { Annealing } from './annealing.js';

/** Of a thousand plans that cost so much more, how many are accepted at this stage of a search from 100 down to 1. */
function accepted(more: number, fraction: number): number {
  const annealing = new Annealing(100, 1, new Random(1));
  annealing.cool(fraction);
  return Array.from({ length: 1000 }, () => annealing.accepts(5000 + more, 5000)).filter(Boolean).length;
}

describe('the acceptance of a step', () => {
  it('never refuses a cheaper plan', () => {
    expect([accepted(-1, 0), accepted(-1, 1)]).toEqual([1000, 1000]);
  });

  it('takes a dearer one with the odds of its price against the temperature: e^(−price / T)', () => {
    // T is 100 at first, 10 at the half (exponential), 1 at the end: e^−1 is 368 of 1 000, e^−2 135.
    expect(Math.abs(accepted(100, 0) - 368)).toBeLessThan(50);
    expect(Math.abs(accepted(200, 0) - 135)).toBeLessThan(40);
    expect(Math.abs(accepted(10, 0.5) - 368)).toBeLessThan(50);
    expect(Math.abs(accepted(1, 1) - 368)).toBeLessThan(50);
    expect(accepted(100, 1)).toBe(0);
  });

  it('cools no further than the end, however long the search goes on', () => {
    expect(accepted(1, 3)).toBe(accepted(1, 1));
  });

  it('is the start’s before it has been cooled', () => {
    const annealing = new Annealing(100, 1, new Random(1));
    const taken = Array.from({ length: 1000 }, () => annealing.accepts(100, 0)).filter(Boolean).length;
    expect(taken).toBe(accepted(100, 0));
  });
});
