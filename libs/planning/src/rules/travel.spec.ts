import { keyAndDoorRule } from './key-and-door.js';
import { travelRule } from './travel.js';

describe('the way', () => {
  it('is told in whole minutes with a sign; half a minute rounds up', () => {
    const told = [240, -180, 29, 30, -31].map((seconds) => travelRule.explain({ seconds }).sv);
    expect(told).toEqual(['+4 min restid', '−3 min restid', '±0 min restid', '+1 min restid', '−1 min restid']);
    expect(keyAndDoorRule.explain({ seconds: 60 }).en).toBe('+1 min of lock, key and stairs');
  });
});
