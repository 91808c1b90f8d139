import type { ImportFault, ImportNote } from './import-fault.js';
import { headerOfCsv } from './read-csv.js';
import { recogniseFile, type Recognised } from './recognise-file.js';
import { AREAS_FILE, UNIT_FILES } from './unit-files.js';
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
 * Workbooks become the CSV files they stand for (`pass.xlsx` is `pass.csv`), and files with names of their own are known by
 * their headings. Two that are the same file are both refused; what nothing is known of is left as it is.
 *
 * @param sent contents by file name in lower case
 */
export async function filesAsCsv(sent: ReadonlyMap<string, Uint8Array>): Promise<SentFiles> {
  const taken = new Taken();
  for (const [name, content] of sent) {
    const csvName = name.replace(/\.xlsx$/, '.csv');
    if (KNOWN.has(csvName)) await taken.take(csvName, name, content);
  }
  for (const [name, content] of sent) {
    if (!KNOWN.has(name.replace(/\.xlsx$/, '.csv'))) await takeByHeadings(taken, name, content);
  }
  return taken;
}

const KNOWN: ReadonlySet<string> = new Set([AREAS_FILE, ...Object.values(UNIT_FILES).map(({ fileName }) => fileName)]);

const isWorkbook = (name: string): boolean => name.endsWith('.xlsx');

class Taken implements SentFiles {
  readonly files = new Map<string, Uint8Array>();
  readonly unreadable = new Map<string, readonly ImportFault[]>();
  readonly notes: ImportNote[] = [];
  readonly sentAs = new Map<string, string>();

  /** Reads a sent file as one of the unit folder. */
  async take(csvName: string, name: string, content: Uint8Array): Promise<void> {
    const other = this.sentAs.get(csvName) ?? (this.files.has(csvName) ? csvName : null);
    if (other !== null) return this.refuseBoth(csvName, other, name);
    if (csvName !== name) this.sentAs.set(csvName, name);
    if (!isWorkbook(name)) {
      this.files.set(csvName, content);
      return;
    }
    const read = await readXlsx(csvName, content);
    if (read.ok) {
      this.files.set(csvName, read.csv);
      this.notes.push(...read.notes);
    } else {
      this.unreadable.set(csvName, read.faults);
    }
  }

  /** Left alone: the reader of unit folders says that it is unknown. */
  leave(name: string, content: Uint8Array): void {
    this.files.set(name, content);
  }

  refuse(csvName: string, name: string, fault: Pick<ImportFault, 'code' | 'message' | 'expected'>): void {
    this.files.delete(csvName);
    this.sentAs.set(csvName, name);
    this.unreadable.set(csvName, [{ file: csvName, row: null, column: null, value: '', ...fault }]);
  }

  private refuseBoth(csvName: string, first: string, second: string): void {
    const message = `Både ${first} och ${second} är skickade${first === csvName || second === csvName ? '' : ` och är ${csvName}`}.`;
    this.refuse(csvName, second, { code: 'fil-dubbel', message, expected: 'en av dem' });
  }
}

async function takeByHeadings(taken: Taken, name: string, content: Uint8Array): Promise<void> {
  if (name.endsWith('.geojson')) return taken.take(AREAS_FILE, name, content);
  const header = await headerOf(name, content);
  const found: Recognised = header === null ? { kind: 'none' } : recogniseFile(header);
  switch (found.kind) {
    case 'none':
      return taken.leave(name, content);
    case 'one': {
      await taken.take(found.fileName, name, content);
      const message = `Filen är läst som ${found.fileName}, efter sina rubriker.`;
      taken.notes.push({ file: found.fileName, row: null, column: null, value: '', code: 'igenkand-fil', message });
      return;
    }
    case 'several': {
      const names = found.fileNames.join(' eller ');
      const message = `Rubrikerna passar lika bra för ${names}.`;
      return taken.refuse(found.fileNames[0] ?? name, name, {
        code: 'fil-oklar',
        message,
        expected: `ett av namnen ${names}`,
      });
    }
    case 'nearly': {
      const missing = found.missing.map((column) => `”${column}”`).join(', ');
      return taken.refuse(found.fileName, name, {
        code: 'fil-oklar',
        message: `Filen liknar ${found.fileName} men saknar ${found.missing.length === 1 ? 'kolumnen' : 'kolumnerna'} ${missing}.`,
        expected: `kolumnerna i ${found.fileName}, eller en annan fil`,
      });
    }
  }
}

/** Null: no table. A workbook that cannot be opened has no headings to know it by. */
async function headerOf(name: string, content: Uint8Array): Promise<readonly string[] | null> {
  if (!isWorkbook(name)) return headerOfCsv(content);
  const read = await readXlsx(name, content);
  return read.ok ? headerOfCsv(read.csv) : null;
}
