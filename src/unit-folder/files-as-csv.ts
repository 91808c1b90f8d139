import type { ImportFault, ImportNote } from './import-fault.js';
import { UNIT_FILES } from './unit-files.js';
import { readXlsx } from './xlsx/read-xlsx.js';

/** Files as they were sent, turned into those that the reader of unit folders knows. */
export interface SentFiles {
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Files that could not be opened, and why. */
  readonly unreadable: ReadonlyMap<string, readonly ImportFault[]>;
  readonly notes: readonly ImportNote[];
  /** What the sender calls each file that goes by another name here. */
  readonly sentAs: ReadonlyMap<string, string>;
}

/**
 * Workbooks become the CSV files they stand for (`pass.xlsx` is `pass.csv`); everything else is left as it is.
 *
 * @param sent contents by file name in lower case
 */
export async function filesAsCsv(sent: ReadonlyMap<string, Uint8Array>): Promise<SentFiles> {
  const files = new Map<string, Uint8Array>();
  const unreadable = new Map<string, readonly ImportFault[]>();
  const notes: ImportNote[] = [];
  const sentAs = new Map<string, string>();
  for (const [name, content] of sent) {
    const csvName = name.replace(/\.xlsx$/, '.csv');
    if (csvName === name || !KNOWN.has(csvName)) {
      files.set(name, content);
      continue;
    }
    sentAs.set(csvName, name);
    const read = sent.has(csvName) ? bothFormats(csvName, name) : await readXlsx(csvName, content);
    if (read.ok) {
      files.set(csvName, read.csv);
      notes.push(...read.notes);
    } else {
      unreadable.set(csvName, read.faults);
    }
  }
  return { files, unreadable, notes, sentAs };
}

const KNOWN: ReadonlySet<string> = new Set(Object.values(UNIT_FILES).map(({ fileName }) => fileName));

const bothFormats = (
  csvName: string,
  name: string,
): { readonly ok: false; readonly faults: readonly ImportFault[] } => ({
  ok: false,
  faults: [
    {
      file: csvName,
      row: null,
      column: null,
      value: '',
      code: 'fil-dubbel',
      message: `Både ${csvName} och ${name} är skickade.`,
      expected: 'en av dem',
    },
  ],
});
