import type { VisitReportAnswer } from '@hemtjanst/contracts';
import { Anchor, Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { useScope } from '../../app/scope.js';
import { Downloads } from '../../components/downloads.js';
import { PageHead } from '../../components/page-head.js';
import { ErrorState, LoadingState } from '../../components/page-state.js';
import { RecordTable, type Column } from '../../components/record-table.js';
import { avvikelseTexts } from '../../text/pages/avvikelser.js';
import { useTextsOf, useWording } from '../../text/texts.js';
import { useBrukareNames } from '../brukare/api.js';
import { useEmployeeNames } from '../employees/api.js';
import { useDecideReport, useVisitReports, type ReportStatus } from './avvikelse-api.js';
import { AcceptReportDialog } from './accept-report-dialog.js';
import { ReasonDialog } from './reason-dialog.js';
import { TimeTabs } from './time-tabs.js';

const STATUSES: readonly ReportStatus[] = ['open', 'accepted', 'declined', 'all'];

interface Deciding {
  readonly report: VisitReportAnswer;
  readonly decision: 'accepted' | 'declined';
}

/** "Stämmer inte": what the staff said about planned visits, for the planerare to accept or decline. */
export function VisitReportsPage() {
  const words = useTextsOf(avvikelseTexts);
  const [scope] = useScope();
  const unitId = scope?.unitId ?? '';
  const [status, setStatus] = useState<ReportStatus>('open');
  const [deciding, setDeciding] = useState<Deciding | null>(null);
  const reports = useVisitReports(unitId, status);
  const { mutateAsync } = useDecideReport(unitId);
  const columns = useColumns(unitId, setDeciding);
  return (
    <Stack gap="lg">
      <PageHead title={words.reports.title}>
        <Downloads what={words.reports.title} path={`/units/${unitId}/visit-reports`} query={{ status }} />
      </PageHead>
      <TimeTabs />
      <Text>{words.reports.text}</Text>
      <NativeSelect
        label={words.status}
        maw={260}
        value={status}
        onChange={({ currentTarget: { value } }) => setStatus(STATUSES.find((one) => one === value) ?? 'open')}
        data={STATUSES.map((one) => ({ value: one, label: words.reports.statuses[one] }))}
      />
      {reports.isPending && <LoadingState />}
      {reports.isError && <ErrorState error={reports.error} onRetry={() => void reports.refetch()} />}
      {reports.isSuccess && (
        <RecordTable
          label={words.reports.title}
          columns={columns}
          rows={reports.data}
          rowKey={({ id }) => id}
          empty={<Text>{words.reports.none}</Text>}
        />
      )}
      {deciding?.decision === 'accepted' && (
        <AcceptReportDialog
          report={deciding.report}
          onSave={(reason, change) => mutateAsync({ id: deciding.report.id, decision: 'accepted', reason, change })}
          onClose={() => setDeciding(null)}
        />
      )}
      {deciding?.decision === 'declined' && (
        <ReasonDialog
          title={words.reports.decline}
          text={deciding.report.text ?? words.reports.kinds[deciding.report.kind]}
          label={words.reports.reason}
          saveLabel={words.reports.decline}
          onSave={(reason) => mutateAsync({ id: deciding.report.id, decision: 'declined', reason, change: null })}
          onClose={() => setDeciding(null)}
        />
      )}
    </Stack>
  );
}

function useColumns(unitId: string, onDecide: (deciding: Deciding) => void): readonly Column<VisitReportAnswer>[] {
  const { formats } = useWording();
  const words = useTextsOf(avvikelseTexts);
  const brukareName = useBrukareNames(unitId);
  const employeeName = useEmployeeNames(unitId);
  return [
    { key: 'kind', title: words.kind, sortBy: ({ kind }) => kind, cell: ({ kind }) => words.reports.kinds[kind] },
    { key: 'said', title: words.reports.said, cell: ({ text }) => text ?? '–' },
    { key: 'brukare', title: words.brukare, cell: ({ brukareId }) => brukareName(brukareId) },
    {
      key: 'from',
      title: words.reports.from,
      sortBy: ({ onDate }) => onDate,
      cell: ({ templateCode, onDate }) => words.reports.visit(templateCode, formats.day(onDate)),
    },
    { key: 'employee', title: words.employee, cell: ({ employeeId }) => employeeName(employeeId) },
    {
      key: 'decision',
      title: words.reports.decision,
      cell: (report) =>
        report.status !== 'open' ? (
          <Stack gap={0}>
            <Text size="sm">{`${words.reports.statuses[report.status]}: ${report.decisionReason ?? ''}`}</Text>
            {report.proposedVersion !== null && (
              <Anchor component={Link} to={`/order/${report.ramtidOrderId}`} size="sm">
                {words.reports.proposed(report.proposedVersion)}
              </Anchor>
            )}
          </Stack>
        ) : (
          <Group gap="xs">
            <Button
              size="compact-md"
              aria-label={words.reports.acceptOf(brukareName(report.brukareId))}
              onClick={() => onDecide({ report, decision: 'accepted' })}
            >
              {words.reports.accept}
            </Button>
            <Button
              variant="default"
              size="compact-md"
              aria-label={words.reports.declineOf(brukareName(report.brukareId))}
              onClick={() => onDecide({ report, decision: 'declined' })}
            >
              {words.reports.decline}
            </Button>
          </Group>
        ),
    },
  ];
}
