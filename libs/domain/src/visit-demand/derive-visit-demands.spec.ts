import { aBrukare, aCareUnit, anAbsence, aRamtidOrder, aVisitTemplate } from '../testing/builders.js';
import { addWeeks, isoWeek } from '../time/iso-week.js';
import { localDate } from '../time/local-date.js';
import { clock } from '../time/minute-of-day.js';
import { minutes, type IsoWeek } from '../time/units.js';
import type { CareUnit } from '../unit/care-unit.js';
import { DEFAULT_UNIT_SETTINGS } from '../unit/unit-settings.js';
import type { VisitTemplate } from '../genomforandeplan/visit-template.js';
import { deriveVisitDemands } from './derive-visit-demands.js';
import type { VisitDemand } from './visit-demand.js';

const W10 = isoWeek('2026-W10'); // 2–8 March 2026: no holiday
const EASTER = isoWeek('2026-W14'); // Friday 3 April is Långfredagen
const AFTER_EASTER = isoWeek('2026-W15'); // Monday 6 April is Annandag påsk

const derive = (unit: Partial<CareUnit>, week: IsoWeek = W10) =>
  deriveVisitDemands({ unit: aCareUnit(unit), week, settings: DEFAULT_UNIT_SETTINGS });

/** `T1:1 02 03` : template, occurrence, days of the month it may lie on. */
const line = ({ templateId, occurrence, allowedDates }: VisitDemand): string =>
  `${templateId}:${occurrence} ${allowedDates.map((date) => date.slice(8)).join(' ')}`;

const lines = (unit: Partial<CareUnit>, week: IsoWeek = W10): readonly string[] => derive(unit, week).demands.map(line);

const dropped = (unit: Partial<CareUnit>, week: IsoWeek = W10): readonly string[] =>
  derive(unit, week).dropped.map(({ onDate, reason }) => `${onDate?.slice(8) ?? 'vecka'} ${reason}`);

const weekdays = (...days: (1 | 2 | 3 | 4 | 5 | 6 | 7)[]): Partial<VisitTemplate> => ({
  recurrence: { kind: 'weekdays', days },
});
const floating = (times: number, everyWeeks = 1): Partial<VisitTemplate> => ({
  recurrence: { kind: 'floating', times, everyWeeks },
});
const templates = (...overrides: Partial<VisitTemplate>[]): Partial<CareUnit> => ({
  templates: overrides.map((override, at) => aVisitTemplate({ id: `T${at + 1}`, ...override })),
});
const awayFrom = (from: string, fromTime: string, to: string, toTime: string): Partial<CareUnit> => ({
  absences: [
    anAbsence({
      fromDate: localDate(`2026-03-${from}`),
      fromMinute: clock(fromTime),
      toDate: localDate(`2026-03-${to}`),
      toMinute: clock(toTime),
    }),
  ],
});

