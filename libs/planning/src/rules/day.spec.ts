import { localDate } from '@hemtjanst/domain';
import { dayRule, mayLieOn } from './day.js';

describe('the agreed day', () => {
  const [monday, tuesday, wednesday] = ['2026-03-02', '2026-03-03', '2026-03-04'].map(localDate);

  it('is one of the allowed ones', () => {
    expect(mayLieOn({ allowedDates: [monday, wednesday] }, wednesday)).toBe(true);
    expect(mayLieOn({ allowedDates: [monday, wednesday] }, tuesday)).toBe(false);
    expect(dayRule.explain({ allowedDates: [monday, wednesday] }).sv).toBe(
      'Besöket ska göras 2026-03-02 eller 2026-03-04.',
    );
  });
});
