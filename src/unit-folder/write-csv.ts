import { withFormulaGuard } from './formula-guard.js';
import type { CsvColumn } from './read-csv.js';

/** One row by column name; null and missing are empty cells. */
export type CsvCells = Readonly<Record<string, string | null | undefined>>;

const BYTE_ORDER_MARK = '\ufeff';
/** Numbers keep their minus sign; everything else that a spreadsheet would run is guarded. */
const NUMBER = /^-?\d+(,\d+)?$/;

/** Semicolon, UTF-8 with BOM, CRLF: what spreadsheets with Swedish settings open without asking (domain.md section 8). */
export function writeCsv(columns: readonly CsvColumn[], rows: readonly CsvCells[]): Buffer {
  const names = columns.map(({ name }) => name);
  return csvText([names, ...rows.map((cells) => names.map((name) => guarded(cells[name] ?? '')))]);
}

/** Rows of finished cells as a file; what a cell holds is put in quotes where it must be, and nothing else is done to it. */
export function csvText(rows: readonly (readonly string[])[]): Buffer {
  const lines = rows.map((cells) => cells.map(quoted).join(';'));
  return Buffer.from(`${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`);
}

export const decimal = (value: number): string => String(value).replace('.', ',');

export const yesNo = (value: boolean): string => (value ? 'ja' : 'nej');

const guarded = (text: string): string => (NUMBER.test(text) ? text : withFormulaGuard(text));

const quoted = (text: string): string => (/[";\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
