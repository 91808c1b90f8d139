import { localDate, minuteOfDay } from '@hemtjanst/domain';
import { aheadMinutes } from './shift-figures.js';

/** 07:00–15:00 with 7 paid hours. */
const shift = { onDate: localDate('2026-03-03'), startsAt: minuteOfDay(420), endsAt: minuteOfDay(900) };
const ahead = (date: string, clockHour: number): number =>
  aheadMinutes(shift, 420, { date: localDate(date), secondOfDay: clockHour * 3600 });

describe('the paid minutes of a shift that have not been yet', () => {
  it('are all of them before its day and until it begins, none from its end on', () => {
    expect([ahead('2026-03-02', 23), ahead('2026-03-03', 6), ahead('2026-03-03', 7)]).toEqual([420, 420, 420]);
    expect([ahead('2026-03-03', 15), ahead('2026-03-03', 20), ahead('2026-03-04', 0)]).toEqual([0, 0, 0]);
  });

  it('fall evenly while it lasts: half-way half of them', () => {
    expect(ahead('2026-03-03', 11)).toBe(210);
  });
});
