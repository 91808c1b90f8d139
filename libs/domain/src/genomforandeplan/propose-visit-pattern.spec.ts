import { aRamtidOrder } from '../testing/builders.js';
import { DEFAULT_UNIT_SETTINGS } from '../unit/unit-settings.js';
import type { InsatsCode } from './insats.js';
import { proposeVisitPattern } from './propose-visit-pattern.js';
import { ramtidMinutesPerMonth } from './template-time.js';
import type { VisitTemplate } from './visit-template.js';

const settings = DEFAULT_UNIT_SETTINGS;

/** `morgon+frukost alla 45` · `stad 1/2v 55` · `lunch mån ons 20 x2`: what a template says, in one line. */
function line({ insatser, recurrence, serviceMinutes, helper }: VisitTemplate): string {
  const often =
    recurrence.kind === 'floating'
      ? `${recurrence.times}/${recurrence.everyWeeks === 1 ? 'v' : `${recurrence.everyWeeks}v`}`
      : recurrence.days.length === 7
        ? 'alla'
        : `${recurrence.days.length} dagar`;
  return `${insatser.join('+')} ${often} ${serviceMinutes}${helper === null ? '' : ' x2'}`;
}

interface Golden {
  readonly hours: number;
  readonly insatser: string;
  readonly double?: boolean;
  readonly pattern: readonly string[];
  /** Minutes a week by hand; the month is 52/12 of it. */
  readonly perWeek: number;
}

// Weekly budget = hours × 60 × 12/52; the arithmetic of each pattern stands behind it.
const GOLDEN: readonly Golden[] = [
  // 13.8 a week: 55 / 4
  { hours: 1, insatser: 'stad', pattern: ['stad 1/4v 55'], perWeek: 13.75 },
  // 27.7 a week: 55 / 2
  { hours: 2, insatser: 'stad', pattern: ['stad 1/2v 55'], perWeek: 27.5 },
  // 41.5 a week: 35 / 2 + 70 / 3 = 17.5 + 23.3
  { hours: 3, insatser: 'stad inkop', pattern: ['inkop 1/2v 35', 'stad 1/3v 70'], perWeek: 17.5 + 70 / 3 },
  // 55.4 a week: 35 / 2 + 115 / 3 = 17.5 + 38.3; städ and tvätt in one visit
  {
    hours: 4,
    insatser: 'stad tvatt inkop',
    pattern: ['inkop 1/2v 35', 'stad+tvatt 1/3v 115'],
    perWeek: 17.5 + 115 / 3,
  },
  // 45 a week is exactly the usual 90 / 2
  { hours: 3.25, insatser: 'stad', pattern: ['stad 1/2v 90'], perWeek: 45 },
  // 83.1 a week: 25 + 30 + 55 / 2
  { hours: 6, insatser: 'dusch stad inkop', pattern: ['dusch 1/v 25', 'inkop 1/v 30', 'stad 1/2v 55'], perWeek: 82.5 },
  // 27.7 a week: 55 / 2
  { hours: 2, insatser: 'promenad', pattern: ['promenad 1/2v 55'], perWeek: 27.5 },
  // 110.8 a week: 110
  { hours: 8, insatser: 'ledsagning', pattern: ['ledsagning 1/v 110'], perWeek: 110 },
  // 360 a week: more than one visit of at most 240, so two of 180
  { hours: 26, insatser: 'avlosning', pattern: ['avlosning 2/v 180'], perWeek: 360 },
  // 69.2 a week: 2 × 15 + 2 × 20
  { hours: 5, insatser: 'lunch', pattern: ['lunch 2 dagar 15', 'lunch 2 dagar 20'], perWeek: 70 },
  // 180 a week: 6 × 25 + 30
  { hours: 13, insatser: 'morgon', pattern: ['morgon 6 dagar 25', 'morgon 1 dagar 30'], perWeek: 180 },
  // 360 a week: 5 × 30 + 2 × 35 + 7 × 20
  {
    hours: 26,
    insatser: 'morgon lunch',
    pattern: ['morgon 5 dagar 30', 'morgon 2 dagar 35', 'lunch alla 20'],
    perWeek: 360,
  },
  // 484.6 a week: 7 × (30 + 15 + 15) + 35 + 60 / 2
  {
    hours: 35,
    insatser: 'morgon frukost lunch kvall dusch stad',
    pattern: ['morgon+frukost alla 30', 'lunch alla 15', 'kvall alla 15', 'dusch 1/v 35', 'stad 1/2v 60'],
    perWeek: 485,
  },
  // 830.8 a week: 7 × (40 + 20 + 20 + 20) + 25 + 40 + 130 / 2
  {
    hours: 60,
    insatser: 'morgon frukost lunch middag sen_kvall dusch stad tvatt inkop',
    pattern: [
      'morgon+frukost alla 40',
      'lunch alla 20',
      'middag alla 20',
      'sen_kvall alla 20',
      'dusch 1/v 25',
      'inkop 1/v 40',
      'stad+tvatt 1/2v 130',
    ],
    perWeek: 830,
  },
];

