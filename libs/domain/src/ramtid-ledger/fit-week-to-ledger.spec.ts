import fc from 'fast-check';
import { aBrukare, aRamtidOrder, aVisitTemplate, anAbsence } from '../testing/builders.js';
import type { VisitTemplate } from '../genomforandeplan/visit-template.js';
import { datesOfWeek, isoWeek } from '../time/iso-week.js';
import { localDate } from '../time/local-date.js';
import { clock } from '../time/minute-of-day.js';
import { minutes } from '../time/units.js';
import { DEFAULT_UNIT_SETTINGS, type UnitSettings } from '../unit/unit-settings.js';
import { deriveVisitDemands } from '../visit-demand/derive-visit-demands.js';
import { fitWeekToLedger } from './fit-week-to-ledger.js';
import { periodOf } from './ledger-period.js';
import { NOTHING_PERFORMED, ramtidLedgerLine, type LedgerSource } from './ramtid-ledger.js';

const date = localDate;
/** Monday 20 – Sunday 26 April; 27 April – 3 May lies in two months. */
const WEEK = isoWeek('2026-W17');
const LAST_WEEK = isoWeek('2026-W18');

const floating = (id: string, override: Partial<VisitTemplate> = {}): VisitTemplate =>
  aVisitTemplate({
    id,
    orderId: 'O1',
    insatser: ['promenad'],
    recurrence: { kind: 'floating', times: 1, everyWeeks: 1 },
    priority: 3,
    serviceMinutes: minutes(40),
    isProposed: false,
    ...override,
  });

interface Case {
  readonly performed: number;
  readonly templates?: readonly VisitTemplate[];
  readonly week?: typeof WEEK;
  readonly asOf?: string;
  readonly settings?: Partial<UnitSettings>;
  readonly locked?: readonly string[];
  readonly hoursPerMonth?: number;
  readonly ledger?: Partial<LedgerSource>;
  readonly absences?: LedgerSource['absences'];
  readonly mayPerformed?: number;
}

/** 10 hours ordered a month: at most 600 minutes, at least 480. Read on Monday 20 April; nothing is planned elsewhere. */
function fit(one: Case) {
  const { performed, templates = [floating('M1')], week = WEEK, asOf = '2026-04-20', locked = [], absences = [] } = one;
  const settings = { ...DEFAULT_UNIT_SETTINGS, ...one.settings };
  const order = aRamtidOrder({ id: 'O1', brukareId: 'B1', hoursPerMonth: one.hoursPerMonth ?? 10 });
  const unit = { brukare: [aBrukare({ id: 'B1' })], orders: [order], templates, extraVisits: [], absences };
  const periods = [...new Set(datesOfWeek(week).map((day) => periodOf(day, settings.ramtidPeriod)))];
  const ledger = periods.map((period): LedgerSource => {
    const done = period === '2026-05' ? (one.mayPerformed ?? 500) : performed;
    return {
      order,
      templates,
      period,
      carriedOverMinutes: 0,
      asOf: date(asOf),
      performed: { ...NOTHING_PERFORMED, performedMinutes: done, registeredMinutes: done },
      published: [],
      // Every other week of the month is published and empty: only this week is left to plan.
      publishedWeeks: new Set(['2026-W18', '2026-W19', '2026-W20', '2026-W21', '2026-W22'].map(isoWeek)),
      absences,
      settings,
      ...one.ledger,
    };
  });
  const { demands } = deriveVisitDemands({ unit, week, settings });
  const adjustments = fitWeekToLedger({
    unit,
    week,
    settings,
    demands,
    ledger,
    lockedDemandIds: new Set(locked),
  });
  return { adjustments, unit, week, settings, ledger, demands };
}
const kinds = (one: Case) => fit(one).adjustments.map(({ kind, templateId }) => `${kind} ${templateId}`);

