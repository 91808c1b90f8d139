import { addMonths, isMonth, lastDayOf } from './months.js';

describe('calendar months', () => {
  it('go on over the turn of the year, both ways', () => {
    expect([addMonths('2026-12', 1), addMonths('2026-01', -1), addMonths('2026-03', -15)]).toEqual([
      '2027-01',
      '2025-12',
      '2024-12',
    ]);
  });

  it('end on the day the calendar says, also in a leap year', () => {
    expect([lastDayOf('2026-02'), lastDayOf('2028-02'), lastDayOf('2026-12')]).toEqual([
      '2026-02-28',
      '2028-02-29',
      '2026-12-31',
    ]);
  });

  it('are written 2026-03 and nothing else', () => {
    expect(['2026-03', '2026-13', '2026-3', 'mars'].map(isMonth)).toEqual([true, false, false, false]);
  });
});
