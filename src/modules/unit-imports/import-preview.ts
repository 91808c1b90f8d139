import type { FilePreview } from '@hemtjanst/contracts';
import type { CareUnit } from '@hemtjanst/domain';
import { diffTables, type RowDifference, type TableDifference } from '../../unit-folder/diff-tables.js';
import type { ImportFault } from '../../unit-folder/import-fault.js';
import { unitTables } from '../../unit-folder/write-unit-folder.js';

/** Of each kind of row so many are shown; the counts are of all. */
const SHOWN_ROWS = 200;

/** Files that say something about brukare: who may not see brukare is shown what the file says, not what the unit knows. */
const ABOUT_BRUKARE: ReadonlySet<string> = new Set([
  'kunder.csv',
  'bestallningar.csv',
  'besoksmallar.csv',
  'franvaro.csv',
  'historik.csv',
  'registreringar.csv',
]);

/** What could lead to a protected person. */
const HIDDEN_WHEN_PROTECTED: ReadonlySet<string> = new Set(['namn', 'adress', 'lat', 'lon']);

export interface PreviewWish {
  readonly before: CareUnit;
  readonly after: CareUnit;
  /** The files that were sent, by the names of the unit folder. */
  readonly files: ReadonlySet<string>;
  readonly faults: readonly ImportFault[];
  readonly idsOf: (fileName: string) => ReadonlySet<string> | null;
  readonly maySeeBrukare: boolean;
}

/** What each sent file would change, field by field, and its faulty rows. */
export function previewOf(wish: PreviewWish): readonly FilePreview[] {
  const before = unitTables(wish.before);
  const previews = unitTables(wish.after).flatMap((after, index) => {
    const known = before[index];
    const { fileName } = after.file;
    if (known === undefined || !wish.files.has(fileName)) return [];
    const ids = wish.idsOf(fileName);
    return [
      filePreview(
        diffTables(known, after, (key) => ids?.has(key) ?? false),
        wish,
      ),
    ];
  });
  const shown = new Set(previews.map(({ file }) => file));
  const others = [...new Set(wish.faults.map(({ file }) => file))].filter((file) => !shown.has(file));
  return [...previews, ...others.map((file) => filePreview({ file, added: [], changed: [], ended: [] }, wish))];
}

/** Numbers of the brukare whose kept values the preview shows. */
export const previewedBrukare = (previews: readonly FilePreview[]): readonly string[] =>
  previews.filter(({ file }) => file === 'kunder.csv').flatMap(({ changed }) => changed.map(({ key }) => key));

function filePreview(difference: TableDifference, wish: PreviewWish): FilePreview {
  const { file, added, changed, ended } = difference;
  const isProtected = new Set(wish.before.brukare.filter((one) => one.isProtected).map(({ id }) => id));
  const hides = (key: string, column: string): boolean =>
    (ABOUT_BRUKARE.has(file) && !wish.maySeeBrukare) ||
    (file === 'kunder.csv' && isProtected.has(key) && HIDDEN_WHEN_PROTECTED.has(column));
  const shown = (rows: readonly RowDifference[]): FilePreview['changed'] =>
    rows.slice(0, SHOWN_ROWS).map(({ key, cells }) => ({
      key,
      cells: cells.map((cell) => ({ ...cell, before: hides(key, cell.column) ? null : cell.before })),
    }));
  const faulty = wish.faults.filter((fault) => fault.file === file);
  return {
    file,
    added: shown(added),
    addedCount: added.length,
    changed: shown(changed),
    changedCount: changed.length,
    ended: ended.slice(0, SHOWN_ROWS).map((key) => ({ key })),
    endedCount: ended.length,
    faulty: faulty.slice(0, SHOWN_ROWS).map(({ message, ...fault }) => ({ ...fault, detail: message })),
    faultyCount: faulty.length,
  };
}
