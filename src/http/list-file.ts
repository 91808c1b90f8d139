/** A list as a file a spreadsheet opens: one table, the first row its headings. */
export interface ListFile {
  /** Of the file, without ending: no name or number of any person. */
  readonly name: string;
  readonly columns: readonly string[];
  /** Numbers stay numbers, negative ones too; a text is never run as a formula. */
  readonly rows: readonly (readonly ListCell[])[];
}

export type ListCell = string | number | null;

/** A file holds the whole list, up to this many rows. */
export const MOST_FILE_ROWS = 50_000;
