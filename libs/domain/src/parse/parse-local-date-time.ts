import { parseLocalDate } from '../time/local-date.js';
import { parseMinuteOfDay } from '../time/minute-of-day.js';
import type { LocalDateTime } from '../registered-time/time-registration.js';

/** `2026-03-02 07:15`, with `T` or space and with `:` or `.`, seconds dropped; null where it is not a local date-time. */
export function parseLocalDateTime(text: string): LocalDateTime | null {
  const parts = /^(\S{10})[T ]\s*(\d{1,2}[:.]\d{2})(?:[:.]\d{2})?$/.exec(text);
  if (parts === null) return null;
  const date = parseLocalDate(parts[1] ?? '');
  const minute = parseMinuteOfDay(parts[2] ?? '');
  return date === null || minute === null ? null : { date, minute };
}

/** Negative where `a` is before `b`, 0 where they are the same. Local time: says nothing about hours between. */
export const compareLocalDateTimes = (a: LocalDateTime, b: LocalDateTime): number =>
  a.date === b.date ? a.minute - b.minute : a.date < b.date ? -1 : 1;
