import ExcelJS from 'exceljs';
import type { ColumnKind } from './column-kinds.js';

/** What a cell says, or why nobody can tell. */
export type CellText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly code: string; readonly message: string };

const MINUTES_A_DAY = 1440;
/** The day that serial number 0 stands for in workbooks of the 1900 system. */
const SERIAL_ZERO = Date.UTC(1899, 11, 30);

/** The text of a cell as a CSV file would have it: formulas by their kept value, dates and times as people write them. */
export function cellText(cell: ExcelJS.Cell, kind: ColumnKind | null): CellText {
  const { value } = cell;
  if (cell.type === ExcelJS.ValueType.Formula) {
    const result = cell.result as ExcelJS.CellValue;
    if (result === undefined || result === null) {
      return { ok: false, code: 'formel-utan-varde', message: 'Cellen har en formel utan sparat värde.' };
    }
    return valueText(result, cell.numFmt, kind);
  }
  return valueText(value, cell.numFmt, kind);
}

function valueText(value: ExcelJS.CellValue, format: string | undefined, kind: ColumnKind | null): CellText {
  if (value === null || value === undefined) return text('');
  if (typeof value === 'string') return text(value);
  if (typeof value === 'boolean') return text(value ? 'ja' : 'nej');
  if (typeof value === 'number') return text(numberText(value, kind));
  if (value instanceof Date) return text(instantText(value, format, kind));
  if ('richText' in value) return text(value.richText.map((part) => part.text).join(''));
  if ('hyperlink' in value) return text(typeof value.text === 'string' ? value.text : '');
  return { ok: false, code: 'excel-fel', message: 'Cellen visar ett fel i stället för ett värde.' };
}

/** A number is a number, but in a column of dates or times it is what a spreadsheet keeps them as. */
function numberText(value: number, kind: ColumnKind | null): string {
  const isSerialDay = value >= 20_000 && value < 80_000;
  if (kind === 'time' && value >= 0 && value <= 1) return timeText(Math.round(value * MINUTES_A_DAY));
  if ((kind === 'date' || kind === 'date-time') && isSerialDay) {
    return instantText(new Date(SERIAL_ZERO + value * MINUTES_A_DAY * 60_000), undefined, kind);
  }
  return String(value);
}

/** The library gives a date without zone as if it were in UTC; half a minute takes away what the fraction lost. */
function instantText(value: Date, format: string | undefined, kind: ColumnKind | null): string {
  const rounded = new Date(Math.round(value.getTime() / 60_000) * 60_000);
  const minute = rounded.getUTCHours() * 60 + rounded.getUTCMinutes();
  const isTimeAlone = rounded.getUTCFullYear() < 1900 || (kind === 'time' && /h/i.test(format ?? ''));
  if (isTimeAlone) return timeText(minute + (rounded.getTime() >= SERIAL_ZERO + 86_400_000 ? MINUTES_A_DAY : 0));
  const date = rounded.toISOString().slice(0, 10);
  return minute === 0 ? date : `${date} ${timeText(minute)}`;
}

const timeText = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

const text = (written: string): CellText => ({ ok: true, text: written });
