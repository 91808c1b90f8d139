import type { VisitDemandAnswer, VisitDemandListAnswer } from '@hemtjanst/contracts';
import { Anchor, Button, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { Link, useLocation } from 'react-router';
import { scopeOf, useScope, type Scope } from '../../app/scope.js';
import { Downloads } from '../../components/downloads.js';
import { PageHead } from '../../components/page-head.js';
import { EmptyState, ErrorState, LoadingState } from '../../components/page-state.js';
import { RecordTable, type Column } from '../../components/record-table.js';
import { callApi } from '../../lib/api-client.js';
import { recordTexts } from '../../text/pages/records.js';
import { termTexts } from '../../text/pages/terms.js';
import { visitTexts } from '../../text/pages/visits.js';
import { useTextsOf, useWording } from '../../text/texts.js';
import { useBrukareNames } from '../brukare/api.js';
import { useOrders } from '../ramtid-orders/api.js';

/** What the week has to place, and where each visit comes from. */
export function VisitsPage() {
  const words = useTextsOf(visitTexts);
  const [scope] = useScope();
  if (scope === null)
    return (
      <EmptyState isPage title={words.title}>
        {words.noVisits}
      </EmptyState>
    );
  return <Visits scope={scope} />;
}

function Visits({ scope: { unitId, workGroupId, week } }: { readonly scope: Scope }) {
  const words = useTextsOf(visitTexts);
  const { search } = useLocation();
  const list = useQuery({
    queryKey: ['visit-demand-list', unitId, week, workGroupId],
    queryFn: ({ signal }) =>
      callApi<VisitDemandListAnswer>(`/units/${unitId}/visit-demands`, { query: { week, workGroupId }, signal }),
  });
  return (
    <Stack gap="lg">
      <PageHead title={words.title}>
        <Downloads what={words.title} path={`/units/${unitId}/visit-demands`} query={{ week, workGroupId }} />
      </PageHead>
      <Text>{words.text}</Text>
      {list.isPending && <LoadingState rows={10} />}
      {list.isError && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {list.data?.demands.length === 0 && (
        <EmptyState
          title={words.noVisits}
          action={
            <Button component={Link} variant="default" to={`/order${scopeOf(search)}`}>
              {words.showOrders}
            </Button>
          }
        >
          {null}
        </EmptyState>
      )}
      {list.data !== undefined && list.data.demands.length > 0 && <DemandTables unitId={unitId} list={list.data} />}
    </Stack>
  );
}

interface DemandTablesProps {
  readonly unitId: string;
  readonly list: VisitDemandListAnswer;
}

function DemandTables({ unitId, list: { demands, dropped } }: DemandTablesProps) {
  const { formats } = useWording();
  const words = useTextsOf(visitTexts);
  const records = useTextsOf(recordTexts);
  const nameOf = useBrukareNames(unitId);
  const columns = useColumns(unitId, nameOf);
  const [typed, setTyped] = useState('');
  const wanted = useDeferredValue(typed.trim().toLocaleLowerCase('sv'));
  const minutes = demands.reduce((sum, { serviceMinutes }) => sum + serviceMinutes, 0);
  const hits = <Row extends { readonly brukareId: string; readonly templateCode: string }>(rows: readonly Row[]) =>
    rows.filter(({ brukareId, templateCode }) =>
      `${nameOf(brukareId)} ${templateCode}`.toLocaleLowerCase('sv').includes(wanted),
    );
  return (
    <>
      <Text>
        {words.summary(formats.whole(demands.length), formats.hours(minutes / 60), formats.whole(dropped.length))}
      </Text>
      <TextInput
        type="search"
        label={records.search}
        maw={320}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      <RecordTable
        label={words.title}
        columns={columns}
        rows={hits(demands)}
        rowKey={({ id }) => id}
        empty={<Text>{records.noHits}</Text>}
      />
      {dropped.length > 0 && (
        <section>
          <Title order={2}>{words.dropped}</Title>
          <RecordTable
            label={words.dropped}
            rows={hits(dropped).map((one, at) => ({ ...one, at }))}
            rowKey={({ at }) => String(at)}
            step={20}
            empty={<Text>{records.noHits}</Text>}
            columns={[
              { key: 'brukare', title: words.brukare, cell: ({ brukareId }) => nameOf(brukareId) },
              { key: 'visit', title: words.visit, cell: ({ templateCode }) => templateCode },
              { key: 'day', title: words.days, cell: ({ onDate }) => (onDate === null ? '–' : formats.day(onDate)) },
              { key: 'reason', title: words.reason, cell: ({ text }) => text },
            ]}
          />
        </section>
      )}
    </>
  );
}

function useColumns(unitId: string, nameOf: (brukareId: string) => string): readonly Column<VisitDemandAnswer>[] {
  const { texts, formats } = useWording();
  const words = useTextsOf(visitTexts);
  const terms = useTextsOf(termTexts);
  const { search } = useLocation();
  const orders = useOrders(unitId, null);
  const codes = new Map((orders.data ?? []).map(({ id, code }) => [id, code]));
  const marksOf = (demand: VisitDemandAnswer): string =>
    [
      demand.helper !== null && words.double,
      demand.isTimeCritical && `! ${words.critical}`,
      demand.isProposed && words.proposed,
    ]
      .filter((mark) => mark !== false)
      .join(', ');
  return [
    {
      key: 'brukare',
      title: words.brukare,
      sortBy: ({ brukareId }) => nameOf(brukareId),
      cell: ({ brukareId }) => (
        <Anchor component={Link} to={`/register/brukare/${brukareId}${scopeOf(search)}`} underline="always">
          {nameOf(brukareId)}
        </Anchor>
      ),
    },
    {
      key: 'day',
      title: words.days,
      sortBy: ({ allowedDates }) => allowedDates[0] ?? '',
      cell: ({ allowedDates }) =>
        allowedDates.length === 1 ? formats.day(allowedDates[0] ?? '') : words.anyOf(allowedDates.length),
    },
    {
      key: 'window',
      title: words.window,
      sortBy: ({ window }) => window.earliest,
      cell: ({ window }) => `${window.earliest}–${window.latest}`,
    },
    {
      key: 'minutes',
      title: words.minutes,
      isNumber: true,
      sortBy: ({ serviceMinutes }) => serviceMinutes,
      cell: ({ serviceMinutes }) => texts.units.minutes(serviceMinutes),
    },
    {
      key: 'visit',
      title: words.visit,
      cell: ({ insatser }) => insatser.map((insats) => terms.insats[insats]).join(', '),
    },
    { key: 'marks', title: words.marks, cell: (demand) => marksOf(demand) || '–' },
    {
      key: 'from',
      title: words.from,
      sortBy: ({ templateCode }) => templateCode,
      cell: ({ ramtidOrderId }) => (
        <Anchor component={Link} to={`/order/${ramtidOrderId}${scopeOf(search)}`} underline="always">
          {words.order(codes.get(ramtidOrderId) ?? '…')}
        </Anchor>
      ),
    },
  ];
}