/** W17 to the end of April is 11 days, 7 of them this week: this week mends 7/11 of what is wrong, in whole visits. */
describe('a week whose month would go over', () => {
  it('leaves out the flexible visit', () => {
    const { adjustments } = fit({ performed: 590 }); // 590 + 40 = 630 of 600
    expect(adjustments).toMatchObject([
      {
        kind: 'leftOut',
        demandId: 'M1:2026-W17:1',
        period: '2026-04',
        orderedMinutes: 600,
        forecastBeforeMinutes: 630,
        forecastAfterMinutes: 590,
      },
    ]);
    expect(adjustments[0]?.reason).toBe(
      'Prognosen för 2026-04 är 10 h 30 min av 10 h, över ramen. Promenad 40 min lämnas ute: prognosen blir 9 h 50 min.',
    );
  });

  it('leaves out nothing when it lands on the frame exactly', () => {
    expect(kinds({ performed: 560 })).toEqual([]);
  });

  it('leaves out cleaning before a walk, and a walk before shopping', () => {
    const templates = [
      floating('inkop', { insatser: ['inkop'] }),
      floating('promenad'),
      floating('stad', { insatser: ['stad'] }),
    ];
    expect(kinds({ performed: 520, templates })).toEqual(['leftOut stad']); // 640: 25 of 40 are this week's part
    expect(kinds({ performed: 560, templates })).toEqual(['leftOut stad', 'leftOut promenad']); // 680: 51 of 80
  });

  it('leaves out low priority before normal', () => {
    const templates = [floating('hog', { priority: 2, insatser: ['stad'] }), floating('lag')];
    expect(kinds({ performed: 540, templates })).toEqual(['leftOut lag']);
  });

  it('takes only its part where other weeks are still to be planned', () => {
    const templates = [floating('M1'), floating('M2'), floating('M3')];
    // Other weeks by pattern: 27–30 April, 4 days × 3 × 40/7 ≈ 69. 1 April, 480 + 120 + 69 = 669.
    const { adjustments } = fit({ performed: 480, templates, ledger: { publishedWeeks: new Set() } });
    expect(adjustments).toHaveLength(2); // 7/11 of 69 is 44: more than one visit of 40
  });

  it('never leaves the month under its frame: a little over is better than far under', () => {
    // 2 hours ordered: 96–120. 60 + 90 = 150; without the 90 only 60.
    const templates = [floating('stad', { serviceMinutes: minutes(90), insatser: ['stad'] })];
    expect(kinds({ performed: 60, hoursPerMonth: 2, templates })).toEqual([]);
  });

  it('may leave out a proposed visit that can wait, whatever its days', () => {
    const proposed = floating('M1', { isProposed: true, recurrence: { kind: 'weekdays', days: [2] } });
    expect(kinds({ performed: 590, templates: [proposed] })).toEqual(['leftOut M1']);
  });
});

describe('what is never touched', () => {
  it.each([
    ['daily care', { insatser: ['morgon'] as const }],
    ['a walk together with care', { insatser: ['promenad', 'dusch'] as const }],
    ['what is time critical', { isTimeCritical: true }],
    ['high priority', { priority: 1 as const }],
    ['a day that is agreed', { recurrence: { kind: 'weekdays', days: [3] } as const }],
  ])('%s', (_name, override) => {
    expect(kinds({ performed: 700, templates: [floating('M1', override)] })).toEqual([]);
  });

  it('a visit that another hangs on, and that other', () => {
    const gap = { afterTemplateId: 'M1', minMinutes: minutes(30), maxMinutes: null };
    expect(kinds({ performed: 700, templates: [floating('M1'), floating('M2', { gap })] })).toEqual([]);
  });

  it('a pinned visit', () => {
    expect(kinds({ performed: 590, locked: ['M1:2026-W17:1'] })).toEqual([]);
  });

  it('a day that is over', () => {
    expect(kinds({ performed: 590, asOf: '2026-04-27' })).toEqual([]);
  });

  it('anything, where the unit does not want it or names no flexible insatser', () => {
    expect(kinds({ performed: 590, settings: { weekFitsRamtid: false } })).toEqual([]);
    expect(kinds({ performed: 590, settings: { flexibleInsatser: [] } })).toEqual([]);
  });
});

describe('a week whose month would fall short', () => {
  it('adds a visit of what is agreed, on a free day', () => {
    const { adjustments } = fit({ performed: 430 }); // 470 of at least 480
    expect(adjustments).toMatchObject([{ kind: 'added', demandId: 'M1:2026-W17:2', forecastAfterMinutes: 510 }]);
    expect(adjustments[0]?.reason).toContain('under 80 %. Promenad 40 min läggs till: prognosen blir 8 h 30 min.');
  });

  it('adds shopping before cleaning, and at most two more of a kind', () => {
    const templates = [floating('stad', { insatser: ['stad'] }), floating('inkop', { insatser: ['inkop'] })];
    expect(kinds({ performed: 380, templates })).toEqual(['added inkop']); // 460: 13 of 20
    expect(kinds({ performed: 0, templates })).toEqual(['added inkop', 'added stad', 'added inkop', 'added stad']);
  });

  it('adds nothing that would go above the ramtid', () => {
    const templates = [floating('stad', { serviceMinutes: minutes(90), insatser: ['stad'] })];
    expect(kinds({ performed: 0, hoursPerMonth: 2, templates })).toEqual([]); // 90 of 120; 180 would be over
  });

  it('adds nothing while the brukare is in hospital, and asks for nothing back', () => {
    const absences = [
      anAbsence({
        person: { kind: 'brukare', id: 'B1' },
        fromDate: date('2026-04-20'),
        fromMinute: clock('00:00'),
        toDate: date('2026-04-30'),
        toMinute: clock('00:00'),
      }),
    ];
    // 10 days given back: 400 minutes remain, at least 320.
    expect(kinds({ performed: 330, absences })).toEqual([]);
    expect(kinds({ performed: 100, absences })).toEqual([]);
  });

  it('keeps the days between visits that were agreed', () => {
    expect(kinds({ performed: 300, templates: [floating('M1', { minDaysBetween: 7 })] })).toEqual([]);
    const everyThird = { performed: 300, templates: [floating('M1', { minDaysBetween: 3 })] };
    expect(kinds(everyThird)).toEqual(['added M1']); // Tuesday to Sunday hold two
    expect(kinds({ ...everyThird, asOf: '2026-04-19' })).toEqual(['added M1', 'added M1']); // Monday, Thursday, Sunday
  });

  it('can add a visit that is not due this week', () => {
    const everyFourth = floating('M1', { recurrence: { kind: 'floating', times: 1, everyWeeks: 4 } });
    expect(kinds({ performed: 430, templates: [everyFourth] })[0]).toBe('added M1');
  });
});

