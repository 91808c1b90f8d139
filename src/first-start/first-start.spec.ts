import { localDate } from '@hemtjanst/domain';
import { demoWeek } from './first-start.js';

describe('the week of the demo', () => {
  it('is the running week until Thursday', () => {
    expect(demoWeek(localDate('2026-11-19'))).toBe('2026-W47');
  });

  it('is the coming week from Friday on, also over the turn of the year', () => {
    expect(demoWeek(localDate('2026-11-20'))).toBe('2026-W48');
    expect(demoWeek(localDate('2027-01-02'))).toBe('2027-W01');
  });
});
