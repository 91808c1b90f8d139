import type { BrukareAnswer } from '@hemtjanst/contracts';
import { Alert, Anchor, Button, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { Link, useLocation, useParams } from 'react-router';
import { scopeOf, useScope } from '../../app/scope.js';
import { useCurrentAccount } from '../../app/session.js';
import { Facts, PageHead } from '../../components/page-head.js';
import { ErrorState, LoadingState } from '../../components/page-state.js';
import { RecordForm } from '../../components/record-form.js';
import styles from '../../components/records.module.css';
import { Sign } from '../../components/sign.js';
import { hasAny } from '../../lib/access.js';
import { recordTexts } from '../../text/pages/records.js';
import { registerTexts } from '../../text/pages/register.js';
import { termTexts } from '../../text/pages/terms.js';
import { useTextsOf, useWording } from '../../text/texts.js';
import { useWorkGroups } from '../accounts/api.js';
import { DoorCodeForm } from '../door-tags/door-code-form.js';
import { useEmployeeNames } from '../employees/api.js';
import { useOrdersOfBrukare } from '../ramtid-orders/api.js';
import { useChangeBrukare, useOneBrukare } from './api.js';
import { brukareChange, brukareFields, brukareValues } from './brukare-fields.js';
import { useFieldPeople } from './field-people.js';

/** One brukare: what those who plan need to know, and the orders. */
export function BrukarePage() {
  const words = useTextsOf(registerTexts);
  const [scope] = useScope();
  const { brukareId = '' } = useParams();
  const unitId = scope?.unitId ?? '';
  const brukare = useOneBrukare(unitId, brukareId);
  if (brukare.isPending) return <LoadingState />;
  if (brukare.isError) return <ErrorState error={brukare.error} onRetry={() => void brukare.refetch()} />;
  return (
    <Stack gap="xl">
      <PageHead title={brukare.data.name} back={{ to: '/register/brukare', label: words.brukare.title }} />
      <BrukareFacts unitId={unitId} brukare={brukare.data} onReload={brukare.refetch} />
      <OrdersOfBrukare unitId={unitId} brukareId={brukareId} />
      <DoorCodeForm unitId={unitId} brukareId={brukareId} />
    </Stack>
  );
}

interface BrukareFactsProps {
  readonly unitId: string;
  readonly brukare: BrukareAnswer;
  readonly onReload: () => Promise<unknown>;
}

function BrukareFacts({ unitId, brukare, onReload }: BrukareFactsProps) {
  const words = useTextsOf(registerTexts);
  const records = useTextsOf(recordTexts);
  const terms = useTextsOf(termTexts);
  const people = useFieldPeople(unitId);
  const [isChanging, setIsChanging] = useState(false);
  const [isSaved, setIsSaved] = useState(false);
  const { mutateAsync } = useChangeBrukare(unitId, brukare.id);
  return (
    <section>
      <div className={styles.head}>
        <Title order={2}>{words.brukare.facts}</Title>
        {!isChanging && (
          <Button variant="default" disabled={people === null} onClick={() => setIsChanging(true)}>
            {records.change}
          </Button>
        )}
      </div>
      {brukare.isProtected && (
        <Alert variant="outline">
          <Sign kind="warns" /> {records.protected}
        </Alert>
      )}
      {isSaved && (
        <Alert variant="outline" role="status">
          <Sign kind="holds" /> {records.saved}
        </Alert>
      )}
      {isChanging && people !== null ? (
        <RecordForm
          fields={brukareFields({ words, terms }, people)}
          values={brukareValues(brukare)}
          onReload={onReload}
          onCancel={() => setIsChanging(false)}
          onSave={async (values) => {
            const change = brukareChange(values, brukareValues(brukare));
            await mutateAsync({ change, seenVersion: brukare.version });
            setIsChanging(false);
            setIsSaved(true);
          }}
        />
      ) : (
        <ShownFacts unitId={unitId} brukare={brukare} />
      )}
    </section>
  );
}

function ShownFacts({ unitId, brukare }: Pick<BrukareFactsProps, 'unitId' | 'brukare'>) {
  const { texts } = useWording();
  const words = useTextsOf(registerTexts);
  const records = useTextsOf(recordTexts);
  const terms = useTextsOf(termTexts);
  const { fields } = words.brukare;
  const nameOf = useEmployeeNames(unitId);
  const groups = useWorkGroups(unitId);
  const employee = (id: string | null): string | null => (id === null ? null : nameOf(id));
  const yesNo = (holds: boolean): string => (holds ? records.yes : records.no);
  return (
    <Facts
      facts={[
        [fields.code, brukare.code],
        [fields.address, brukare.isProtected ? records.protected : brukare.address],
        [fields.birthYear, brukare.birthYear],
        [fields.gender, brukare.gender === null ? null : terms.gender[brukare.gender]],
        [fields.workGroupId, groups.data?.find(({ id }) => id === brukare.workGroupId)?.name],
        [fields.kontaktmanId, employee(brukare.kontaktmanId)],
        [fields.fastOmsorgskontaktId, employee(brukare.fastOmsorgskontaktId)],
        [fields.keyKind, terms.key[brukare.keyKind]],
        [fields.floor, brukare.floor],
        [fields.hasLift, yesNo(brukare.hasLift)],
        [fields.doorMinutes, brukare.doorMinutes === null ? null : texts.units.minutes(brukare.doorMinutes)],
        [fields.wishedGender, brukare.wishedGender === null ? null : terms.gender[brukare.wishedGender]],
        [fields.language, brukare.language],
        [fields.pets, brukare.pets.length === 0 ? null : brukare.pets.map((pet) => terms.pets[pet]).join(', ')],
        [fields.isSmoker, yesNo(brukare.isSmoker)],
        [
          fields.bannedEmployeeIds,
          brukare.bannedEmployeeIds.length === 0 ? null : brukare.bannedEmployeeIds.map(nameOf).join(', '),
        ],
      ]}
    />
  );
}

function OrdersOfBrukare({ unitId, brukareId }: { readonly unitId: string; readonly brukareId: string }) {
  const { formats } = useWording();
  const words = useTextsOf(registerTexts);
  const records = useTextsOf(recordTexts);
  const terms = useTextsOf(termTexts);
  const { search } = useLocation();
  const { roles } = useCurrentAccount();
  const orders = useOrdersOfBrukare(unitId, brukareId);
  const scope = new URLSearchParams(scopeOf(search));
  return (
    <section>
      <div className={styles.head}>
        <Title order={2}>{words.brukare.orders}</Title>
        {hasAny(roles, ['samordnare', 'enhetschef']) && (
          <Button
            component={Link}
            variant="default"
            to={`/order/ny?${new URLSearchParams([...scope, ['brukare', brukareId]])}`}
          >
            {words.brukare.newOrder}
          </Button>
        )}
      </div>
      {orders.isPending && <LoadingState rows={2} />}
      {orders.isError && <ErrorState error={orders.error} onRetry={() => void orders.refetch()} />}
      {orders.data?.length === 0 && <Text>{words.brukare.noOrders}</Text>}
      <ul>
        {(orders.data ?? []).map((order) => (
          <li key={order.id}>
            <Anchor component={Link} to={`/order/${order.id}${scopeOf(search)}`} underline="always">
              {order.code}
            </Anchor>{' '}
            {terms.orderKind[order.kind]}, {formats.hours(order.hoursPerMonth)} h, {order.from} –{' '}
            {order.to ?? records.untilFurtherNotice}
          </li>
        ))}
      </ul>
    </section>
  );
}
