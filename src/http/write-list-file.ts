import ExcelJS from 'exceljs';
import { withFormulaGuard } from '../unit-folder/formula-guard.js';
import { csvText } from '../unit-folder/write-csv.js';
import type { ListCell, ListFile } from './list-file.js';

export type FileFormat = 'csv' | 'xlsx';

export const MEDIA_TYPES: Readonly<Record<FileFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** CSV as Swedish spreadsheets open it (semicolon, decimal comma, BOM), or an XLSX workbook of one sheet. */
export async function writeListFile(list: ListFile, format: FileFormat): Promise<Buffer> {
  return format === 'csv' ? writeCsvList(list) : writeXlsxList(list);
}

function writeCsvList({ columns, rows }: ListFile): Buffer {
  const cellText = (cell: ListCell): string => {
    if (cell === null) return '';
    return typeof cell === 'number' ? String(cell).replace('.', ',') : withFormulaGuard(cell);
  };
  return csvText([columns.map(withFormulaGuard), ...rows.map((row) => row.map(cellText))]);
}

/** The widest a column is made: longer texts are cut by the spreadsheet, not by us. */
const WIDEST_COLUMN = 60;

async function writeXlsxList(list: ListFile): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const names = new SheetNames();
  addSheet(workbook, names.next(list.name), list.columns, list.rows);
  for (const [name, rows] of rowsPerSheet(list)) addSheet(workbook, names.next(name), list.columns, rows);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function addSheet(workbook: ExcelJS.Workbook, name: string, columns: readonly string[], rows: ListFile['rows']): void {
  const sheet = workbook.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: 1 }],
    // On paper: lying, as wide as the page, the headings on every page.
    pageSetup: { paperSize: A4, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  sheet.pageSetup.printTitlesRow = '1:1';
  sheet.addRow([...columns]).font = { bold: true };
  // A string in a cell is a shared string of the workbook: only an object with `formula` would be one.
  for (const row of rows) sheet.addRow([...row]);
  columns.forEach((column, index) => {
    const longest = rows.reduce((most, row) => Math.max(most, String(row[index] ?? '').length), column.length);
    sheet.getColumn(index + 1).width = Math.min(WIDEST_COLUMN, longest + 2);
  });
}

function rowsPerSheet({
  columns,
  rows,
  sheetPer = [],
}: ListFile): ReadonlyMap<string, readonly (readonly ListCell[])[]> {
  const sheets = new Map<string, (readonly ListCell[])[]>();
  if (sheetPer.length === 0) return sheets;
  const places = sheetPer.map((column) => columns.indexOf(column));
  for (const row of rows) {
    const name = places.map((at) => String(row[at] ?? '')).join(' ');
    const sheet = sheets.get(name);
    if (sheet === undefined) sheets.set(name, [row]);
    else sheet.push(row);
  }
  return sheets;
}

const A4 = 9;
/** What a spreadsheet takes: so long, none of `\\ / * ? : [ ]`, no apostrophe at an end, and each name once, whatever its case. */
const LONGEST_SHEET_NAME = 31;

class SheetNames {
  private readonly used = new Set<string>();

  next(wished: string): string {
    const safe = wished.replaceAll(/[\\/*?:[\]\p{Cc}]/gu, '-').replaceAll(/^[\s']+|[\s']+$/g, '') || 'Blad';
    for (let count = 1; ; count += 1) {
      const ending = count === 1 ? '' : ` (${count})`;
      const cut = safe.slice(0, LONGEST_SHEET_NAME - ending.length);
      const name = `${cut.replace(/[\s']+$/, '')}${ending}`;
      if (this.used.has(name.toLowerCase())) continue;
      this.used.add(name.toLowerCase());
      return name;
    }
  }
}
