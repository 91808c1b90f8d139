import { Anchor, Button, Stack, Text, TextInput } from '@mantine/core';
import { useDeferredValue, useState } from 'react';
import { Link, useLocation } from 'react-router';
import { scopeOf, useScope } from '../../app/scope.js';
import { useCurrentAccount } from '../../app/session.js';
import { PageHead } from '../../components/page-head.js';
import { EmptyState, ErrorState, LoadingState } from '../../components/page-state.js';
import { RecordTable } from '../../components/record-table.js';
import { hasAny } from '../../lib/access.js';
import { recordTexts } from '../../text/pages/records.js';
import { registerTexts } from '../../text/pages/register.js';
import { termTexts } from '../../text/pages/terms.js';
import { useTextsOf, useWording } from '../../text/texts.js';
import { useWorkGroups } from '../accounts/api.js';
import { RegisterTabs } from '../brukare/register-tabs.js';
import { useEmployeeList } from './api.js';

/** Everybody who works in the unit or the group. */
export function EmployeeListPage() {
  const { formats } = useWording();
  const words = useTextsOf(registerTexts);
  const records = useTextsOf(recordTexts);
  const terms = useTextsOf(termTexts);
  const { search } = useLocation();
  const { roles } = useCurrentAccount();
  const [scope] = useScope();
  const unitId = scope?.unitId ?? '';
  const employees = useEmployeeList(unitId);
  const groups = useWorkGroups(unitId);
  const groupOf = (id: string): string => groups.data?.find((group) => group.id === id)?.name ?? '…';
  const [typed, setTyped] = useState('');
  const wanted = useDeferredValue(typed.trim().toLocaleLowerCase('sv'));
  const group = scope?.workGroupId ?? null;
  const rows = (employees.data ?? []).filter(
    ({ name, code, workGroupId }) =>
      (group === null || workGroupId === group) && `${name} ${code}`.toLocaleLowerCase('sv').includes(wanted),
  );
  return (
    <Stack gap="lg">
      <PageHead title={words.employees.title}>
        {hasAny(roles, ['planerare', 'enhetschef']) && (
          <Button component={Link} to={`/register/medarbetare/ny${scopeOf(search)}`}>
            {words.employees.new}
          </Button>
        )}
      </PageHead>
      <RegisterTabs />
      {employees.isPending && <LoadingState rows={10} />}
      {employees.isError && <ErrorState error={employees.error} onRetry={() => void employees.refetch()} />}
      {employees.data?.length === 0 && <EmptyState title={records.empty}>{words.employees.emptyText}</EmptyState>}
      {employees.data !== undefined && employees.data.length > 0 && (
        <>
          <TextInput
            type="search"
            label={records.search}
            maw={320}
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          />
          <RecordTable
            label={words.employees.title}
            rows={rows}
            rowKey={({ id }) => id}
            empty={<Text>{records.noHits}</Text>}
            columns={[
              {
                key: 'name',
                title: words.name,
                sortBy: ({ name }) => name,
                cell: ({ id, name }) => (
                  <Anchor component={Link} to={`/register/medarbetare/${id}${scopeOf(search)}`} underline="always">
                    {name}
                  </Anchor>
                ),
              },
              { key: 'code', title: words.code, sortBy: ({ code }) => code, cell: ({ code }) => code },
              {
                key: 'title',
                title: words.employees.role,
                sortBy: ({ title }) => title,
                cell: ({ title }) => terms.title[title],
              },
              {
                key: 'group',
                title: words.group,
                sortBy: ({ workGroupId }) => groupOf(workGroupId),
                cell: ({ workGroupId }) => groupOf(workGroupId),
              },
              {
                key: 'rate',
                title: words.employees.rate,
                isNumber: true,
                sortBy: ({ employmentRate }) => employmentRate,
                cell: ({ employment, employmentRate }) =>
                  employmentRate === null ? terms.employment[employment] : formats.percent(employmentRate),
              },
              {
                key: 'mode',
                title: words.employees.mode,
                sortBy: ({ mode }) => mode,
                cell: ({ mode }) => terms.mode[mode],
              },
              {
                key: 'competences',
                title: words.employees.competences,
                cell: ({ competences }) => (competences.length === 0 ? '–' : competences.join(', ')),
              },
            ]}
          />
        </>
      )}
    </Stack>
  );
}
