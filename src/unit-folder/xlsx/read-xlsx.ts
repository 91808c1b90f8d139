import ExcelJS from 'exceljs';
import { withFormulaGuard } from '../formula-guard.js';
import type { ImportFault, ImportNote } from '../import-fault.js';
import { normaliseColumn } from '../normalise-column.js';
import { MAX_FILE_BYTES } from '../read-csv.js';
import { csvText } from '../write-csv.js';
import { cellText } from './cell-text.js';
import { checkZip } from './check-zip.js';
import { columnKind } from './column-kinds.js';

export type XlsxRead =
  | { readonly ok: true; readonly csv: Buffer; readonly notes: readonly ImportNote[] }
  | { readonly ok: false; readonly faults: readonly ImportFault[] };

const OLD_OR_LOCKED = 'd0cf11e0';
const ZIP = '504b0304';

/**
 * A workbook as the CSV file it could have been, row by row, so that the same reader judges both and names the same rows.
 * Formulas count by their kept value; hidden sheets are left alone.
 *
 * @param fileName of the unit folder, e.g. `pass.csv`: says which columns are dates and times
 */
export async function readXlsx(fileName: string, content: Uint8Array): Promise<XlsxRead> {
  const refuse = (
    code: string,
    message: string,
    expected = 'en arbetsbok (.xlsx) utan lösenord och makron, eller CSV',
  ) =>
    ({ ok: false, faults: [{ file: fileName, row: null, column: null, value: '', code, message, expected }] }) as const;
  if (content.byteLength > MAX_FILE_BYTES) return refuse('for-stor', 'Filen är för stor.', 'högst 10 MB');
  const signature = Buffer.from(content.subarray(0, 4)).toString('hex');
  if (signature === OLD_OR_LOCKED) {
    return refuse('xlsx.losenord', 'Filen är skyddad med lösenord eller sparad i det gamla formatet .xls.');
  }
  if (signature !== ZIP) return refuse('inte-xlsx', 'Filen är ingen arbetsbok, fast den heter så.');
  const zip = checkZip(content);
  if (!zip.ok) return refuse(zip.code, zip.message);
  const workbook = await open(content);
  if (workbook === null) return refuse('xlsx.trasig', 'Filen är skadad och kan inte öppnas.');
  const sheets = workbook.worksheets.filter((sheet) => sheet.actualRowCount > 0);
  const visible = sheets.filter((sheet) => sheet.state === 'visible');
  const [sheet] = visible;
  if (sheet === undefined)
    return refuse('tom-fil', 'Arbetsboken har inget synligt blad med innehåll.', 'ett blad med en rubrikrad');
  if (visible.length > 1) {
    const names = visible.map(({ name }) => `”${name}”`).join(', ');
    return refuse(
      'flera-blad',
      `Arbetsboken har flera blad med innehåll: ${names}.`,
      'ett blad; dölj eller ta bort de andra',
    );
  }
  const hidden = sheets.length - visible.length;
  return readSheet(fileName, sheet, hidden === 0 ? [] : [hiddenSheetsNote(fileName, hidden)]);
}

async function open(content: Uint8Array): Promise<ExcelJS.Workbook | null> {
  const workbook = new ExcelJS.Workbook();
  try {
    // A copy: the library takes nothing but an ArrayBuffer of its own.
    await workbook.xlsx.load(new Uint8Array(content).buffer);
    return workbook;
  } catch {
    return null;
  }
}

function readSheet(fileName: string, sheet: ExcelJS.Worksheet, notes: readonly ImportNote[]): XlsxRead {
  const faults: ImportFault[] = [];
  const header = headerOf(sheet);
  const rows: string[][] = [];
  for (let number = 1; number <= sheet.rowCount; number += 1) {
    const row = sheet.getRow(number);
    rows.push(
      header.map((column, index) => {
        const cell = row.getCell(index + 1);
        const place = { file: fileName, row: number, column, value: '' };
        if (cell.type === ExcelJS.ValueType.Merge) {
          faults.push({
            ...place,
            code: 'sammanslagna-celler',
            message: `Cellen är sammanslagen med ${cell.master.address}.`,
            expected: 'ett värde i varje cell',
          });
          return '';
        }
        const read = cellText(cell, number === 1 ? null : columnKind(fileName, column));
        if (read.ok) return withFormulaGuard(read.text);
        faults.push({ ...place, code: read.code, message: read.message, expected: 'ett värde' });
        return '';
      }),
    );
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, csv: csvText(rows), notes };
}

/** The columns by name, as wide as the sheet: the first row with anything in it. */
function headerOf(sheet: ExcelJS.Worksheet): readonly string[] {
  const width = sheet.columnCount;
  for (let number = 1; number <= sheet.rowCount; number += 1) {
    const row = sheet.getRow(number);
    if (!row.hasValues) continue;
    return Array.from({ length: width }, (_, index) => normaliseColumn(row.getCell(index + 1).text));
  }
  return [];
}

const hiddenSheetsNote = (file: string, hidden: number): ImportNote => ({
  file,
  row: null,
  column: null,
  value: '',
  code: 'dolda-blad',
  message: `${hidden} dolda blad är inte lästa.`,
});
