import { addDays } from '@hemtjanst/domain';
import type { AvvikelseAnswer } from '@hemtjanst/contracts';
import { Anchor, Button, NativeSelect, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Link, useLocation } from 'react-router';
import { scopeOf, useScope } from '../../app/scope.js';
import { DayStepper, useDay } from '../../components/day-stepper.js';
import { Downloads } from '../../components/downloads.js';
import { PageHead } from '../../components/page-head.js';
import { ErrorState, LoadingState } from '../../components/page-state.js';
import { RecordTable, type Column } from '../../components/record-table.js';
import { Sign } from '../../components/sign.js';
import { avvikelseTexts } from '../../text/pages/avvikelser.js';
import { useTextsOf, useWording } from '../../text/texts.js';
import { useBrukareNames } from '../brukare/api.js';
import { useEmployeeNames } from '../employees/api.js';
import { useAvvikelser, useHandleAvvikelse, type AvvikelseStatus } from './avvikelse-api.js';
import { ReasonDialog } from './reason-dialog.js';
import { TimeTabs } from './time-tabs.js';
import { ServiceText } from '../../components/service-text.js';

const STATUSES: readonly AvvikelseStatus[] = ['open', 'handled', 'all'];
const DAYS_BACK = 6;

/** What was registered, or not, and does not match the plan: handled one by one with what was done. */
export function AvvikelserPage() {
  const { formats } = useWording();
  const words = useTextsOf(avvikelseTexts);
  const [scope] = useScope();
  const unitId = scope?.unitId ?? '';
  const [day, setDay] = useDay();
  const [status, setStatus] = useState<AvvikelseStatus>('open');
  const [chosen, setChosen] = useState<AvvikelseAnswer | null>(null);
  const question = { from: addDays(day, -DAYS_BACK), to: day, status, workGroupId: scope?.workGroupId ?? null };
  const avvikelser = useAvvikelser(unitId, question);
  const { mutateAsync } = useHandleAvvikelse(unitId);
  const columns = useColumns(unitId, setChosen);
  return (
    <Stack gap="lg">
      <PageHead title={words.title}>
        <DayStepper day={day} onDay={setDay} />
        <Downloads what={words.title} path={`/units/${unitId}/avvikelser`} query={question} />
      </PageHead>
      <TimeTabs />
      <Text>{words.text}</Text>
      <NativeSelect
        label={words.status}
        maw={260}
        value={status}
        onChange={({ currentTarget: { value } }) => setStatus(STATUSES.find((one) => one === value) ?? 'open')}
        data={STATUSES.map((one) => ({ value: one, label: words.statuses[one] }))}
      />
      {avvikelser.isPending && <LoadingState />}
      {avvikelser.isError && <ErrorState error={avvikelser.error} onRetry={() => void avvikelser.refetch()} />}
      {avvikelser.isSuccess && (
        <>
          <Text>{words.counts(formats.whole(avvikelser.data.open), formats.whole(avvikelser.data.handled))}</Text>
          <RecordTable
            label={words.title}
            columns={columns}
            rows={avvikelser.data.items}
            rowKey={({ id }) => id}
            empty={<Text>{words.none}</Text>}
          />
        </>
      )}
      {chosen !== null && (
        <ReasonDialog
          title={`${words.handle}: ${words.kinds[chosen.kind]}`}
          text={chosen.text}
          label={words.reason}
          saveLabel={words.save}
          onSave={(reason) => mutateAsync({ avvikelse: chosen, reason })}
          onClose={() => setChosen(null)}
        />
      )}
    </Stack>
  );
}

function useColumns(
  unitId: string,
  onHandle: (avvikelse: AvvikelseAnswer) => void,
): readonly Column<AvvikelseAnswer>[] {
  const { formats } = useWording();
  const words = useTextsOf(avvikelseTexts);
  const { search } = useLocation();
  const brukareName = useBrukareNames(unitId);
  const employeeName = useEmployeeNames(unitId);
  return [
    {
      key: 'kind',
      title: words.kind,
      sortBy: ({ kind }) => words.kinds[kind],
      cell: ({ kind, handled }) => (
        <>
          <Sign kind={handled === null ? 'warns' : 'holds'} /> {words.kinds[kind]}
        </>
      ),
    },
    { key: 'day', title: words.day, sortBy: ({ date }) => date, cell: ({ date }) => formats.day(date) },
    {
      key: 'brukare',
      title: words.brukare,
      sortBy: ({ brukareId }) => brukareName(brukareId),
      cell: ({ brukareId }) => (
        <Anchor component={Link} to={`/register/brukare/${brukareId}${scopeOf(search)}`} underline="always">
          {brukareName(brukareId)}
        </Anchor>
      ),
    },
    {
      key: 'employee',
      title: words.employee,
      cell: ({ employeeId }) => (employeeId === null ? '–' : employeeName(employeeId)),
    },
    { key: 'what', title: words.what, cell: ({ text }) => <ServiceText>{text}</ServiceText> },
    {
      key: 'handled',
      title: words.handled,
      cell: (avvikelse) =>
        avvikelse.handled === null ? (
          <Button
            variant="default"
            size="compact-md"
            aria-label={words.handleOf(words.kinds[avvikelse.kind], brukareName(avvikelse.brukareId))}
            onClick={() => onHandle(avvikelse)}
          >
            {words.handle}
          </Button>
        ) : (
          `${formats.moment(avvikelse.handled.at)}: ${avvikelse.handled.reason}`
        ),
    },
  ];
}
