import type { RamtidOrder } from '../../ramtid-order/ramtid-order.js';
import type { UnitSettings } from '../../unit/unit-settings.js';
import { WEEKS_PER_MONTH } from '../template-time.js';
import { RAMTID_TOLERANCE, frequencyOf, rateOf, weeklySumOf, type FittedVisit } from './fitted-visit.js';
import { ratePerWeek, type Frequency, type PatternVisit } from './pattern-visit.js';

/** Why the pattern looks as it does. */
export interface PatternExplanation {
  /** Swedish, one choice each, without names. */
  readonly sentences: readonly string[];
  readonly orderedMonthMinutes: number;
  /** What the templates take from the ramtid in an average month (52/12 weeks), rounded to whole minutes. */
  readonly plannedMonthMinutes: number;
  /** True where the two differ by at most 2 % of the ordered minutes. */
  readonly addsUp: boolean;
}

export function explainPattern(
  pattern: readonly FittedVisit[],
  leftOut: readonly PatternVisit[],
  order: RamtidOrder,
  settings: UnitSettings,
): PatternExplanation {
  const orderedMonthMinutes = order.hoursPerMonth * 60;
  const plannedMonthMinutes = weeklySumOf(pattern, settings) * WEEKS_PER_MONTH;
  const addsUp = Math.abs(plannedMonthMinutes - orderedMonthMinutes) <= RAMTID_TOLERANCE * orderedMonthMinutes;
  return {
    sentences: [
      budgetSentence(order),
      ...pattern.map((fitted) => visitSentence(fitted, settings)),
      ...leftOut.map(
        ({ label }) => `${capitalised(label)}: ryms inte i ramtiden, inte ens sällan och kort; stäm av behovet.`,
      ),
      ...doubleSentence(pattern, settings),
      sumSentence(plannedMonthMinutes, orderedMonthMinutes, settings),
    ],
    orderedMonthMinutes: Math.round(orderedMonthMinutes),
    plannedMonthMinutes: Math.round(plannedMonthMinutes),
    addsUp,
  };
}

/** For an order from which no visit can be planned. */
export function explainNoVisits(order: RamtidOrder): PatternExplanation {
  const reason =
    order.insatser.includes('larm') || order.kind === 'larm'
      ? 'Trygghetslarm ersätts per månad och planeras inte som besök.'
      : 'Beställningen har inga insatser eller ingen tid att planera: komplettera genomförandeplanen.';
  return {
    sentences: [reason],
    orderedMonthMinutes: Math.round(order.hoursPerMonth * 60),
    plannedMonthMinutes: 0,
    addsUp: order.hoursPerMonth === 0 || order.kind === 'larm',
  };
}

const budgetSentence = ({ hoursPerMonth }: RamtidOrder): string =>
  `Ramtid ${swedish(hoursPerMonth)} h per månad är ${swedish((hoursPerMonth * 60) / WEEKS_PER_MONTH)} minuter per vecka (12/52).`;

function visitSentence(fitted: FittedVisit, settings: UnitSettings): string {
  const { visit, minutes, longerDays } = fitted;
  const longer = longerDays > 0 ? `, ${minutes + settings.visitStepMinutes} min ${longerDays} av dagarna` : '';
  const reasons = [frequencyReason(fitted), durationReason(fitted)].filter((reason) => reason !== null);
  return `${capitalised(visit.label)}: ${frequencyText(frequencyOf(fitted))} à ${minutes} min${longer} (${reasons.join('; ')}).`;
}

function frequencyReason(fitted: FittedVisit): string {
  const standard = standardOf(fitted.visit);
  const change = rateOf(fitted) - ratePerWeek(standard);
  if (change === 0) return 'vanlig frekvens';
  return change < 0
    ? `glesare än vanliga ${frequencyText(standard)} så att ramtiden räcker`
    : `tätare än vanliga ${frequencyText(standard)} så att ramtiden används`;
}

function durationReason({ visit, minutes }: FittedVisit): string | null {
  if (minutes === visit.standardMinutes) return 'vanlig tid';
  if (minutes === visit.shortestMinutes) return `kortaste rimliga tid, vanligt är ${visit.standardMinutes} min`;
  if (minutes === visit.longestMinutes) return `längsta rimliga tid, vanligt är ${visit.standardMinutes} min`;
  return `anpassad från ${visit.standardMinutes} min till ramtiden`;
}

function doubleSentence(pattern: readonly FittedVisit[], settings: UnitSettings): readonly string[] {
  const labels = pattern.filter(({ visit }) => visit.isDouble).map(({ visit }) => visit.label);
  if (labels.length === 0) return [];
  const counted = settings.doubleStaffingCounts === 2 ? 'räknas dubbelt' : 'räknas en gång';
  return [`Två medarbetare vid ${labels.join(', ')}; tiden ${counted} mot ramtiden.`];
}

function sumSentence(plannedMinutes: number, orderedMinutes: number, settings: UnitSettings): string {
  const sum = `Tillsammans ${swedish(plannedMinutes / 60)} h per månad, ${swedish((100 * plannedMinutes) / orderedMinutes)} % av ramtiden.`;
  const rest = orderedMinutes - plannedMinutes;
  if (Math.abs(rest) <= RAMTID_TOLERANCE * orderedMinutes) return sum;
  if (Math.abs(rest) <= settings.visitStepMinutes * WEEKS_PER_MONTH) {
    return `${sum} Skillnaden är avrundning till hela steg om ${settings.visitStepMinutes} min.`;
  }
  return rest > 0
    ? `${sum} ${swedish(rest / 60)} h återstår: insatserna ryms inte oftare eller längre; stäm av behovet.`
    : `${sum} ${swedish(-rest / 60)} h för mycket: insatserna ryms inte ens glesast och kortast; stäm av beställningen.`;
}

/** @example frequencyText({ times: 1, everyWeeks: 2 }) // '1 gång varannan vecka' */
function frequencyText({ times, everyWeeks }: Frequency): string {
  if (everyWeeks === 1 && times === 7) return 'varje dag';
  const often = `${times} ${times === 1 ? 'gång' : 'gånger'}`;
  if (everyWeeks === 1) return `${often} i veckan`;
  return `${often} ${everyWeeks === 2 ? 'varannan vecka' : `var ${everyWeeks}:e vecka`}`;
}

const standardOf = (visit: PatternVisit): Frequency => frequencyOf({ visit, frequency: visit.standardFrequency });

const capitalised = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** One decimal at most, decimal comma. */
const swedish = (value: number): string => String(Math.round(value * 10) / 10).replace('.', ',');
