import type { Weekday } from '../time/units.js';
import type { Recurrence } from './visit-template.js';

const WEEKDAY_NAMES: readonly (readonly [Weekday, string, string])[] = [
  [1, 'mån', 'man'],
  [2, 'tis', 'tis'],
  [3, 'ons', 'ons'],
  [4, 'tor', 'tor'],
  [5, 'fre', 'fre'],
  [6, 'lör', 'lor'],
  [7, 'sön', 'son'],
];
const ALL_DAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5];
const LONGEST_CYCLE_WEEKS = 26;

/**
 * Reads on which days a visit recurs; null where the text says nothing we know.
 *
 * @example
 * parseRecurrence('mån ons fre') // weekdays 1, 3, 5
 * parseRecurrence('1/2veckor')   // once in every two weeks, day chosen by the planner
 */
export function parseRecurrence(text: string): Recurrence | null {
  const written = text.trim().toLowerCase();
  return parseFloating(written) ?? parseWeekdays(written);
}

/** The shortest text that {@link parseRecurrence} reads back to the same recurrence. */
export function formatRecurrence(recurrence: Recurrence): string {
  switch (recurrence.kind) {
    case 'floating':
      return recurrence.everyWeeks === 1
        ? `${recurrence.times}/vecka`
        : `${recurrence.times}/${recurrence.everyWeeks}veckor`;
    case 'weekdays':
      return formatWeekdays(recurrence.days);
  }
}

function parseFloating(written: string): Recurrence | null {
  const parts = /^(\d{1,3})\s*\/\s*(\d{0,2})\s*(?:vecka|veckor|v)$/.exec(written);
  if (parts === null) return null;
  const times = Number(parts[1]);
  const everyWeeks = parts[2] === '' ? 1 : Number(parts[2]);
  const isPossible = times >= 1 && everyWeeks >= 1 && everyWeeks <= LONGEST_CYCLE_WEEKS && times <= everyWeeks * 7;
  return isPossible ? { kind: 'floating', times, everyWeeks } : null;
}

function parseWeekdays(written: string): Recurrence | null {
  const days = new Set<Weekday>();
  for (const word of written.split(/[\s,]+/).filter((part) => part !== '')) {
    const meant = daysMeantBy(word);
    if (meant === null) return null;
    for (const day of meant) days.add(day);
  }
  return days.size === 0 ? null : { kind: 'weekdays', days: ALL_DAYS.filter((day) => days.has(day)) };
}

function daysMeantBy(word: string): readonly Weekday[] | null {
  if (word === 'alla' || word === 'dagligen') return ALL_DAYS;
  if (word === 'vardag' || word === 'vardagar') return WEEKDAYS;
  if (word === 'helg') return [6, 7];
  const name = /^(m[åa]n|tis|ons|tor|tors(?=dag)|fre|l[öo]r|s[öo]n)(dag|dagar)?$/.exec(word)?.[1]?.slice(0, 3);
  const day = WEEKDAY_NAMES.find(([, swedish, ascii]) => name === swedish || name === ascii);
  return day === undefined ? null : [day[0]];
}

function formatWeekdays(days: readonly Weekday[]): string {
  if (days.length === ALL_DAYS.length) return 'alla';
  if (days.join() === WEEKDAYS.join()) return 'vardag';
  return WEEKDAY_NAMES.filter(([day]) => days.includes(day))
    .map(([, name]) => name)
    .join(' ');
}
