import type { AuditLineListAnswer } from '@hemtjanst/contracts';
import { Stack, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useScope } from '../../app/scope.js';
import { PageHead } from '../../components/page-head.js';
import { ErrorState, LoadingState } from '../../components/page-state.js';
import { RecordTable } from '../../components/record-table.js';
import { callApi } from '../../lib/api-client.js';
import { settingsTexts } from '../../text/pages/settings.js';
import { termTexts } from '../../text/pages/terms.js';
import { useTextsOf, useWording } from '../../text/texts.js';
import { SettingsTabs } from '../units/settings-tabs.js';

const STEP = 50;
const MOST = 200;

/** Who read and changed what in the unit, the latest first. Names of brukare are not shown: the log is about the readers. */
export function AuditLogPage() {
  const { formats } = useWording();
  const words = useTextsOf(settingsTexts);
  const terms = useTextsOf(termTexts);
  const roleWords: Readonly<Record<string, string>> = terms.role;
  const [scope] = useScope();
  const [size, setSize] = useState(STEP);
  const lines = useQuery({
    queryKey: ['audit-lines', scope?.unitId, size],
    queryFn: ({ signal }) =>
      callApi<AuditLineListAnswer>(`/units/${scope?.unitId ?? ''}/audit-lines`, { query: { size }, signal }),
    enabled: scope !== null,
    placeholderData: keepPreviousData,
  });
  return (
    <Stack gap="lg">
      <PageHead title={words.tabs.log} />
      <SettingsTabs />
      <Text>{words.log.text}</Text>
      {lines.isPending && <LoadingState rows={10} />}
      {lines.isError && <ErrorState error={lines.error} onRetry={() => void lines.refetch()} />}
      {lines.data !== undefined && (
        <RecordTable
          label={words.tabs.log}
          rows={lines.data.items}
          total={Math.min(lines.data.total, MOST)}
          onMore={() => setSize(Math.min(size + STEP, MOST))}
          rowKey={({ id }) => String(id)}
          empty={<Text>{words.log.none}</Text>}
          columns={[
            { key: 'when', title: words.log.when, cell: ({ happenedAt }) => formats.moment(happenedAt) },
            {
              key: 'who',
              title: words.log.who,
              sortBy: ({ accountName }) => accountName,
              cell: ({ accountName, roles }) =>
                `${accountName ?? '–'} (${roles.map((role) => roleWords[role] ?? role).join(', ')})`,
            },
            { key: 'did', title: words.log.did, sortBy: ({ action }) => action, cell: ({ action }) => action },
            {
              key: 'record',
              title: words.log.record,
              sortBy: ({ recordKind }) => recordKind,
              cell: ({ recordKind, recordId }) => `${recordKind} ${recordId.slice(0, 8)}`,
            },
            { key: 'about', title: words.log.about, cell: ({ brukareId }) => brukareId?.slice(0, 8) ?? '–' },
          ]}
        />
      )}
    </Stack>
  );
}
