import { addDays, dayNumberOf, fromDayNumber, weekdayOf, yearOf } from './local-date.js';
import type { LocalDate, Weekday } from './units.js';

/**
 * The public holiday on a date, or null. Lagen (1989:253) om allmänna helgdagar, § 1; ordinary Sundays are not named here,
 * see {@link isRedDay}.
 *
 * @example holidayOn(localDate('2026-04-03')) // 'Långfredagen'
 */
export function holidayOn(date: LocalDate): string | null {
  return holidaysOf(yearOf(date)).get(date) ?? null;
}

/** A Sunday or a public holiday. */
export const isRedDay = (date: LocalDate): boolean => weekdayOf(date) === 7 || holidayOn(date) !== null;

const byYear = new Map<number, ReadonlyMap<LocalDate, string>>();

/** Every public holiday of a year, with its Swedish name. */
export function holidaysOf(year: number): ReadonlyMap<LocalDate, string> {
  const known = byYear.get(year);
  if (known !== undefined) return known;
  const easter = easterSundayOf(year);
  const holidays = new Map<LocalDate, string>([
    [`${year}-01-01` as LocalDate, 'Nyårsdagen'],
    [`${year}-01-06` as LocalDate, 'Trettondedag jul'],
    [addDays(easter, -2), 'Långfredagen'],
    [easter, 'Påskdagen'],
    [addDays(easter, 1), 'Annandag påsk'],
    [`${year}-05-01` as LocalDate, 'Första maj'],
    [addDays(easter, 39), 'Kristi himmelsfärdsdag'],
    [addDays(easter, 49), 'Pingstdagen'],
    [`${year}-06-06` as LocalDate, 'Nationaldagen'],
    [firstWeekdayFrom(`${year}-06-20` as LocalDate, 6), 'Midsommardagen'],
    [firstWeekdayFrom(`${year}-10-31` as LocalDate, 6), 'Alla helgons dag'],
    [`${year}-12-25` as LocalDate, 'Juldagen'],
    [`${year}-12-26` as LocalDate, 'Annandag jul'],
  ]);
  byYear.set(year, holidays);
  return holidays;
}

const firstWeekdayFrom = (date: LocalDate, weekday: Weekday): LocalDate =>
  addDays(date, (weekday - weekdayOf(date) + 7) % 7);

/** Easter Sunday by the Gregorian computus (Meeus, Astronomical Algorithms, chapter 8; letters as in the book). */
function easterSundayOf(year: number): LocalDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const daysAfter22March = h + l - 7 * m;
  return fromDayNumber(dayNumberOf(`${year}-03-22` as LocalDate) + daysAfter22March);
}
