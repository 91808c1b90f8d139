import { Alert, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useCurrentAccount } from '../../app/session.js';
import { PageHead } from '../../components/page-head.js';
import { RecordForm } from '../../components/record-form.js';
import { RecordTable } from '../../components/record-table.js';
import { Sign } from '../../components/sign.js';
import { settingsTexts } from '../../text/pages/settings.js';
import { useTextsOf } from '../../text/texts.js';
import { useNewUnit } from '../units/api.js';
import { SettingsTabs } from '../units/settings-tabs.js';

/** The units the admin reaches, and a new one. */
export function UnitsPage() {
  const words = useTextsOf(settingsTexts);
  const { units } = useCurrentAccount();
  const { mutateAsync, data } = useNewUnit();
  const [idempotencyKey, setIdempotencyKey] = useState(() => crypto.randomUUID());
  return (
    <Stack gap="lg">
      <PageHead title={words.tabs.units} />
      <SettingsTabs />
      <RecordTable
        label={words.tabs.units}
        rows={units}
        rowKey={({ id }) => id}
        columns={[
          { key: 'name', title: words.units.name, cell: ({ name }) => name },
          { key: 'code', title: words.units.code, cell: ({ code }) => code },
        ]}
      />
      {data !== undefined && (
        <Alert variant="outline" role="status">
          <Sign kind="holds" /> {words.units.made(data.name)}
        </Alert>
      )}
      <Text>{words.units.text}</Text>
      <RecordForm
        key={idempotencyKey}
        isNew
        fields={[
          { kind: 'text', name: 'code', label: words.units.code, isRequired: true },
          { kind: 'text', name: 'name', label: words.units.name, isRequired: true },
        ]}
        values={{}}
        saveLabel={words.units.new}
        onSave={async ({ code, name }) => {
          await mutateAsync({ code: String(code), name: String(name), idempotencyKey });
          setIdempotencyKey(crypto.randomUUID());
        }}
      />
    </Stack>
  );
}
