import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import type { Collision, FieldValue, FormField } from '../lib/form-values.js';
import { recordTexts } from '../text/pages/records.js';
import { useTextsOf } from '../text/texts.js';
import { RecordTable } from './record-table.js';
import { Sign } from './sign.js';

interface ConflictNoticeProps {
  readonly fields: readonly FormField[];
  readonly collisions: readonly Collision[];
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
}

/** Two people saved the same record: what differs, side by side, and the two ways on. */
export function ConflictNotice({ fields, collisions, onKeepMine, onTakeTheirs }: ConflictNoticeProps) {
  const words = useTextsOf(recordTexts);
  const field = (name: string): FormField | undefined => fields.find((one) => one.name === name);
  return (
    <Alert
      variant="outline"

      role="alert"
      title={
        <>
          <Sign kind="warns" /> {words.conflict.title}
        </>
      }
    >
      <Stack gap="sm">
        <Text>{collisions.length === 0 ? words.conflict.nothing : words.conflict.text}</Text>
        {collisions.length > 0 && (
          <RecordTable
            label={words.conflict.title}
            rows={collisions}
            rowKey={({ name }) => name}
            columns={[
              { key: 'field', title: words.conflict.field, cell: ({ name }) => field(name)?.label ?? name },
              { key: 'theirs', title: words.conflict.theirs, cell: ({ name, theirs }) => shown(field(name), theirs) },
              { key: 'mine', title: words.conflict.mine, cell: ({ name, mine }) => shown(field(name), mine) },
            ]}
          />
        )}
        <Group gap="sm">
          <Button onClick={onKeepMine}>{words.conflict.keepMine}</Button>
          <Button variant="default" onClick={onTakeTheirs}>
            {words.conflict.takeTheirs}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}

function shown(field: FormField | undefined, value: FieldValue): string {
  const options = field !== undefined && 'options' in field ? field.options : [];
  const named = (one: string): string => options.find((option) => option.value === one)?.label ?? one;
  if (value === null) return '–';
  if (typeof value === 'object') return value.map(named).join(', ');
  if (typeof value === 'boolean') return value ? '✓' : '–';
  return named(String(value));
}
