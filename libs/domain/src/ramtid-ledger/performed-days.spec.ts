import fc from 'fast-check';
import { aRamtidOrder, aVisitTemplate } from '../testing/builders.js';
import { instantAt } from '../time/civil-time.js';
import { localDate } from '../time/local-date.js';
import { clock } from '../time/minute-of-day.js';
import type { Instant } from '../time/units.js';
import { DEFAULT_UNIT_SETTINGS } from '../unit/unit-settings.js';
import type { LedgerVisit, OrderWithTemplates } from './ledger-visit.js';
import { orderOfVisit } from './order-of-visit.js';
import { performedDays } from './performed-days.js';

const at = (date: string, time: string): Instant => instantAt(localDate(date), clock(time) * 60, 'earlier');
const times = (from: string, to: string, date = '2026-04-08') => ({ startsAt: at(date, from), endsAt: at(date, to) });

let made = 0;
const aVisit = (from: string, to: string, override: Partial<LedgerVisit> = {}): LedgerVisit => ({
  registrationId: `R${++made}`,
  brukareId: 'B1',
  employeeId: 'E1',
  kind: 'besok',
  plannedOrderId: null,
  registered: times(from, to),
  adjusted: null,
  ...override,
});

const single: OrderWithTemplates = { order: aRamtidOrder(), templates: [] };
const double: OrderWithTemplates = { order: aRamtidOrder({ doubleStaffing: true }), templates: [] };
const settings = DEFAULT_UNIT_SETTINGS;
const once = { doubleStaffingCounts: 1 } as const;
const ofDay = (visits: readonly LedgerVisit[], orders = [single], rule: { doubleStaffingCounts: 1 | 2 } = settings) =>
  performedDays(visits, orders, rule)[0];

describe('performed time of a day', () => {
  it('is the minutes from start to end', () => {
    expect(ofDay([aVisit('08:00', '08:30')])).toMatchObject({ orderId: 'O1', performedMinutes: 30, visits: 1 });
  });

  it('adds up the visits of the day', () => {
    expect(ofDay([aVisit('08:00', '08:30'), aVisit('12:00', '12:20')])).toMatchObject({
      performedMinutes: 50,
      visits: 2,
    });
  });

  it('keeps registered and adjusted time apart', () => {
    const visit = aVisit('08:00', '08:30', { adjusted: times('08:00', '08:45') });
    expect(ofDay([visit])).toMatchObject({ registeredMinutes: 30, performedMinutes: 45, adjustedVisits: 1 });
  });

  it('may be shorter after an adjustment', () => {
    const visit = aVisit('08:00', '09:30', { adjusted: times('08:00', '08:30') });
    expect(ofDay([visit])).toMatchObject({ registeredMinutes: 90, performedMinutes: 30 });
  });

  it('has no minutes for a visit whose end is missing, and says so', () => {
    const visit = aVisit('08:00', '08:30', { registered: { startsAt: at('2026-04-08', '08:00'), endsAt: null } });
    expect(ofDay([visit])).toMatchObject({ performedMinutes: 0, visits: 1, openVisits: 1 });
  });

  it('takes the adjusted time of a visit whose end was missing', () => {
    const visit = aVisit('08:00', '08:30', {
      registered: { startsAt: at('2026-04-08', '08:00'), endsAt: null },
      adjusted: times('08:00', '08:25'),
    });
    expect(ofDay([visit])).toMatchObject({ registeredMinutes: 0, performedMinutes: 25, openVisits: 0 });
  });

  it('has no minutes for declined visits and bomtid, and counts them', () => {
    const visits = [aVisit('08:00', '08:30', { kind: 'avbojt' }), aVisit('12:00', '12:20', { kind: 'bom' })];
    expect(ofDay(visits)).toMatchObject({ performedMinutes: 0, visits: 0, declinedVisits: 1, bomVisits: 1 });
  });

  it('cuts seconds off: 08:00:40 to 08:30:10 is half an hour', () => {
    const registered = {
      startsAt: instantAt(localDate('2026-04-08'), 8 * 3600 + 40),
      endsAt: instantAt(localDate('2026-04-08'), 8 * 3600 + 1810),
    };
    expect(ofDay([aVisit('08:00', '08:30', { registered })])?.performedMinutes).toBe(30);
  });

  it('belongs to the day the visit began, also past midnight', () => {
    const registered = { startsAt: at('2026-04-08', '23:40'), endsAt: at('2026-04-09', '00:10') };
    expect(ofDay([aVisit('08:00', '08:30', { registered })])).toMatchObject({
      onDate: '2026-04-08',
      performedMinutes: 30,
    });
  });

  it('belongs to the day it was adjusted to', () => {
    const visit = aVisit('08:00', '08:30', { adjusted: times('08:00', '08:30', '2026-05-01') });
    expect(ofDay([visit])?.onDate).toBe('2026-05-01');
  });

  it('is the time that passed on the night when the clocks go forward', () => {
    // 29 March 2026: 02:00 becomes 03:00, so 01:30–03:30 is one hour.
    expect(
      ofDay([aVisit('08:00', '08:30', { registered: times('01:30', '03:30', '2026-03-29') })])?.performedMinutes,
    ).toBe(60);
  });

  it('is the time that passed on the night when the clocks go back', () => {
    // 25 October 2026: 03:00 becomes 02:00, so 01:30–03:30 is three hours.
    expect(
      ofDay([aVisit('08:00', '08:30', { registered: times('01:30', '03:30', '2026-10-25') })])?.performedMinutes,
    ).toBe(180);
  });

  it('counts a leap day and a week 53 like any other day', () => {
    expect(ofDay([aVisit('08:00', '08:30', { registered: times('08:00', '08:30', '2028-02-29') })])?.onDate).toBe(
      '2028-02-29',
    );
    expect(
      ofDay([aVisit('08:00', '08:30', { registered: times('08:00', '08:30', '2026-12-31') })])?.performedMinutes,
    ).toBe(30);
  });
});

