import { aRamtidOrder, aVisitTemplate } from '../testing/builders.js';
import { datesOfMonth, parseCalendarMonth } from '../time/calendar-month.js';
import { localDate } from '../time/local-date.js';
import { minutes } from '../time/units.js';
import { DEFAULT_UNIT_SETTINGS } from '../unit/unit-settings.js';
import { orderedMinutes } from './ordered-time.js';
import { patternMinutesInMonth, ramtidBalance, warningOf } from './ramtid-balance.js';

const settings = DEFAULT_UNIT_SETTINGS;
const april = [localDate('2026-04-01'), localDate('2026-04-30')] as const; // 30 days
const order = (from: string, to: string | null = null, hoursPerMonth = 30) =>
  aRamtidOrder({ hoursPerMonth, from: localDate(from), to: to === null ? null : localDate(to) });

describe('calendar months', () => {
  it('have the days of the calendar', () => {
    expect(datesOfMonth('2026-02')).toHaveLength(28);
    expect(datesOfMonth('2024-02')).toHaveLength(29);
    expect(datesOfMonth('2026-12').at(-1)).toBe('2026-12-31');
    expect(parseCalendarMonth('2026-13')).toBeNull();
    expect(parseCalendarMonth('2026-03')).toBe('2026-03');
  });
});

describe('ordered time', () => {
  it('is the ordered hours in a whole month, whatever its length', () => {
    expect(orderedMinutes(order('2026-01-01'), ...april)).toBe(1800);
    expect(orderedMinutes(order('2026-01-01'), localDate('2026-02-01'), localDate('2026-02-28'))).toBeCloseTo(1800, 9);
  });

  it('is a share of the month where the order begins or ends in it, both days counted', () => {
    expect(orderedMinutes(order('2026-04-21'), ...april)).toBe(600); // 10 of 30 days
    expect(orderedMinutes(order('2026-01-01', '2026-04-03'), ...april)).toBe(180); // 3 of 30 days
    expect(orderedMinutes(order('2026-05-01'), ...april)).toBe(0);
    expect(orderedMinutes(order('2026-04-30'), ...april)).toBe(60);
  });

  it('takes each day from its own month', () => {
    // 31 March: 1800 / 31; 1 April: 1800 / 30.
    const minutesOfTwoDays = orderedMinutes(order('2026-01-01'), localDate('2026-03-31'), localDate('2026-04-01'));
    expect(minutesOfTwoDays).toBeCloseTo(1800 / 31 + 60, 9);
  });

  it('adds up: the days of a month make the month', () => {
    const days = datesOfMonth('2026-03').map((date) => orderedMinutes(order('2026-03-10'), date, date));
    const month = orderedMinutes(order('2026-03-10'), localDate('2026-03-01'), localDate('2026-03-31'));
    expect(days.reduce((sum, day) => sum + day, 0)).toBeCloseTo(month, 9);
  });
});

describe('ramtid balance', () => {
  const on = (date: string, drawn: number) => ({ onDate: localDate(date), minutes: drawn });
  const balance = (performed: readonly ReturnType<typeof on>[], planned: readonly ReturnType<typeof on>[]) =>
    ramtidBalance({
      order: order('2026-01-01'),
      month: '2026-04',
      performed,
      planned,
      asOf: localDate('2026-04-15'),
      settings,
    });

  it('counts what is done before the day and what is planned from it', () => {
    const performed = [on('2026-04-14', 700), on('2026-04-15', 999)];
    const planned = [on('2026-04-14', 999), on('2026-04-15', 500), on('2026-04-30', 300)];
    expect(balance(performed, planned)).toEqual({
      orderId: 'O1',
      month: '2026-04',
      orderedMinutes: 1800,
      performedMinutes: 700,
      plannedMinutes: 800,
      forecastMinutes: 1500,
      balanceMinutes: 300,
      forecastShare: 1500 / 1800,
      warning: null,
    });
  });

  it('carries nothing over from or to other months', () => {
    expect(balance([on('2026-03-31', 500)], [on('2026-05-01', 500)]).forecastMinutes).toBe(0);
  });

  it.each([
    [1440, null], // 80 %
    [1439, 'under'],
    [1710, null], // 95 %
    [1711, 'near'],
    [1800, 'near'], // 100 %
    [1801, 'over'],
  ] as const)('of %i minutes of 1800 warns %p', (drawn, warning) => {
    expect(balance([on('2026-04-01', drawn)], []).warning).toBe(warning);
  });

  it('is over where time is drawn without any order', () => {
    expect(warningOf(1, 0, settings)).toBe('over');
    expect(warningOf(0, 0, settings)).toBeNull();
  });
});

describe('the pattern of a month', () => {
  const mondays = aVisitTemplate({ recurrence: { kind: 'weekdays', days: [1] } });

  it('counts four or five Mondays', () => {
    expect(patternMinutesInMonth(order('2026-01-01'), [mondays], '2026-04', settings)).toBe(120); // 6, 13, 20, 27
    expect(patternMinutesInMonth(order('2026-01-01'), [mondays], '2026-03', settings)).toBe(150); // 2, 9, 16, 23, 30
  });

  it('counts floating visits by the days of the order', () => {
    const weekly = aVisitTemplate({ recurrence: { kind: 'floating', times: 1, everyWeeks: 1 } });
    expect(patternMinutesInMonth(order('2026-02-01'), [weekly], '2026-02', settings)).toBe(120); // 28 / 7 × 30
    expect(patternMinutesInMonth(order('2026-02-15'), [weekly], '2026-02', settings)).toBe(60);
  });

  it('counts the second employee as the unit does', () => {
    const double = { ...mondays, helper: { serviceMinutes: minutes(20), earliestOffset: 0, latestOffset: 0 } };
    expect(patternMinutesInMonth(order('2026-01-01'), [double], '2026-04', settings)).toBe(200); // 4 × 50
    const once = { ...settings, doubleStaffingCounts: 1 } as const;
    expect(patternMinutesInMonth(order('2026-01-01'), [double], '2026-04', once)).toBe(120);
  });
});
