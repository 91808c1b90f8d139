import { INSATS_NAMES } from '../genomforandeplan/insats.js';
import type { Priority, VisitTemplate } from '../genomforandeplan/visit-template.js';
import { calendarMonthOf, datesOfMonth } from '../time/calendar-month.js';
import { weekdayOf } from '../time/local-date.js';
import type { LocalDate } from '../time/units.js';
import type { UnitSettings } from '../unit/unit-settings.js';
import { isAwayAllDay } from './days-at-home.js';
import { drawnMinutesOfVisit } from './pattern-minutes.js';
import { datesOfPeriod } from './ledger-period.js';
import type { LedgerSource, RamtidLedgerLine } from './ramtid-ledger.js';

/** One change of a flexible visit that brings the month towards its ramtid. */
export interface LedgerSuggestion {
  /** `move`: past the end of the month where it goes over, into it where it falls short. */
  readonly change: 'move' | 'lengthen' | 'add' | 'drop';
  readonly templateId: string;
  /** Visits the change touches. */
  readonly visits: number;
  /** What the forecast changes by; negative where time is saved. */
  readonly effectMinutes: number;
  readonly forecastMinutes: number;
  /** Does the month land inside the frame by this change alone? */
  readonly landsInside: boolean;
  /** Swedish. */
  readonly text: string;
}

export type SuggestionSettings = LedgerSource['settings'] & Pick<UnitSettings, 'visitStepMinutes'>;

/** Least intrusive first: a moved visit still comes, a longer one needs no new time, a dropped one is help not given. */
const GENTLENESS: Readonly<Record<LedgerSuggestion['change'], number>> = { move: 1, lengthen: 2, add: 3, drop: 4 };

/**
 * Which flexible visit to move, lengthen, add or drop when the month is forecast over or under, best first: what lands the
 * month inside the frame, then the gentlest, then what comes nearest to it, then the visit of lowest priority. Flexible is
 * a visit whose day the planner chooses and that is not time critical; everything else is agreed with the brukare.
 */
export function suggestLedgerChanges(
  source: LedgerSource & { readonly settings: SuggestionSettings },
  line: RamtidLedgerLine,
): readonly LedgerSuggestion[] {
  if (line.warning !== 'over' && line.warning !== 'under') return [];
  const isOver = line.warning === 'over';
  const dates = daysLeft(source);
  if (dates.length === 0) return [];
  return source.templates
    .filter(isFlexible)
    .flatMap((template) => changesOf(template, dates, isOver, source, line))
    .sort(
      (a, b) =>
        Number(b.landsInside) - Number(a.landsInside) ||
        GENTLENESS[a.change] - GENTLENESS[b.change] ||
        distanceToFrame(a, line) - distanceToFrame(b, line) ||
        b.priority - a.priority ||
        (a.templateId < b.templateId ? -1 : 1),
    )
    .map(({ priority: _priority, ...suggestion }) => suggestion);
}

type Ranked = LedgerSuggestion & { readonly priority: Priority };

const isFlexible = ({ recurrence, isTimeCritical, gap }: VisitTemplate): boolean =>
  recurrence.kind === 'floating' && !isTimeCritical && gap === null;

/** Days after today when the brukare is at home and the order is valid. */
const daysLeft = ({ order, period, asOf, absences }: LedgerSource): readonly LocalDate[] =>
  datesOfPeriod(period).filter(
    (date) =>
      date > asOf && order.from <= date && (order.to === null || date <= order.to) && !isAwayAllDay(absences, date),
  );

