import { addWeeks, datesOfWeek, isoWeek, parseIsoWeek, weekIndexOf, weekOf, weeksInYear } from './iso-week.js';
import { localDate } from './local-date.js';

describe('ISO weeks', () => {
  it.each([
    ['2026-W10', '2026-W10'],
    ['2026-W53', '2026-W53'], // 1 January 2026 is a Thursday: a long year
    ['2025-W53', null],
    ['2020-W53', '2020-W53'], // leap year that starts on a Wednesday
    ['2026-W00', null],
    ['2026-W54', null],
    ['2026-10', null],
  ])('reads %p as %p', (text, expected) => {
    expect(parseIsoWeek(text)).toBe(expected);
  });

  it('runs from Monday to Sunday', () => {
    expect(datesOfWeek(isoWeek('2026-W10'))).toEqual([
      '2026-03-02',
      '2026-03-03',
      '2026-03-04',
      '2026-03-05',
      '2026-03-06',
      '2026-03-07',
      '2026-03-08',
    ]);
  });

  it('gives the days around New Year to the week of their Thursday', () => {
    expect(weekOf(localDate('2027-01-03'))).toBe('2026-W53');
    expect(weekOf(localDate('2025-12-29'))).toBe('2026-W01');
    expect(weekOf(localDate('2026-12-31'))).toBe('2026-W53');
    expect(datesOfWeek(isoWeek('2026-W01'))[0]).toBe('2025-12-29');
  });

  it('counts weeks without a break over a week 53', () => {
    expect(weekIndexOf(isoWeek('1970-W02'))).toBe(0);
    expect(weekIndexOf(isoWeek('2027-W01')) - weekIndexOf(isoWeek('2026-W52'))).toBe(2);
    expect(addWeeks(isoWeek('2026-W53'), 1)).toBe('2027-W01');
    expect(weeksInYear(2026)).toBe(53);
    expect(weeksInYear(2027)).toBe(52);
  });

  it('finds every week of 30 years from each of its days', () => {
    for (let week = isoWeek('2010-W01'); week < isoWeek('2040-W01'); week = addWeeks(week, 1)) {
      expect(datesOfWeek(week).map(weekOf)).toEqual(Array(7).fill(week));
    }
  });
});
