/** What a field of a form holds, as the API takes it. */
export type FieldValue = string | number | boolean | null | readonly string[];
export type FormValues = Readonly<Record<string, FieldValue>>;

interface FieldBase {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** An empty field is null where this is left out. */
  readonly isRequired?: boolean;
}

export interface FieldOption {
  readonly value: string;
  readonly label: string;
}

export type FormField = FieldBase &
  (
    | { readonly kind: 'text'; readonly lines?: number }
    | { readonly kind: 'password' }
    | { readonly kind: 'number'; readonly unit?: string }
    | { readonly kind: 'date' }
    | { readonly kind: 'time' }
    | { readonly kind: 'choice'; readonly options: readonly FieldOption[] }
    | { readonly kind: 'many'; readonly options: readonly FieldOption[] }
    | { readonly kind: 'check' }
  );

/** What stands in the boxes: text as it was typed, ticks, and lists of ticks. */
export type Draft = Readonly<Record<string, string | boolean | readonly string[]>>;

export type FieldFault = 'required' | 'notANumber' | 'notADate' | 'notATime';

export function draftOf(fields: readonly FormField[], values: FormValues): Draft {
  return Object.fromEntries(fields.map((field) => [field.name, boxOf(field, values[field.name] ?? null)]));
}

function boxOf(field: FormField, value: FieldValue): string | boolean | readonly string[] {
  switch (field.kind) {
    case 'check':
      return value === true;
    case 'many':
      return isList(value) ? value : [];
    case 'number':
      return typeof value === 'number' ? String(value).replace('.', ',') : '';
    case 'text':
    case 'password':
    case 'date':
    case 'time':
    case 'choice':
      return typeof value === 'string' ? value : '';
  }
}

export interface ReadDraft {
  readonly values: FormValues;
  readonly faults: Readonly<Record<string, FieldFault>>;
}

/** What the typed text means; a Swede's 26,5 is the number 26.5. */
export function readDraft(fields: readonly FormField[], draft: Draft): ReadDraft {
  const values: Record<string, FieldValue> = {};
  const faults: Record<string, FieldFault> = {};
  for (const field of fields) {
    const box = draft[field.name];
    const read = typeof box === 'string' ? readText(field, box.trim()) : { value: box ?? null };
    if ('fault' in read) faults[field.name] = read.fault;
    else values[field.name] = read.value;
    const isEmpty = 'value' in read && (read.value === null || (isList(read.value) && read.value.length === 0));
    if (field.isRequired === true && isEmpty) faults[field.name] = 'required';
  }
  return { values, faults };
}

function readText(field: FormField, text: string): { readonly value: FieldValue } | { readonly fault: FieldFault } {
  if (text === '') return { value: null };
  if (field.kind === 'date' && !/^\d{4}-\d{2}-\d{2}$/.test(text)) return { fault: 'notADate' };
  if (field.kind === 'time' && !/^\d{2}:\d{2}$/.test(text)) return { fault: 'notATime' };
  if (field.kind !== 'number') return { value: text };
  const typed = Number(
    text
      .replace(/[\s\u00a0]/g, '')
      .replace(',', '.')
      .replace('\u2212', '-'),
  );
  return Number.isFinite(typed) ? { value: typed } : { fault: 'notANumber' };
}

/** The fields whose value is another: only they are sent, so that nobody else's change is written over. */
export function changedValues(before: FormValues, after: FormValues): FormValues {
  return Object.fromEntries(Object.entries(after).filter(([name, value]) => !isSame(value, before[name] ?? null)));
}

export interface Collision {
  readonly name: string;
  readonly theirs: FieldValue;
  readonly mine: FieldValue;
}

/** The fields that I changed and that somebody else, since I began, changed to another value than mine. */
export function collisionsOf(begun: FormValues, theirs: FormValues, mine: FormValues): readonly Collision[] {
  return Object.entries(changedValues(begun, mine))
    .map(([name, value]) => ({ name, theirs: theirs[name] ?? null, mine: value }))
    .filter(({ name, theirs: now, mine: wish }) => !isSame(now, begun[name] ?? null) && !isSame(now, wish));
}

const isList = (value: FieldValue): value is readonly string[] => typeof value === 'object' && value !== null;

function isSame(a: FieldValue, b: FieldValue): boolean {
  if (!isList(a) || !isList(b)) return a === b;
  return a.length === b.length && a.every((item) => b.includes(item));
}
