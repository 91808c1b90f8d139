import type { CsvCells } from './write-csv.js';
import type { UnitTable } from './write-unit-folder.js';

export interface CellDifference {
  readonly column: string;
  readonly before: string | null;
  readonly after: string | null;
}

export interface RowDifference {
  /** The row's own number, or what it says where rows have none. */
  readonly key: string;
  readonly cells: readonly CellDifference[];
}

/** What one file changes, row by row and cell by cell. */
export interface TableDifference {
  readonly file: string;
  readonly added: readonly RowDifference[];
  readonly changed: readonly RowDifference[];
  /** Rows that are kept now and not in the file. */
  readonly ended: readonly string[];
}

/**
 * Compares the rows a unit has with those it would have. A file whose rows have no number of their own has no changed rows: a
 * row that differs is one that is added, and the other is ended.
 *
 * @param isMentioned is the number somewhere in the file, though its row may be faulty?
 */
export function diffTables(
  before: UnitTable,
  after: UnitTable,
  isMentioned: (key: string) => boolean,
): TableDifference {
  const { fileName, idColumn, columns } = after.file;
  const keyOf = (row: CsvCells): string =>
    idColumn === null
      ? columns
          .map(({ name }) => row[name] ?? '')
          .join(' ')
          .trim()
      : (row[idColumn] ?? '');
  const known = new Map(before.rows.map((row) => [keyOf(row), row]));
  const now = new Map(after.rows.map((row) => [keyOf(row), row]));
  const names = columns.map(({ name }) => name);
  const differences = [...now].map(([key, row]) => ({
    key,
    isNew: !known.has(key),
    cells: cellDifferences(names, known.get(key) ?? {}, row),
  }));
  return {
    file: fileName,
    added: differences.filter(({ isNew }) => isNew),
    changed: differences.filter(({ isNew, cells }) => !isNew && cells.length > 0),
    ended: [...known.keys()].filter((key) => !now.has(key) && !isMentioned(key)),
  };
}

const cellDifferences = (names: readonly string[], before: CsvCells, after: CsvCells): readonly CellDifference[] =>
  names
    .map((column) => ({ column, before: contentOf(before[column]), after: contentOf(after[column]) }))
    .filter((cell) => cell.before !== cell.after);

const contentOf = (cell: string | null | undefined): string | null => (cell === undefined || cell === '' ? null : cell);
