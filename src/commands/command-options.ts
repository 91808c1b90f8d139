import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type IsoWeek, parseIsoWeek } from '@hemtjanst/domain';
import { type CommandIo, EXIT, fail } from './command-io.js';

/** A command's `--name value` options and its other words. */
export interface CommandOptions {
  readonly values: Readonly<Record<string, string | undefined>>;
  readonly words: readonly string[];
}

/** @throws CommandFailure (bad input) for an unknown option or one without a value. */
export function readOptions(args: readonly string[], names: readonly string[], allowWords = false): CommandOptions {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])),
      allowPositionals: allowWords,
    });
    return { values: values, words: positionals };
  } catch (error) {
    return fail(EXIT.badInput, error instanceof Error ? error.message : String(error));
  }
}

export function requiredOption({ values }: CommandOptions, name: string): string {
  return values[name] ?? fail(EXIT.badInput, `--${name} is missing`);
}

/** A whole number within the limits; the default where the option is left out. */
export function wholeNumberOption(
  { values }: CommandOptions,
  name: string,
  byDefault: number,
  from: number,
  to: number,
): number {
  const text = values[name];
  if (text === undefined) return byDefault;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < from || value > to) {
    return fail(EXIT.badInput, `--${name} ${text}: a whole number ${from}–${to} expected`);
  }
  return value;
}

/** A number of seconds, fractions allowed. */
export function secondsOption({ values }: CommandOptions, name: string, byDefault: number): number {
  const text = values[name];
  if (text === undefined) return byDefault;
  const value = Number(text);
  if (!/^\d+(\.\d+)?$/.test(text) || value > 86_400)
    return fail(EXIT.badInput, `--${name} ${text}: seconds 0–86400 expected`);
  return value;
}

export function weekOption(options: CommandOptions): IsoWeek {
  const text = requiredOption(options, 'week');
  return parseIsoWeek(text) ?? fail(EXIT.badInput, `--week ${text}: an ISO week such as 2026-W10 expected`);
}

export const resolvePath = (io: CommandIo, file: string): string => path.resolve(io.cwd, file);

/** @throws CommandFailure (bad input) naming the file where it cannot be read or is not JSON. */
export function readJsonFile(io: CommandIo, file: string): unknown {
  const text = readTextFile(io, file);
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    return fail(EXIT.badInput, `${file}: not JSON (${error instanceof Error ? error.message : String(error)})`);
  }
}

function readTextFile(io: CommandIo, file: string): string {
  try {
    return readFileSync(resolvePath(io, file), 'utf8');
  } catch {
    return fail(EXIT.badInput, `${file}: cannot be read`);
  }
}
