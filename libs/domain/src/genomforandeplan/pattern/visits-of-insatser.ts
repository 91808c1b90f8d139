import type { RamtidOrder } from '../../ramtid-order/ramtid-order.js';
import type { UnitSettings } from '../../unit/unit-settings.js';
import { INSATS_NAMES, type InsatsCode } from '../insats.js';
import type { Priority, StartWindow } from '../visit-template.js';
import { roundToStep, type Frequency, type PatternVisit } from './pattern-visit.js';

/** Insatser that are done in one visit when several of them are ordered. */
interface VisitKind {
  /** Null: the names of its insatser. */
  readonly label: string | null;
  readonly insatser: readonly InsatsCode[];
  readonly window: (settings: UnitSettings) => StartWindow;
  /** Done within the unit's service hours. */
  readonly isService: boolean;
  readonly priority: Priority;
  readonly hasFixedDays: boolean;
  /** Lifting and transfers: two come where the order says double staffing. */
  readonly isPersonalCare: boolean;
  readonly minutes: 'sum' | 'longest';
  readonly frequencies: readonly Frequency[];
  readonly standard: Frequency;
  readonly need: number;
  readonly longestMinutes: number;
}

const every = (weeks: number): Frequency => ({ times: 1, everyWeeks: weeks });
const weekly = (times: number): Frequency => ({ times, everyWeeks: 1 });

const DAYS_A_WEEK = [1, 2, 3, 4, 5, 6, 7].map(weekly);
const CLEANING = [every(4), every(3), every(2), weekly(1)];
const ERRANDS = [every(4), every(2), weekly(1), weekly(2)];
const SHOWER = [every(4), every(2), weekly(1), weekly(2), weekly(3)];
const COMPANY = [every(4), every(2), ...DAYS_A_WEEK];

const daily = {
  isService: false,
  hasFixedDays: true,
  minutes: 'sum',
  frequencies: DAYS_A_WEEK,
  standard: weekly(7),
} as const;

/** In the order of the day, then what floats in the week. Frequencies: formats.md section 3, domain.md section 11. */
const VISIT_KINDS: readonly VisitKind[] = [
  {
    ...daily,
    label: 'morgonbesök',
    insatser: ['morgon', 'frukost'],
    window: ({ windows }) => windows.morgon,
    priority: 1,
    isPersonalCare: true,
    need: 9,
    longestMinutes: 90,
  },
  {
    ...daily,
    label: 'lunchbesök',
    insatser: ['lunch'],
    window: ({ windows }) => windows.lunch,
    priority: 1,
    isPersonalCare: false,
    need: 8,
    longestMinutes: 60,
  },
  {
    ...daily,
    label: null,
    insatser: ['tillsyn'],
    window: ({ windows }) => windows.eftermiddag,
    priority: 2,
    isPersonalCare: false,
    need: 5,
    longestMinutes: 30,
  },
  {
    ...daily,
    label: 'middagsbesök',
    insatser: ['middag'],
    window: ({ windows }) => windows.middag,
    priority: 1,
    isPersonalCare: false,
    need: 7,
    longestMinutes: 60,
  },
  {
    ...daily,
    label: 'kvällsbesök',
    insatser: ['kvall'],
    window: ({ windows }) => windows.tidig_kvall,
    priority: 1,
    isPersonalCare: true,
    need: 6,
    longestMinutes: 60,
  },
  {
    ...daily,
    label: 'sent kvällsbesök',
    insatser: ['sen_kvall'],
    window: ({ windows }) => windows.sen_kvall,
    priority: 1,
    isPersonalCare: true,
    need: 8,
    longestMinutes: 60,
  },
  {
    label: null,
    isService: false,
    insatser: ['dusch'],
    window: ({ windows }) => windows.formiddag,
    priority: 2,
    hasFixedDays: false,
    isPersonalCare: true,
    minutes: 'sum',
    frequencies: SHOWER,
    standard: weekly(1),
    need: 4,
    longestMinutes: 80,
  },
  {
    label: null,
    isService: false,
    insatser: ['promenad', 'social'],
    window: ({ windows }) => windows.eftermiddag,
    priority: 3,
    hasFixedDays: false,
    isPersonalCare: false,
    minutes: 'sum',
    frequencies: COMPANY,
    standard: weekly(1),
    need: 0,
    longestMinutes: 150,
  },
  {
    // Shop and pharmacy lie on the same round: the longer of the two is enough.
    label: null,
    isService: true,
    insatser: ['inkop', 'apotek'],
    window: ({ serviceHours }) => ({ earliest: serviceHours.from, latest: serviceHours.to }),
    priority: 3,
    hasFixedDays: false,
    isPersonalCare: false,
    minutes: 'longest',
    frequencies: ERRANDS,
    standard: weekly(1),
    need: 2,
    longestMinutes: 90,
  },
  {
    label: null,
    isService: true,
    insatser: ['stad', 'tvatt'],
    window: ({ serviceHours }) => ({ earliest: serviceHours.from, latest: serviceHours.to }),
    priority: 3,
    hasFixedDays: false,
    isPersonalCare: false,
    minutes: 'sum',
    frequencies: CLEANING,
    standard: every(2),
    need: 1,
    longestMinutes: 180,
  },
  {
    label: null,
    isService: false,
    insatser: ['ledsagning'],
    window: ({ windows }) => ({ earliest: windows.formiddag.earliest, latest: windows.eftermiddag.latest }),
    priority: 2,
    hasFixedDays: false,
    isPersonalCare: false,
    minutes: 'sum',
    frequencies: COMPANY,
    standard: weekly(1),
    need: 3,
    longestMinutes: 240,
  },
  {
    label: null,
    isService: false,
    insatser: ['avlosning'],
    window: ({ windows }) => ({ earliest: windows.formiddag.earliest, latest: windows.eftermiddag.latest }),
    priority: 2,
    hasFixedDays: false,
    isPersonalCare: false,
    minutes: 'sum',
    frequencies: COMPANY,
    standard: weekly(1),
    need: 3,
    longestMinutes: 240,
  },
];

