import type { Checked } from '../errors.js';
import { FieldReader, type Cells } from '../parse/field-reader.js';
import { readInterval } from '../registered-time/read-interval.js';
import type { HistoryVisit } from './people.js';

/** One row of `historik.csv`: a visit on one day. Without `typ` it was an ordinary visit. */
export function parseHistoryVisit(cells: Cells): Checked<HistoryVisit> {
  const row = new FieldReader(cells);
  const { startsAt, endsAt } = readInterval(row, 'start', 'slut');
  row.rule(
    startsAt.date === endsAt.date,
    ['slut', 'start'],
    'over-midnatt',
    'Besöket går över midnatt.',
    'start och slut samma dag',
  );
  return row.checked({
    brukareId: row.id('kundnr'),
    employeeId: row.id('anstnr'),
    onDate: startsAt.date,
    startsAt: startsAt.minute,
    endsAt: endsAt.minute,
    kind: row.optionalText('typ')?.toLowerCase() ?? 'besok',
  });
}