describe('two employees at once', () => {
  const both = [aVisit('08:00', '08:30'), aVisit('08:10', '08:40', { employeeId: 'E2' })];

  it('count twice where the order includes double staffing', () => {
    expect(ofDay(both, [double])?.performedMinutes).toBe(60);
  });

  it('count once where the order does not', () => {
    expect(ofDay(both, [single])?.performedMinutes).toBe(40); // 08:00–08:40
  });

  it('count once where the unit counts so', () => {
    expect(ofDay(both, [double], once)?.performedMinutes).toBe(40);
  });

  it('one after the other count in full in any case', () => {
    const inTurn = [aVisit('08:00', '08:30'), aVisit('08:30', '09:00', { employeeId: 'E2' })];
    expect(ofDay(inTurn, [single])?.performedMinutes).toBe(60);
  });

  it('are still one person when one employee’s visit is registered twice', () => {
    const twice = [aVisit('08:00', '08:30'), aVisit('08:00', '08:35')];
    expect(ofDay(twice, [double])?.performedMinutes).toBe(35);
  });
});

describe('the order a visit draws on', () => {
  const order = (
    id: string,
    override: Partial<OrderWithTemplates['order']>,
    window?: [string, string],
    days?: (6 | 7)[],
  ) => ({
    order: aRamtidOrder({ id, ...override }),
    templates:
      window === undefined
        ? []
        : [
            aVisitTemplate({
              orderId: id,
              window: { earliest: clock(window[0]), latest: clock(window[1]) },
              recurrence: { kind: 'weekdays', days: days ?? [1, 2, 3, 4, 5, 6, 7] },
            }),
          ],
  });

  it('is that of the planned visit, whatever else is valid', () => {
    expect(orderOfVisit(aVisit('08:00', '08:30', { plannedOrderId: 'O9' }), [single])).toBe('O9');
  });

  it('is the one that is valid on the day', () => {
    const old = order('O1', { to: localDate('2026-04-07') });
    const next = order('O2', { from: localDate('2026-04-08') });
    expect(orderOfVisit(aVisit('08:00', '08:30'), [old, next])).toBe('O2');
    expect(
      orderOfVisit(aVisit('08:00', '08:30', { registered: times('08:00', '08:30', '2026-04-07') }), [old, next]),
    ).toBe('O1');
  });

  it('is none where no order is valid', () => {
    expect(orderOfVisit(aVisit('08:00', '08:30'), [order('O1', { from: localDate('2026-04-09') })])).toBeNull();
  });

  it('is split by time of day between Tryggt mottagande and hemtjänst', () => {
    const team = order('O1', { kind: 'tryggt_mottagande' }, ['07:00', '15:00']);
    const evenings = order('O2', {}, ['17:00', '20:00']);
    expect(orderOfVisit(aVisit('08:00', '08:30'), [team, evenings])).toBe('O1');
    expect(orderOfVisit(aVisit('18:00', '18:20'), [team, evenings])).toBe('O2');
    expect(orderOfVisit(aVisit('15:30', '15:50'), [team, evenings])).toBe('O1'); // 30 minutes away, not 90
  });

  it('follows the weekday: what is agreed for weekends only is far away on a Wednesday', () => {
    const weekends = order('O1', {}, ['08:00', '09:00'], [6, 7]);
    const team = order('O2', { kind: 'tryggt_mottagande' }, ['10:00', '15:00']);
    expect(orderOfVisit(aVisit('08:00', '08:30'), [weekends, team])).toBe('O2');
  });

  it('is hemtjänst before ledsagning where both fit as well', () => {
    const both = [order('O1', { kind: 'ledsagning' }), order('O2', {})];
    expect(orderOfVisit(aVisit('08:00', '08:30'), both)).toBe('O2');
  });

  it('is a larm order for larm, and for nothing else', () => {
    const larm = order('O2', { kind: 'larm', hoursPerMonth: 0 });
    expect(orderOfVisit(aVisit('03:00', '03:20', { kind: 'larm' }), [single, larm])).toBe('O2');
    expect(orderOfVisit(aVisit('03:00', '03:20', { kind: 'larm' }), [single])).toBeNull();
    expect(orderOfVisit(aVisit('08:00', '08:30'), [larm])).toBeNull();
  });
});

