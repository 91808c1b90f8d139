import { optionsOf } from '../../lib/field-options.js';
import type { FieldOption } from '../../lib/form-values.js';
import type { Formats } from '../../lib/format.js';
import { settingsTexts } from '../../text/pages/settings.js';
import { recordTexts } from '../../text/pages/records.js';
import { termTexts } from '../../text/pages/terms.js';
import { useTextsOf, useWording } from '../../text/texts.js';
import type { SettingWords } from './setting-fields.js';

const CHOICES: readonly (readonly string[])[] = [
  ['hard', 'soft'],
  ['month', 'week'],
  ['performed-per-staff', 'ordered-per-staff', 'performed-per-ordered'],
];

/** The words of the settings' parts and values, in the chosen language. */
export function useSettingWords() {
  const { formats } = useWording();
  const words = useTextsOf(settingsTexts);
  const terms = useTextsOf(termTexts);
  const records = useTextsOf(recordTexts);
  const known: Readonly<Record<string, string>> = { ...terms.mode, ...terms.insats, ...words.words };
  const choices: Readonly<Record<string, string>> = words.choices;
  const wordOf = (part: string): string => known[part] ?? (/^\d+$/.test(part) ? String(Number(part)) : part);
  const choicesOf = (word: string): readonly FieldOption[] | null => {
    const found = CHOICES.find((one) => one.includes(word));
    return found?.map((value) => ({ value, label: choices[value] ?? value })) ?? null;
  };
  return {
    formOf: (label: string, unit: string | null): SettingWords => ({
      label,
      unit,
      listHint: words.listHint,
      wordOf,
      choicesOf,
      insatser: optionsOf(terms.insats),
    }),
    shown: (value: unknown, unit: string | null): string =>
      shownValue(value, unit, {
        formats,
        wordOf: (part) => choices[part] ?? wordOf(part),
        records,
        empty: words.empty,
      }),
  };
}

interface ShownWith {
  readonly formats: Formats;
  readonly wordOf: (part: string) => string;
  readonly records: { readonly yes: string; readonly no: string };
  readonly empty: string;
}

function shownValue(value: unknown, unit: string | null, shown: ShownWith): string {
  if (typeof value === 'boolean') return value ? shown.records.yes : shown.records.no;
  if (typeof value === 'number') return numberText(value, unit, shown.formats);
  if (typeof value !== 'object' || value === null) return shown.wordOf(String(value));
  if (Array.isArray(value)) {
    return value.length === 0 ? shown.empty : value.map((item) => shownValue(item, null, shown)).join(', ');
  }
  return Object.entries(value)
    .map(([part, inner]) => `${shown.wordOf(part)} ${shownValue(inner, unit, shown)}`)
    .join(', ');
}

/** "andel av ramen", "share of the frame". */
const SHARE = /^(?:andel|share)(?<of>.*)$/;

/** A share is read as percent; other units stand after the number. */
function numberText(value: number, unit: string | null, formats: Formats): string {
  const share = SHARE.exec(unit ?? '');
  if (share !== null) return `${formats.decimal(value * 100)}\u00a0%${share.groups?.of ?? ''}`;
  return unit === null ? formats.exact(value) : `${formats.exact(value)} ${unit}`;
}
