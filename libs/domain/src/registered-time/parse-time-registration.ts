import type { Checked } from '../errors.js';
import { FieldReader, type Cells } from '../parse/field-reader.js';
import { readInterval } from './read-interval.js';
import type { TimeRegistration } from './time-registration.js';

/** One row of `registreringar.csv`. An adjustment has both times and a reason, or none of them. */
export function parseTimeRegistration(cells: Cells): Checked<TimeRegistration> {
  const row = new FieldReader(cells);
  return row.checked({
    id: row.id('registreringsnr'),
    brukareId: row.id('kundnr'),
    employeeId: row.id('anstnr'),
    ...readInterval(row, 'start', 'slut'),
    adjusted: readAdjustment(row),
    kind: row.optionalOneOf('typ', ['besok', 'larm', 'avbojt', 'bom']) ?? 'besok',
  });
}

function readAdjustment(row: FieldReader): TimeRegistration['adjusted'] {
  const isAdjusted = row.has('justerad_start') || row.has('justerad_slut');
  if (!isAdjusted) {
    row.rule(
      !row.has('orsak'),
      ['orsak'],
      'orsak-utan-justering',
      'Orsak är ifylld men inga justerade tider.',
      'tomt, eller justerade tider',
    );
    return null;
  }
  return { ...readInterval(row, 'justerad_start', 'justerad_slut'), reason: row.text('orsak') };
}
