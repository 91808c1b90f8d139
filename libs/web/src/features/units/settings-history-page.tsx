import type { SettingsHistoryAnswer, UnitSettingsChange } from '@hemtjanst/contracts';
import { Alert, Button, Stack, Text, Title } from '@mantine/core';
import { useScope } from '../../app/scope.js';
import { useCurrentAccount } from '../../app/session.js';
import { PageHead } from '../../components/page-head.js';
import { ErrorState, LoadingState } from '../../components/page-state.js';
import { RecordTable } from '../../components/record-table.js';
import styles from '../../components/records.module.css';
import { Sign } from '../../components/sign.js';
import { hasAny } from '../../lib/access.js';
import { settingsTexts } from '../../text/pages/settings.js';
import { useTextsOf, useWording } from '../../text/texts.js';
import { useAccounts } from '../accounts/account-api.js';
import { useChangeSettings, useSettingsCatalogue, useSettingsHistory } from './api.js';
import { useSettingWords } from './setting-words.js';
import { SettingsTabs } from './settings-tabs.js';

/** Who changed which settings, newest first; each change can be undone. */
export function SettingsHistoryPage() {
  const words = useTextsOf(settingsTexts);
  const [scope] = useScope();
  const unitId = scope?.unitId ?? '';
  const history = useSettingsHistory(unitId);
  const change = useChangeSettings(unitId);
  return (
    <Stack gap="lg">
      <PageHead title={words.tabs.history} />
      <SettingsTabs />
      {change.isSuccess && (
        <Alert variant="outline" role="status">
          <Sign kind="holds" /> {words.history.undone}
        </Alert>
      )}
      {change.isError && <ErrorState error={change.error} />}
      {history.isPending && <LoadingState />}
      {history.isError && <ErrorState error={history.error} onRetry={() => void history.refetch()} />}
      {history.data?.length === 0 && <Text>{words.history.none}</Text>}
      {(history.data ?? []).map((entry) => (
        <ChangeCard
          key={entry.version}
          unitId={unitId}
          entry={entry}
          isUndoing={change.isPending}
          onUndo={(wish, seenVersion) => change.mutate({ change: wish, seenVersion })}
        />
      ))}
    </Stack>
  );
}

interface ChangeCardProps {
  readonly unitId: string;
  readonly entry: SettingsHistoryAnswer['items'][number];
  readonly isUndoing: boolean;
  readonly onUndo: (change: UnitSettingsChange, seenVersion: number) => void;
}

function ChangeCard({ unitId, entry, isUndoing, onUndo }: ChangeCardProps) {
  const { formats } = useWording();
  const words = useTextsOf(settingsTexts);
  const { roles, accountId, displayName } = useCurrentAccount();
  const accounts = useAccounts(hasAny(roles, ['admin']));
  const catalogue = useSettingsCatalogue(unitId);
  const { shown } = useSettingWords();
  const settingOf = (key: string) => catalogue.data?.items.find((item) => item.key === key);
  const name =
    entry.changedBy === accountId
      ? displayName
      : (accounts.data?.find(({ id }) => id === entry.changedBy)?.displayName ?? words.history.somebody);
  const before: UnitSettingsChange = Object.fromEntries(entry.changes.map(({ key, from }) => [key, from]));
  return (
    <article className={styles.card}>
      <div className={styles.head}>
        <Title order={2}>
          {words.history.version(entry.version)}: {words.history.by(name, formats.moment(entry.changedAt))}
        </Title>
        {hasAny(roles, ['enhetschef', 'admin']) && catalogue.data !== undefined && entry.changes.length > 0 && (
          <Button variant="default" loading={isUndoing} onClick={() => onUndo(before, catalogue.data.version)}>
            {words.history.undo}
          </Button>
        )}
      </div>
      <RecordTable
        label={words.history.version(entry.version)}
        rows={entry.changes}
        rowKey={({ key }) => key}
        columns={[
          { key: 'setting', title: words.history.setting, cell: ({ key }) => settingOf(key)?.label ?? key },
          {
            key: 'before',
            title: words.history.before,
            cell: ({ key, from }) => shown(from, settingOf(key)?.unit ?? null),
          },
          { key: 'after', title: words.history.after, cell: ({ key, to }) => shown(to, settingOf(key)?.unit ?? null) },
        ]}
      />
    </article>
  );
}
