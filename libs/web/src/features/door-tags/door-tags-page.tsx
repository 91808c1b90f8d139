import type { BrukareAnswer } from '@hemtjanst/contracts';
import { Anchor, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useDeferredValue, useState } from 'react';
import { Link, useLocation, useSearchParams } from 'react-router';
import { scopeOf, useScope } from '../../app/scope.js';
import { PageHead } from '../../components/page-head.js';
import { EmptyState, ErrorState, LoadingState } from '../../components/page-state.js';
import { doorTagTexts } from '../../text/pages/door-tags.js';
import { recordTexts } from '../../text/pages/records.js';
import { useTextsOf } from '../../text/texts.js';
import { useBrukareList } from '../brukare/api.js';
import { RegisterTabs } from '../brukare/register-tabs.js';
import styles from './door-tags.module.css';
import { QrImage } from './qr-image.js';

/** Tags to print and put up inside the doors: the employee's phone reads one and starts or ends the visit. */
export function DoorTagsPage() {
  const words = useTextsOf(doorTagTexts);
  const records = useTextsOf(recordTexts);
  const { search } = useLocation();
  const [scope] = useScope();
  const [parameters] = useSearchParams();
  const onlyId = parameters.get('brukare');
  const brukare = useBrukareList(scope?.unitId ?? '', scope?.workGroupId ?? null);
  const [typed, setTyped] = useState('');
  const wanted = useDeferredValue(typed.trim().toLocaleLowerCase('sv'));
  const shown = (brukare.data ?? [])
    .filter(({ id }) => onlyId === null || id === onlyId)
    .filter(({ name, code }) => `${name} ${code}`.toLocaleLowerCase('sv').includes(wanted))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'sv'));
  return (
    <Stack gap="lg">
      <PageHead title={words.title}>
        <Button disabled={shown.length === 0} onClick={() => window.print()}>
          {words.print(shown.length)}
        </Button>
      </PageHead>
      <div className="rr-no-print">
        <RegisterTabs />
      </div>
      <Text className="rr-no-print">{words.text}</Text>
      {brukare.isPending && <LoadingState rows={4} />}
      {brukare.isError && <ErrorState error={brukare.error} onRetry={() => void brukare.refetch()} />}
      {brukare.data?.length === 0 && <EmptyState title={records.empty}>{words.none}</EmptyState>}
      <Group className="rr-no-print" align="end">
        {onlyId === null ? (
          <TextInput
            type="search"
            label={records.search}
            maw={320}
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          />
        ) : (
          <Anchor component={Link} to={`/register/dorrtaggar${scopeOf(search)}`} underline="always">
            {words.all}
          </Anchor>
        )}
      </Group>
      <ul className={styles.tags} aria-label={words.title}>
        {shown.map((one) => (
          <Tag key={one.id} brukare={one} />
        ))}
      </ul>
    </Stack>
  );
}

/** Left of the cut is what is put up: it names nobody. Right of it stands where it goes, for whoever puts it up. */
function Tag({ brukare: { id, name, code, address, isProtected } }: { readonly brukare: BrukareAnswer }) {
  const words = useTextsOf(doorTagTexts);
  const records = useTextsOf(recordTexts);
  const text = id.toUpperCase();
  return (
    <li className={styles.tag}>
      <div className={styles.cut}>
        <QrImage text={text} label={words.codeOf(name)} />
        <span>{words.mark(text.slice(-4))}</span>
      </div>
      <div className={styles.where}>
        <strong>{name}</strong>
        <span>{code}</span>
        <span>{isProtected ? records.protected : address}</span>
        <small>{words.cutHere}</small>
      </div>
    </li>
  );
}
