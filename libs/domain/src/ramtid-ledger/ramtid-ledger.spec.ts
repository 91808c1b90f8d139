import { aRamtidOrder, aVisitTemplate, anAbsence } from '../testing/builders.js';
import { datesOfMonth } from '../time/calendar-month.js';
import { isoWeek } from '../time/iso-week.js';
import { localDate } from '../time/local-date.js';
import { clock } from '../time/minute-of-day.js';
import { minutes, type Weekday } from '../time/units.js';
import { DEFAULT_UNIT_SETTINGS } from '../unit/unit-settings.js';
import { givenBackMinutes, isAwayAllDay } from './days-at-home.js';
import {
  ledgerTotals,
  ledgerWarning,
  lineWithoutOrder,
  NOTHING_PERFORMED,
  ramtidLedgerLine,
  sumPerformed,
  type LedgerSource,
} from './ramtid-ledger.js';

const settings = DEFAULT_UNIT_SETTINGS;
const date = localDate;

/** 30 hours a month: 1 800 minutes, 60 a day in April. No agreed visits, nothing done, read on 15 April 2026. */
const aMonth = (override: Partial<LedgerSource> = {}): LedgerSource => ({
  order: aRamtidOrder({ hoursPerMonth: 30 }),
  templates: [],
  period: '2026-04',
  carriedOverMinutes: 0,
  asOf: date('2026-04-15'),
  performed: NOTHING_PERFORMED,
  published: [],
  publishedWeeks: new Set(),
  absences: [],
  settings,
  ...override,
});
const done = (performedMinutes: number, override: Partial<typeof NOTHING_PERFORMED> = {}) => ({
  ...NOTHING_PERFORMED,
  registeredMinutes: performedMinutes,
  performedMinutes,
  ...override,
});
const on = (...days: Weekday[]) => aVisitTemplate({ recurrence: { kind: 'weekdays', days } });
const daily = on(1, 2, 3, 4, 5, 6, 7);
const away = (from: string, to: string, fromTime = '00:00', toTime = '00:00') =>
  anAbsence({ fromDate: date(from), fromMinute: clock(fromTime), toDate: date(to), toMinute: clock(toTime) });

describe('ordered time of a ledger month', () => {
  const orderedIn = (month: LedgerSource['period'], order: Partial<LedgerSource['order']> = {}): number =>
    ramtidLedgerLine(aMonth({ period: month, order: aRamtidOrder({ hoursPerMonth: 30, ...order }) })).orderedMinutes;

  it.each(['2026-02', '2028-02', '2026-04', '2026-03'] as const)(
    'is the whole ramtid in %s, however many days it has',
    (month) => {
      const order = { from: date('2025-01-01') };
      expect(orderedIn(month, order)).toBeCloseTo(1800, 9);
    },
  );

  it('is a third when the order starts on the 21st of 30', () => {
    expect(orderedIn('2026-04', { from: date('2026-04-21') })).toBe(600);
  });

  it('is a tenth when the order ends on the 3rd of 30', () => {
    expect(orderedIn('2026-04', { to: date('2026-04-03') })).toBe(180);
  });

  it('is nothing before the order starts', () => {
    expect(orderedIn('2026-04', { from: date('2026-05-01') })).toBe(0);
  });

  it('of an order that changes inside the month is that of its two parts', () => {
    const before = orderedIn('2026-04', { to: date('2026-04-10') }); // 10 days of 30 hours
    const after = orderedIn('2026-04', { from: date('2026-04-11'), hoursPerMonth: 60 }); // 20 days of 60 hours
    expect([before, after, before + after]).toEqual([600, 2400, 3000]);
  });
});

