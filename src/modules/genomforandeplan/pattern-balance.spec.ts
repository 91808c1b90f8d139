import { DEFAULT_UNIT_SETTINGS, aRamtidOrder, aVisitTemplate, localDate, minutes } from '@hemtjanst/domain';
import { patternBalance } from './pattern-balance.js';

describe('patternBalance', () => {
  const order = aRamtidOrder({ from: localDate('2026-01-01'), to: null, hoursPerMonth: 26 });
  /** `weekly` minutes in one visit on Mondays. */
  const mondays = (weekly: number) =>
    aVisitTemplate({ recurrence: { kind: 'weekdays', days: [1] }, serviceMinutes: minutes(weekly), helper: null });
  const balance = (weekly: number, month = '2026-03', over = order) =>
    patternBalance(over, [mondays(weekly)], month, DEFAULT_UNIT_SETTINGS);

  it('turns a week into a month of 52/12 weeks', () => {
    // 360 minutes = 6 h a week; 6 × 52/12 = 26 h.
    expect(balance(360)).toMatchObject({ orderedHours: 26, patternHours: 26, share: 1 });
  });

  it('warns above 100 %, tells when it is close, and warns below 80 %', () => {
    // 1 % of 26 h is 3.6 minutes a week.
    expect(balance(364).warning).toBe('over');
    expect(balance(360).warning).toBe('near');
    expect(balance(343).warning).toBe('near');
    expect(balance(342).warning).toBeNull();
    expect(balance(288).warning).toBeNull();
    expect(balance(284).warning).toBe('under');
  });

  it('counts only the days of the month on which the order is valid', () => {
    // 16–31 March is 16 of 31 days: 26 × 16/31 = 13.42 h.
    const late = { ...order, from: localDate('2026-03-16') };
    expect(balance(360, '2026-03', late)).toMatchObject({ orderedHours: 13.42, patternHours: 13.42, share: 1 });
    // 1–14 of the 28 days of February: half.
    const short = { ...order, to: localDate('2026-02-14') };
    expect(balance(360, '2026-02', short)).toMatchObject({ orderedHours: 13, patternHours: 13 });
  });

  it('has no share where nothing is ordered', () => {
    expect(balance(360, '2025-12')).toMatchObject({ orderedHours: 0, patternHours: 0, share: null, warning: null });
  });

  it('knows the leap day', () => {
    // 15 of 29 days in February 2028: 26 × 15/29 = 13.45 h.
    expect(balance(360, '2028-02', { ...order, from: localDate('2028-02-15') }).orderedHours).toBe(13.45);
  });
});
