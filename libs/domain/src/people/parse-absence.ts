import type { Checked } from '../errors.js';
import { FieldReader, type Cells } from '../parse/field-reader.js';
import { compareLocalDateTimes, parseLocalDateTime } from '../parse/parse-local-date-time.js';
import type { LocalDateTime } from '../registered-time/time-registration.js';
import { parseLocalDate } from '../time/local-date.js';
import { minuteOfDay, type LocalDate } from '../time/units.js';
import type { Absence } from './people.js';

/** One row of `franvaro.csv`: of an employee or of a brukare. A date alone means the whole day, the last one included. */
export function parseAbsence(cells: Cells): Checked<Absence> {
  const row = new FieldReader(cells);
  const person = absentPerson(row);
  const from = absenceEdge(row, 'fran', 0);
  const to = absenceEdge(row, 'till', 1440);
  row.rule(
    compareLocalDateTimes(from, to) < 0,
    ['till', 'fran'],
    'slut-fore-start',
    'Frånvaron slutar inte efter att den börjar.',
    `efter ${row.raw('fran')}`,
  );
  return row.checked({
    person,
    fromDate: from.date,
    fromMinute: from.minute,
    toDate: to.date,
    toMinute: to.minute,
    reason: row.optionalText('orsak'),
  });
}

function absentPerson(row: FieldReader): Absence['person'] {
  const employeeId = row.optionalId('anstnr');
  const brukareId = row.optionalId('kundnr');
  const isOne = row.has('anstnr') !== row.has('kundnr');
  row.rule(
    isOne,
    ['anstnr', 'kundnr'],
    'en-person',
    'Raden ska gälla antingen en medarbetare eller en kund.',
    'anstnr eller kundnr, inte båda',
  );
  return employeeId === null ? { kind: 'brukare', id: brukareId ?? '' } : { kind: 'employee', id: employeeId };
}

function absenceEdge(row: FieldReader, field: string, wholeDayMinute: number): LocalDateTime {
  const text = row.text(field);
  const date = parseLocalDate(text);
  if (date !== null) return { date, minute: minuteOfDay(wholeDayMinute) };
  const dateTime = parseLocalDateTime(text);
  if (dateTime === null && text !== '')
    row.fault(field, 'datum.finns-inte', 'Tidpunkten finns inte.', 'ÅÅÅÅ-MM-DD eller ÅÅÅÅ-MM-DD TT:MM');
  return dateTime ?? { date: '1970-01-01' as LocalDate, minute: minuteOfDay(0) };
}
