import type { PremisesAnswer, WorkGroupAnswer } from '@hemtjanst/contracts';
import { Alert, Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { Link, useLocation } from 'react-router';
import { scopeOf, useScope } from '../../app/scope.js';
import { useCurrentAccount } from '../../app/session.js';
import { PageHead } from '../../components/page-head.js';
import { ErrorState, LoadingState } from '../../components/page-state.js';
import { RecordTable, type Column } from '../../components/record-table.js';
import styles from '../../components/records.module.css';
import { hasAny } from '../../lib/access.js';
import { areaTexts } from '../../text/pages/areas.js';
import { recordTexts } from '../../text/pages/records.js';
import { registerTexts } from '../../text/pages/register.js';
import { termTexts } from '../../text/pages/terms.js';
import { useTextsOf } from '../../text/texts.js';
import { useWorkGroups } from '../accounts/api.js';
import { RegisterTabs } from '../brukare/register-tabs.js';
import { usePremises } from './api.js';
import { PlaceDialog, type OpenPlace } from './place-dialog.js';

/** The work groups and the premises their shifts begin and end at. */
export function PlacesPage() {
  const words = useTextsOf(registerTexts);
  const [scope] = useScope();
  const { roles } = useCurrentAccount();
  const unitId = scope?.unitId ?? '';
  const groups = useWorkGroups(unitId);
  const premises = usePremises(unitId);
  const [open, setOpen] = useState<OpenPlace | null>(null);
  const mayChange = hasAny(roles, ['samordnare', 'enhetschef', 'admin']);
  const groupColumns = useGroupColumns(premises.data ?? [], mayChange ? setOpen : null);
  const premisesColumns = usePremisesColumns(mayChange ? setOpen : null);
  const failed = groups.isError ? groups : premises.isError ? premises : null;
  return (
    <Stack gap="lg">
      <PageHead title={words.tabs.places} />
      <RegisterTabs />
      <Text>{words.places.how}</Text>
      {failed !== null && <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />}
      {failed === null && (groups.isPending || premises.isPending) && <LoadingState />}
      {groups.data !== undefined && premises.data !== undefined && (
        <section>
          <div className={styles.head}>
            <Title order={2}>{words.places.groups}</Title>
            {mayChange && premises.data.length > 0 && (
              <Button variant="default" onClick={() => setOpen({ kind: 'work-groups', record: null })}>
                {words.places.newGroup}
              </Button>
            )}
          </div>
          {premises.data.length === 0 && <Alert variant="outline">{words.places.premisesFirst}</Alert>}
          <RecordTable
            label={words.places.groups}
            rows={groups.data}
            rowKey={({ id }) => id}
            columns={groupColumns}
            empty={<Text>{words.places.noGroups}</Text>}
          />
        </section>
      )}
      {premises.data !== undefined && (
        <section>
          <div className={styles.head}>
            <Title order={2}>{words.places.premises}</Title>
            {mayChange && (
              <Button variant="default" onClick={() => setOpen({ kind: 'premises', record: null })}>
                {words.places.newPremises}
              </Button>
            )}
          </div>
          <RecordTable
            label={words.places.premises}
            rows={premises.data}
            rowKey={({ id }) => id}
            columns={premisesColumns}
            empty={<Text>{words.places.noPremises}</Text>}
          />
        </section>
      )}
      {open !== null && premises.data !== undefined && (
        <PlaceDialog
          unitId={unitId}
          place={latestOf(open, groups.data ?? [], premises.data)}
          premises={premises.data}
          onReload={() => Promise.all([groups.refetch(), premises.refetch()])}
          onClose={() => setOpen(null)}
        />
      )}
    </Stack>
  );
}

/** The record as it was fetched last: somebody else may have saved while the form was open. */
function latestOf(open: OpenPlace, groups: readonly WorkGroupAnswer[], premises: readonly PremisesAnswer[]): OpenPlace {
  switch (open.kind) {
    case 'premises':
      return { ...open, record: premises.find(({ id }) => id === open.record?.id) ?? open.record };
    case 'work-groups':
      return { ...open, record: groups.find(({ id }) => id === open.record?.id) ?? open.record };
  }
}

type Opening = ((place: OpenPlace) => void) | null;

function useGroupColumns(premises: readonly PremisesAnswer[], onOpen: Opening): readonly Column<WorkGroupAnswer>[] {
  const words = useTextsOf(registerTexts);
  const records = useTextsOf(recordTexts);
  const terms = useTextsOf(termTexts);
  const areas = useTextsOf(areaTexts);
  const { search } = useLocation();
  const nameOf = (id: string): string => premises.find((one) => one.id === id)?.name ?? '…';
  return [
    { key: 'name', title: words.name, sortBy: ({ name }) => name, cell: ({ name }) => name },
    { key: 'code', title: words.code, cell: ({ code }) => code },
    { key: 'kind', title: words.places.kind, cell: ({ kind }) => terms.groupKind[kind] },
    { key: 'base', title: words.places.base, cell: ({ premisesId }) => nameOf(premisesId) },
    {
      key: 'area',
      title: words.places.area,
      cell: ({ id, name, hasArea }) => (
        <Group gap="sm">
          {hasArea ? words.places.hasArea : words.places.noArea}
          {onOpen !== null && (
            <Anchor
              component={Link}
              to={`/register/grupper/${id}/omrade${scopeOf(search)}`}
              aria-label={areas.drawOf(name)}
              underline="always"
            >
              {areas.draw}
            </Anchor>
          )}
        </Group>
      ),
    },
    ...changeColumn<WorkGroupAnswer>(records.change, words.places.changeOf, (record) =>
      onOpen?.({ kind: 'work-groups', record }),
    ).filter(() => onOpen !== null),
  ];
}

function usePremisesColumns(onOpen: Opening): readonly Column<PremisesAnswer>[] {
  const words = useTextsOf(registerTexts);
  const records = useTextsOf(recordTexts);
  return [
    { key: 'name', title: words.name, cell: ({ name }) => name },
    { key: 'code', title: words.code, cell: ({ code }) => code },
    { key: 'address', title: words.places.address, cell: ({ address }) => address ?? '–' },
    ...changeColumn<PremisesAnswer>(records.change, words.places.changeOf, (record) =>
      onOpen?.({ kind: 'premises', record }),
    ).filter(() => onOpen !== null),
  ];
}

function changeColumn<Place extends { readonly name: string }>(
  word: string,
  wordOf: (name: string) => string,
  onChange: (place: Place) => void,
): readonly Column<Place>[] {
  return [
    {
      key: 'change',
      title: '',
      cell: (place) => (
        <Button variant="default" size="compact-md" aria-label={wordOf(place.name)} onClick={() => onChange(place)}>
          {word}
        </Button>
      ),
    },
  ];
}
