import { Stack, Text, Title } from '@mantine/core';
import { useScope } from '../../app/scope.js';
import { PageHead } from '../../components/page-head.js';
import { ErrorState, LoadingState } from '../../components/page-state.js';
import { RecordTable } from '../../components/record-table.js';
import { registerTexts } from '../../text/pages/register.js';
import { termTexts } from '../../text/pages/terms.js';
import { useTextsOf } from '../../text/texts.js';
import { useWorkGroups } from '../accounts/api.js';
import { RegisterTabs } from '../brukare/register-tabs.js';
import { usePremises } from './api.js';

/** The work groups and the premises their shifts begin and end at. */
export function PlacesPage() {
  const words = useTextsOf(registerTexts);
  const terms = useTextsOf(termTexts);
  const [scope] = useScope();
  const unitId = scope?.unitId ?? '';
  const groups = useWorkGroups(unitId);
  const premises = usePremises(unitId);
  const nameOf = (id: string): string => premises.data?.find((one) => one.id === id)?.name ?? '…';
  const failed = groups.isError ? groups : premises.isError ? premises : null;
  return (
    <Stack gap="lg">
      <PageHead title={words.tabs.places} />
      <RegisterTabs />
      <Text>{words.places.how}</Text>
      {failed !== null && <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />}
      {failed === null && (groups.isPending || premises.isPending) && <LoadingState />}
      {groups.data !== undefined && (
        <section>
          <Title order={2}>{words.places.groups}</Title>
          <RecordTable
            label={words.places.groups}
            rows={groups.data}
            rowKey={({ id }) => id}
            columns={[
              { key: 'name', title: words.name, sortBy: ({ name }) => name, cell: ({ name }) => name },
              { key: 'code', title: words.code, cell: ({ code }) => code },
              { key: 'kind', title: words.places.kind, cell: ({ kind }) => terms.groupKind[kind] },
              { key: 'base', title: words.places.base, cell: ({ premisesId }) => nameOf(premisesId) },
              {
                key: 'area',
                title: words.places.area,
                cell: ({ hasArea }) => (hasArea ? words.places.hasArea : words.places.noArea),
              },
            ]}
          />
        </section>
      )}
      {premises.data !== undefined && (
        <section>
          <Title order={2}>{words.places.premises}</Title>
          <RecordTable
            label={words.places.premises}
            rows={premises.data}
            rowKey={({ id }) => id}
            columns={[
              { key: 'name', title: words.name, cell: ({ name }) => name },
              { key: 'code', title: words.code, cell: ({ code }) => code },
              { key: 'address', title: words.places.address, cell: ({ address }) => address ?? '–' },
            ]}
          />
        </section>
      )}
    </Stack>
  );
}
