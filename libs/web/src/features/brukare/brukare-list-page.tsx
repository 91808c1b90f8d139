import type { BrukareAnswer } from '@hemtjanst/contracts';
import { Anchor, Button, Stack, Text, TextInput } from '@mantine/core';
import { useDeferredValue, useState } from 'react';
import { Link, useLocation } from 'react-router';
import { scopeOf, useScope } from '../../app/scope.js';
import { PageHead } from '../../components/page-head.js';
import { EmptyState, ErrorState, LoadingState } from '../../components/page-state.js';
import { RecordTable, type Column } from '../../components/record-table.js';
import { Sign } from '../../components/sign.js';
import { recordTexts } from '../../text/pages/records.js';
import { registerTexts } from '../../text/pages/register.js';
import { termTexts } from '../../text/pages/terms.js';
import { useTextsOf } from '../../text/texts.js';
import { useWorkGroups } from '../accounts/api.js';
import { useEmployeeNames } from '../employees/api.js';
import { useBrukareList } from './api.js';
import { RegisterTabs } from './register-tabs.js';

/** Everybody the unit helps; a protected identity stands with its alias and nothing more. */
export function BrukareListPage() {
  const words = useTextsOf(registerTexts);
  const records = useTextsOf(recordTexts);
  const { search } = useLocation();
  const [scope] = useScope();
  const brukare = useBrukareList(scope?.unitId ?? '', scope?.workGroupId ?? null);
  const columns = useColumns(scope?.unitId ?? '');
  const [typed, setTyped] = useState('');
  const wanted = useDeferredValue(typed.trim().toLocaleLowerCase('sv'));
  const rows = (brukare.data ?? []).filter(({ name, code, address }) =>
    `${name} ${code} ${address ?? ''}`.toLocaleLowerCase('sv').includes(wanted),
  );
  return (
    <Stack gap="lg">
      <PageHead title={words.brukare.title}>
        <Button component={Link} to={`/register/brukare/ny${scopeOf(search)}`}>
          {words.brukare.new}
        </Button>
      </PageHead>
      <RegisterTabs />
      {brukare.isPending && <LoadingState rows={10} />}
      {brukare.isError && <ErrorState error={brukare.error} onRetry={() => void brukare.refetch()} />}
      {brukare.data?.length === 0 && <EmptyState title={records.empty}>{words.brukare.emptyText}</EmptyState>}
      {brukare.data !== undefined && brukare.data.length > 0 && (
        <>
          <TextInput
            type="search"
            label={records.search}
            maw={320}
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          />
          <RecordTable
            label={words.brukare.title}
            columns={columns}
            rows={rows}
            rowKey={({ id }) => id}
            empty={<Text>{records.noHits}</Text>}
          />
        </>
      )}
    </Stack>
  );
}

function useColumns(unitId: string): readonly Column<BrukareAnswer>[] {
  const words = useTextsOf(registerTexts);
  const records = useTextsOf(recordTexts);
  const terms = useTextsOf(termTexts);
  const { search } = useLocation();
  const groups = useWorkGroups(unitId);
  const nameOf = useEmployeeNames(unitId);
  const groupOf = (id: string): string => groups.data?.find((group) => group.id === id)?.name ?? '…';
  return [
    {
      key: 'name',
      title: words.name,
      sortBy: ({ name }) => name,
      cell: ({ id, name }) => (
        <Anchor component={Link} to={`/register/brukare/${id}${scopeOf(search)}`} underline="always">
          {name}
        </Anchor>
      ),
    },
    { key: 'code', title: words.code, sortBy: ({ code }) => code, cell: ({ code }) => code },
    {
      key: 'address',
      title: words.brukare.address,
      sortBy: ({ address }) => address,
      cell: ({ address, isProtected }) => (isProtected ? records.protected : (address ?? '–')),
    },
    {
      key: 'group',
      title: words.group,
      sortBy: ({ workGroupId }) => groupOf(workGroupId),
      cell: ({ workGroupId }) => groupOf(workGroupId),
    },
    {
      key: 'kontaktman',
      title: words.brukare.kontaktman,
      cell: ({ kontaktmanId }) => (kontaktmanId === null ? '–' : nameOf(kontaktmanId)),
    },
    {
      key: 'fast',
      title: words.brukare.fastOmsorgskontakt,
      sortBy: ({ fastOmsorgskontaktId }) => (fastOmsorgskontaktId === null ? 0 : 1),
      cell: ({ fastOmsorgskontaktId }) =>
        fastOmsorgskontaktId === null ? (
          <>
            <Sign kind="warns" /> {words.brukare.noFast}
          </>
        ) : (
          nameOf(fastOmsorgskontaktId)
        ),
    },
    { key: 'key', title: words.brukare.key, cell: ({ keyKind }) => terms.key[keyKind] },
  ];
}