function changesOf(
  template: VisitTemplate,
  dates: readonly LocalDate[],
  isOver: boolean,
  source: LedgerSource & { readonly settings: SuggestionSettings },
  line: RamtidLedgerLine,
): readonly Ranked[] {
  const each = drawnMinutesOfVisit(template, source.order, source.settings);
  const counted = visitsIn(template, dates.length);
  const visitsLeft = Math.floor(counted);
  const room = Math.abs(line.balanceMinutes);
  const suggest = (change: LedgerSuggestion['change'], visits: number, effectMinutes: number, text: string) =>
    visits === 0 || effectMinutes === 0 ? [] : [ranked(template, change, visits, effectMinutes, text, source, line)];
  const canCross = source.settings.ramtidPeriod === 'month' && crossesMonthEnd(dates);
  if (isOver) {
    // Of a visit every other week the forecast may count a part only: that part is all a change of it can save.
    const dropped = Math.min(Math.max(visitsLeft, Math.ceil(Math.min(counted, 1))), Math.ceil(room / each));
    const saved = (visits: number): number => -Math.min(visits, counted) * each;
    return [
      ...(canCross && counted > 0 ? suggest('move', 1, saved(1), 'Flytta ett besök till nästa månad') : []),
      ...suggest('drop', dropped, saved(dropped), `Avstå ${dropped} besök`),
    ];
  }
  const added = Math.min(freeDays(template, dates, visitsLeft), Math.floor(room / each));
  const longer = longerBy(template, visitsLeft, room, source.settings.visitStepMinutes);
  return [
    ...(canCross && room >= each ? suggest('move', 1, each, 'Flytta hit ett besök från nästa månad') : []),
    ...suggest('lengthen', visitsLeft, visitsLeft * longer, `Förläng ${visitsLeft} besök med ${longer} minuter`),
    ...suggest('add', added, added * each, `Lägg till ${added} besök`),
  ];
}

function ranked(
  template: VisitTemplate,
  change: LedgerSuggestion['change'],
  visits: number,
  effectMinutes: number,
  text: string,
  { settings }: LedgerSource,
  line: RamtidLedgerLine,
): Ranked {
  const forecastMinutes = line.forecastMinutes + effectMinutes;
  const atLeast = (frameOf(line) - line.givenBackMinutes) * settings.ramtidWarning.under;
  const names = template.insatser.map((insats) => INSATS_NAMES[insats]).join(' och ');
  return {
    change,
    templateId: template.id,
    visits,
    effectMinutes,
    forecastMinutes,
    landsInside: forecastMinutes <= frameOf(line) && forecastMinutes >= atLeast,
    text: `${text}: ${names}, ${template.serviceMinutes} minuter.`,
    priority: template.priority,
  };
}

const visitsIn = ({ recurrence }: VisitTemplate, days: number): number =>
  recurrence.kind === 'floating' ? (recurrence.times / recurrence.everyWeeks / 7) * days : 0;

/** A visit in the month's last, broken week can be had on either side of the month's end. */
function crossesMonthEnd(dates: readonly LocalDate[]): boolean {
  const last = dates.at(-1);
  return last !== undefined && weekdayOf(last) !== 7 && datesOfMonth(calendarMonthOf(last)).at(-1) === last;
}

/** Days that can take one more visit without lying closer than agreed to the others. */
const freeDays = ({ minDaysBetween }: VisitTemplate, dates: readonly LocalDate[], visitsLeft: number): number =>
  Math.max(0, Math.floor(dates.length / Math.max(1, minDaysBetween)) - visitsLeft);

/** Whole steps longer, at most twice the agreed length. A second employee's time stays as it is. */
function longerBy(template: VisitTemplate, visitsLeft: number, room: number, stepMinutes: number): number {
  if (visitsLeft === 0) return 0;
  const most = Math.min(template.serviceMinutes, room / visitsLeft);
  return Math.floor(most / stepMinutes) * stepMinutes;
}

const frameOf = ({ orderedMinutes, carriedOverMinutes }: RamtidLedgerLine): number =>
  orderedMinutes + carriedOverMinutes;

const distanceToFrame = ({ forecastMinutes }: LedgerSuggestion, line: RamtidLedgerLine): number =>
  Math.abs(frameOf(line) - forecastMinutes);