describe('deriveVisitDemands', () => {
  describe('fixed days', () => {
    it('makes one demand per agreed weekday', () => {
      expect(lines(templates(weekdays(1, 3, 5)))).toEqual(['T1:1 02', 'T1:2 04', 'T1:3 06']);
    });

    it('makes seven of every day', () => {
      expect(lines(templates(weekdays(1, 2, 3, 4, 5, 6, 7)))).toHaveLength(7);
    });

    it('keeps the number of an occurrence when an earlier one is dropped', () => {
      const unit = { ...templates(weekdays(1, 3, 5)), ...awayFrom('02', '00:00', '03', '00:00') };
      expect(lines(unit)).toEqual(['T1:2 04', 'T1:3 06']);
      expect(dropped(unit)).toEqual(['02 brukare-absent']);
    });

    it('takes window, minutes, helper, competences and priority from the template', () => {
      const helper = { serviceMinutes: minutes(15), earliestOffset: 0, latestOffset: 5 };
      const [demand] = derive(
        templates({ ...weekdays(1), helper, competences: ['demens'], priority: 2, isTimeCritical: true }),
      ).demands;
      expect(demand).toEqual({
        id: 'T1:2026-W10:1',
        templateId: 'T1',
        orderId: 'O1',
        brukareId: 'B1',
        week: W10,
        occurrence: 1,
        allowedDates: ['2026-03-02'],
        window: { earliest: 420, latest: 600 },
        serviceMinutes: 30,
        helper,
        insatser: ['morgon'],
        competences: ['demens'],
        priority: 2,
        isTimeCritical: true,
        gap: null,
        minDaysBetween: 1,
        isProposed: false,
      });
    });
  });

  describe('floating days', () => {
    it('leaves the whole week open to each visit', () => {
      expect(lines(templates(floating(2)))).toEqual(['T1:1 02 03 04 05 06 07 08', 'T1:2 02 03 04 05 06 07 08']);
    });

    it('puts service on weekdays', () => {
      expect(lines(templates({ ...floating(1), insatser: ['stad'] }))).toEqual(['T1:1 02 03 04 05 06']);
    });

    it('lets service use the Saturday where weekdays do not suffice', () => {
      // Six visits on different days: Monday–Saturday, not the red Sunday.
      expect(lines(templates({ ...floating(6), insatser: ['inkop'] }))[0]).toBe('T1:1 02 03 04 05 06 07');
    });

    it('counts on the longer distance: three visits two days apart fit in Monday, Wednesday, Friday', () => {
      const three = { ...floating(3), minDaysBetween: 2, insatser: ['stad' as const] };
      expect(lines(templates(three))).toHaveLength(3);
      // Four would need Monday, Wednesday, Friday and Sunday, which is red.
      expect(lines(templates({ ...three, ...floating(4) }))).toHaveLength(3);
      expect(dropped(templates({ ...three, ...floating(4) }))).toEqual(['vecka red-day']);
    });

    it('visits every second week once in any two weeks in a row', () => {
      const unit = templates({ ...floating(1, 2), insatser: ['stad'] });
      const count = (week: IsoWeek): number => lines(unit, week).length;
      for (let week = isoWeek('2026-W50'); week < isoWeek('2027-W05'); week = addWeeks(week, 1)) {
        expect(count(week) + count(addWeeks(week, 1))).toBe(1); // also over week 53
      }
    });

    it('visits three times in two weeks once one week and twice the other', () => {
      const unit = templates(floating(3, 2));
      const counts = [lines(unit).length, lines(unit, isoWeek('2026-W11')).length];
      expect([...counts].sort()).toEqual([1, 2]);
    });

    it('says that it is another week’s turn', () => {
      const unit = templates(floating(1, 2));
      const [first, second] = [dropped(unit), dropped(unit, isoWeek('2026-W11'))];
      expect([...first, ...second]).toEqual(['vecka other-week']);
    });

    it('spreads templates evenly over their weeks', () => {
      const ids = Array.from({ length: 1000 }, (_, at) => ({ ...floating(1, 2), id: `M${at + 1}` }));
      const share = lines(templates(...ids)).length / 1000;
      expect(share).toBeGreaterThan(0.45);
      expect(share).toBeLessThan(0.55);
    });
  });

  describe('orders', () => {
    it('counts the first and the last day of an order', () => {
      const order = aRamtidOrder({ from: localDate('2026-03-03'), to: localDate('2026-03-05') });
      const unit = { ...templates(weekdays(1, 2, 3, 4, 5)), orders: [order] };
      expect(lines(unit)).toEqual(['T1:2 03', 'T1:3 04', 'T1:4 05']);
      expect(dropped(unit)).toEqual(['02 order-not-valid', '06 order-not-valid']);
    });

    it('keeps a floating visit on the days of the order', () => {
      const orders = [aRamtidOrder({ from: localDate('2026-03-07') })];
      expect(lines({ ...templates(floating(1)), orders })).toEqual(['T1:1 07 08']);
      expect(dropped({ ...templates({ ...floating(1), insatser: ['stad'] }), orders })).toEqual([]); // Saturday
      expect(dropped({ ...templates(floating(3)), orders })).toEqual(['vecka order-not-valid']);
    });

    it('ignores an order that ended before the week or begins after it', () => {
      expect(lines({ orders: [aRamtidOrder({ to: localDate('2026-03-01') })] })).toEqual([]);
      expect(lines({ orders: [aRamtidOrder({ from: localDate('2026-03-09') })] })).toEqual([]);
    });

    it('proposes a pattern where no templates are agreed', () => {
      const orders = [aRamtidOrder({ hoursPerMonth: 30.3, insatser: ['morgon'] })]; // 7 × 60 minutes
      const { demands } = derive({ orders, templates: [] });
      expect(demands.map(({ id, isProposed }) => [id, isProposed])[0]).toEqual(['forslag-O1-1:2026-W10:1', true]);
      expect(demands).toHaveLength(7);
    });

    it('demands nothing for larm', () => {
      expect(lines({ orders: [aRamtidOrder({ kind: 'larm', insatser: ['larm'] })], templates: [] })).toEqual([]);
    });

    it('plans only the wanted work groups', () => {
      const unit = aCareUnit({
        brukare: [aBrukare(), aBrukare({ id: 'B2', workGroupId: 'G2' })],
        orders: [aRamtidOrder(), aRamtidOrder({ id: 'O2', brukareId: 'B2' })],
        templates: [aVisitTemplate(weekdays(1)), aVisitTemplate({ id: 'T2', orderId: 'O2', ...weekdays(1) })],
      });
      const ids = (workGroupIds: readonly string[] | null): readonly string[] =>
        deriveVisitDemands({ unit, week: W10, settings: DEFAULT_UNIT_SETTINGS, workGroupIds }).demands.map(line);
      expect(ids(['G2'])).toEqual(['T2:1 02']);
      expect(ids(null)).toEqual(['T1:1 02', 'T2:1 02']);
    });

    it('gives the same list whatever the order of the rows', () => {
      const unit = templates(weekdays(1, 2), floating(2), { ...floating(1), insatser: ['stad'] });
      const reversed = { ...unit, templates: [...(unit.templates ?? [])].reverse() };
      expect(derive(reversed)).toEqual(derive(unit));
    });
  });

  describe('absence of the brukare', () => {
    it('drops the whole days', () => {
      const unit = { ...templates(weekdays(1, 2, 3)), ...awayFrom('02', '00:00', '04', '00:00') };
      expect(lines(unit)).toEqual(['T1:3 04']);
    });

    it('cuts the window so that the visit ends before the absence begins', () => {
      // Away from 09:30: thirty minutes must start by 09:00.
      const unit = { ...templates(weekdays(1)), ...awayFrom('02', '09:30', '02', '24:00') };
      expect(derive(unit).demands[0]?.window).toEqual({ earliest: clock('07:00'), latest: clock('09:00') });
    });

    it('cuts the window so that the visit begins after the absence ends', () => {
      const unit = { ...templates(weekdays(1)), ...awayFrom('01', '12:00', '02', '08:15') };
      expect(derive(unit).demands[0]?.window).toEqual({ earliest: clock('08:15'), latest: clock('10:00') });
    });

    it('keeps the longer side of an absence inside the window', () => {
      // Window 07–10, away 08–09: starts until 07:30 or from 09:00.
      const unit = { ...templates(weekdays(1)), ...awayFrom('02', '08:00', '02', '09:00') };
      expect(derive(unit).demands[0]?.window).toEqual({ earliest: clock('09:00'), latest: clock('10:00') });
    });

    it('drops a day whose window closes, keeps one with a single minute', () => {
      const until = (time: string): Partial<CareUnit> => ({
        ...templates(weekdays(1)),
        ...awayFrom('02', '00:00', '02', time),
      });
      expect(derive(until('10:00')).demands[0]?.window).toEqual({ earliest: 600, latest: 600 });
      expect(dropped(until('10:01'))).toEqual(['02 brukare-absent']);
    });

    it('moves a floating visit to the days at home', () => {
      const unit = { ...templates(floating(1)), ...awayFrom('02', '00:00', '06', '00:00') };
      expect(lines(unit)).toEqual(['T1:1 06 07 08']);
    });

    it('uses a half day last, with its cut window', () => {
      const unit = { ...templates(floating(2)), ...awayFrom('02', '00:00', '07', '08:00') };
      expect(lines(unit)).toEqual(['T1:1 08', 'T1:2 07']);
      expect(derive(unit).demands[1]?.window).toEqual({ earliest: clock('08:00'), latest: clock('10:00') });
    });

    it('counts the helper’s minutes too', () => {
      // The helper starts up to 10 minutes after and stays 30: starts must leave 40 minutes before 09:30.
      const helper = { serviceMinutes: minutes(30), earliestOffset: 0, latestOffset: 10 };
      const unit = { ...templates({ ...weekdays(1), helper }), ...awayFrom('02', '09:30', '02', '24:00') };
      expect(derive(unit).demands[0]?.window.latest).toBe(clock('08:50'));
    });
  });

  describe('red days', () => {
    it('keeps care on them', () => {
      expect(lines(templates(weekdays(5, 7)), EASTER)).toEqual(['T1:1 03', 'T1:2 05']);
    });

    it('moves floating service to another day', () => {
      expect(lines(templates({ ...floating(1), insatser: ['stad'] }), AFTER_EASTER)).toEqual(['T1:1 07 08 09 10']);
    });

    it('drops service agreed for a weekday that is a holiday', () => {
      const unit = templates({ ...weekdays(1), insatser: ['stad'] });
      expect(lines(unit, AFTER_EASTER)).toEqual([]);
      expect(dropped(unit, AFTER_EASTER)).toEqual(['06 red-day']);
    });

    it('keeps service agreed for Sundays on an ordinary Sunday', () => {
      expect(lines(templates({ ...weekdays(7), insatser: ['inkop'] }))).toEqual(['T1:1 08']);
    });

    it('treats a visit with service and care as care', () => {
      expect(lines(templates({ ...weekdays(1), insatser: ['stad', 'dusch'] }), AFTER_EASTER)).toEqual(['T1:1 06']);
    });
  });

  describe('gaps', () => {
    const after = (afterTemplateId: string): Partial<VisitTemplate> => ({
      gap: { afterTemplateId, minMinutes: minutes(60), maxMinutes: null },
    });
    const gapsOf = (unit: Partial<CareUnit>): readonly (readonly [string, string | null])[] =>
      derive(unit).demands.map((demand) => [line(demand), demand.gap?.afterDemandId ?? null]);

    it('point at the visit of the same day', () => {
      expect(gapsOf(templates(weekdays(1, 3), { ...weekdays(3), ...after('T1') }))).toEqual([
        ['T1:1 02', null],
        ['T1:2 04', null],
        ['T2:1 04', 'T1:2026-W10:2'],
      ]);
    });

    it('fall away on a day the other visit is dropped or not agreed', () => {
      expect(gapsOf(templates(weekdays(1), { ...weekdays(3), ...after('T1') }))[1]).toEqual(['T2:1 04', null]);
    });

    it('give a floating visit a day of the visit it follows', () => {
      expect(gapsOf(templates(weekdays(3, 5), { ...floating(1), ...after('T1') }))[2]).toEqual([
        'T2:1 04',
        'T1:2026-W10:1',
      ]);
    });

    it('give a floating visit a day of the visit that follows it', () => {
      expect(gapsOf(templates(floating(1), { ...weekdays(4), ...after('T1') }))).toEqual([
        ['T1:1 05', null],
        ['T2:1 05', 'T1:2026-W10:1'],
      ]);
    });

    it('give two floating visits the same days, apart as agreed', () => {
      const apart = { minDaysBetween: 3 };
      expect(gapsOf(templates({ ...floating(2), ...apart }, { ...floating(2), ...apart, ...after('T1') }))).toEqual([
        ['T1:1 02', null],
        ['T1:2 05', null],
        ['T2:1 02', 'T1:2026-W10:1'],
        ['T2:2 05', 'T1:2026-W10:2'],
      ]);
    });
  });

  it('derives the week of a unit of 850 brukare well within a second', () => {
    const numbers = Array.from({ length: 850 }, (_, at) => at);
    const unit = aCareUnit({
      brukare: numbers.map((at) => aBrukare({ id: `B${at}` })),
      orders: numbers.map((at) =>
        aRamtidOrder({ id: `O${at}`, brukareId: `B${at}`, insatser: ['morgon', 'lunch', 'stad'] }),
      ),
      templates: [],
    });
    const started = process.cpuUsage().user;
    const { demands } = deriveVisitDemands({ unit, week: W10, settings: DEFAULT_UNIT_SETTINGS });
    expect(demands.length).toBeGreaterThan(850 * 14);
    expect(process.cpuUsage().user - started).toBeLessThan(1_000_000);
  });
});
