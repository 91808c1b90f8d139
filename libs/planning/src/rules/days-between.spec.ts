import { daysApart, daysBetweenRule } from './days-between.js';

describe('days between visits of one kind', () => {
  it('are at least one, so that two never lie on the same day', () => {
    expect([0, 1, 2].map((minDaysBetween) => daysApart({ minDaysBetween }))).toEqual([1, 1, 2]);
    expect(daysBetweenRule.explain({ minDaysBetween: 2 }).sv).toContain('minst 2 dygn emellan');
  });
});