describe('the forecast', () => {
  it('is what is performed and what the pattern still holds', () => {
    // 15–30 April: 16 mornings of 30 minutes.
    const line = ramtidLedgerLine(aMonth({ templates: [daily], performed: done(420) }));
    expect(line).toMatchObject({
      performedMinutes: 420,
      patternMinutes: 480,
      publishedMinutes: 0,
      forecastMinutes: 900,
    });
    expect(line).toMatchObject({ balanceMinutes: 900, forecastShare: 0.5, warning: 'under' });
  });

  it('knows four Mondays in April and five in March', () => {
    const mondays = (month: LedgerSource['period']) =>
      ramtidLedgerLine(aMonth({ period: month, asOf: date('2026-01-01'), templates: [on(1)] })).patternMinutes;
    expect(mondays('2026-04')).toBe(120);
    expect(mondays('2026-03')).toBe(150);
  });

  it('spreads a floating visit over the days', () => {
    const weekly = aVisitTemplate({ recurrence: { kind: 'floating', times: 1, everyWeeks: 1 } });
    const line = ramtidLedgerLine(aMonth({ period: '2026-02', asOf: date('2026-02-15'), templates: [weekly] }));
    expect(line.patternMinutes).toBeCloseTo(60, 9); // 14 days left: two visits of 30
  });

  it('leaves out fixed service on a red day, and nothing else', () => {
    const asOf = date('2026-04-30'); // Friday 1 May is red
    const service = aVisitTemplate({ insatser: ['stad'], recurrence: { kind: 'weekdays', days: [5] } });
    const inMay = (template: typeof service) =>
      ramtidLedgerLine(aMonth({ period: '2026-05', asOf, templates: [template] }));
    expect(inMay(service).patternMinutes).toBe(120); // 8, 15, 22, 29 May
    expect(inMay(on(5)).patternMinutes).toBe(150);
  });

  it('follows the published plan in a week that has one, the pattern in the others', () => {
    const line = ramtidLedgerLine(
      aMonth({
        templates: [daily],
        publishedWeeks: new Set([isoWeek('2026-W17')]), // 20–26 April
        published: [{ onDate: date('2026-04-21'), minutes: 100 }],
      }),
    );
    // Pattern: 15–19 and 27–30 April, nine days.
    expect(line).toMatchObject({ publishedMinutes: 100, patternMinutes: 270 });
  });

  it('has nothing planned in a published week that leaves the brukare out', () => {
    const weeks = ['2026-W16', '2026-W17', '2026-W18'].map(isoWeek);
    const line = ramtidLedgerLine(aMonth({ templates: [daily], publishedWeeks: new Set(weeks) }));
    expect(line.forecastMinutes).toBe(0);
  });

  it('does not count planned visits of days that are over', () => {
    const published = [{ onDate: date('2026-04-14'), minutes: 100 }];
    const publishedWeeks = new Set([isoWeek('2026-W16')]);
    expect(ramtidLedgerLine(aMonth({ published, publishedWeeks })).publishedMinutes).toBe(0);
  });

  it('counts of today only what is not yet performed', () => {
    const performed = done(20, { performedOnAsOfMinutes: 20 });
    const line = ramtidLedgerLine(aMonth({ asOf: date('2026-04-30'), templates: [daily], performed }));
    expect(line).toMatchObject({ performedMinutes: 20, patternMinutes: 10, forecastMinutes: 30 });
  });

  it('never takes away planned time because today took longer', () => {
    const performed = done(50, { performedOnAsOfMinutes: 50 });
    const line = ramtidLedgerLine(aMonth({ asOf: date('2026-04-30'), templates: [daily], performed }));
    expect(line).toMatchObject({ patternMinutes: 0, forecastMinutes: 50 });
  });

  it('of a month that is over is what was performed', () => {
    const line = ramtidLedgerLine(aMonth({ asOf: date('2026-05-01'), templates: [daily], performed: done(1500) }));
    expect(line).toMatchObject({ forecastMinutes: 1500, patternMinutes: 0 });
  });

  it('ends when the order ends', () => {
    const order = aRamtidOrder({ hoursPerMonth: 30, to: date('2026-04-16') });
    expect(ramtidLedgerLine(aMonth({ order, templates: [daily] })).patternMinutes).toBe(60); // 15 and 16 April
  });

  it('counts the second employee where order and unit do', () => {
    const helper = { serviceMinutes: minutes(20), earliestOffset: 0, latestOffset: 0 };
    const last = { asOf: date('2026-04-30'), templates: [{ ...daily, helper }] };
    const order = aRamtidOrder({ hoursPerMonth: 30, doubleStaffing: true });
    const once = { ...settings, doubleStaffingCounts: 1 } as const;
    expect(ramtidLedgerLine(aMonth({ ...last, order })).patternMinutes).toBe(50);
    expect(ramtidLedgerLine(aMonth({ ...last, order, settings: once })).patternMinutes).toBe(30);
    expect(ramtidLedgerLine(aMonth(last)).patternMinutes).toBe(30);
  });

  it('made of days adds up: the parts of a month make the month', () => {
    const plannedFrom = (asOf: string): number =>
      ramtidLedgerLine(aMonth({ asOf: date(asOf), templates: [daily, on(1)] })).patternMinutes;
    const starts = [...datesOfMonth('2026-04'), '2026-05-01'];
    const days = starts.slice(1).map((next, at) => plannedFrom(starts[at] ?? next) - plannedFrom(next));
    expect(days.every((day) => day === 30 || day === 60)).toBe(true);
    expect(days.reduce((sum, day) => sum + day, 0)).toBe(30 * 30 + 4 * 30);
  });
});

