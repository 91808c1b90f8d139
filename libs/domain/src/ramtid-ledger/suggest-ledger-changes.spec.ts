import { aRamtidOrder, aVisitTemplate, anAbsence } from '../testing/builders.js';
import { localDate } from '../time/local-date.js';
import { minutes } from '../time/units.js';
import { DEFAULT_UNIT_SETTINGS } from '../unit/unit-settings.js';
import { NOTHING_PERFORMED, ramtidLedgerLine, type LedgerSource } from './ramtid-ledger.js';
import { suggestLedgerChanges } from './suggest-ledger-changes.js';

const settings = DEFAULT_UNIT_SETTINGS;
/** 30 minutes once a week. */
const weekly = aVisitTemplate({
  insatser: ['promenad'],
  recurrence: { kind: 'floating', times: 1, everyWeeks: 1 },
  priority: 3,
  serviceMinutes: minutes(30),
});

/** 10 hours ordered in April, read on the 16th: 14 days left, and two of the weekly visits. */
const suggest = (performedMinutes: number, override: Partial<LedgerSource> = {}) => {
  const source = {
    order: aRamtidOrder({ hoursPerMonth: 10 }),
    templates: [weekly],
    period: '2026-04' as const,
    carriedOverMinutes: 0,
    asOf: localDate('2026-04-16'),
    performed: { ...NOTHING_PERFORMED, performedMinutes, registeredMinutes: performedMinutes },
    published: [],
    publishedWeeks: new Set<never>(),
    absences: [],
    ...override,
    settings,
  };
  return suggestLedgerChanges(source, ramtidLedgerLine(source));
};
const changes = (performedMinutes: number, override: Partial<LedgerSource> = {}) =>
  suggest(performedMinutes, override).map(({ change, visits, effectMinutes }) => [change, visits, effectMinutes]);

describe('suggestions for a month that goes over', () => {
  it('move a visit past the month’s end before one is dropped', () => {
    // Forecast 545 + 15 / 7 × 30 ≈ 609: nine minutes over.
    expect(changes(545)).toEqual([
      ['move', 1, -30],
      ['drop', 1, -30],
    ]);
  });

  it('put what lands the month inside first', () => {
    // Forecast ≈ 649: one moved visit is not enough, two dropped are.
    expect(changes(585)).toEqual([
      ['drop', 2, -60],
      ['move', 1, -30],
    ]);
  });

  it('save no more than the forecast counts of a visit every other week', () => {
    // The seven days after today hold half a visit of 60 minutes: 590 + 8 / 14 × 60 ≈ 624, and 594 without it.
    const everyOtherWeek = aVisitTemplate({
      recurrence: { kind: 'floating', times: 1, everyWeeks: 2 },
      serviceMinutes: minutes(60),
    });
    const late = { templates: [everyOtherWeek], asOf: localDate('2026-04-23') };
    expect(changes(590, late)).toEqual([
      ['move', 1, -30],
      ['drop', 1, -30],
    ]);
    expect(suggest(590, late)[0]).toMatchObject({ landsInside: true });
  });

  it('never drop more visits than are left', () => {
    expect(changes(900).find(([change]) => change === 'drop')).toEqual(['drop', 2, -60]);
  });

  it('take the visit of lowest priority where all else is equal', () => {
    const important = { ...weekly, id: 'T0', priority: 1 as const };
    const [first] = suggest(540, { templates: [important, weekly] });
    expect(first).toMatchObject({ templateId: 'T1', change: 'move', landsInside: false });
  });
});

describe('suggestions for a month that falls short', () => {
  it('move one here, make visits longer or add some', () => {
    // Forecast 350 + 64 = 414 of 600; room for 186.
    expect(changes(350)).toEqual([
      ['add', 6, 180],
      ['move', 1, 30],
      ['lengthen', 2, 60],
    ]);
  });

  it('never go above the ramtid', () => {
    for (const performed of [0, 100, 200, 300, 400]) {
      for (const { forecastMinutes } of suggest(performed)) expect(forecastMinutes).toBeLessThanOrEqual(600);
    }
  });

  it('say in a sentence what to do', () => {
    expect(suggest(350)[0]?.text).toBe('Lägg till 6 besök: promenad, 30 minuter.');
  });
});

describe('no suggestions', () => {
  it('are made inside the frame', () => {
    expect(suggest(450)).toEqual([]);
  });

  it('touch a visit whose day is agreed, that is time critical or follows another', () => {
    const fixed = aVisitTemplate({ recurrence: { kind: 'weekdays', days: [1] } });
    const critical = { ...weekly, isTimeCritical: true };
    const after = { ...weekly, gap: { afterTemplateId: 'T9', minMinutes: minutes(0), maxMinutes: null } };
    expect(suggest(900, { templates: [fixed, critical, after] })).toEqual([]);
  });

  it('are made when no day is left', () => {
    expect(suggest(900, { asOf: localDate('2026-04-30') })).toEqual([]);
    const away = anAbsence({ fromDate: localDate('2026-04-16'), toDate: localDate('2026-05-02') });
    expect(suggest(900, { absences: [away] })).toEqual([]);
  });

  it('move a visit over the end of a month that ends on a Sunday', () => {
    // 31 May 2026 is a Sunday: the last week is whole.
    const inMay = suggest(900, { period: '2026-05', asOf: localDate('2026-05-16') });
    expect(inMay.map(({ change }) => change)).toEqual(['drop']);
  });
});
