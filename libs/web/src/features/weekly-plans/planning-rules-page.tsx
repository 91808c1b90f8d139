import type { PlanningRuleAnswer } from '@hemtjanst/contracts';
import { Anchor, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from 'react-router';
import { scopeOf, useScope } from '../../app/scope.js';
import { Downloads } from '../../components/downloads.js';
import { PageHead } from '../../components/page-head.js';
import { ErrorState, LoadingState } from '../../components/page-state.js';
import { RecordTable } from '../../components/record-table.js';
import { callApi } from '../../lib/api-client.js';
import { planningRuleTexts } from '../../text/pages/planning-rules.js';
import { useTextsOf, useWording } from '../../text/texts.js';
import { SettingsTabs } from '../units/settings-tabs.js';

/** Every rule that planning follows under the unit's settings, with weight and reason: where "Varför här?" is looked up. */
export function PlanningRulesPage() {
  const words = useTextsOf(planningRuleTexts);
  const [scope] = useScope();
  const { search } = useLocation();
  const unitId = scope?.unitId ?? '';
  const rules = useQuery({
    queryKey: ['planning-rules', unitId],
    queryFn: async ({ signal }) =>
      (await callApi<{ readonly items: readonly PlanningRuleAnswer[] }>(`/units/${unitId}/planning-rules`, { signal }))
        .items,
    enabled: unitId !== '',
  });
  return (
    <Stack gap="lg">
      <PageHead title={words.title}>
        <Downloads what={words.title} path={`/units/${unitId}/planning-rules`} query={{}} />
      </PageHead>
      <SettingsTabs />
      <Text>{words.text}</Text>
      <Text>{words.scale}</Text>
      {rules.isPending && <LoadingState />}
      {rules.isError && <ErrorState error={rules.error} onRetry={() => void rules.refetch()} />}
      {rules.data !== undefined && (
        <>
          <SoftRules rules={rules.data.filter(({ kind }) => kind === 'soft')} />
          <HardRules rules={rules.data.filter(({ kind }) => kind === 'hard')} />
        </>
      )}
      <Text>
        {words.settings}{' '}
        <Anchor component={Link} to={`/installningar/enhet${scopeOf(search)}`} underline="always">
          {words.toSettings}
        </Anchor>
      </Text>
    </Stack>
  );
}

interface RulesProps {
  readonly rules: readonly PlanningRuleAnswer[];
}

function SoftRules({ rules }: RulesProps) {
  const { language, formats } = useWording();
  const words = useTextsOf(planningRuleTexts);
  const priceOf = ({ price }: PlanningRuleAnswer): string =>
    price === null
      ? ''
      : words.price(
          formats.decimal(price.secondsPerUnit),
          formats.decimal(Math.round(price.secondsPerUnit / 6) / 10),
          price.unit[language],
        );
  return (
    <section>
      <Title order={2}>{words.soft}</Title>
      <RecordTable
        label={words.soft}
        rows={rules}
        rowKey={({ id }) => id}
        empty={null}
        columns={[
          { key: 'name', title: words.name, cell: ({ name }) => name[language] },
          { key: 'weight', title: words.weight, cell: priceOf },
          { key: 'reason', title: words.weightReason, cell: ({ price }) => price?.reason[language] },
          { key: 'why', title: words.why, cell: ({ why }) => why[language] },
        ]}
      />
    </section>
  );
}

function HardRules({ rules }: RulesProps) {
  const { language } = useWording();
  const words = useTextsOf(planningRuleTexts);
  return (
    <section>
      <Title order={2}>{words.hard}</Title>
      <RecordTable
        label={words.hard}
        rows={rules}
        rowKey={({ id }) => id}
        empty={null}
        columns={[
          { key: 'name', title: words.name, cell: ({ name }) => name[language] },
          { key: 'why', title: words.why, cell: ({ why }) => why[language] },
        ]}
      />
    </section>
  );
}
