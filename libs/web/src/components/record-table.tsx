import { Button, Group, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { recordTexts } from '../text/pages/records.js';
import { useTextsOf, useWording } from '../text/texts.js';
import styles from './records.module.css';

export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  readonly isNumber?: boolean;
  /** Where the column can be sorted by. */
  readonly sortBy?: (row: Row) => string | number | null;
}

interface RecordTableProps<Row> {
  /** What the table is, for those who hear it. */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Rows shown at first and added by "more". */
  readonly step?: number;
  /** How many there are at the service, where `rows` is not all of them, and how to get further ones. */
  readonly total?: number;
  readonly onMore?: () => void;
  /** Shown instead of an empty table. */
  readonly empty?: ReactNode;
}

const STEP = 50;

/** A list of records: sorted by its heads, longer on demand, and a stack of cards where the screen is narrow. */
export function RecordTable<Row>(props: RecordTableProps<Row>) {
  const { label, columns, rows, rowKey, step = STEP, total = rows.length, onMore, empty } = props;
  const { formats } = useWording();
  const words = useTextsOf(recordTexts);
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const [length, setLength] = useState(step);
  if (rows.length === 0) return <>{empty ?? <Text>{words.empty}</Text>}</>;
  const shown = sorted(rows, columns, sorting).slice(0, onMore === undefined ? length : rows.length);
  const left = total - shown.length;
  return (
    <div>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={label}>
        <table className={styles.table} role="table" aria-label={label}>
          <thead role="rowgroup">
            <tr role="row">
              {columns.map((column) => (
                <ColumnHead key={column.key} column={column} sorting={sorting} onSort={setSorting} />
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {shown.map((row) => (
              <tr key={rowKey(row)} role="row">
                {columns.map((column, at) =>
                  at === 0 ? (
                    <th key={column.key} role="rowheader" scope="row">
                      {column.cell(row)}
                    </th>
                  ) : (
                    <td key={column.key} role="cell" data-title={column.title} data-number={column.isNumber}>
                      {/* One thing beside its word where the row is a card, whatever it is made of. */}
                      <div>{column.cell(row)}</div>
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {total > 10 && (
        <Group gap="md" mt="sm" className="rr-no-print">
          <Text c="var(--rr-text-quiet)">{words.shown(formats.whole(shown.length), formats.whole(total))}</Text>
          {left > 0 && (
            <Button variant="default" onClick={onMore ?? (() => setLength(length + step))}>
              {words.more(Math.min(step, left))}
            </Button>
          )}
        </Group>
      )}
    </div>
  );
}

interface Sorting {
  readonly key: string;
  readonly isDescending: boolean;
}

interface ColumnHeadProps<Row> {
  readonly column: Column<Row>;
  readonly sorting: Sorting | null;
  readonly onSort: (sorting: Sorting) => void;
}

function ColumnHead<Row>({ column, sorting, onSort }: ColumnHeadProps<Row>) {
  const words = useTextsOf(recordTexts);
  const isSorted = sorting?.key === column.key;
  const direction = isSorted ? (sorting.isDescending ? 'descending' : 'ascending') : undefined;
  return (
    <th role="columnheader" scope="col" aria-sort={direction} data-number={column.isNumber}>
      {column.sortBy === undefined ? (
        column.title
      ) : (
        <button
          type="button"
          className={styles.sort}
          title={words.sort(column.title)}
          onClick={() => onSort({ key: column.key, isDescending: isSorted && !sorting.isDescending })}
        >
          {column.title} <span aria-hidden>{isSorted ? (sorting.isDescending ? '▾' : '▴') : '↕'}</span>
        </button>
      )}
    </th>
  );
}

/** What has no value stands last, whichever way the list is sorted. */
function sorted<Row>(rows: readonly Row[], columns: readonly Column<Row>[], sorting: Sorting | null): readonly Row[] {
  const sortBy = columns.find(({ key }) => key === sorting?.key)?.sortBy;
  if (sorting === null || sortBy === undefined) return rows;
  const direction = sorting.isDescending ? -1 : 1;
  return rows.toSorted((a, b) => {
    const [left, right] = [sortBy(a), sortBy(b)];
    if (left === null || right === null) return (left === null ? 1 : 0) - (right === null ? 1 : 0);
    if (typeof left === 'number' && typeof right === 'number') return (left - right) * direction;
    return String(left).localeCompare(String(right), 'sv', { numeric: true }) * direction;
  });
}
