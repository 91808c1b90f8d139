import { CsvError, parse } from 'csv-parse/sync';
import { decodeText } from './decode-text.js';
import type { ImportReport } from './import-fault.js';
import { normaliseColumn } from './normalise-column.js';
import { withoutFormulaGuard } from './formula-guard.js';

export interface CsvColumn {
  readonly name: string;
  readonly isRequired: boolean;
}

export interface CsvRow {
  /** As a spreadsheet counts: 1 is the header. */
  readonly number: number;
  readonly cells: ReadonlyMap<string, string>;
}

export const MAX_FILE_BYTES = 10 * 1024 * 1024;
const MAX_ROWS = 50_000;

/**
 * The rows of one CSV file by column name. Tolerates what spreadsheets do to such files (encoding, delimiter, line ends,
 * header case, å ä ö, blank rows, columns of others) and reports what cannot be read; then the answer is null.
 */
export function readCsv(
  file: string,
  content: Uint8Array,
  columns: readonly CsvColumn[],
  report: ImportReport,
): readonly CsvRow[] | null {
  const refuse = (code: string, message: string, expected: string, row: number | null = null, value = ''): null => {
    report.fault({ file, row, column: null, value, code, message, expected });
    return null;
  };
  if (content.byteLength > MAX_FILE_BYTES) return refuse('for-stor', 'Filen är för stor.', 'högst 10 MB');
  const decoded = decodeText(content);
  if (!decoded.ok) return refuse(decoded.code, decoded.message, 'CSV i UTF-8 eller Windows-1252');
  if (decoded.text.trim() === '') return refuse('tom-fil', 'Filen är tom.', `en rubrikrad: ${names(columns)}`);
  const records = splitRecords(decoded.text);
  if (!records.ok)
    return refuse(
      'citattecken',
      'Ett citattecken öppnas eller stängs fel.',
      'citattecken runt hela cellen',
      records.row,
    );
  const header = records.rows.findIndex((cells) => !isBlank(cells));
  if (records.rows.length - header - 1 > MAX_ROWS) {
    return refuse('for-manga-rader', 'Filen har för många rader.', `högst ${MAX_ROWS} rader`);
  }
  const places = placeColumns(file, header + 1, records.rows[header] ?? [], columns, report);
  return places === null ? null : readRows(file, header, records, places, report);
}

/** The headings of a file, as written; null: it is no table. */
export function headerOfCsv(content: Uint8Array): readonly string[] | null {
  if (content.byteLength > MAX_FILE_BYTES) return null;
  const decoded = decodeText(content);
  if (!decoded.ok) return null;
  const firstLine = /^[^\r\n]*\S[^\r\n]*$/m.exec(decoded.text)?.[0];
  const records = firstLine === undefined ? null : splitRecords(firstLine);
  return records?.ok === true ? (records.rows[0] ?? null) : null;
}

interface Records {
  readonly ok: true;
  readonly rows: readonly (readonly string[])[];
  readonly delimiter: string;
}

function splitRecords(text: string): Records | { readonly ok: false; readonly row: number } {
  const delimiter = delimiterOf(text);
  try {
    const rows = parse(text, { delimiter, record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true });
    return { ok: true, rows, delimiter };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const readBefore: unknown = Reflect.get(error, 'records');
    return { ok: false, row: (typeof readBefore === 'number' ? readBefore : 0) + 1 };
  }
}

/** The one of `;` `,` and tab that the header holds most of. */
function delimiterOf(text: string): string {
  const headerLine = /[^\r\n]+/.exec(text)?.[0] ?? '';
  const count = (delimiter: string): number => headerLine.split(delimiter).length;
  return [';', ',', '\t'].reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
}

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

/** Where each known column stands; null where one is missing or written twice. */
function placeColumns(
  file: string,
  headerRow: number,
  header: readonly string[],
  columns: readonly CsvColumn[],
  report: ImportReport,
): readonly (string | null)[] | null {
  const written = header.map(normaliseColumn);
  const known = new Set(columns.map(({ name }) => name));
  const before = report.faults.length;
  const fault = (code: string, column: string, message: string): void =>
    report.fault({ file, row: headerRow, column, value: header.join(' '), code, message, expected: names(columns) });
  for (const { name, isRequired } of columns) {
    const times = written.filter((column) => column === name).length;
    if (times === 0 && isRequired) fault('kolumn-saknas', name, `Kolumnen ”${name}” saknas.`);
    if (times > 1) fault('kolumn-dubbel', name, `Kolumnen ”${name}” finns ${times} gånger.`);
  }
  written.forEach((column, index) => {
    if (column === '' || known.has(column)) return;
    const message = `Kolumnen ”${header[index] ?? ''}” är okänd och används inte.`;
    report.note({ file, row: headerRow, column: header[index] ?? '', value: '', code: 'okand-kolumn', message });
  });
  if (report.faults.length > before) return null;
  return written.map((column) => (known.has(column) ? column : null));
}

function readRows(
  file: string,
  headerIndex: number,
  { rows, delimiter }: Records,
  places: readonly (string | null)[],
  report: ImportReport,
): readonly CsvRow[] {
  const read: CsvRow[] = [];
  rows.slice(headerIndex + 1).forEach((cells, index) => {
    if (isBlank(cells)) return;
    const number = headerIndex + index + 2;
    const trailing = cells.slice(places.length);
    if (cells.length < places.length || !isBlank(trailing)) {
      reportCellCount(file, number, cells, places.length, delimiter, report);
      return;
    }
    read.push({ number, cells: namedCells(cells, places) });
  });
  return read;
}

function namedCells(cells: readonly string[], places: readonly (string | null)[]): ReadonlyMap<string, string> {
  const named = new Map<string, string>();
  places.forEach((column, index) => {
    const cell = (cells[index] ?? '').trim();
    if (column !== null && cell !== '') named.set(column, withoutFormulaGuard(cell));
  });
  return named;
}

function reportCellCount(
  file: string,
  row: number,
  cells: readonly string[],
  expected: number,
  delimiter: string,
  report: ImportReport,
): void {
  const other = [';', ',', '\t'].find(
    (candidate) => candidate !== delimiter && (cells[0] ?? '').split(candidate).length === expected,
  );
  const isOtherDelimiter = cells.length === 1 && other !== undefined;
  report.fault({
    file,
    row,
    column: null,
    value: cells.join(delimiter),
    code: isOtherDelimiter ? 'avgransare' : 'antal-celler',
    message: isOtherDelimiter
      ? 'Raden har en annan avgränsare än rubriken.'
      : `Raden har ${cells.length} celler men rubriken ${expected}.`,
    expected: isOtherDelimiter ? `samma avgränsare i hela filen` : `${expected} celler`,
  });
}

const names = (columns: readonly CsvColumn[]): string =>
  columns.map(({ name, isRequired }) => (isRequired ? `${name}*` : name)).join(' ');
