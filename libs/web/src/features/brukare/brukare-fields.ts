import type { BrukareAnswer } from '@hemtjanst/contracts';
import { optionsOf } from '../../lib/field-options.js';
import type { FieldOption, FieldValue, FormField, FormValues } from '../../lib/form-values.js';
import type { registerTexts } from '../../text/pages/register.js';
import type { termTexts } from '../../text/pages/terms.js';

interface FieldWords {
  readonly words: (typeof registerTexts)['sv'];
  readonly terms: (typeof termTexts)['sv'];
}

interface FieldPeople {
  readonly groups: readonly FieldOption[];
  readonly employees: readonly FieldOption[];
  /** Only an undersköterska may be fast omsorgskontakt (socialtjänstlagen). */
  readonly underskoterskor: readonly FieldOption[];
}

export function brukareFields({ words, terms }: FieldWords, people: FieldPeople): readonly FormField[] {
  const { fields } = words.brukare;
  return [
    { kind: 'text', name: 'name', label: fields.name, isRequired: true },
    { kind: 'number', name: 'birthYear', label: fields.birthYear },
    { kind: 'choice', name: 'gender', label: fields.gender, options: optionsOf(terms.gender) },
    { kind: 'text', name: 'address', label: fields.address },
    { kind: 'number', name: 'lat', label: fields.lat, hint: fields.coordinateHint },
    { kind: 'number', name: 'lon', label: fields.lon },
    { kind: 'choice', name: 'workGroupId', label: fields.workGroupId, options: people.groups, isRequired: true },
    { kind: 'choice', name: 'kontaktmanId', label: fields.kontaktmanId, options: people.employees },
    {
      kind: 'choice',
      name: 'fastOmsorgskontaktId',
      label: fields.fastOmsorgskontaktId,
      hint: fields.fastHint,
      options: people.underskoterskor,
    },
    { kind: 'choice', name: 'keyKind', label: fields.keyKind, options: optionsOf(terms.key), isRequired: true },
    { kind: 'number', name: 'floor', label: fields.floor },
    { kind: 'number', name: 'doorMinutes', label: fields.doorMinutes, hint: fields.doorHint, unit: 'min' },
    { kind: 'choice', name: 'wishedGender', label: fields.wishedGender, options: optionsOf(terms.gender) },
    { kind: 'text', name: 'language', label: fields.language },
    { kind: 'check', name: 'hasLift', label: fields.hasLift },
    { kind: 'check', name: 'isSmoker', label: fields.isSmoker },
    { kind: 'check', name: 'isProtected', label: fields.isProtected },
    { kind: 'many', name: 'pets', label: fields.pets, options: optionsOf(terms.pets) },
    { kind: 'many', name: 'bannedEmployeeIds', label: fields.bannedEmployeeIds, options: people.employees },
  ];
}

export const newBrukareFields = (words: FieldWords, people: FieldPeople): readonly FormField[] => [
  { kind: 'text', name: 'code', label: words.words.brukare.fields.code, isRequired: true },
  ...brukareFields(words, people).map((field) =>
    field.name === 'birthYear' || field.name === 'address' ? { ...field, isRequired: true } : field,
  ),
];

export const brukareValues = (brukare: BrukareAnswer): FormValues => ({
  name: brukare.name,
  birthYear: brukare.birthYear,
  gender: brukare.gender,
  address: brukare.address,
  lat: brukare.coordinate?.lat ?? null,
  lon: brukare.coordinate?.lon ?? null,
  workGroupId: brukare.workGroupId,
  kontaktmanId: brukare.kontaktmanId,
  fastOmsorgskontaktId: brukare.fastOmsorgskontaktId,
  keyKind: brukare.keyKind,
  floor: brukare.floor,
  doorMinutes: brukare.doorMinutes,
  wishedGender: brukare.wishedGender,
  language: brukare.language,
  hasLift: brukare.hasLift,
  isSmoker: brukare.isSmoker,
  isProtected: brukare.isProtected,
  pets: brukare.pets,
  bannedEmployeeIds: brukare.bannedEmployeeIds,
});

export const NEW_BRUKARE: FormValues = {
  keyKind: 'nyckelfri',
  floor: 0,
  hasLift: false,
  isSmoker: false,
  isProtected: false,
  pets: [],
  bannedEmployeeIds: [],
};

/** What is sent: latitude and longitude go together, and a place is only changed when one of them is. */
export function brukareChange(
  change: FormValues,
  before: FormValues,
): Readonly<Record<string, FieldValue | { readonly lat: FieldValue; readonly lon: FieldValue }>> {
  const { lat, lon, ...others } = change;
  if (lat === undefined && lon === undefined) return others;
  const [north, east] = [lat ?? before['lat'] ?? null, lon ?? before['lon'] ?? null];
  if (lat === null || lon === null || north === null || east === null) return { ...others, coordinate: null };
  return { ...others, coordinate: { lat: north, lon: east } };
}
