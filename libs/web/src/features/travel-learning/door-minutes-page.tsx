import type { TravelProposalAnswer } from '@hemtjanst/contracts';
import { Alert, Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useScope } from '../../app/scope.js';
import { PageHead } from '../../components/page-head.js';
import { ErrorState, LoadingState } from '../../components/page-state.js';
import { RecordTable, type Column } from '../../components/record-table.js';
import { Sign } from '../../components/sign.js';
import { wholeMinutes } from '../../lib/format.js';
import { timeTexts } from '../../text/pages/time.js';
import { useTextsOf, useWording } from '../../text/texts.js';
import { useBrukareNames } from '../brukare/api.js';
import { TimeTabs } from '../registered-times/time-tabs.js';
import { useDecideProposal, useRefreshProposals, useTravelProposals, type ProposalStatus } from './api.js';

const STATUSES: readonly ProposalStatus[] = ['foreslagen', 'antagen', 'avbojd'];

/** What the registered visits say about the minutes at each door, for the planerare to accept or decline. */
export function DoorMinutesPage() {
  const { formats } = useWording();
  const words = useTextsOf(timeTexts);
  const [scope] = useScope();
  const unitId = scope?.unitId ?? '';
  const [status, setStatus] = useState<ProposalStatus>('foreslagen');
  const proposals = useTravelProposals(unitId, status);
  const refresh = useRefreshProposals(unitId);
  const decide = useDecideProposal(unitId);
  const columns = useColumns(unitId, status, (proposal, isAccepted) =>
    decide.mutate({ proposal, isAccepted, idempotencyKey: crypto.randomUUID() }),
  );
  return (
    <Stack gap="lg">
      <PageHead title={words.tabs.doors}>
        <Button variant="default" loading={refresh.isPending} onClick={() => refresh.mutate(crypto.randomUUID())}>
          {words.doors.refresh}
        </Button>
      </PageHead>
      <TimeTabs />
      <Text maw={760}>{words.doors.text}</Text>
      {refresh.isSuccess && (
        <Alert variant="outline" role="status">
          {words.doors.refreshed(formats.whole(refresh.data.legs), formats.whole(refresh.data.proposed))}
        </Alert>
      )}
      {decide.isSuccess && (
        <Alert variant="outline" role="status">
          <Sign kind="holds" /> {words.doors.decided}
        </Alert>
      )}
      {refresh.isError && <ErrorState error={refresh.error} />}
      {decide.isError && <ErrorState error={decide.error} />}
      <NativeSelect
        label={words.doors.status}
        maw={260}
        value={status}
        onChange={({ currentTarget: { value } }) => setStatus(STATUSES.find((one) => one === value) ?? 'foreslagen')}
        data={STATUSES.map((one) => ({ value: one, label: words.doors.statuses[one] }))}
      />
      {proposals.isPending && <LoadingState />}
      {proposals.isError && <ErrorState error={proposals.error} onRetry={() => void proposals.refetch()} />}
      {proposals.isSuccess && (
        <RecordTable
          label={words.tabs.doors}
          columns={columns}
          rows={proposals.data}
          rowKey={({ id }) => id}
          empty={<Text>{words.doors.none}</Text>}
        />
      )}
    </Stack>
  );
}

function useColumns(
  unitId: string,
  status: ProposalStatus,
  onDecide: (proposal: TravelProposalAnswer, isAccepted: boolean) => void,
): readonly Column<TravelProposalAnswer>[] {
  const { texts, formats } = useWording();
  const words = useTextsOf(timeTexts).doors;
  const time = useTextsOf(timeTexts);
  const nameOf = useBrukareNames(unitId);
  const minutes = (seconds: number): string => texts.units.minutes(wholeMinutes(seconds));
  const columns: readonly Column<TravelProposalAnswer>[] = [
    {
      key: 'brukare',
      title: time.brukare,
      sortBy: ({ brukareId }) => nameOf(brukareId),
      cell: ({ brukareId }) => nameOf(brukareId),
    },
    {
      key: 'samples',
      title: words.samples,
      isNumber: true,
      sortBy: ({ samples }) => samples,
      cell: ({ samples }) => formats.whole(samples),
    },
    { key: 'planned', title: words.planned, isNumber: true, cell: (row) => minutes(row.plannedSeconds) },
    { key: 'observed', title: words.observed, isNumber: true, cell: (row) => minutes(row.observedSeconds) },
    {
      key: 'now',
      title: words.now,
      cell: ({ doorMinutesBefore }) =>
        doorMinutesBefore === null ? words.byRule : texts.units.minutes(doorMinutesBefore),
    },
    {
      key: 'proposed',
      title: words.proposed,
      isNumber: true,
      cell: ({ proposedDoorMinutes }) => <strong>{texts.units.minutes(proposedDoorMinutes)}</strong>,
    },
  ];
  if (status !== 'foreslagen') return columns;
  return [
    ...columns,
    {
      key: 'act',
      title: '',
      cell: (proposal) => (
        <Group gap="xs">
          <Button
            size="compact-md"
            aria-label={words.acceptFor(nameOf(proposal.brukareId))}
            onClick={() => onDecide(proposal, true)}
          >
            {words.accept}
          </Button>
          <Button
            variant="default"
            size="compact-md"
            aria-label={words.declineFor(nameOf(proposal.brukareId))}
            onClick={() => onDecide(proposal, false)}
          >
            {words.decline}
          </Button>
        </Group>
      ),
    },
  ];
}