/** Shorter than this share of the standard minutes the insats cannot be done properly; rather come more seldom. */
const SHORTEST_SHARE = 0.6;

/** The visits that an order's insatser become; none for larm, which is paid per month and never planned. */
export function visitsOfInsatser(order: RamtidOrder, settings: UnitSettings): readonly PatternVisit[] {
  return VISIT_KINDS.flatMap((kind) => {
    const insatser = kind.insatser.filter((insats) => order.insatser.includes(insats));
    return insatser.length === 0 ? [] : [patternVisit(kind, insatser, order, settings)];
  });
}

/** Where tillsyn is ordered and the ramtid has room for more visits: at these parts of the day too. */
export function extraTillsyn(visits: readonly PatternVisit[], settings: UnitSettings): readonly PatternVisit[] {
  const { formiddag, tidig_kvall: tidigKvall } = settings.windows;
  return visits
    .filter(({ insatser }) => insatser.includes('tillsyn'))
    .flatMap((tillsyn) => [
      { ...tillsyn, label: 'tillsyn på förmiddagen', window: formiddag },
      { ...tillsyn, label: 'tillsyn på kvällen', window: tidigKvall },
    ]);
}

function patternVisit(
  kind: VisitKind,
  insatser: readonly InsatsCode[],
  order: RamtidOrder,
  settings: UnitSettings,
): PatternVisit {
  const each = insatser.map((insats) => settings.insatsMinutes[insats]);
  const sum = kind.minutes === 'sum' ? each.reduce((total, minutes) => total + minutes, 0) : Math.max(...each);
  const standardMinutes = Math.max(roundToStep(sum, settings), settings.shortestVisitMinutes);
  const shortestMinutes = Math.max(
    Math.ceil((standardMinutes * SHORTEST_SHARE) / settings.visitStepMinutes) * settings.visitStepMinutes,
    settings.shortestVisitMinutes,
  );
  const isDouble = order.doubleStaffing && kind.isPersonalCare;
  return {
    label: kind.label ?? insatser.map((insats) => INSATS_NAMES[insats]).join(' och '),
    insatser,
    window: kind.window(settings),
    endsBy: kind.isService ? settings.serviceHours.to : null,
    priority: kind.priority,
    hasFixedDays: kind.hasFixedDays,
    isDouble,
    ramtidFactor: isDouble ? settings.doubleStaffingCounts : 1,
    standardMinutes,
    shortestMinutes,
    longestMinutes: Math.max(kind.longestMinutes, standardMinutes),
    frequencies: kind.frequencies,
    standardFrequency: kind.frequencies.findIndex(
      ({ times, everyWeeks }) => times === kind.standard.times && everyWeeks === kind.standard.everyWeeks,
    ),
    need: kind.need,
  };
}
