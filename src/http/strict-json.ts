import type { ProblemFault } from './problem.js';

/** Why a text is not acceptable JSON; `values` holds faults of single values in otherwise well-formed JSON. */
export type StrictJson =
  | { readonly kind: 'ok'; readonly value: unknown }
  | { readonly kind: 'malformed'; readonly detail: string }
  | { readonly kind: 'values'; readonly faults: readonly ProblemFault[] };

const MAX_DEPTH = 32;
const MAX_STRING_CHARACTERS = 9999;
/** Characters that reorder the text around them: a name shown with them can pose as another. */
const DIRECTION_OVERRIDES = /[\u202a-\u202e\u2066-\u2069]/;

/**
 * JSON as RFC 8259 allows it, minus what JSON.parse accepts and nobody means: double keys, `__proto__`, nesting beyond
 * 32, numbers that lose digits, NUL and lone surrogates. Strings come out in Unicode NFC.
 */
export function parseStrictJson(text: string): StrictJson {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { kind: 'malformed', detail: 'Texten följer inte JSON.' };
  }
  const shapeFault = findShapeFault(text);
  if (shapeFault !== null) return { kind: 'malformed', detail: shapeFault };
  const faults: ProblemFault[] = [];
  const cleaned = cleanValue(value, '', faults);
  return faults.length > 0 ? { kind: 'values', faults } : { kind: 'ok', value: cleaned };
}

/** Walks the tokens of text that JSON.parse has already accepted, so only strings and brackets need a look. */
function findShapeFault(text: string): string | null {
  const open: (Set<string> | null)[] = [];
  const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]]/g;
  for (let token = tokens.exec(text); token !== null; token = tokens.exec(text)) {
    const [word] = token;
    if (word === '{' || word === '[') {
      open.push(word === '{' ? new Set() : null);
      if (open.length > MAX_DEPTH) return `Högst ${MAX_DEPTH} nivåer.`;
    } else if (word === '}' || word === ']') {
      open.pop();
    } else if (isKey(text, tokens.lastIndex)) {
      const key = String(JSON.parse(word));
      const keys = open.at(-1);
      if (key === '__proto__') return 'Fältnamnet __proto__ är inte tillåtet.';
      if (keys?.has(key) === true) return 'Samma fält står två gånger.';
      keys?.add(key);
    }
  }
  return null;
}

function isKey(text: string, afterString: number): boolean {
  const next = /\S/g;
  next.lastIndex = afterString;
  return next.exec(text)?.[0] === ':';
}

function cleanValue(value: unknown, pointer: string, faults: ProblemFault[]): unknown {
  if (typeof value === 'string') return cleanText(value, pointer, faults);
  if (typeof value === 'number') {
    if (isLossy(value))
      faults.push({ pointer, code: 'ogiltigt-varde', detail: 'Talet är utanför det som kan sparas.' });
    return value;
  }
  if (Array.isArray(value)) return value.map((item, index) => cleanValue(item, `${pointer}/${index}`, faults));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, cleanValue(item, `${pointer}/${escapePointer(key)}`, faults)]),
  );
}

/** The same check for a text that came in the address. */
export function cleanText(text: string, pointer: string, faults: ProblemFault[]): string {
  const code = 'ogiltigt-tecken';
  if (text.includes('\u0000')) faults.push({ pointer, code, detail: 'Texten har ett NUL-tecken.' });
  else if (/\p{Surrogate}/u.test(text)) faults.push({ pointer, code, detail: 'Texten har ett halvt tecken.' });
  else if (DIRECTION_OVERRIDES.test(text)) faults.push({ pointer, code, detail: 'Texten har dolda riktningstecken.' });
  if (text.length > MAX_STRING_CHARACTERS) {
    faults.push({ pointer, code: 'for-lang-text', detail: `Texten får ha högst ${MAX_STRING_CHARACTERS} tecken.` });
  }
  return text.normalize('NFC');
}

function isLossy(value: number): boolean {
  return !Number.isFinite(value) || Object.is(value, -0) || (Number.isInteger(value) && !Number.isSafeInteger(value));
}

/** RFC 6901. */
export function escapePointer(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
