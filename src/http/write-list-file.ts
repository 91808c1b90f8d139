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

async function writeXlsxList({ name, columns, rows }: ListFile): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(name.slice(0, 31), { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.addRow([...columns]).font = { bold: true };
  // A string in a cell is a shared string of the workbook: only an object with `formula` would be one.
  for (const row of rows) sheet.addRow([...row]);
  columns.forEach((column, index) => {
    const longest = rows.reduce((most, row) => Math.max(most, String(row[index] ?? '').length), column.length);
    sheet.getColumn(index + 1).width = Math.min(WIDEST_COLUMN, longest + 2);
  });
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
