import { DEFAULT_UNIT_SETTINGS as settings } from '@hemtjanst/domain';
import { continuityRule, faceCosts } from './continuity.js';

describe('continuity', () => {
  it('costs nothing for the first employee, and more with each: never less than the one before', () => {
    const costs = faceCosts(settings);
    expect(costs[0]).toBe(0);
    expect(costs.slice(1).every((cost, at) => cost > costs[at])).toBe(true);
    expect(continuityRule.weight(settings)).toBe(costs[1]);
  });

  it('makes the eleventh face as dear as the ten before it together, and more', () => {
    const costs = faceCosts(settings);
    expect(costs[10]).toBeGreaterThan(costs.slice(0, 10).reduce((sum, cost) => sum + cost, 0));
  });

  it('says when the goal is passed: ten are within it, eleven above', () => {
    const told = (before: number, after: number) => continuityRule.explain({ before, after, goal: 10 }).sv;
    expect(told(9, 10)).toBe('+1 ansikte (10 på 14 dagar)');
    expect(told(10, 11)).toBe('+1 ansikte (11 på 14 dagar, över målet 10)');
    expect(told(5, 3)).toBe('−2 ansikten (3 på 14 dagar)');
  });
});
