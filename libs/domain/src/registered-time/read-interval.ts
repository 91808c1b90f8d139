import type { FieldReader } from '../parse/field-reader.js';
import { compareLocalDateTimes, parseLocalDateTime } from '../parse/parse-local-date-time.js';
import { minuteOfDay, type LocalDate } from '../time/units.js';
import type { LocalDateTime } from './time-registration.js';

const STAND_IN: LocalDateTime = { date: '1970-01-01' as LocalDate, minute: minuteOfDay(0) };

/** Two local date-times, the second after the first. */
export function readInterval(
  row: FieldReader,
  startField: string,
  endField: string,
): { readonly startsAt: LocalDateTime; readonly endsAt: LocalDateTime } {
  const startsAt = readDateTime(row, startField);
  const endsAt = readDateTime(row, endField);
  const isForward = compareLocalDateTimes(startsAt, endsAt) < 0;
  row.rule(
    isForward,
    [endField, startField],
    'slut-fore-start',
    'Sluttiden är inte efter starttiden.',
    `efter ${row.raw(startField)}`,
  );
  return { startsAt, endsAt };
}

function readDateTime(row: FieldReader, field: string): LocalDateTime {
  const text = row.text(field);
  const dateTime = parseLocalDateTime(text);
  if (dateTime === null && text !== '') {
    row.fault(field, 'datum.finns-inte', 'Tidpunkten finns inte.', 'ÅÅÅÅ-MM-DD TT:MM, till exempel 2026-03-02 07:15');
  }
  return dateTime ?? STAND_IN;
}
