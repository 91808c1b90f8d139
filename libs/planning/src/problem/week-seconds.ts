import type { LocalDate } from '@hemtjanst/domain';

const SECONDS_PER_DAY = 86_400;

/** Local wall-clock minute of a week's day as the solver counts: seconds since Monday 00:00. */
export const weekSeconds = (day: number, minuteOfDay: number): number => day * SECONDS_PER_DAY + minuteOfDay * 60;

/** The way back: which day, and the second of that day. */
export const dayAndSecond = (weekSecond: number): { day: number; second: number } => {
  const day = Math.floor(weekSecond / SECONDS_PER_DAY);
  return { day, second: weekSecond - day * SECONDS_PER_DAY };
};

/** Index of the date in the week; −1 where it is not in it. */
export const dayIndex = (dates: readonly LocalDate[], date: LocalDate): number => dates.indexOf(date);
