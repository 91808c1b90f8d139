import type { Checked } from '../errors.js';
import { FieldReader, type Cells } from '../parse/field-reader.js';
import type { Employee } from './people.js';

/** One row of `personal.csv`. */
export function parseEmployee(cells: Cells): Checked<Employee> {
  const row = new FieldReader(cells);
  const employment = row.oneOf('anstallning', ['tillsvidare', 'tim']);
  const rate = employmentRate(row);
  return row.checked({
    id: row.id('anstnr'),
    name: row.text('namn'),
    workGroupId: row.id('grupp'),
    title: row.oneOf('titel', ['underskoterska', 'vardbitrade']),
    employment,
    // An hourly employee has no share of full time, whatever the schedule system writes there.
    employmentRate: employment === 'tim' ? null : (rate ?? 1),
    competences: row.words('kompetenser').map((word) => word.toLowerCase()),
    mode: row.oneOf('fardsatt', ['gang', 'cykel', 'elcykel', 'bil']),
    gender: row.optionalOneOf('kon', ['K', 'M']),
    languages: row.words('sprak'),
    toleratesDogs: row.yesNo('tal_hund', true),
    toleratesCats: row.yesNo('tal_katt', true),
    toleratesSmoke: row.yesNo('tal_rok', true),
  });
}

/** Written as a share (0,75) or in per cent (75 or 75 %): nobody is employed to 2 % or to more than full time. */
function employmentRate(row: FieldReader): number | null {
  const field = 'sysselsattningsgrad';
  const percent = /^(\d{1,3}(?:[.,]\d+)?)\s*%$/.exec(row.raw(field))?.[1];
  const written =
    percent === undefined ? row.optionalDecimal(field, { min: 0, max: 100, above: true }) : toNumber(percent);
  if (written === null) return null;
  const share = percent === undefined && written <= 1 ? written : written / 100;
  row.rule(
    share > 0.02 && share <= 1,
    [field],
    'utanfor-granser',
    'Sysselsättningsgraden går inte att förstå.',
    '0,03–1 eller 3–100 %',
  );
  return share;
}

const toNumber = (text: string): number => Number(text.replace(',', '.'));
