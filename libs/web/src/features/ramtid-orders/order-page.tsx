import type { RamtidOrderAnswer } from '@hemtjanst/contracts';
import { Alert, Anchor, Button, Stack, Title } from '@mantine/core';
import { useState } from 'react';
import { Link, useLocation, useParams } from 'react-router';
import { scopeOf, useScope } from '../../app/scope.js';
import { useCurrentAccount } from '../../app/session.js';
import { MonthStepper, useMonth } from '../../components/month-stepper.js';
import { Facts, PageHead } from '../../components/page-head.js';
import { ErrorState, LoadingState } from '../../components/page-state.js';
import { RecordForm } from '../../components/record-form.js';
import styles from '../../components/records.module.css';
import { Sign } from '../../components/sign.js';
import { hasAny } from '../../lib/access.js';
import { orderTexts } from '../../text/pages/orders.js';
import { recordTexts } from '../../text/pages/records.js';
import { termTexts } from '../../text/pages/terms.js';
import { useTextsOf, useWording } from '../../text/texts.js';
import { useOneBrukare } from '../brukare/api.js';
import { PlanOfOrder } from '../genomforandeplan/plan-of-order.js';
import { OrderMonth } from '../ramtid-ledger/order-month.js';
import { useChangeOrder, useOrder } from './api.js';
import { orderFields, orderValues } from './order-fields.js';

/** One order: what was ordered, where its month lands, and the genomförandeplan that carries it out. */
export function OrderPage() {
  const [scope] = useScope();
  const { orderId = '' } = useParams();
  const unitId = scope?.unitId ?? '';
  const order = useOrder(unitId, orderId);
  if (order.isPending) return <LoadingState />;
  if (order.isError) return <ErrorState error={order.error} onRetry={() => void order.refetch()} />;
  return <OneOrder unitId={unitId} order={order.data} onReload={order.refetch} />;
}

interface OneOrderProps {
  readonly unitId: string;
  readonly order: RamtidOrderAnswer;
  readonly onReload: () => Promise<unknown>;
}

function OneOrder({ unitId, order, onReload }: OneOrderProps) {
  const words = useTextsOf(orderTexts);
  const [month, setMonth] = useMonth();
  const { search } = useLocation();
  const brukare = useOneBrukare(unitId, order.brukareId);
  return (
    <Stack gap="xl">
      <PageHead title={words.order(order.code)} back={{ to: '/order', label: words.title }}>
        <Anchor
          component={Link}
          to={`/register/brukare/${order.brukareId}${scopeOf(search)}`}
          underline="always"
          fw={600}
        >
          {brukare.data?.name ?? '…'}
        </Anchor>
      </PageHead>
      <section>
        <div className={styles.head}>
          <Title order={2}>{words.ledger}</Title>
          <MonthStepper month={month} onMonth={setMonth} />
        </div>
        <OrderMonth unitId={unitId} brukareId={order.brukareId} orderId={order.id} month={month} />
      </section>
      <OrderFacts unitId={unitId} order={order} onReload={onReload} />
      <PlanOfOrder unitId={unitId} order={order} />
    </Stack>
  );
}

function OrderFacts({ unitId, order, onReload }: OneOrderProps) {
  const { formats } = useWording();
  const words = useTextsOf(orderTexts);
  const records = useTextsOf(recordTexts);
  const terms = useTextsOf(termTexts);
  const { roles } = useCurrentAccount();
  const [isChanging, setIsChanging] = useState(false);
  const [isSaved, setIsSaved] = useState(false);
  const { mutateAsync } = useChangeOrder(unitId, order.id);
  return (
    <section>
      <div className={styles.head}>
        <Title order={2}>{words.facts}</Title>
        {!isChanging && hasAny(roles, ['samordnare', 'enhetschef']) && (
          <Button variant="default" onClick={() => setIsChanging(true)}>
            {records.change}
          </Button>
        )}
      </div>
      {isSaved && (
        <Alert variant="outline" role="status">
          <Sign kind="holds" /> {records.saved}
        </Alert>
      )}
      {isChanging ? (
        <RecordForm
          fields={orderFields(words, terms)}
          values={orderValues(order)}
          onReload={onReload}
          onCancel={() => setIsChanging(false)}
          onSave={async (change) => {
            await mutateAsync({ change, seenVersion: order.version });
            setIsChanging(false);
            setIsSaved(true);
          }}
        />
      ) : (
        <Facts
          facts={[
            [words.fields.hoursPerMonth, `${formats.hours(order.hoursPerMonth)} ${words.fields.hoursUnit}`],
            [words.fields.kind, terms.orderKind[order.kind]],
            [words.period, `${order.from} – ${order.to ?? records.untilFurtherNotice}`],
            [words.fields.receivedOn, order.receivedOn],
            [words.fields.insatser, order.insatser.map((insats) => terms.insats[insats]).join(', ')],
            [words.fields.doubleStaffing, order.doubleStaffing ? records.yes : records.no],
            [words.fields.goal, order.goal],
          ]}
        />
      )}
    </section>
  );
}
