import { minutes } from '@hemtjanst/domain';
import { gapOffsets } from './gap.js';

describe('the gap between two visits', () => {
  it('counts from the end of the first to the start of the second', () => {
    const gap = { minMinutes: minutes(120), maxMinutes: minutes(240) };
    // A first visit of 30 min: the starts lie 150 to 270 min apart.
    expect(gapOffsets(gap, 1800)).toEqual({ minOffset: 150 * 60, maxOffset: 270 * 60 });
  });

  it('without a longest one ends before the next day’s visit', () => {
    const { maxOffset } = gapOffsets({ minMinutes: minutes(0), maxMinutes: null }, 1800);
    expect(maxOffset).toBe(20 * 3600);
  });
});
