import { Stack } from '@mantine/core';
import { useState } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { scopeOf, useScope } from '../../app/scope.js';
import { PageHead } from '../../components/page-head.js';
import { ErrorState, LoadingState } from '../../components/page-state.js';
import { RecordForm } from '../../components/record-form.js';
import { recordOptions } from '../../lib/field-options.js';
import { orderTexts } from '../../text/pages/orders.js';
import { termTexts } from '../../text/pages/terms.js';
import { useTextsOf } from '../../text/texts.js';
import { useBrukareList } from '../brukare/api.js';
import { useNewOrder } from './api.js';
import { newOrderFields, newOrderValues } from './order-fields.js';

/** A received order, entered by hand; `?brukare=` chooses whose it is. */
export function NewOrderPage() {
  const words = useTextsOf(orderTexts);
  const terms = useTextsOf(termTexts);
  const [scope] = useScope();
  const [parameters] = useSearchParams();
  const navigate = useNavigate();
  const { search } = useLocation();
  const unitId = scope?.unitId ?? '';
  const brukare = useBrukareList(unitId, null);
  const { mutateAsync } = useNewOrder(unitId);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  return (
    <Stack gap="lg">
      <PageHead title={words.newOrder} back={{ to: '/order', label: words.title }} />
      {brukare.isPending && <LoadingState />}
      {brukare.isError && <ErrorState error={brukare.error} onRetry={() => void brukare.refetch()} />}
      {brukare.isSuccess && (
        <RecordForm
          isNew
          fields={newOrderFields(words, terms, recordOptions(brukare.data))}
          values={newOrderValues(parameters.get('brukare'))}
          onCancel={() => void navigate(`/order${scopeOf(search)}`)}
          onSave={async (values) => {
            const order = await mutateAsync({ values, idempotencyKey });
            await navigate(`/order/${order.id}${scopeOf(search)}`);
          }}
        />
      )}
    </Stack>
  );
}
