import { Random } from './random.js';

const draws = (seed: number, draw: (random: Random) => number, count = 10_000): readonly number[] => {
  const random = new Random(seed);
  return Array.from({ length: count }, () => draw(random));
};
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('chance', () => {
  it('is the same stream for the same seed, and another for another', () => {
    const [one, again, other] = [7, 7, 8].map((seed) => draws(seed, (random) => random.nextBits(), 20));
    expect(again).toEqual(one);
    expect(other).not.toEqual(one);
  });

  it('is a stream for every whole seed, zero and negative ones too', () => {
    for (const seed of [0, -1, 2 ** 31, 1_540_483_477]) {
      expect(new Set(draws(seed, (random) => random.nextBits(), 100)).size).toBe(100);
    }
  });

  it('draws evenly from 0 up to the bound, the bound not included', () => {
    const drawn = draws(1, (random) => random.below(5));
    for (const value of [0, 1, 2, 3, 4]) {
      // 2 000 of 10 000 each; four standard deviations are 160.
      expect(Math.abs(drawn.filter((one) => one === value).length - 2000)).toBeLessThan(160);
    }
    expect([Math.min(...drawn), Math.max(...drawn)]).toEqual([0, 4]);
    const units = draws(2, (random) => random.unit());
    expect(Math.min(...units)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...units)).toBeLessThan(1);
    expect(Math.abs(mean(units) - 0.5)).toBeLessThan(0.012);
  });

  it('draws −ln(u), never below zero: 1 on average, and above 1 in e^−1 of the draws', () => {
    const drawn = draws(3, (random) => random.exponential());
    expect(Math.min(...drawn)).toBeGreaterThanOrEqual(0);
    expect(Math.abs(mean(drawn) - 1)).toBeLessThan(0.04);
    expect(Math.abs(drawn.filter((one) => one > 1).length - 3679)).toBeLessThan(200);
  });
});
