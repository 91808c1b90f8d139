import type { Checked } from '../errors.js';
import { FieldReader, type Cells } from '../parse/field-reader.js';
import { minutes } from '../time/units.js';
import type { Shift } from './people.js';

/** A shift as written: travel mode and group fall back to the employee's own. */
export type ShiftRow = Omit<Shift, 'mode' | 'workGroupId'> & {
  readonly mode: Shift['mode'] | null;
  readonly workGroupId: string | null;
};

/** One row of `pass.csv`: never crosses midnight, and the rast has room. */
export function parseShift(cells: Cells): Checked<ShiftRow> {
  const row = new FieldReader(cells);
  const shift: ShiftRow = {
    id: row.id('passid'),
    employeeId: row.id('anstnr'),
    onDate: row.date('datum'),
    startsAt: row.timeOfDay('start'),
    endsAt: row.timeOfDay('slut'),
    breakMinutes: row.optionalMinutes('rast_min', { min: 0, max: 240 }) ?? minutes(0),
    premisesId: row.id('lokal'),
    mode: row.optionalOneOf('fardsatt', ['gang', 'cykel', 'elcykel', 'bil']),
    workGroupId: row.optionalId('grupp'),
    isLarmansvarig: row.yesNo('larmansvar', false),
  };
  row.rule(
    shift.endsAt > shift.startsAt,
    ['slut', 'start'],
    'slut-fore-start',
    'Passet slutar inte efter att det börjar. Ett pass går aldrig över midnatt.',
    `senare än ${row.raw('start')} samma dag`,
  );
  row.rule(
    shift.endsAt <= shift.startsAt || shift.breakMinutes < shift.endsAt - shift.startsAt,
    ['rast_min', 'start', 'slut'],
    'rast-for-lang',
    'Rasten är lika lång som passet eller längre.',
    `mindre än ${shift.endsAt - shift.startsAt} minuter`,
  );
  return row.checked(shift);
}
