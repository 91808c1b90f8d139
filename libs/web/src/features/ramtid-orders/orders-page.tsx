import { Button, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useDeferredValue, useState } from 'react';
import { Link, useLocation, useSearchParams } from 'react-router';
import { scopeOf, useScope, type Scope } from '../../app/scope.js';
import { useCurrentAccount } from '../../app/session.js';
import { Downloads } from '../../components/downloads.js';
import { MonthStepper, useMonth } from '../../components/month-stepper.js';
import { PageHead } from '../../components/page-head.js';
import { EmptyState, ErrorState, LoadingState } from '../../components/page-state.js';
import styles from '../../components/records.module.css';
import { hasAny } from '../../lib/access.js';
import { optionsOf } from '../../lib/field-options.js';
import { orderTexts } from '../../text/pages/orders.js';
import { recordTexts } from '../../text/pages/records.js';
import { termTexts } from '../../text/pages/terms.js';
import { useTextsOf, useWording } from '../../text/texts.js';
import { useBrukareNames } from '../brukare/api.js';
import { useLedgerLines } from '../ramtid-ledger/api.js';
import { useOrders } from './api.js';
import { filterOrders, ORDER_STATES, orderRows, type OrderFilter } from './order-rows.js';
import { OrderTable } from './order-table.js';

/** Every order of the unit or the group, with where its month lands: those over the ramtid first. */
export function OrdersPage() {
  const { texts } = useWording();
  const words = useTextsOf(orderTexts);
  const [scope] = useScope();
  if (scope === null)
    return (
      <EmptyState isPage title={words.title}>
        {texts.login.noPages}
      </EmptyState>
    );
  return <Orders scope={scope} />;
}

function Orders({ scope }: { readonly scope: Scope }) {
  const words = useTextsOf(orderTexts);
  const { roles } = useCurrentAccount();
  const { search } = useLocation();
  const [month, setMonth] = useMonth();
  const [filter, setFilter] = useFilter();
  const orders = useOrders(scope.unitId, scope.workGroupId);
  const lines = useLedgerLines(scope.unitId, scope.workGroupId, month);
  const nameOf = useBrukareNames(scope.unitId);
  const rows = orderRows(orders.data ?? [], lines.data ?? [], nameOf);
  const mayWrite = hasAny(roles, ['samordnare', 'enhetschef']);
  const failed = orders.isError ? orders : lines.isError ? lines : null;
  return (
    <Stack gap="lg">
      <PageHead title={words.title}>
        <MonthStepper month={month} onMonth={setMonth} />
        <Downloads
          what={words.title}
          path={`/units/${scope.unitId}/ramtid-ledger`}
          query={{ month, workGroupId: scope.workGroupId }}
        />
        {mayWrite && (
          <Button component={Link} to={`/order/ny${scopeOf(search)}`}>
            {words.newOrder}
          </Button>
        )}
      </PageHead>
      <Text>{words.text}</Text>
      {failed !== null && <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />}
      {failed === null && (orders.isPending || lines.isPending) && <LoadingState rows={10} />}
      {orders.data?.length === 0 && (
        <EmptyState
          title={words.emptyTitle}
          action={
            <Button component={Link} to={`/register/inlasning${scopeOf(search)}`} variant="default">
              {words.importFiles}
            </Button>
          }
        >
          {words.emptyText}
        </EmptyState>
      )}
      {rows.length > 0 && lines.data !== undefined && (
        <>
          <Counts warnings={lines.data.map(({ warning }) => warning)} />
          <Filters filter={filter} onFilter={setFilter} />
          <OrderTable rows={filterOrders(rows, month, filter)} />
        </>
      )}
    </Stack>
  );
}

function Counts({ warnings }: { readonly warnings: readonly (string | null)[] }) {
  const { formats } = useWording();
  const words = useTextsOf(orderTexts);
  const count = (wanted: string): string => formats.whole(warnings.filter((one) => one === wanted).length);
  return <Text>{words.counts(formats.whole(warnings.length), count('over'), count('near'), count('under'))}</Text>;
}

const EVERY: Pick<OrderFilter, 'kind' | 'warning' | 'words'> = { kind: null, warning: null, words: '' };

/** A warning stands in the address, because the follow-up page opens the list at it. */
function useFilter(): readonly [OrderFilter, (filter: OrderFilter) => void] {
  const [parameters] = useSearchParams();
  const [filter, setFilter] = useState<OrderFilter>({
    ...EVERY,
    state: 'valid',
    warning: parameters.get('varning'),
    kind: parameters.get('slag'),
  });
  const words = useDeferredValue(filter.words);
  return [{ ...filter, words }, setFilter];
}

interface FiltersProps {
  readonly filter: OrderFilter;
  readonly onFilter: (filter: OrderFilter) => void;
}

function Filters({ filter, onFilter }: FiltersProps) {
  const words = useTextsOf(orderTexts);
  const terms = useTextsOf(termTexts);
  const records = useTextsOf(recordTexts);
  const every = { value: '', label: records.all };
  return (
    <div className={styles.filters} role="group" aria-label={words.filters}>
      <TextInput
        label={records.search}
        type="search"
        defaultValue={filter.words}
        onChange={({ currentTarget }) => onFilter({ ...filter, words: currentTarget.value })}
      />
      <NativeSelect
        label={words.state}
        value={filter.state}
        onChange={({ currentTarget: { value } }) =>
          onFilter({ ...filter, state: ORDER_STATES.find((one) => one === value) ?? 'valid' })
        }
        data={ORDER_STATES.map((state) => ({ value: state, label: words.states[state] }))}
      />
      <NativeSelect
        label={words.kind}
        value={filter.kind ?? ''}
        onChange={({ currentTarget: { value } }) => onFilter({ ...filter, kind: value === '' ? null : value })}
        data={[every, ...optionsOf(terms.orderKind)]}
      />
      <NativeSelect
        label={words.warning}
        value={filter.warning ?? ''}
        onChange={({ currentTarget: { value } }) => onFilter({ ...filter, warning: value === '' ? null : value })}
        data={[every, ...optionsOf(terms.warning)]}
      />
    </div>
  );
}
