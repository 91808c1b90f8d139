import type { FieldOption, FieldValue, FormField, FormValues } from '../../lib/form-values.js';

/** How a setting's parts are called, and which choices a word has. */
export interface SettingWords {
  readonly label: string;
  readonly unit: string | null;
  readonly listHint: string;
  readonly wordOf: (part: string) => string;
  readonly insatser: readonly FieldOption[];
  /** The choices that the word is one of; null where it is free text. */
  readonly choicesOf: (word: string) => readonly FieldOption[] | null;
}

interface Leaf {
  readonly path: readonly string[];
  readonly value: unknown;
}

const TIME = /^\d{2}:\d{2}$/;

/** A setting as boxes to fill in: one for a number, several for what has parts. Names are paths, `morgon.earliest`. */
export function settingFields(value: unknown, words: SettingWords): readonly FormField[] {
  return leavesOf(value, []).map((leaf) => fieldOf(leaf, words));
}

export const settingValues = (value: unknown): FormValues =>
  Object.fromEntries(leavesOf(value, []).map(({ path, value: leaf }) => [path.join('.'), boxValue(leaf)]));

/** The setting with what the boxes say put in at their paths. */
export function settingWith(value: unknown, boxes: FormValues): unknown {
  return rebuilt(value, [], boxes);
}

function leavesOf(value: unknown, path: readonly string[]): readonly Leaf[] {
  if (!isParted(value)) return [{ path, value }];
  return Object.entries(value).flatMap(([part, inner]) => leavesOf(inner, [...path, part]));
}

/** A list of words or numbers is one box; a list of spans of hours has parts. */
function isParted(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  return !Array.isArray(value) || value.some((item) => typeof item === 'object');
}

function fieldOf({ path, value }: Leaf, words: SettingWords): FormField {
  const name = path.join('.');
  const label = path.length === 0 ? words.label : path.map(words.wordOf).join(', ');
  const unit = words.unit === null ? {} : { unit: words.unit };
  if (typeof value === 'boolean') return { kind: 'check', name, label };
  if (typeof value === 'number') return { kind: 'number', name, label, ...unit, isRequired: true };
  if (Array.isArray(value)) {
    return value.some((item) => typeof item === 'number')
      ? { kind: 'text', name, label, hint: words.listHint, isRequired: true }
      : { kind: 'many', name, label, options: words.insatser };
  }
  const word = String(value);
  if (TIME.test(word)) return { kind: 'time', name, label, isRequired: true };
  const options = words.choicesOf(word);
  return options === null
    ? { kind: 'text', name, label, isRequired: true }
    : { kind: 'choice', name, label, options, isRequired: true };
}

function boxValue(value: unknown): FieldValue {
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    return items.some((item) => typeof item === 'number') ? items.join('; ').replaceAll('.', ',') : items.map(String);
  }
  return typeof value === 'number' || typeof value === 'boolean' ? value : String(value);
}

function rebuilt(value: unknown, path: readonly string[], boxes: FormValues): unknown {
  if (isParted(value)) {
    const parts = Object.entries(value).map(([part, inner]) => [part, rebuilt(inner, [...path, part], boxes)] as const);
    return Array.isArray(value) ? parts.map(([, inner]) => inner) : Object.fromEntries(parts);
  }
  const box = boxes[path.join('.')];
  if (box === undefined) return value;
  if (Array.isArray(value) && typeof box === 'string') return numbersOf(box);
  return box;
}

/** Numbers between semicolons, or between commas where no semicolon stands. */
const numbersOf = (text: string): readonly number[] =>
  text
    .split(text.includes(';') ? ';' : ',')
    .map((part) => Number(part.trim().replace(',', '.')))
    .filter(Number.isFinite);
