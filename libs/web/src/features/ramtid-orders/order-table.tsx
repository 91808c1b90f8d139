import { Anchor, Text } from '@mantine/core';
import { Link, useLocation } from 'react-router';
import { scopeOf } from '../../app/scope.js';
import { RamtidMeter } from '../../components/ramtid-meter.js';
import { RecordTable } from '../../components/record-table.js';
import { orderTexts } from '../../text/pages/orders.js';
import { recordTexts } from '../../text/pages/records.js';
import { termTexts } from '../../text/pages/terms.js';
import { useTextsOf, useWording } from '../../text/texts.js';
import type { OrderRow } from './order-rows.js';

/** Orders as a table; each number opens its order. */
export function OrderTable({ rows }: { readonly rows: readonly OrderRow[] }) {
  const { formats } = useWording();
  const words = useTextsOf(orderTexts);
  const records = useTextsOf(recordTexts);
  const terms = useTextsOf(termTexts);
  const { search } = useLocation();
  return (
    <RecordTable
      label={words.title}
      rows={rows}
      rowKey={({ order }) => order.id}
      empty={<Text>{records.noHits}</Text>}
      columns={[
        {
          key: 'code',
          title: words.code,
          sortBy: ({ order }) => order.code,
          cell: ({ order }) => (
            <Anchor component={Link} to={`/order/${order.id}${scopeOf(search)}`} underline="always">
              {order.code}
            </Anchor>
          ),
        },
        {
          key: 'brukare',
          title: words.brukare,
          sortBy: ({ brukareName }) => brukareName,
          cell: ({ brukareName }) => brukareName,
        },
        {
          key: 'kind',
          title: words.kind,
          sortBy: ({ order }) => order.kind,
          cell: ({ order }) => terms.orderKind[order.kind],
        },
        {
          key: 'hours',
          title: words.hoursPerMonth,
          isNumber: true,
          sortBy: ({ order }) => order.hoursPerMonth,
          cell: ({ order }) => formats.hours(order.hoursPerMonth),
        },
        {
          key: 'period',
          title: words.period,
          sortBy: ({ order }) => order.from,
          cell: ({ order }) => `${order.from} – ${order.to ?? records.untilFurtherNotice}`,
        },
        {
          key: 'month',
          title: words.month,
          sortBy: ({ line }) => line?.forecastShare ?? null,
          cell: ({ line }) => (line === null ? words.noMonth : <RamtidMeter {...line} isSmall />),
        },
      ]}
    />
  );
}
