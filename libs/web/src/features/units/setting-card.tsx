import type { SettingsCatalogueAnswer, UnitSettingsChange } from '@hemtjanst/contracts';
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { RecordForm } from '../../components/record-form.js';
import { ErrorState } from '../../components/page-state.js';
import styles from '../../components/records.module.css';
import { recordTexts } from '../../text/pages/records.js';
import { settingsTexts } from '../../text/pages/settings.js';
import { useTextsOf } from '../../text/texts.js';
import { useChangeSettings } from './api.js';
import { settingFields, settingValues, settingWith } from './setting-fields.js';
import { useSettingWords } from './setting-words.js';

interface SettingCardProps {
  readonly unitId: string;
  readonly item: SettingsCatalogueAnswer['items'][number];
  readonly version: number;
  readonly mayChange: boolean;
  readonly onSaved: (label: string) => void;
  readonly onReload: () => Promise<unknown>;
}

/** One setting: what holds, why, and the form that changes it. */
export function SettingCard({ unitId, item, version, mayChange, onSaved, onReload }: SettingCardProps) {
  const words = useTextsOf(settingsTexts);
  const records = useTextsOf(recordTexts);
  const { formOf, shown } = useSettingWords();
  const [isChanging, setIsChanging] = useState(false);
  const { mutateAsync, mutate, error, isPending } = useChangeSettings(unitId);
  const changeTo = (value: unknown): UnitSettingsChange => ({ [item.key]: value });
  const done = (): void => {
    setIsChanging(false);
    onSaved(item.label);
  };
  return (
    <article className={styles.card}>
      <div className={styles.head}>
        <Title order={3}>{item.label}</Title>
        {mayChange && !isChanging && (
          <Group gap="xs">
            {!item.isDefault && (
              <Button
                variant="default"
                size="compact-md"
                loading={isPending}
                onClick={() => mutate({ change: changeTo(item.default), seenVersion: version }, { onSuccess: done })}
              >
                {words.reset}
              </Button>
            )}
            <Button
              variant="default"
              size="compact-md"
              aria-label={words.change(item.label)}
              onClick={() => setIsChanging(true)}
            >
              {records.change}
            </Button>
          </Group>
        )}
      </div>
      {isChanging ? (
        <RecordForm
          fields={settingFields(item.value, formOf(item.label, item.unit))}
          values={settingValues(item.value)}
          onReload={onReload}
          onCancel={() => setIsChanging(false)}
          onSave={async (boxes) => {
            await mutateAsync({ change: changeTo(settingWith(item.value, boxes)), seenVersion: version });
            done();
          }}
        />
      ) : (
        <Stack gap="xs">
          <Text>
            <strong>{shown(item.value, item.unit)}</strong>{' '}
            {item.isDefault
              ? `(${words.isStandard})`
              : `(${words.isOwn}; ${words.standard.toLowerCase()} ${shown(item.default, item.unit)})`}
          </Text>
          <Text>{item.reason}</Text>
          <Text c="var(--rr-text-quiet)">
            {words.source}: {item.source} ({words.confidence[item.confidence]})
          </Text>
          {error !== null && <ErrorState error={error} onRetry={() => void onReload()} />}
        </Stack>
      )}
    </article>
  );
}
