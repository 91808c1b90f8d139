import type { PremisesAnswer, WorkGroupAnswer } from '@hemtjanst/contracts';
import { optionsOf } from '../../lib/field-options.js';
import type { FieldOption, FieldValue, FormField, FormValues } from '../../lib/form-values.js';
import type { registerTexts } from '../../text/pages/register.js';
import type { termTexts } from '../../text/pages/terms.js';

interface FieldWords {
  readonly words: (typeof registerTexts)['sv'];
  readonly terms: (typeof termTexts)['sv'];
}

const codeField = ({ words }: FieldWords): FormField => ({
  kind: 'text',
  name: 'code',
  label: words.code,
  isRequired: true,
});

/** The number is given once and never changes. */
export function premisesFields(texts: FieldWords, isNew: boolean): readonly FormField[] {
  const { name, places } = texts.words;
  return [
    ...(isNew ? [codeField(texts)] : []),
    { kind: 'text', name: 'name', label: name, isRequired: true },
    { kind: 'text', name: 'address', label: places.address },
    { kind: 'number', name: 'lat', label: places.lat, hint: places.coordinateHint, isRequired: true },
    { kind: 'number', name: 'lon', label: places.lon, isRequired: true },
  ];
}

export function workGroupFields(
  texts: FieldWords,
  premises: readonly FieldOption[],
  isNew: boolean,
): readonly FormField[] {
  const { name, places } = texts.words;
  return [
    ...(isNew ? [codeField(texts)] : []),
    { kind: 'text', name: 'name', label: name, isRequired: true },
    { kind: 'choice', name: 'kind', label: places.kind, options: optionsOf(texts.terms.groupKind), isRequired: true },
    { kind: 'choice', name: 'premisesId', label: places.base, options: premises, isRequired: true },
  ];
}

export const premisesValues = ({ name, address, coordinate }: PremisesAnswer): FormValues => ({
  name,
  address,
  lat: coordinate.lat,
  lon: coordinate.lon,
});

export const workGroupValues = ({ name, kind, premisesId }: WorkGroupAnswer): FormValues => ({
  name,
  kind,
  premisesId,
});

type Sent = Readonly<Record<string, FieldValue | { readonly lat: FieldValue; readonly lon: FieldValue }>>;

/** Latitude and longitude go together, and only when one of them has changed. */
export function premisesChange({ lat, lon, ...others }: FormValues, before: FormValues): Sent {
  if (lat === undefined && lon === undefined) return others;
  return { ...others, coordinate: { lat: lat ?? before['lat'] ?? null, lon: lon ?? before['lon'] ?? null } };
}