describe('a week over the end of the month', () => {
  // 27–30 April and 1–3 May: of a visit any day 4/7 lie in April.
  it('moves the visit to the month that has room', () => {
    const { adjustments } = fit({ performed: 590, week: LAST_WEEK, asOf: '2026-04-27', mayPerformed: 500 });
    expect(adjustments).toMatchObject([{ kind: 'moved', period: '2026-04', forecastAfterMinutes: 590 }]);
    expect(adjustments[0]?.allowedDates).toEqual(['2026-05-01', '2026-05-02', '2026-05-03']);
  });

  it('moves it here where this month falls short and the next does not', () => {
    const { adjustments } = fit({ performed: 445, week: LAST_WEEK, asOf: '2026-04-27', mayPerformed: 500 });
    expect(adjustments).toMatchObject([{ kind: 'moved', forecastAfterMinutes: 485 }]);
    expect(adjustments[0]?.allowedDates.at(-1)).toBe('2026-04-30');
  });

  it('leaves it out where neither month has room', () => {
    const over = fit({ performed: 590, week: LAST_WEEK, asOf: '2026-04-27', mayPerformed: 590 });
    expect(over.adjustments).toMatchObject([{ kind: 'leftOut' }]);
  });
});

describe('a frame per week', () => {
  it('is kept by the week itself, all of it', () => {
    // 10 h × 12/52 is 138 minutes a week; 120 done and 40 planned.
    const perWeek = { ramtidPeriod: 'week' } as const;
    expect(kinds({ performed: 120, settings: perWeek })).toEqual(['leftOut M1']);
    expect(kinds({ performed: 80, settings: perWeek })).toEqual([]);
    expect(kinds({ performed: 50, settings: perWeek })).toEqual(['added M1']); // 90 of at least 111
    expect(kinds({ performed: 60, settings: perWeek })).toEqual([]); // 140 would be over
  });
});

describe('the fitted week', () => {
  const drawn = fc.record({
    performed: fc.integer({ min: 0, max: 800 }),
    hoursPerMonth: fc.integer({ min: 1, max: 20 }),
    lengths: fc.array(fc.integer({ min: 2, max: 18 }), { minLength: 1, maxLength: 4 }),
  });
  const ofDrawn = ({
    performed,
    hoursPerMonth,
    lengths,
  }: {
    performed: number;
    hoursPerMonth: number;
    lengths: readonly number[];
  }) => ({
    performed,
    hoursPerMonth,
    templates: lengths.map((length, at) => floating(`M${at}`, { serviceMinutes: minutes(length * 5) })),
  });

  it('has the demands the adjustments say: derived again they are the same', () => {
    fc.assert(
      fc.property(drawn, (one) => {
        const { adjustments, unit, week, settings, demands } = fit(ofDrawn(one));
        const fitted = deriveVisitDemands({ unit, week, settings, adjustments }).demands.map(({ id }) => id);
        const count = (kind: string) => adjustments.filter((adjustment) => adjustment.kind === kind).length;
        expect(fitted).toHaveLength(demands.length + count('added') - count('leftOut'));
        expect(new Set(fitted).size).toBe(fitted.length);
      }),
    );
  });

  it('never brings a month that was inside its frame outside it, nor from one side to the other', () => {
    fc.assert(
      fc.property(drawn, (one) => {
        const { adjustments, ledger } = fit(ofDrawn(one));
        const ordered = ledger.map((source) => ramtidLedgerLine(source).orderedMinutes)[0] ?? 0;
        for (const { kind, forecastAfterMinutes, forecastBeforeMinutes } of adjustments) {
          if (kind === 'added') expect(forecastAfterMinutes).toBeLessThanOrEqual(ordered + 1e-6);
          else expect(forecastAfterMinutes).toBeGreaterThanOrEqual(ordered * 0.8 - 1e-6);
          expect(forecastAfterMinutes).not.toBe(forecastBeforeMinutes);
        }
      }),
    );
  });

  it('is the same when the week is planned again, also after it was published', () => {
    fc.assert(
      fc.property(drawn, (one) => {
        const first = fit(ofDrawn(one));
        const published = datesOfWeek(WEEK).map((onDate) => ({ onDate, minutes: 30 }));
        const publishedWeeks = new Set([...(first.ledger[0]?.publishedWeeks ?? []), WEEK]);
        const again = fit({ ...ofDrawn(one), ledger: { published, publishedWeeks } });
        expect(again.adjustments).toEqual(first.adjustments);
      }),
    );
  });
});