describe('the same registrations', () => {
  const visits = fc.array(
    fc.record({
      id: fc.integer({ min: 1, max: 30 }),
      day: fc.integer({ min: 1, max: 30 }),
      from: fc.integer({ min: 0, max: 1300 }),
      length: fc.integer({ min: 0, max: 139 }),
      employee: fc.integer({ min: 1, max: 3 }),
      isAdjusted: fc.boolean(),
    }),
    { maxLength: 30 },
  );
  interface Drawn {
    readonly id: number;
    readonly day: number;
    readonly from: number;
    readonly length: number;
    readonly employee: number;
    readonly isAdjusted: boolean;
  }
  const toVisit = ({ id, day, from, length, employee, isAdjusted }: Drawn): LedgerVisit => {
    const date = localDate(`2026-04-${String(day).padStart(2, '0')}`);
    const span = { startsAt: instantAt(date, from * 60), endsAt: instantAt(date, (from + length) * 60) };
    const longer = { ...span, endsAt: instantAt(date, (from + length + 5) * 60) };
    return aVisit('08:00', '08:30', {
      registrationId: `R${id}`,
      employeeId: `E${employee}`,
      registered: span,
      adjusted: isAdjusted ? longer : null,
    });
  };
  const distinct = visits.map((all) => [...new Map(all.map((one) => [one.id, one])).values()].map(toVisit));

  it('in any order and however often give the same days', () => {
    fc.assert(
      fc.property(distinct, fc.infiniteStream(fc.nat()), (some, keys) => {
        const shuffled = [...some, ...some]
          .map((visit) => ({ visit, key: Number(keys.next().value) }))
          .sort((a, b) => a.key - b.key)
          .map(({ visit }) => visit);
        expect(performedDays(shuffled, [double], settings)).toEqual(performedDays(some, [double], settings));
      }),
    );
  });

  it('taken day by day add up to the month', () => {
    fc.assert(
      fc.property(distinct, (some) => {
        const whole = performedDays(some, [double], settings);
        const parts = whole.flatMap(({ onDate }) =>
          performedDays(
            some.filter(({ registered }) => registered.startsAt.startsWith(onDate)),
            [double],
            settings,
          ),
        );
        expect(parts).toEqual(whole);
      }),
    );
  });

  it('without overlaps are the sum over the visits', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 59 }), { maxLength: 20 }), (lengths) => {
        const inTurn = lengths.map((length, hour) =>
          aVisit('08:00', '08:30', {
            registered: {
              startsAt: instantAt(localDate('2026-04-08'), hour * 3600),
              endsAt: instantAt(localDate('2026-04-08'), hour * 3600 + length * 60),
            },
          }),
        );
        const total = performedDays(inTurn, [single], settings).reduce((sum, day) => sum + day.performedMinutes, 0);
        expect(total).toBe(lengths.reduce((sum, length) => sum + length, 0));
      }),
    );
  });
});
