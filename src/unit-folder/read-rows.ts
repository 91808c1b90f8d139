import type { ImportReport } from './import-fault.js';
import { readCsv } from './read-csv.js';
import type { UnitFile } from './unit-files.js';

/** A record and the row of the file it came from. */
export interface ReadRow<Row> {
  readonly number: number;
  readonly record: Row;
}

/** What was read of one file. */
export interface ReadFile<Row> {
  readonly fileName: string;
  readonly rows: readonly ReadRow<Row>[];
  /** Every id the file holds, also of rows with faults; null where the file could not be read: then nobody can say what it lacks. */
  readonly ids: ReadonlySet<string> | null;
}

/** All rows of one file as records, each id once; faults go to the report and their rows are left out. */
export function readRows<Row>(
  file: UnitFile<Row>,
  content: Uint8Array | undefined,
  report: ImportReport,
): ReadFile<Row> {
  const { fileName } = file;
  if (content === undefined) {
    reportMissing(file, report);
    return { fileName, rows: [], ids: file.isRequired ? null : new Set() };
  }
  const csvRows = readCsv(fileName, content, file.columns, report);
  if (csvRows === null) return { fileName, rows: [], ids: null };
  if (csvRows.length === 0 && file.isRequired) reportEmpty(file, report);
  const seen = new Map<string, number>();
  const rows = csvRows.flatMap(({ number, cells }) => {
    reportDuplicate(file, number, cells, seen, report);
    const checked = file.parse(cells);
    if (checked.ok) return [{ number, record: checked.value }];
    for (const { field, ...fault } of checked.faults) {
      report.fault({ file: fileName, row: number, column: field, ...fault });
    }
    return [];
  });
  return { fileName, rows, ids: new Set(seen.keys()) };
}

function reportDuplicate<Row>(
  { fileName, idColumn }: UnitFile<Row>,
  number: number,
  cells: ReadonlyMap<string, string>,
  seen: Map<string, number>,
  report: ImportReport,
): void {
  const id = idColumn === null ? undefined : cells.get(idColumn);
  if (id === undefined) return;
  const first = seen.get(id);
  if (first === undefined) {
    seen.set(id, number);
    return;
  }
  const message = `Samma nummer finns redan på rad ${first}.`;
  report.fault({
    file: fileName,
    row: number,
    column: idColumn,
    value: id,
    code: 'dubblett',
    message,
    expected: 'varje nummer en gång',
  });
}

function reportMissing<Row>({ fileName, columns, isRequired }: UnitFile<Row>, report: ImportReport): void {
  const place = { file: fileName, row: null, column: null, value: '', code: 'fil-saknas' };
  const expected = columns.map(({ name }) => name).join(' ');
  if (isRequired) report.fault({ ...place, message: 'Filen saknas.', expected: `en fil med kolumnerna ${expected}` });
  else report.note({ ...place, message: 'Filen finns inte; det räknas som att den är tom.' });
}

function reportEmpty<Row>({ fileName }: UnitFile<Row>, report: ImportReport): void {
  report.fault({
    file: fileName,
    row: null,
    column: null,
    value: '',
    code: 'tom-fil',
    message: 'Filen har en rubrikrad men inga rader.',
    expected: 'minst en rad',
  });
}
