import { datesOfWeek, localOf, type Instant, type IsoWeek, type LocalDate } from '@hemtjanst/domain';

/** Swedish and English readers share one form of clock and week; only names of days and decimals differ. */
export interface Formats {
  /** 07:05 */
  readonly clock: (instant: string) => string;
  /** tis 3 mars */
  readonly day: (date: string) => string;
  /** tisdag 3 mars */
  readonly longDay: (date: string) => string;
  /** 2–8 mars */
  readonly weekDays: (week: string) => string;
  /** mars 2026 */
  readonly month: (date: string) => string;
  /** 26,5 */
  readonly hours: (hours: number) => string;
  /** 71 % */
  readonly percent: (share: number) => string;
  /** 6,9 */
  readonly decimal: (value: number) => string;
  readonly whole: (value: number) => string;
  /** 0,125 */
  readonly exact: (value: number) => string;
  /** 1,2 km; 340 m */
  readonly distance: (meters: number) => string;
  /** 2026-03-03 07:05 */
  readonly moment: (instant: string) => string;
}

const HALF_DAY = 'T12:00:00Z';

export function formatsOf(locale: string): Formats {
  const named = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
    return (date: string): string => format.format(new Date(date + HALF_DAY));
  };
  const number = (digits: number) => {
    const format = new Intl.NumberFormat(locale, { maximumFractionDigits: digits });
    return (value: number): string => format.format(value);
  };
  const day = named({ weekday: 'short', day: 'numeric', month: 'short' });
  const dayAndMonth = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'long' });
  const [whole, decimal, exact] = [number(0), number(1), number(3)];
  return {
    clock: clockOf,
    day,
    longDay: named({ weekday: 'long', day: 'numeric', month: 'long' }),
    month: named({ month: 'long', year: 'numeric' }),
    weekDays: (week) => {
      const dates = datesOfWeek(week as IsoWeek);
      return dayAndMonth.formatRange(new Date(dates[0] + HALF_DAY), new Date(dates[6] + HALF_DAY));
    },
    hours: decimal,
    percent: (share) => `${whole(share * 100)}\u00a0%`,
    decimal,
    whole,
    exact,
    distance: (meters) =>
      meters < 1000 ? `${Math.round(meters / 10) * 10}\u00a0m` : `${decimal(meters / 1000)}\u00a0km`,
    moment: (instant) => `${localOf(instant as Instant).date} ${clockOf(instant)}`,
  };
}

/** What clocks in Sweden show, whatever zone the browser is in. */
function clockOf(instant: string): string {
  const minutes = Math.floor(localOf(instant as Instant).secondOfDay / 60);
  return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

/** Minutes from the midnight that `date` begins with; past 24 h for what ends the day after. */
export function minuteOfDate(instant: string, date: string): number {
  const local = localOf(instant as Instant);
  const days = (Date.parse(local.date) - Date.parse(date)) / 86_400_000;
  return days * 1440 + local.secondOfDay / 60;
}

/** Travel is felt in whole minutes: a started minute counts, and nothing is 0 min. */
export const wholeMinutes = (seconds: number): number => Math.ceil(seconds / 60);

/** 4:10, as minutes and seconds: where a minute is not the same as a minute and a half. */
export const minutesAndSeconds = (seconds: number): string => `${Math.floor(seconds / 60)}:${pad(seconds % 60)}`;

export const todayInSweden = (): LocalDate =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(new Date()) as LocalDate;

const pad = (value: number): string => String(value).padStart(2, '0');
