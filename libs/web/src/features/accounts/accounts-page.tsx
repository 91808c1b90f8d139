import { Alert, Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useScope } from '../../app/scope.js';
import { useCurrentAccount } from '../../app/session.js';
import { PageHead } from '../../components/page-head.js';
import { ErrorState, LoadingState } from '../../components/page-state.js';
import { RecordForm } from '../../components/record-form.js';
import { RecordTable } from '../../components/record-table.js';
import { Sign } from '../../components/sign.js';
import { optionsOf, recordOptions } from '../../lib/field-options.js';
import { settingsTexts } from '../../text/pages/settings.js';
import { termTexts } from '../../text/pages/terms.js';
import { useTextsOf } from '../../text/texts.js';
import { useEmployeeList } from '../employees/api.js';
import { SettingsTabs } from '../units/settings-tabs.js';
import { useAccounts, useChangeAccount, useNewAccount } from './account-api.js';
import { Dialog } from '../../components/dialog.js';

/** Who may log in, as what, and where; an admin makes, closes and opens accounts. */
export function AccountsPage() {
  const words = useTextsOf(settingsTexts);
  const terms = useTextsOf(termTexts);
  const { units, accountId } = useCurrentAccount();
  const accounts = useAccounts(true);
  const change = useChangeAccount();
  const [isAdding, setIsAdding] = useState(false);
  const unitName = (id: string): string => units.find((unit) => unit.id === id)?.name ?? '–';
  return (
    <Stack gap="lg">
      <PageHead title={words.tabs.accounts}>
        <Button onClick={() => setIsAdding(true)}>{words.accounts.new}</Button>
      </PageHead>
      <SettingsTabs />
      <Text>{words.accounts.text}</Text>
      {change.isSuccess && (
        <Alert variant="outline" role="status">
          <Sign kind="holds" /> {words.accounts.changed(change.data.displayName, change.data.isDisabled)}
        </Alert>
      )}
      {change.isError && <ErrorState error={change.error} />}
      {accounts.isPending && <LoadingState />}
      {accounts.isError && <ErrorState error={accounts.error} onRetry={() => void accounts.refetch()} />}
      {accounts.data !== undefined && (
        <RecordTable
          label={words.tabs.accounts}
          rows={accounts.data}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'name',
              title: words.accounts.name,
              sortBy: ({ displayName }) => displayName,
              cell: ({ displayName }) => displayName,
            },
            {
              key: 'username',
              title: words.accounts.username,
              sortBy: ({ username }) => username,
              cell: ({ username }) => username,
            },
            {
              key: 'roles',
              title: words.accounts.roles,
              cell: ({ roles }) => roles.map((role) => terms.role[role]).join(', '),
            },
            { key: 'units', title: words.accounts.units, cell: ({ unitIds }) => unitIds.map(unitName).join(', ') },
            {
              key: 'state',
              title: words.accounts.state,
              sortBy: ({ isDisabled }) => (isDisabled ? 1 : 0),
              cell: ({ isDisabled }) => (
                <>
                  <Sign kind={isDisabled ? 'breaks' : 'holds'} />{' '}
                  {isDisabled ? words.accounts.disabled : words.accounts.active}
                </>
              ),
            },
            {
              key: 'act',
              title: '',
              cell: ({ id, displayName, isDisabled }) =>
                id === accountId ? (
                  words.accounts.self
                ) : (
                  <Button
                    variant="default"
                    size="compact-md"
                    aria-label={(isDisabled ? words.accounts.enable : words.accounts.disable)(displayName)}
                    onClick={() => change.mutate({ id, isDisabled: !isDisabled })}
                  >
                    {isDisabled ? words.accounts.enableShort : words.accounts.disableShort}
                  </Button>
                ),
            },
          ]}
        />
      )}
      {isAdding && <NewAccountDialog onClose={() => setIsAdding(false)} />}
    </Stack>
  );
}

function NewAccountDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useTextsOf(settingsTexts).accounts;
  const terms = useTextsOf(termTexts);
  const { units } = useCurrentAccount();
  const [scope] = useScope();
  const { mutateAsync } = useNewAccount();
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const employees = useEmployeeList(scope?.unitId ?? '');
  return (
    <Dialog size="lg" onClose={onClose} title={words.new}>
      <RecordForm
        isNew
        fields={[
          { kind: 'text', name: 'displayName', label: words.name, isRequired: true },
          { kind: 'text', name: 'username', label: words.username, isRequired: true },
          { kind: 'password', name: 'password', label: words.password, hint: words.passwordHint, isRequired: true },
          { kind: 'many', name: 'roles', label: words.roles, options: optionsOf(terms.role), isRequired: true },
          {
            kind: 'many',
            name: 'unitIds',
            label: words.units,
            options: units.map(({ id, name }) => ({ value: id, label: name })),
            isRequired: true,
          },
          {
            kind: 'choice',
            name: 'employeeId',
            label: words.employee,
            hint: words.employeeHint,
            options: recordOptions(employees.data ?? []),
          },
        ]}
        values={{ unitIds: scope === null ? [] : [scope.unitId] }}
        onCancel={onClose}
        onSave={async (values) => {
          await mutateAsync({ values, idempotencyKey });
          onClose();
        }}
      />
    </Dialog>
  );
}
