import { aRamtidOrder, aVisitTemplate, anAbsence } from '../testing/builders.js';
import { orderedMinutes } from '../ramtid-order/ordered-time.js';
import { datesOfMonth } from '../time/calendar-month.js';
import { datesOfWeek, isoWeek } from '../time/iso-week.js';
import { localDate } from '../time/local-date.js';
import { clock } from '../time/minute-of-day.js';
import { DEFAULT_UNIT_SETTINGS } from '../unit/unit-settings.js';
import { carriedOverMinutes } from './carry-over.js';
import { datesOfPeriod, periodOf, previousPeriod, type LedgerPeriod } from './ledger-period.js';
import { NOTHING_PERFORMED, ramtidLedgerLine, type LedgerSource } from './ramtid-ledger.js';

const perWeek = { ...DEFAULT_UNIT_SETTINGS, ramtidPeriod: 'week' } as const;
const date = localDate;

/** 26 hours a month is exactly 6 hours a week: 26 × 12/52. */
const line = (period: LedgerPeriod, override: Partial<LedgerSource> = {}) =>
  ramtidLedgerLine({
    order: aRamtidOrder({ hoursPerMonth: 26, from: date('2025-01-01') }),
    templates: [],
    period,
    carriedOverMinutes: 0,
    asOf: date('2026-03-02'),
    performed: NOTHING_PERFORMED,
    published: [],
    publishedWeeks: new Set(),
    absences: [],
    settings: perWeek,
    ...override,
  });
const done = (minutes: number) => ({ ...NOTHING_PERFORMED, registeredMinutes: minutes, performedMinutes: minutes });

describe('a ramtid that is a frame per week', () => {
  it('is the month’s hours × 12/52 in every whole week', () => {
    expect(line(isoWeek('2026-W10')).orderedMinutes).toBeCloseTo(360, 9);
    expect(line(isoWeek('2026-W53')).orderedMinutes).toBeCloseTo(360, 9);
  });

  it('is a seventh of it for each day the order is valid', () => {
    const order = aRamtidOrder({ hoursPerMonth: 26, from: date('2026-03-06') }); // a Friday
    expect(line(isoWeek('2026-W10'), { order }).orderedMinutes).toBeCloseTo((360 / 7) * 3, 9);
  });

  it('gives a month as many sevenths as it has days: February four weeks, March more', () => {
    expect(line('2026-02').orderedMinutes).toBeCloseTo(4 * 360, 9);
    expect(line('2026-03').orderedMinutes).toBeCloseTo((31 / 7) * 360, 9);
  });

  it('forecasts the agreed visits of its seven days', () => {
    const mondays = aVisitTemplate({ recurrence: { kind: 'weekdays', days: [1, 7] } });
    expect(line(isoWeek('2026-W10'), { templates: [mondays] }).patternMinutes).toBe(60);
  });

  it('warns for the week alone', () => {
    const week = { asOf: date('2026-03-09') };
    expect(line(isoWeek('2026-W10'), { ...week, performed: done(361) }).warning).toBe('over');
    expect(line(isoWeek('2026-W10'), { ...week, performed: done(300) }).warning).toBeNull();
    expect(line(isoWeek('2026-W10'), { ...week, performed: done(280) }).warning).toBe('under'); // 288 is 80 %
  });

  it('gives back a seventh for each whole day in hospital', () => {
    const absences = [
      anAbsence({
        fromDate: date('2026-03-03'),
        fromMinute: clock('00:00'),
        toDate: date('2026-03-05'),
        toMinute: clock('00:00'),
      }),
    ];
    expect(line(isoWeek('2026-W10'), { absences }).givenBackMinutes).toBeCloseTo((360 / 7) * 2, 9);
  });

  it.each(['month', 'week'] as const)('adds up from its days when the frame is per %s', (frame) => {
    const order = aRamtidOrder({ hoursPerMonth: 26, from: date('2026-12-10'), to: date('2027-01-20') });
    for (const dates of [datesOfMonth('2026-12'), datesOfMonth('2027-01'), datesOfWeek(isoWeek('2026-W53'))]) {
      const whole = orderedMinutes(order, dates[0] ?? order.from, dates.at(-1) ?? order.from, frame);
      const days = dates.map((day) => orderedMinutes(order, day, day, frame));
      expect(days.reduce((sum, day) => sum + day, 0)).toBeCloseTo(whole, 6);
    }
  });
});

describe('periods', () => {
  it('have their days: a leap February 29, a week 53 seven over New Year', () => {
    expect(datesOfPeriod('2028-02')).toHaveLength(29);
    const week53 = datesOfPeriod(isoWeek('2026-W53'));
    expect([week53[0], week53.at(-1)]).toEqual(['2026-12-28', '2027-01-03']);
  });

  it('follow one another over New Year', () => {
    expect(previousPeriod('2027-01')).toBe('2026-12');
    expect(previousPeriod(isoWeek('2027-W01'))).toBe('2026-W53');
  });

  it('hold a day as the unit counts', () => {
    expect(periodOf(date('2027-01-01'), 'month')).toBe('2027-01');
    expect(periodOf(date('2027-01-01'), 'week')).toBe('2026-W53');
  });
});

describe('what is carried over', () => {
  const previous = { kind: 'hemtjanst', orderedMinutes: 600, givenBackMinutes: 0, forecastMinutes: 600 } as const;
  const share = (ramtidCarryOverShare: number) => ({ ramtidCarryOverShare });

  it('is nothing by default', () => {
    expect(carriedOverMinutes({ ...previous, forecastMinutes: 300 }, DEFAULT_UNIT_SETTINGS)).toBe(0);
  });

  it('is what was left, at most the unit’s share of the ordered', () => {
    expect(carriedOverMinutes({ ...previous, forecastMinutes: 560 }, share(0.1))).toBe(40);
    expect(carriedOverMinutes({ ...previous, forecastMinutes: 400 }, share(0.1))).toBe(60);
  });

  it('is taken away where the period before went over', () => {
    expect(carriedOverMinutes({ ...previous, forecastMinutes: 630 }, share(0.1))).toBe(-30);
    expect(carriedOverMinutes({ ...previous, forecastMinutes: 900 }, share(0.1))).toBe(-60);
  });

  it('is not the time of a hospital stay', () => {
    expect(carriedOverMinutes({ ...previous, givenBackMinutes: 200, forecastMinutes: 380 }, share(0.5))).toBe(20);
    expect(carriedOverMinutes({ ...previous, givenBackMinutes: 300, forecastMinutes: 380 }, share(0.5))).toBe(0);
  });

  it('is nothing for larm, which is paid per month', () => {
    expect(carriedOverMinutes({ ...previous, kind: 'larm', forecastMinutes: 0 }, share(1))).toBe(0);
  });

  it('widens or narrows the frame that is warned about', () => {
    const settings = { ...DEFAULT_UNIT_SETTINGS, ramtidCarryOverShare: 0.1 };
    const order = aRamtidOrder({ hoursPerMonth: 10 });
    const april = { order, settings, asOf: date('2026-05-01') };
    const saved = line('2026-04', { ...april, carriedOverMinutes: 40, performed: done(630) });
    expect(saved).toMatchObject({ balanceMinutes: 10, warning: 'near' });
    const overdrawn = line('2026-04', { ...april, carriedOverMinutes: -40, performed: done(570) });
    expect(overdrawn).toMatchObject({ balanceMinutes: -10, warning: 'over' });
  });
});