const propose = (hours: number, insatser: string, double = false) =>
  proposeVisitPattern(
    aRamtidOrder({
      hoursPerMonth: hours,
      insatser: insatser.split(' ').filter((code) => code !== '') as InsatsCode[],
      doubleStaffing: double,
    }),
    settings,
  );

describe('proposeVisitPattern', () => {
  it.each(GOLDEN)('makes $hours h a month of $insatser into $pattern', ({ hours, insatser, pattern, perWeek }) => {
    const { templates, explanation } = propose(hours, insatser);
    expect(templates.map(line)).toEqual(pattern);
    expect(ramtidMinutesPerMonth(templates, settings)).toBeCloseTo((perWeek * 52) / 12, 6);
    expect(explanation.plannedMonthMinutes).toBe(Math.round((perWeek * 52) / 12));
    expect(explanation.addsUp).toBe(true);
  });

  it('gives a large order six visits a day, two employees at the care, within 2 % of 150 hours', () => {
    const { templates, explanation } = propose(150, 'morgon frukost lunch middag kvall sen_kvall tillsyn dusch', true);
    const daily = templates.filter(({ recurrence }) => recurrence.kind === 'weekdays' && recurrence.days.length >= 5);
    expect(daily.length).toBeGreaterThanOrEqual(6);
    const double = templates.filter(({ helper }) => helper !== null).map(({ insatser }) => insatser.join('+'));
    expect(new Set(double)).toEqual(new Set(['morgon+frukost', 'kvall', 'sen_kvall', 'dusch']));
    expect(Math.abs(ramtidMinutesPerMonth(templates, settings) - 9000)).toBeLessThanOrEqual(180);
    expect(explanation.addsUp).toBe(true);
  });

  it('takes a visit for two twice from the ramtid, or once where the unit says so', () => {
    const order = aRamtidOrder({ hoursPerMonth: 30.3, insatser: ['morgon'], doubleStaffing: true });
    // 419.5 minutes a week: 7 × 30 × 2 = 420, or 7 × 60 = 420 with two who count once.
    expect(proposeVisitPattern(order, settings).templates.map(line)).toEqual(['morgon alla 30 x2']);
    const once = proposeVisitPattern(order, { ...settings, doubleStaffingCounts: 1 });
    expect(once.templates.map(line)).toEqual(['morgon alla 60 x2']);
  });

  it('says what remains where the insatser cannot fill the ramtid', () => {
    // 7 × (90 + 60) = 1 050 a week = 75.8 h a month of 99.
    const { templates, explanation } = propose(99, 'morgon kvall');
    expect(templates.map(line)).toEqual(['morgon alla 90', 'kvall alla 60']);
    expect(explanation.addsUp).toBe(false);
    expect(explanation.sentences.at(-1)).toBe(
      'Tillsammans 75,8 h per månad, 76,6 % av ramtiden. 23,2 h återstår: insatserna ryms inte oftare eller längre; stäm av behovet.',
    );
  });

  it('adds tillsyn at more times of the day where tillsyn is ordered and there is room', () => {
    // Longest: 7 × (90 + 30) = 840 a week; 79 h is 1 094 a week.
    const { templates } = propose(79, 'morgon tillsyn');
    expect(templates.filter(({ insatser }) => insatser.includes('tillsyn'))).toHaveLength(3);
  });

  it('leaves out what does not fit even seldom and short, the least needed first', () => {
    // 13.8 a week has no room for a second visit beside the morning's 20.
    const { templates, explanation } = propose(1, 'morgon lunch stad');
    expect(templates.flatMap(({ insatser }) => insatser)).toEqual(['morgon']);
    expect(explanation.sentences.filter((sentence) => sentence.includes('ryms inte i ramtiden'))).toHaveLength(2);
  });

  it('plans no visits for larm, without insatser or without hours, and says why', () => {
    const larm = proposeVisitPattern(aRamtidOrder({ kind: 'larm', insatser: ['larm'] }), settings);
    expect(larm.templates).toEqual([]);
    expect(larm.explanation.sentences).toEqual(['Trygghetslarm ersätts per månad och planeras inte som besök.']);
    expect(propose(10, '').templates).toEqual([]);
    expect(propose(0, 'stad').explanation.sentences[0]).toContain('komplettera genomförandeplanen');
  });

  it('marks every visit as proposed, with an id that only depends on the order', () => {
    const { templates } = propose(26, 'morgon lunch');
    expect(templates.map(({ id }) => id)).toEqual(['forslag-O1-1', 'forslag-O1-2', 'forslag-O1-3']);
    expect(templates.every(({ isProposed, orderId }) => isProposed && orderId === 'O1')).toBe(true);
  });

  it('ends service within the service hours', () => {
    const [cleaning] = propose(2, 'stad').templates;
    // 08:00 – (16:00 − 55 min) = 15:05
    expect(cleaning?.window).toEqual({ earliest: 480, latest: 905 });
  });

  it('explains the budget, each visit and the sum', () => {
    expect(propose(2, 'stad').explanation.sentences).toEqual([
      'Ramtid 2 h per månad är 27,7 minuter per vecka (12/52).',
      'Städ: 1 gång varannan vecka à 55 min (vanlig frekvens; kortaste rimliga tid, vanligt är 90 min).',
      'Tillsammans 2 h per månad, 99,3 % av ramtiden.',
    ]);
  });

  it('adds up within 2 % or explains, for every half hour up to 150 and many mixes of insatser', () => {
    const mixes = [
      'stad inkop',
      'morgon',
      'lunch stad',
      'morgon lunch kvall dusch stad',
      'morgon frukost lunch middag kvall sen_kvall tillsyn dusch stad inkop promenad',
    ];
    for (let hours = 0.5; hours <= 150; hours += 0.5) {
      for (const mix of mixes) {
        const { templates, explanation } = propose(hours, mix);
        const planned = ramtidMinutesPerMonth(templates, settings);
        expect(explanation.addsUp).toBe(Math.abs(planned - hours * 60) <= 0.02 * hours * 60);
        expect(explanation.addsUp || /återstår|för mycket|avrundning/.test(explanation.sentences.at(-1) ?? '')).toBe(
          true,
        );
        expect(templates.every(({ serviceMinutes }) => serviceMinutes % 5 === 0 && serviceMinutes >= 10)).toBe(true);
      }
    }
  });

  it('adds up for ordinary care from 12 to 100 hours a month', () => {
    for (let hours = 12; hours <= 100; hours += 0.5) {
      const { explanation } = propose(hours, 'morgon frukost lunch middag kvall dusch stad inkop promenad');
      expect([hours, explanation.addsUp]).toEqual([hours, true]);
    }
  });
});
