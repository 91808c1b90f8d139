import { addDays, datesBetween, daysBetween, localDate, parseLocalDate, weekdayName, weekdayOf } from './local-date.js';

describe('local dates', () => {
  it.each([
    ['2026-03-02', '2026-03-02'],
    [' 2026-03-02 ', '2026-03-02'],
    ['2024-02-29', '2024-02-29'],
    ['2026-02-29', null],
    ['2026-13-01', null],
    ['2026-00-10', null],
    ['2026-04-31', null],
    ['02/03/2026', null],
    ['2026-3-2', null],
    ['0026-03-02', null],
    ['', null],
  ])('reads %p as %p', (text, expected) => {
    expect(parseLocalDate(text)).toBe(expected);
  });

  it('refuses a day that does not exist where the value should be known', () => {
    expect(() => localDate('2026-02-30')).toThrow('2026-02-30');
  });

  it('counts over month ends, leap days and years', () => {
    expect(addDays(localDate('2024-02-28'), 1)).toBe('2024-02-29');
    expect(addDays(localDate('2026-02-28'), 1)).toBe('2026-03-01');
    expect(addDays(localDate('2026-01-01'), -1)).toBe('2025-12-31');
    expect(daysBetween(localDate('2026-02-27'), localDate('2026-03-02'))).toBe(3);
  });

  it('knows the weekday, also before 1970', () => {
    expect(weekdayOf(localDate('2026-03-02'))).toBe(1);
    expect(weekdayOf(localDate('2026-03-08'))).toBe(7);
    expect(weekdayOf(localDate('1969-12-31'))).toBe(3);
    expect(weekdayName(weekdayOf(localDate('2026-03-07')))).toBe('lördag');
  });

  it('lists dates with both ends, and none backwards', () => {
    expect(datesBetween(localDate('2026-02-28'), localDate('2026-03-01'))).toEqual(['2026-02-28', '2026-03-01']);
    expect(datesBetween(localDate('2026-03-02'), localDate('2026-03-01'))).toEqual([]);
  });
});
