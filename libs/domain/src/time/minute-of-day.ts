import { minuteOfDay, type MinuteOfDay } from './units.js';

const CLOCK = /^(\d{1,2})[:.](\d{2})$/;

/**
 * Reads `07:05`, `7:05` or `07.05`; `24:00` is midnight at the end of the day. Null where the clock has no such time.
 *
 * @example parseMinuteOfDay('07.05') // 425
 */
export function parseMinuteOfDay(text: string): MinuteOfDay | null {
  const match = CLOCK.exec(text.trim());
  if (match === null) return null;
  const [hour, minute] = [Number(match[1]), Number(match[2])];
  const total = hour * 60 + minute;
  return minute <= 59 && total <= 1440 ? minuteOfDay(total) : null;
}

/** @example formatMinuteOfDay(minuteOfDay(425)) // '07:05' */
export function formatMinuteOfDay(minute: MinuteOfDay): string {
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`;
}

/** @throws RangeError where `text` is no time of day: for values that are known to be right. */
export function clock(text: string): MinuteOfDay {
  const minute = parseMinuteOfDay(text);
  if (minute === null) throw new RangeError(`clock ${text}: HH:MM expected`);
  return minute;
}
