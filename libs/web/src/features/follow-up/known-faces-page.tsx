import type { KnownFacesAnswer } from '@hemtjanst/contracts';
import { Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useScope } from '../../app/scope.js';
import { DayStepper, useDay } from '../../components/day-stepper.js';
import { Downloads } from '../../components/downloads.js';
import { PageHead } from '../../components/page-head.js';
import { ErrorState, LoadingState } from '../../components/page-state.js';
import { RecordTable } from '../../components/record-table.js';
import { Sign } from '../../components/sign.js';
import { callApi } from '../../lib/api-client.js';
import { listTabTexts } from '../../text/pages/list-tabs.js';
import { useTextsOf, useWording } from '../../text/texts.js';
import { useBrukareNames } from '../brukare/api.js';
import { useEmployeeNames } from '../employees/api.js';
import { ListTabs } from '../visit-lists/list-tabs.js';

type Employee = KnownFacesAnswer['items'][number];

/** Who else the day's brukare know, should one of the staff be ill: most visits without a known face first. */
export function KnownFacesPage() {
  const words = useTextsOf(listTabTexts);
  const [scope] = useScope();
  const [day, setDay] = useDay();
  const unitId = scope?.unitId ?? '';
  const workGroupId = scope?.workGroupId ?? null;
  const faces = useQuery({
    queryKey: ['known-faces', unitId, day, workGroupId],
    queryFn: ({ signal }) =>
      callApi<KnownFacesAnswer>(`/units/${unitId}/known-faces`, { query: { date: day, workGroupId }, signal }),
    enabled: scope !== null,
  });
  return (
    <Stack gap="lg">
      <PageHead title={words.facesTitle}>
        <DayStepper day={day} onDay={setDay} />
        <Downloads what={words.facesTitle} path={`/units/${unitId}/known-faces`} query={{ date: day, workGroupId }} />
      </PageHead>
      <ListTabs />
      <Text>{words.facesText}</Text>
      {faces.isPending && <LoadingState />}
      {faces.isError && <ErrorState error={faces.error} onRetry={() => void faces.refetch()} />}
      {faces.isSuccess && <FacesOfDay unitId={unitId} items={faces.data.items} />}
    </Stack>
  );
}

function FacesOfDay({ unitId, items }: { readonly unitId: string; readonly items: readonly Employee[] }) {
  const words = useTextsOf(listTabTexts);
  const { formats } = useWording();
  const employeeName = useEmployeeNames(unitId);
  const brukareName = useBrukareNames(unitId);
  if (items.length === 0) return <Text>{words.facesNone}</Text>;
  const namesOf = (ids: readonly string[]): string =>
    ids.length === 0 ? words.nobody : ids.map(employeeName).join(', ');
  return items
    .toSorted((a, b) => b.visitsWithoutKnownFace - a.visitsWithoutKnownFace)
    .map(({ employeeId, visits, visitsWithoutKnownFace }) => (
      <section key={employeeId}>
        <Title order={2} size="h4">
          {employeeName(employeeId)}
        </Title>
        <Text>
          {visitsWithoutKnownFace > 0 && <Sign kind="warns" />} {words.visits}: {visits.length}. {words.without}:{' '}
          {visitsWithoutKnownFace}.
        </Text>
        <RecordTable
          label={words.showVisits(employeeName(employeeId))}
          rows={visits}
          rowKey={({ plannedVisitId }) => plannedVisitId}
          columns={[
            {
              key: 'time',
              title: words.time,
              cell: ({ startsAt, endsAt }) => `${formats.clock(startsAt)}–${formats.clock(endsAt)}`,
            },
            { key: 'brukare', title: words.brukare, cell: ({ brukareId }) => brukareName(brukareId) },
            { key: 'known', title: words.known, isNumber: true, cell: ({ knownEmployees }) => knownEmployees },
            { key: 'free', title: words.free, cell: ({ availableEmployeeIds }) => namesOf(availableEmployeeIds) },
          ]}
        />
      </section>
    ));
}
