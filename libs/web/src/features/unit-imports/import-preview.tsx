import type { FilePreview, UnitImportAnswer } from '@hemtjanst/contracts';
import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import { RecordTable } from '../../components/record-table.js';
import styles from '../../components/records.module.css';
import { Sign } from '../../components/sign.js';
import { importTexts } from '../../text/pages/imports.js';
import { useTextsOf } from '../../text/texts.js';
import { ImportTables } from './import-tables.js';
import { ServiceText } from '../../components/service-text.js';

interface ImportPreviewProps {
  readonly answer: UnitImportAnswer;
  readonly isSaving: boolean;
  readonly onSave: () => void;
}

/** What would be new, changed field by field, left, and which rows are wrong: before anything is saved. */
export function ImportPreview({ answer, isSaving, onSave }: ImportPreviewProps) {
  const words = useTextsOf(importTexts);
  const changes = answer.tables.reduce((sum, { added, changed }) => sum + added + changed, 0);
  return (
    <Stack gap="lg">
      {!answer.canBeSaved ? (
        <Alert
          color="red"
          variant="outline"
          role="alert"
          title={
            <>
              <Sign kind="breaks" /> {words.faultyTitle}
            </>
          }
        >
          {words.faultyText}
        </Alert>
      ) : changes === 0 ? (
        <Alert variant="outline" role="status">
          <Sign kind="holds" /> {words.nothing}
        </Alert>
      ) : (
        <Group gap="md">
          <Title order={2}>{words.previewTitle}</Title>
          <Button loading={isSaving} onClick={onSave}>
            {words.save}
          </Button>
        </Group>
      )}
      {answer.preview.map((file) => (
        <FileChanges key={file.file} file={file} />
      ))}
      {answer.tables.length > 0 && <ImportTables tables={answer.tables} />}
      {answer.notes.length > 0 && (
        <section>
          <Title order={2}>{words.notes}</Title>
          <ul>
            {answer.notes.map(({ file, row, code, detail }, at) => (
              <li key={`${file} ${row} ${code} ${at}`}>
                <Sign kind="warns" /> {file}
                {row === null ? '' : `, ${words.row.toLowerCase()} ${row}`}: <ServiceText>{detail}</ServiceText>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Stack>
  );
}

function FileChanges({ file }: { readonly file: FilePreview }) {
  const words = useTextsOf(importTexts);
  if (file.addedCount + file.changedCount + file.endedCount + file.faultyCount === 0) return null;
  return (
    <section className={styles.card}>
      <Title order={3}>{file.file}</Title>
      <Stack gap="sm">
        <Faults file={file} />
        <Cells title={words.changed} rows={file.changed} count={file.changedCount} hasBefore isOpen />
        <Cells title={words.added} rows={file.added} count={file.addedCount} hasBefore={false} />
        {file.endedCount > 0 && (
          <details>
            <summary>{words.details(words.missing, file.endedCount)}</summary>
            <Text>{words.missingNote}</Text>
            <Text>
              {file.ended.map(({ key }) => key).join(', ')}
              {file.endedCount > file.ended.length && ` ${words.more(file.endedCount - file.ended.length)}`}
            </Text>
          </details>
        )}
      </Stack>
    </section>
  );
}

function Faults({ file: { faulty, faultyCount } }: { readonly file: FilePreview }) {
  const words = useTextsOf(importTexts);
  if (faultyCount === 0) return null;
  return (
    <details open>
      <summary>
        <Sign kind="breaks" /> {words.details(words.faulty, faultyCount)}
      </summary>
      <RecordTable
        label={words.faulty}
        rows={faulty.map((fault, at) => ({ ...fault, at }))}
        rowKey={({ at }) => String(at)}
        total={faultyCount}
        columns={[
          { key: 'row', title: words.row, cell: ({ row }) => row ?? '–' },
          { key: 'column', title: words.column, cell: ({ column }) => column ?? '–' },
          { key: 'value', title: words.value, cell: ({ value }) => value },
          { key: 'fault', title: words.fault, cell: ({ detail }) => detail },
          { key: 'expected', title: words.expected, cell: ({ expected }) => expected },
        ]}
      />
    </details>
  );
}

interface CellsProps {
  readonly title: string;
  readonly rows: FilePreview['changed'];
  readonly count: number;
  readonly hasBefore: boolean;
  readonly isOpen?: boolean;
}

/** One line per field that is written, so that a changed digit is seen. */
function Cells({ title, rows, count, hasBefore, isOpen = false }: CellsProps) {
  const words = useTextsOf(importTexts);
  if (count === 0) return null;
  const cells = rows.flatMap(({ key, cells: own }) => own.map((cell) => ({ ...cell, key })));
  const shown = (value: string | null): string => value ?? words.hidden;
  return (
    <details open={isOpen}>
      <summary>{words.details(title, count)}</summary>
      <RecordTable
        label={title}
        rows={cells}
        rowKey={({ key, column }) => `${key} ${column}`}
        columns={[
          { key: 'which', title: words.which, cell: ({ key }) => key },
          { key: 'column', title: words.column, cell: ({ column }) => column },
          ...(hasBefore
            ? [{ key: 'before', title: words.before, cell: ({ before }: (typeof cells)[number]) => shown(before) }]
            : []),
          { key: 'after', title: words.after, cell: ({ after }) => shown(after) },
        ]}
      />
      {count > rows.length && <Text>{words.more(count - rows.length)}</Text>}
    </details>
  );
}
