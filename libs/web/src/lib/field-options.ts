import type { FieldOption } from './form-values.js';

/** The choices of a field whose values have words. */
export const optionsOf = (words: Readonly<Record<string, string>>): readonly FieldOption[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** The choices of a field that points at another record. */
export const recordOptions = (
  records: readonly { readonly id: string; readonly name: string; readonly code: string }[],
): readonly FieldOption[] =>
  records
    .toSorted((a, b) => a.name.localeCompare(b.name, 'sv'))
    .map(({ id, name, code }) => ({ value: id, label: `${name} (${code})` }));
