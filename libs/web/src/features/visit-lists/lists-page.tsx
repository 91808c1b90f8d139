import type { VisitListAnswer, VisitListStopAnswer } from '@hemtjanst/contracts';
import { Button, NativeSelect, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { useScope, type Scope } from '../../app/scope.js';
import { DayStepper, useDay } from '../../components/day-stepper.js';
import { PageHead } from '../../components/page-head.js';
import { EmptyState, ErrorState, LoadingState } from '../../components/page-state.js';
import { RecordTable } from '../../components/record-table.js';
import { callApi } from '../../lib/api-client.js';
import { wholeMinutes } from '../../lib/format.js';
import { listTexts } from '../../text/pages/lists.js';
import { recordTexts } from '../../text/pages/records.js';
import { termTexts } from '../../text/pages/terms.js';
import { useTextsOf, useWording } from '../../text/texts.js';
import { useEmployeeList, useShifts } from '../employees/api.js';
import { ListTabs } from './list-tabs.js';

/** The published list of one employee and day, to look at and to print. */
export function ListsPage() {
  const words = useTextsOf(listTexts);
  const [scope] = useScope();
  const [day, setDay] = useDay();
  if (scope === null)
    return (
      <EmptyState isPage title={words.title}>
        {words.nobody}
      </EmptyState>
    );
  return (
    <Stack gap="lg">
      <PageHead title={words.title}>
        <DayStepper day={day} onDay={setDay} />
      </PageHead>
      <ListTabs />
      <Text className="rr-no-print">{words.text}</Text>
      <ListOfDay scope={scope} day={day} />
    </Stack>
  );
}

interface ListOfDayProps {
  readonly scope: Scope;
  readonly day: string;
}

function ListOfDay({ scope: { unitId, workGroupId }, day }: ListOfDayProps) {
  const words = useTextsOf(listTexts);
  const records = useTextsOf(recordTexts);
  const [parameters, setParameters] = useSearchParams();
  const employeeId = parameters.get('medarbetare');
  const shifts = useShifts(unitId, { from: day, to: day });
  const employees = useEmployeeList(unitId);
  const failed = shifts.isError ? shifts : employees.isError ? employees : null;
  if (failed !== null) return <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />;
  if (shifts.data === undefined || employees.data === undefined) return <LoadingState rows={2} />;
  const atWork = new Set(
    shifts.data
      .filter((shift) => workGroupId === null || shift.workGroupId === workGroupId)
      .map((shift) => shift.employeeId),
  );
  const staff = employees.data
    .filter(({ id }) => atWork.has(id))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'sv'));
  if (staff.length === 0) return <Text>{words.nobody}</Text>;
  const choose = (id: string): void =>
    setParameters((before) => {
      const after = new URLSearchParams(before);
      after.set('medarbetare', id);
      return after;
    });
  const chosen = staff.find(({ id }) => id === employeeId);
  return (
    <>
      <NativeSelect
        className="rr-no-print"
        label={words.employee}
        maw={320}
        value={chosen?.id ?? ''}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
        data={[{ value: '', label: records.chooseOne }, ...staff.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      {chosen === undefined ? (
        <Text>{words.choose}</Text>
      ) : (
        <PublishedList unitId={unitId} day={day} employeeId={chosen.id} name={chosen.name} />
      )}
    </>
  );
}

interface PublishedListProps {
  readonly unitId: string;
  readonly day: string;
  readonly employeeId: string;
  readonly name: string;
}

function PublishedList({ unitId, day, employeeId, name }: PublishedListProps) {
  const { formats } = useWording();
  const words = useTextsOf(listTexts);
  const list = useQuery({
    queryKey: ['visit-list', unitId, day, employeeId],
    queryFn: ({ signal }) =>
      callApi<VisitListAnswer>(`/units/${unitId}/visit-lists`, { query: { date: day, employeeId }, signal }),
  });
  if (list.isPending) return <LoadingState />;
  if (list.isError) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  const { planVersion, shiftStartsAt, shiftEndsAt, stops } = list.data;
  if (planVersion === null) return <Text>{words.nothing}</Text>;
  const span =
    shiftStartsAt === null || shiftEndsAt === null
      ? ''
      : `${formats.clock(shiftStartsAt)}–${formats.clock(shiftEndsAt)}`;
  return (
    <section>
      <Title order={2}>{words.head(name, formats.longDay(day), span)}</Title>
      <Text c="var(--rr-text-quiet)">{words.version(planVersion)}</Text>
      <Button className="rr-no-print" variant="default" my="sm" onClick={() => print()}>
        {words.print}
      </Button>
      <Stops stops={stops} />
    </section>
  );
}

function Stops({ stops }: { readonly stops: readonly VisitListStopAnswer[] }) {
  const { formats } = useWording();
  const words = useTextsOf(listTexts);
  const terms = useTextsOf(termTexts);
  const notesOf = (stop: VisitListStopAnswer): string =>
    [
      ...(stop.isNewFace ? [words.newFace] : []),
      ...(stop.withEmployeeId === null ? [] : [words.double]),
      ...stop.notes,
    ].join(', ');
  return (
    <RecordTable
      label={words.title}
      rows={stops}
      rowKey={({ startsAt, kind, title }) => `${startsAt} ${kind} ${title}`}
      columns={[
        {
          key: 'time',
          title: words.time,
          cell: ({ startsAt, endsAt }) => `${formats.clock(startsAt)}–${formats.clock(endsAt)}`,
        },
        { key: 'who', title: words.who, cell: ({ title }) => title },
        { key: 'address', title: words.address, cell: ({ address }) => address ?? '–' },
        {
          key: 'insatser',
          title: words.insatser,
          cell: ({ insatser }) => insatser.map((insats) => terms.insats[insats]).join(', ') || '–',
        },
        { key: 'notes', title: words.notes, cell: (stop) => notesOf(stop) || '–' },
        {
          key: 'ride',
          title: words.ride,
          cell: ({ nextRide }) =>
            nextRide === null
              ? '–'
              : `${words.minutes(wholeMinutes(nextRide.travelSeconds + nextRide.handlingSeconds))}, ${terms.mode[nextRide.mode].toLowerCase()}`,
        },
      ]}
    />
  );
}
