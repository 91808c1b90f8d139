import { Random } from '../random.js';
import { AdaptiveWeights } from './adaptive-weights.js';

const STEPS = 1_000;

/** A segment in which both choices are used equally often and the first has `best` times found a new best. */
function segment(weights: AdaptiveWeights, best: number): void {
  for (let step = 0; step < STEPS; step++) {
    weights.learn(step % 2, step % 2 === 0 && step / 2 < best ? 'new-best' : 'no-better');
  }
}

describe('adaptive weights', () => {
  it('draw by the given weights: 3 to 1, and never what weighs nothing', () => {
    const weights = new AdaptiveWeights([3, 0, 1], 0.5);
    const random = new Random(1);
    const draws = [0, 0, 0];
    for (let draw = 0; draw < 40_000; draw++) draws[weights.draw(random)]++;
    expect(draws[1]).toBe(0);
    expect(draws[0] / 40_000).toBeCloseTo(0.75, 1);
    expect([0, 1, 2].map((choice) => weights.shareOf(choice))).toEqual([0.75, 0, 0.25]);
  });

  it('shift half of their share to the one that brings all improvements: merit (1 + 2) / 2 against (1 + 0) / 2', () => {
    const weights = new AdaptiveWeights([1, 1], 0.5);
    segment(weights, 10);
    // Learned 3/4 to 1/4, blended half and half with 1/2.
    expect(weights.shareOf(0)).toBeCloseTo(0.625, 4);
  });

  it('stay as they are given without a share, and in a segment without any improvement', () => {
    const fixed = new AdaptiveWeights([1, 1], 0);
    segment(fixed, 10);
    expect(fixed.shareOf(0)).toBe(0.5);
    const idle = new AdaptiveWeights([1, 1], 0.5);
    segment(idle, 0);
    expect(idle.shareOf(0)).toBe(0.5);
  });

  it('never starve a choice: 3 % of the draws are left to it', () => {
    const weights = new AdaptiveWeights([1, 1], 1);
    for (let round = 0; round < 40; round++) segment(weights, 10);
    expect(weights.shareOf(1)).toBeCloseTo(0.03 / 1.03, 3);
  });
});
