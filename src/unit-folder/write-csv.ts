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
  const lines = rows.map((cells) => names.map((name) => writeCell(cells[name] ?? '')).join(';'));
  return Buffer.from(`${BYTE_ORDER_MARK}${[names.join(';'), ...lines].join('\r\n')}\r\n`);
}

export const decimal = (value: number): string => String(value).replace('.', ',');

export const yesNo = (value: boolean): string => (value ? 'ja' : 'nej');

function writeCell(text: string): string {
  const guarded = NUMBER.test(text) ? text : withFormulaGuard(text);
  return /[";\t\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
