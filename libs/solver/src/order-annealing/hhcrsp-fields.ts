/* Fields of the HHCRSP files, each refused by name. */

export function asRecord(value: unknown, what: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error(`Not a HHCRSP file: ${what}`);
  return value as Record<string, unknown>;
}

export function asList(value: unknown, what: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new Error(`Not a HHCRSP file: ${what} is no list`);
  return value as readonly unknown[];
}

export function asText(value: unknown, what: string): string {
  if (typeof value !== 'string') throw new Error(`Not a HHCRSP file: ${what} is no text`);
  return value;
}

export function asNumber(value: unknown, what: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new Error(`Not a HHCRSP file: ${what} is no number`);
  return value;
}
