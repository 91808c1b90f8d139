import { clock } from '../time/minute-of-day.js';
import { monthClosesAt, reimbursement } from './month-closing.js';

describe('the closing of a month', () => {
  it.each([
    ['2026-02', '2026-03-06T18:00:00+01:00'], // a Friday
    ['2026-03', '2026-04-06T10:00:00+02:00'], // Annandag påsk
    ['2026-05', '2026-06-06T10:00:00+02:00'], // Nationaldagen
    ['2026-08', '2026-09-06T10:00:00+02:00'], // a Sunday
    ['2026-12', '2027-01-06T10:00:00+01:00'], // Trettondedag jul
    ['2026-10', '2026-11-06T18:00:00+01:00'], // a Friday
  ] as const)('of %s is %s', (month, closesAt) => {
    expect(monthClosesAt(month)).toBe(closesAt);
  });
});

it('closes on the day and at the time that the unit has chosen', () => {
  const closing = { day: 3, at: clock('12:00'), onRedDayAt: clock('09:30') };
  expect(monthClosesAt('2026-02', closing)).toBe('2026-03-03T12:00:00+01:00'); // a Tuesday
  expect(monthClosesAt('2026-03', closing)).toBe('2026-04-03T09:30:00+02:00'); // Långfredagen
});

describe('the reimbursement', () => {
  const line = (orderedMinutes: number, performedMinutes: number, forecastMinutes: number) => ({
    orderedMinutes,
    performedMinutes,
    forecastMinutes,
  });

  it('is the rate for every performed hour', () => {
    expect(reimbursement([line(600, 120, 480)], 490)).toEqual({
      performedKronor: 980,
      forecastKronor: 3920,
      aboveOrderedKronor: 0,
    });
  });

  it('shows time above the ordered by itself, order by order', () => {
    const lines = [line(600, 660, 660), line(600, 300, 300)];
    expect(reimbursement(lines, 100)).toEqual({ performedKronor: 1500, forecastKronor: 1500, aboveOrderedKronor: 100 });
  });
});
