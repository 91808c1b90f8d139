import { Anchor, Text, Title } from '@mantine/core';
import { Link, useLocation } from 'react-router';
import { scopeOf } from '../../app/scope.js';
import { ErrorState, LoadingState } from '../../components/page-state.js';
import { RecordTable } from '../../components/record-table.js';
import { Sign } from '../../components/sign.js';
import { firstDayOf } from '../../lib/months.js';
import { followUpTexts } from '../../text/pages/follow-up.js';
import { termTexts } from '../../text/pages/terms.js';
import { useTextsOf, useWording } from '../../text/texts.js';
import { useBrukareNames } from '../brukare/api.js';
import { useLedgerLines, useLedgerTotals } from '../ramtid-ledger/api.js';

interface LedgerSummaryProps {
  readonly unitId: string;
  readonly workGroupId: string | null;
  readonly month: string;
}

const WARNINGS = ['over', 'near', 'under'] as const;
const WORST = 5;

/** The month's ramtid by kind of order, how many orders warn, and those furthest over; each opens its orders. */
export function LedgerSummary({ unitId, workGroupId, month }: LedgerSummaryProps) {
  const { formats } = useWording();
  const words = useTextsOf(followUpTexts).ledger;
  const terms = useTextsOf(termTexts);
  const totals = useLedgerTotals(unitId, workGroupId, month);
  const lines = useLedgerLines(unitId, workGroupId, month);
  const nameOf = useBrukareNames(unitId);
  const address = useOrderAddress(month);
  const hours = (minutes: number): string => formats.hours(minutes / 60);
  const failed = totals.isError ? totals : lines.isError ? lines : null;
  if (failed !== null) return <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />;
  const worst = (lines.data ?? [])
    .filter(({ warning }) => warning === 'over')
    .toSorted((a, b) => a.balanceMinutes - b.balanceMinutes)
    .slice(0, WORST);
  return (
    <section>
      <Title order={2}>{words.title}</Title>
      <Text c="var(--rr-text-quiet)">{words.month(formats.month(firstDayOf(month)))}</Text>
      {(totals.data === undefined || lines.data === undefined) && <LoadingState rows={3} />}
      {totals.data !== undefined && (
        <RecordTable
          label={words.title}
          rows={totals.data.totals}
          rowKey={({ kind }) => kind ?? 'none'}
          columns={[
            {
              key: 'kind',
              title: words.kind,
              cell: ({ kind }) =>
                kind === null ? (
                  terms.noOrder
                ) : (
                  <Anchor component={Link} to={address({ slag: kind })} underline="always">
                    {terms.orderKind[kind]}
                  </Anchor>
                ),
            },
            { key: 'ordered', title: words.ordered, isNumber: true, cell: (row) => hours(row.orderedMinutes) },
            { key: 'performed', title: words.performed, isNumber: true, cell: (row) => hours(row.performedMinutes) },
            { key: 'left', title: words.left, isNumber: true, cell: (row) => hours(row.plannedMinutes) },
            { key: 'forecast', title: words.forecast, isNumber: true, cell: (row) => hours(row.forecastMinutes) },
            { key: 'balance', title: words.balance, isNumber: true, cell: (row) => hours(row.balanceMinutes) },
          ]}
        />
      )}
      {lines.data !== undefined && (
        <ul>
          {WARNINGS.map((warning) => (
            <li key={warning}>
              <Sign kind={warning === 'over' ? 'breaks' : 'warns'} />{' '}
              <Anchor component={Link} to={address({ varning: warning })} underline="always">
                {words[warning](formats.whole(lines.data.filter((line) => line.warning === warning).length))}
              </Anchor>
            </li>
          ))}
        </ul>
      )}
      {worst.length > 0 && (
        <>
          <Title order={3}>{words.worst}</Title>
          <ul>
            {worst.map((line) => (
              <li key={line.ramtidOrderId ?? line.brukareId}>
                <Anchor component={Link} to={address({}, line.ramtidOrderId)} underline="always">
                  {words.line(nameOf(line.brukareId), hours(-line.balanceMinutes))}
                </Anchor>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** The list of orders at the month and filter, or one order. */
function useOrderAddress(month: string) {
  const { search } = useLocation();
  return (filter: Readonly<Record<string, string>>, orderId: string | null = null): string => {
    const parameters = new URLSearchParams([
      ...new URLSearchParams(scopeOf(search)),
      ['manad', month],
      ...Object.entries(filter),
    ]);
    return `/order${orderId === null ? '' : `/${orderId}`}?${parameters}`;
  };
}
