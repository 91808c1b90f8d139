import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useScope } from '../../app/scope.js';
import { Downloads } from '../../components/downloads.js';
import { PageHead } from '../../components/page-head.js';
import { ErrorState, LoadingState } from '../../components/page-state.js';
import { RecordTable } from '../../components/record-table.js';
import { auditLogTexts } from '../../text/pages/audit-log.js';
import { settingsTexts } from '../../text/pages/settings.js';
import { termTexts } from '../../text/pages/terms.js';
import { useTextsOf, useWording } from '../../text/texts.js';
import { SettingsTabs } from '../units/settings-tabs.js';
import { ANYTHING, PAGE_SIZE, questionOf, useAuditLines, type LogQuestion } from './api.js';
import { LogFilters } from './log-filters.js';

/** Who read and changed what in the unit, the latest first. Names of brukare are not shown: the log is about the readers. */
export function AuditLogPage() {
  const { formats } = useWording();
  const words = useTextsOf(settingsTexts);
  const log = useTextsOf(auditLogTexts);
  const terms = useTextsOf(termTexts);
  const roleWords: Readonly<Record<string, string>> = terms.role;
  const actionWords: Readonly<Record<string, string>> = log.actions;
  const kindWords: Readonly<Record<string, string>> = log.kinds;
  const [scope] = useScope();
  const unitId = scope?.unitId ?? '';
  const [asked, setAsked] = useState<{ readonly question: LogQuestion; readonly page: number }>({
    question: ANYTHING,
    page: 1,
  });
  const lines = useAuditLines(unitId, asked.question, asked.page);
  return (
    <Stack gap="lg">
      <PageHead title={words.tabs.log}>
        <Downloads
          what={words.tabs.log}
          path={`/units/${unitId}/audit-lines`}
          query={{ ...questionOf(asked.question), size: 200 }}
        />
      </PageHead>
      <SettingsTabs />
      <Text>{words.log.text}</Text>
      <LogFilters unitId={unitId} question={asked.question} onAsk={(question) => setAsked({ question, page: 1 })} />
      {lines.isPending && <LoadingState rows={10} />}
      {lines.isError && <ErrorState error={lines.error} onRetry={() => void lines.refetch()} />}
      {lines.data !== undefined && (
        <>
          <RecordTable
            label={words.tabs.log}
            rows={lines.data.items}
            rowKey={({ id }) => String(id)}
            empty={<Text role="status">{words.log.none}</Text>}
            columns={[
              { key: 'when', title: words.log.when, cell: ({ happenedAt }) => formats.moment(happenedAt) },
              {
                key: 'who',
                title: words.log.who,
                cell: ({ accountName, roles }) =>
                  `${accountName ?? '–'} (${roles.map((role) => roleWords[role] ?? role).join(', ')})`,
              },
              { key: 'did', title: words.log.did, cell: ({ action }) => actionWords[action] ?? action },
              {
                key: 'record',
                title: words.log.record,
                cell: ({ recordKind, recordId }) => `${kindWords[recordKind] ?? recordKind} ${shortId(recordId)}`,
              },
              { key: 'about', title: words.log.about, cell: ({ brukareId }) => brukareId?.slice(0, 8) ?? '–' },
            ]}
          />
          <PageSteps page={asked.page} total={lines.data.total} onPage={(page) => setAsked({ ...asked, page })} />
        </>
      )}
    </Stack>
  );
}

/** The beginning of an id tells it from others; a month or a figure is not cut. */
const shortId = (id: string): string => (/^[0-9a-f]{8}-/.test(id) ? id.slice(0, 8) : id);

interface PageStepsProps {
  readonly page: number;
  readonly total: number;
  readonly onPage: (page: number) => void;
}

function PageSteps({ page, total, onPage }: PageStepsProps) {
  const { formats } = useWording();
  const words = useTextsOf(auditLogTexts);
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
  return (
    <Group gap="sm" role="group" aria-label={words.pages}>
      <Button variant="default" disabled={page <= 1} onClick={() => onPage(page - 1)}>
        ‹ {words.previous}
      </Button>
      <Text aria-live="polite">{words.page(page, pages, formats.whole(total))}</Text>
      <Button variant="default" disabled={page >= pages} onClick={() => onPage(page + 1)}>
        {words.next} ›
      </Button>
    </Group>
  );
}
