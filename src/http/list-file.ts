/** A list as a file a spreadsheet opens: one table, the first row its headings. */
export interface ListFile {
  /** Of the file, without ending: no name or number of any person. */
  readonly name: string;
  readonly columns: readonly string[];
  /** Numbers stay numbers, negative ones too; a text is never run as a formula. */
  readonly rows: readonly (readonly ListCell[])[];
  /** Columns whose cells hold ids: the file has the unit's own numbers there, e.g. `{ kundnr: 'brukare' }`. */
  readonly idColumns?: Readonly<Record<string, CodedRecord>>;
  /** A workbook has a sheet of its own for each of these columns' values too, e.g. `['anstnr', 'namn']`: one a person. */
  readonly sheetPer?: readonly string[];
}

/** Records with an id and a number of the unit's own. */
export type CodedRecord = 'brukare' | 'employee' | 'ramtid-order' | 'shift' | 'work-group';

export type ListCell = string | number | null;

/** A file holds the whole list, up to this many rows. */
export const MOST_FILE_ROWS = 50_000;

/** Minutes as hours with two decimals, as every list shows them. */
export const fileHours = (minutes: number): number => Math.round((minutes / 60) * 100) / 100;

/** A share as percent with one decimal. */
export const filePercent = (share: number | null): number | null =>
  share === null ? null : Math.round(share * 1000) / 10;

/** The day of an instant as answers write it, in Swedish time. */
export const fileDate = (instant: string | null): string | null => instant?.slice(0, 10) ?? null;

/** The time of day of an instant as answers write it, in Swedish time. */
export const fileClock = (instant: string | null): string | null => instant?.slice(11, 16) ?? null;
