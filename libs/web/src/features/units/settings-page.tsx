import type { SettingsCatalogueAnswer } from '@hemtjanst/contracts';
import { Alert, Stack, Text, TextInput, Title } from '@mantine/core';
import { useDeferredValue, useState } from 'react';
import { useScope } from '../../app/scope.js';
import { useCurrentAccount } from '../../app/session.js';
import { PageHead } from '../../components/page-head.js';
import { ErrorState, LoadingState } from '../../components/page-state.js';
import { Sign } from '../../components/sign.js';
import { hasAny } from '../../lib/access.js';
import { recordTexts } from '../../text/pages/records.js';
import { settingsTexts } from '../../text/pages/settings.js';
import { useTextsOf } from '../../text/texts.js';
import { useSettingsCatalogue } from './api.js';
import { SettingCard } from './setting-card.js';
import { SettingsTabs } from './settings-tabs.js';

type Item = SettingsCatalogueAnswer['items'][number];

/** Every choice of the unit, with why its default is what it is. */
export function SettingsPage() {
  const words = useTextsOf(settingsTexts);
  const { roles } = useCurrentAccount();
  const [scope] = useScope();
  const unitId = scope?.unitId ?? '';
  const catalogue = useSettingsCatalogue(unitId);
  const mayChange = hasAny(roles, ['enhetschef', 'admin']);
  return (
    <Stack gap="lg">
      <PageHead title={words.title} />
      <SettingsTabs />
      <Text>{words.text}</Text>
      {!mayChange && <Text>{words.readOnly}</Text>}
      {catalogue.isPending && <LoadingState rows={8} />}
      {catalogue.isError && <ErrorState error={catalogue.error} onRetry={() => void catalogue.refetch()} />}
      {catalogue.isSuccess && (
        <Catalogue
          unitId={unitId}
          catalogue={catalogue.data}
          mayChange={mayChange}
          onReload={() => catalogue.refetch()}
        />
      )}
    </Stack>
  );
}

interface CatalogueProps {
  readonly unitId: string;
  readonly catalogue: SettingsCatalogueAnswer;
  readonly mayChange: boolean;
  readonly onReload: () => Promise<unknown>;
}

function Catalogue({ unitId, catalogue, mayChange, onReload }: CatalogueProps) {
  const words = useTextsOf(settingsTexts);
  const records = useTextsOf(recordTexts);
  const [typed, setTyped] = useState('');
  const [saved, setSaved] = useState<string | null>(null);
  const wanted = useDeferredValue(typed.trim().toLocaleLowerCase('sv'));
  const hits = catalogue.items.filter(({ label, reason }) =>
    `${label} ${reason}`.toLocaleLowerCase('sv').includes(wanted),
  );
  const groups = [...new Set(hits.map(({ group }) => group))];
  return (
    <Stack gap="lg">
      <TextInput
        type="search"
        label={words.search}
        maw={320}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      {saved !== null && (
        <Alert variant="outline" role="status">
          <Sign kind="holds" /> {words.saved(saved)}
        </Alert>
      )}
      {hits.length === 0 && <Text>{records.noHits}</Text>}
      {groups.map((group) => (
        <Stack key={group} component="section" gap="md">
          <Title order={2}>{words.groups[group]}</Title>
          {hits
            .filter((item) => item.group === group)
            .map((item: Item) => (
              <SettingCard
                key={item.key}
                unitId={unitId}
                item={item}
                version={catalogue.version}
                mayChange={mayChange}
                onSaved={setSaved}
                onReload={onReload}
              />
            ))}
        </Stack>
      ))}
    </Stack>
  );
}
