import type { SyncCount } from './sync-rows.js';

/** What the import of one file did to the unit's records. */
export interface ImportedTable extends SyncCount {
  readonly file: string;
  /** Kept records that the file no longer mentions; an import never deletes. */
  readonly missing: number;
  /** The first of their numbers. */
  readonly missingCodes: readonly string[];
}

const SHOWN_CODES = 50;

/** @param missingCodes numbers of all kept records that the file does not mention */
export function importedTable(
  file: string,
  { added, changed, unchanged }: SyncCount,
  missingCodes: readonly string[] = [],
): ImportedTable {
  return {
    file,
    added,
    changed,
    unchanged,
    missing: missingCodes.length,
    missingCodes: missingCodes.slice(0, SHOWN_CODES),
  };
}
