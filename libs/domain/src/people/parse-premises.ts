import type { Checked } from '../errors.js';
import { FieldReader, type Cells } from '../parse/field-reader.js';
import type { Premises } from './people.js';

/** One row of `lokaler.csv`. */
export function parsePremises(cells: Cells): Checked<Premises> {
  const row = new FieldReader(cells);
  return row.checked({
    id: row.id('id'),
    name: row.text('namn'),
    address: row.optionalText('adress'),
    coordinate: row.coordinate('lat', 'lon'),
  });
}
