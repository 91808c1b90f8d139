import { clock } from '@hemtjanst/domain';
import { isInWindow, timeWindowRule } from './time-window.js';

describe('the time window', () => {
  const window = { earliest: clock('07:00'), latest: clock('10:00') };

  it('has both its edges as allowed starts, and no minute more', () => {
    const allowed = ['06:59', '07:00', '10:00', '10:01'].map((start) => isInWindow({ window }, clock(start)));
    expect(allowed).toEqual([false, true, true, false]);
  });

  it('tells a wished start outside it from a shift without free time inside it', () => {
    expect(timeWindowRule.explain({ window, isOutside: true }).sv).toBe('Besöket ska börja 07:00–10:00.');
    expect(timeWindowRule.explain({ window, isOutside: false }).sv).toContain('Ingen ledig tid i passet');
  });
});
