import Holidays from 'date-holidays';
import { addDays, localDate } from './local-date.js';
import { holidayOn, holidaysOf, isRedDay } from './red-days.js';

describe('red days', () => {
  it('are Sundays and public holidays', () => {
    expect(isRedDay(localDate('2026-03-08'))).toBe(true); // Sunday
    expect(isRedDay(localDate('2026-03-07'))).toBe(false); // Saturday
    expect(isRedDay(localDate('2026-04-06'))).toBe(true); // Monday after Easter
  });

  it('leave eves of holidays black: they are no public holidays', () => {
    for (const eve of ['2026-04-04', '2026-06-19', '2026-12-24', '2026-12-31']) {
      expect(isRedDay(localDate(eve))).toBe(false);
    }
  });

  it('have names', () => {
    expect(holidayOn(localDate('2026-04-03'))).toBe('Långfredagen');
    expect(holidayOn(localDate('2026-06-20'))).toBe('Midsommardagen');
    expect(holidayOn(localDate('2026-03-02'))).toBeNull();
  });

  it.each([2024, 2025, 2026, 2027, 2028, 2029, 2030, 2031, 2032])('agree with another source for %i', (year) => {
    const others = new Holidays('SE')
      .getHolidays(year)
      .filter((day) => day.type === 'public')
      .map((day) => day.date.slice(0, 10))
      .sort();
    expect([...holidaysOf(year).keys()].sort()).toEqual([...new Set(others)]);
  });

  it('put the 13 holidays of 2026 where they belong', () => {
    expect(holidaysOf(2026).size).toBe(13);
    expect(holidayOn(addDays(localDate('2026-04-05'), 39))).toBe('Kristi himmelsfärdsdag'); // Easter Sunday + 39 days
  });
});
