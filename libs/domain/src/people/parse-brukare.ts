import type { Checked } from '../errors.js';
import { FieldReader, type Cells } from '../parse/field-reader.js';
import type { Brukare } from './people.js';

/** A brukare as written: without a group where the area of the address shall decide. */
export type BrukareRow = Omit<Brukare, 'workGroupId'> & { readonly workGroupId: string | null };

/** Home care is for adults of any age; the oldest living person in Sweden is below 115. */
const EARLIEST_BIRTH_YEAR = 1905;
const LATEST_BIRTH_YEAR = 2025;

/** One row of `kunder.csv`. A protected identity may lack address and coordinate (domain.md section 9). */
export function parseBrukare(cells: Cells): Checked<BrukareRow> {
  const row = new FieldReader(cells);
  const isProtected = row.yesNo('skyddad', false);
  return row.checked({
    id: row.id('kundnr'),
    name: row.text('namn'),
    birthYear: row.whole('fodelsear', { min: EARLIEST_BIRTH_YEAR, max: LATEST_BIRTH_YEAR }),
    gender: row.optionalOneOf('kon', ['K', 'M']),
    address: isProtected ? (row.optionalText('adress') ?? '') : row.text('adress'),
    coordinate: isProtected ? row.optionalCoordinate('lat', 'lon') : row.coordinate('lat', 'lon'),
    workGroupId: row.optionalId('grupp'),
    kontaktmanId: row.optionalId('kontaktman'),
    fastOmsorgskontaktId: row.optionalId('fast_omsorgskontakt'),
    keyKind: row.optionalOneOf('nyckel', ['nyckelfri', 'portkod', 'metall']) ?? 'nyckelfri',
    floor: row.optionalWhole('vaning', { min: -5, max: 60 }) ?? 0,
    hasLift: row.yesNo('hiss', false),
    doorMinutes: row.optionalWhole('dorr_minuter', { min: 0, max: 60 }),
    isProtected,
    wishedGender: row.optionalOneOf('onskar_kon', ['K', 'M']),
    bannedEmployeeIds: row.ids('ej_personal'),
    pets: row.manyOf('husdjur', ['hund', 'katt']),
    isSmoker: row.yesNo('rokare', false),
    language: row.optionalText('sprak'),
  });
}
