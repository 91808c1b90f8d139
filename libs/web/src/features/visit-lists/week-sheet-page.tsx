import type { WeeklyPlanAnswer } from '@hemtjanst/contracts';
import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useScope } from '../../app/scope.js';
import { Downloads } from '../../components/downloads.js';
import { PageHead } from '../../components/page-head.js';
import { ErrorState, LoadingState } from '../../components/page-state.js';
import { RecordTable } from '../../components/record-table.js';
import { callApi } from '../../lib/api-client.js';
import { listTabTexts } from '../../text/pages/list-tabs.js';
import { useTextsOf } from '../../text/texts.js';
import { useWorkGroups } from '../accounts/api.js';
import { ListTabs } from './list-tabs.js';

/** The plans of the week as sheets per person, to take away. */
export function WeekSheetPage() {
  const words = useTextsOf(listTabTexts);
  const [scope] = useScope();
  const unitId = scope?.unitId ?? '';
  const week = scope?.week ?? '';
  const groups = useWorkGroups(scope?.unitId);
  const plans = useQuery({
    queryKey: ['week-sheet-plans', unitId, week],
    queryFn: async ({ signal }) =>
      (
        await callApi<{ readonly items: readonly WeeklyPlanAnswer[] }>(`/units/${unitId}/weekly-plans`, {
          query: { week, size: 100 },
          signal,
        })
      ).items,
    enabled: scope !== null,
  });
  const groupName = (id: string | null): string =>
    id === null ? words.allGroups : (groups.data?.find((group) => group.id === id)?.name ?? '…');
  return (
    <Stack gap="lg">
      <PageHead title={words.weekTitle} />
      <ListTabs />
      <Text>{words.weekText}</Text>
      {plans.isPending && <LoadingState />}
      {plans.isError && <ErrorState error={plans.error} onRetry={() => void plans.refetch()} />}
      {plans.isSuccess && (
        <RecordTable
          label={words.weekTitle}
          rows={plans.data}
          rowKey={({ id }) => id}
          empty={<Text>{words.weekNone}</Text>}
          columns={[
            {
              key: 'plan',
              title: words.plan,
              cell: ({ planVersion, workGroupId }) => words.version(planVersion, groupName(workGroupId)),
            },
            { key: 'status', title: words.status, cell: ({ status }) => words.statuses[status] },
            {
              key: 'download',
              title: words.download,
              cell: ({ id, planVersion }) => (
                <Downloads
                  what={words.sheetOf(planVersion)}
                  path={`/units/${unitId}/weekly-plans/${id}/week-sheet`}
                  query={{}}
                />
              ),
            },
          ]}
        />
      )}
    </Stack>
  );
}
