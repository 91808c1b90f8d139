import type { Checked } from '../errors.js';
import { FieldReader, type Cells } from '../parse/field-reader.js';
import type { WorkGroup } from './people.js';

/** One row of `grupper.csv`. */
export function parseWorkGroup(cells: Cells): Checked<WorkGroup> {
  const row = new FieldReader(cells);
  return row.checked({
    id: row.id('id'),
    name: row.text('namn'),
    premisesId: row.id('lokal'),
    kind: row.optionalOneOf('typ', ['ordinarie', 'demens']) ?? 'ordinarie',
  });
}
