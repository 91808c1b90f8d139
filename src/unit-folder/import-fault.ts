/** One fault in a unit folder. `value` is what the cell held: shown to the one who imports, never logged. */
export interface ImportFault {
  readonly file: string;
  /** As a spreadsheet counts: 1 is the header. Null where the whole file is meant. In a GeoJSON file: the feature, 1 first. */
  readonly row: number | null;
  readonly column: string | null;
  readonly value: string;
  /** Stable, e.g. `saknas`, `okand-referens`, `koordinat.omkastad`. */
  readonly code: string;
  /** Swedish: what is wrong. */
  readonly message: string;
  /** Swedish: what would be right. */
  readonly expected: string;
}

/** Something the importer should know that stops nothing. */
export type ImportNote = Omit<ImportFault, 'expected'>;

/** The fault as logs may hold it: the cell's content and sentences that may quote it are left out. */
export function withoutValues({
  file,
  row,
  column,
  code,
}: ImportFault): Pick<ImportFault, 'file' | 'row' | 'column' | 'code'> {
  return { file, row, column, code };
}

/** Collects what is found on the way through all files: an import reports everything at once. */
export class ImportReport {
  private readonly foundFaults: ImportFault[] = [];
  private readonly foundNotes: ImportNote[] = [];

  get faults(): readonly ImportFault[] {
    return this.foundFaults;
  }

  get notes(): readonly ImportNote[] {
    return this.foundNotes;
  }

  fault(fault: ImportFault): void {
    this.foundFaults.push(fault);
  }

  note(note: ImportNote): void {
    this.foundNotes.push(note);
  }
}