describe('absence', () => {
  it('gives back the ordered time of whole days away', () => {
    expect(givenBackMinutes(aMonth().order, '2026-04', [away('2026-04-08', '2026-04-11')])).toBe(180); // 8, 9, 10 April
  });

  it('gives back nothing of the day of leaving and of coming home', () => {
    const hospital = [away('2026-04-08', '2026-04-10', '14:00', '10:00')];
    expect(isAwayAllDay(hospital, date('2026-04-08'))).toBe(false);
    expect(isAwayAllDay(hospital, date('2026-04-09'))).toBe(true);
    expect(isAwayAllDay(hospital, date('2026-04-10'))).toBe(false);
    expect(givenBackMinutes(aMonth().order, '2026-04', hospital)).toBe(60);
  });

  it('is one absence when one ends as the next begins', () => {
    const parts = [
      away('2026-04-08', '2026-04-08', '12:00', '24:00'),
      away('2026-04-08', '2026-04-08', '00:00', '12:00'),
    ];
    expect(isAwayAllDay(parts, date('2026-04-08'))).toBe(true);
  });

  it('gives back only days of the order and of the month', () => {
    const order = aRamtidOrder({ hoursPerMonth: 30, from: date('2026-04-29') });
    expect(givenBackMinutes(order, '2026-04', [away('2026-04-20', '2026-05-10')])).toBe(120); // 29 and 30 April
  });

  it('takes the agreed visits of those days out of the forecast', () => {
    const absences = [away('2026-04-21', '2026-05-01')];
    expect(ramtidLedgerLine(aMonth({ templates: [daily], absences })).patternMinutes).toBe(180); // 15–20 April
  });

  it('of half the month is no reason to warn that half is performed', () => {
    const absences = [away('2026-04-16', '2026-05-01')]; // 15 days: 900 minutes given back
    const line = ramtidLedgerLine(aMonth({ asOf: date('2026-04-16'), absences, performed: done(800) }));
    expect(line).toMatchObject({ givenBackMinutes: 900, warning: null, balanceMinutes: 1000 });
  });
});

describe('warnings', () => {
  it.each([
    [1440, null], // 80 %
    [1439, 'under'],
    [1710, null], // 95 %
    [1711, 'near'],
    [1800, 'near'], // 100 %
    [1801, 'over'],
  ] as const)('of %i minutes of 1800 are %p', (performedMinutes, warning) => {
    const line = ramtidLedgerLine(aMonth({ asOf: date('2026-05-01'), performed: done(performedMinutes) }));
    expect(line.warning).toBe(warning);
  });

  it('follow the limits of the unit', () => {
    const strict = { ramtidWarning: { over: 0.9, near: 0.85, under: 0.5 } };
    expect(ledgerWarning(1621, 1800, 0, strict)).toBe('over');
    expect(ledgerWarning(900, 1800, 0, strict)).toBeNull();
  });

  it('do not come from fractions of days', () => {
    expect(ledgerWarning(1800.0000000001, 1800, 0, settings)).toBe('near');
  });

  it('are not given for larm, which is paid per month', () => {
    const order = aRamtidOrder({ kind: 'larm', hoursPerMonth: 0 });
    expect(ramtidLedgerLine(aMonth({ order, performed: done(45) }))).toMatchObject({
      warning: null,
      forecastShare: null,
    });
  });

  it('are `over` for time without an order', () => {
    expect(lineWithoutOrder('B1', '2026-04', done(30))).toMatchObject({ warning: 'over', balanceMinutes: -30 });
    expect(lineWithoutOrder('B1', '2026-04', NOTHING_PERFORMED).warning).toBeNull();
  });

  it('are none for answered larm without an order: it is paid per month', () => {
    expect(lineWithoutOrder('B1', '2026-04', done(30), 'larm')).toMatchObject({ kind: 'larm', warning: null });
  });
});

describe('registered and adjusted time', () => {
  it('stand beside each other and make the performed time', () => {
    const line = ramtidLedgerLine(aMonth({ performed: done(500, { registeredMinutes: 530, adjustedVisits: 2 }) }));
    expect(line).toMatchObject({
      registeredMinutes: 530,
      adjustmentMinutes: -30,
      performedMinutes: 500,
      adjustedVisits: 2,
    });
  });

  it('of the days make those of the month', () => {
    const day = { ...NOTHING_PERFORMED, orderId: 'O1', brukareId: 'B1', isStrayLarm: false };
    const days = [
      { ...day, onDate: date('2026-04-14'), registeredMinutes: 30, performedMinutes: 45, visits: 1 },
      { ...day, onDate: date('2026-04-15'), registeredMinutes: 20, performedMinutes: 20, visits: 2 },
    ];
    const sum = { registeredMinutes: 50, performedMinutes: 65, performedOnAsOfMinutes: 20, visits: 3 };
    expect(sumPerformed(days, date('2026-04-15'))).toMatchObject(sum);
  });
});

describe('totals', () => {
  it('keep the kinds of orders apart', () => {
    const hemtjanst = ramtidLedgerLine(aMonth({ performed: done(100) }));
    const ledsagning = ramtidLedgerLine(
      aMonth({ order: aRamtidOrder({ id: 'O2', kind: 'ledsagning', hoursPerMonth: 2 }), performed: done(60) }),
    );
    const totals = ledgerTotals([ledsagning, hemtjanst, hemtjanst, lineWithoutOrder('B2', '2026-04', done(5))]);
    expect(
      totals.map(({ kind, orders, orderedMinutes, performedMinutes }) => [
        kind,
        orders,
        orderedMinutes,
        performedMinutes,
      ]),
    ).toEqual([
      ['hemtjanst', 2, 3600, 200],
      ['ledsagning', 1, 120, 60],
      [null, 1, 0, 5],
    ]);
  });
});
