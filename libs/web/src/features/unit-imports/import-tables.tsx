import type { UnitImportAnswer } from '@hemtjanst/contracts';
import { RecordTable } from '../../components/record-table.js';
import { importTexts } from '../../text/pages/imports.js';
import { useTextsOf, useWording } from '../../text/texts.js';

/** What the import does to each table, in numbers. */
export function ImportTables({ tables }: { readonly tables: UnitImportAnswer['tables'] }) {
  const { formats } = useWording();
  const words = useTextsOf(importTexts);
  return (
    <RecordTable
      label={words.title}
      rows={tables}
      rowKey={({ file }) => file}
      columns={[
        { key: 'file', title: words.file, cell: ({ file }) => file },
        { key: 'added', title: words.added, isNumber: true, cell: ({ added }) => formats.whole(added) },
        { key: 'changed', title: words.changed, isNumber: true, cell: ({ changed }) => formats.whole(changed) },
        { key: 'unchanged', title: words.unchanged, isNumber: true, cell: ({ unchanged }) => formats.whole(unchanged) },
        { key: 'missing', title: words.missing, isNumber: true, cell: ({ missing }) => formats.whole(missing) },
      ]}
    />
  );
}
