import { Alert, Button, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { Downloads } from '../../components/downloads.js';
import { ErrorState, LoadingState } from '../../components/page-state.js';
import { RecordTable } from '../../components/record-table.js';
import { Sign } from '../../components/sign.js';
import { firstDayOf } from '../../lib/months.js';
import { followUpTexts } from '../../text/pages/follow-up.js';
import { termTexts } from '../../text/pages/terms.js';
import { useTextsOf, useWording } from '../../text/texts.js';
import { useBrukareNames } from '../brukare/api.js';
import { useCloseMonth, useMonthClosing, useMonthClosings, useReimbursement } from './api.js';
import { Dialog } from '../../components/dialog.js';

const HOUR = 3_600_000;

interface MonthClosingProps {
  readonly unitId: string;
  /** The month that is looked at: what its time is worth. */
  readonly month: string;
}

/** How long the next month stays open, the months that are frozen, and what the performed time is worth. */
export function MonthClosing({ unitId, month }: MonthClosingProps) {
  const { formats } = useWording();
  const words = useTextsOf(followUpTexts).closing;
  const closings = useMonthClosings(unitId);
  const [shown, setShown] = useState<string | null>(null);
  const monthText = (value: string): string => formats.month(firstDayOf(value));
  return (
    <section>
      <Title order={2}>{words.title}</Title>
      {closings.isPending && <LoadingState rows={2} />}
      {closings.isError && <ErrorState error={closings.error} onRetry={() => void closings.refetch()} />}
      {closings.isSuccess && (
        <Stack gap="sm">
          <NextClosing unitId={unitId} next={closings.data.next} />
          <Worth unitId={unitId} month={month} />
          <Downloads what={words.title} path={`/units/${unitId}/reimbursement`} query={{ month }} />
          <Title order={3}>{words.closed}</Title>
          <Downloads what={words.closed} path={`/units/${unitId}/month-closings`} query={{}} />
          {closings.data.items.length === 0 && <Text>{words.none}</Text>}
          <ul>
            {closings.data.items.map((item) => (
              <li key={item.id}>
                {monthText(item.month)}, {formats.moment(item.closedAt)},{' '}
                {item.isAutomatic ? words.automatic : words.byPerson}{' '}
                <Button
                  variant="default"
                  size="compact-sm"
                  aria-label={words.show(monthText(item.month))}
                  onClick={() => setShown(item.month)}
                >
                  {words.show(monthText(item.month))}
                </Button>
              </li>
            ))}
          </ul>
        </Stack>
      )}
      {shown !== null && <FrozenMonth unitId={unitId} month={shown} onClose={() => setShown(null)} />}
    </section>
  );
}

interface NextClosingProps {
  readonly unitId: string;
  readonly next: { readonly month: string; readonly closesAt: string };
}

function NextClosing({ unitId, next }: NextClosingProps) {
  const { formats } = useWording();
  const words = useTextsOf(followUpTexts).closing;
  const close = useCloseMonth(unitId);
  const [now] = useState(() => Date.now());
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const hoursLeft = Math.floor((Date.parse(next.closesAt) - now) / HOUR);
  const month = formats.month(firstDayOf(next.month));
  const time = hoursLeft < 48 ? words.hours(hoursLeft) : words.days(Math.floor(hoursLeft / 24), hoursLeft % 24);
  return (
    <Alert variant="outline">
      <Stack gap="xs" align="flex-start">
        <Text>
          <Sign kind={hoursLeft < 72 ? 'warns' : 'holds'} />{' '}
          <strong>{hoursLeft < 0 ? words.passed(month) : words.left(month, time)}</strong>{' '}
          {words.at(formats.moment(next.closesAt))}
        </Text>
        {hoursLeft < 0 && (
          <Button loading={close.isPending} onClick={() => close.mutate({ month: next.month, idempotencyKey })}>
            {words.close(month)}
          </Button>
        )}
        {close.isError && <ErrorState error={close.error} />}
      </Stack>
    </Alert>
  );
}

function Worth({ unitId, month }: MonthClosingProps) {
  const { formats } = useWording();
  const words = useTextsOf(followUpTexts).closing;
  const worth = useReimbursement(unitId, month);
  if (worth.isError) return <ErrorState error={worth.error} onRetry={() => void worth.refetch()} />;
  if (worth.data === undefined) return <LoadingState rows={1} />;
  const { performedKronor, forecastKronor, aboveOrderedKronor, kronorPerHour } = worth.data;
  return (
    <Text>
      {words.reimbursement(formats.whole(performedKronor), formats.whole(forecastKronor))}{' '}
      {aboveOrderedKronor > 0 && (
        <>
          <Sign kind="warns" /> {words.above(formats.whole(aboveOrderedKronor))}{' '}
        </>
      )}
      {words.rate(formats.decimal(kronorPerHour))}
    </Text>
  );
}

interface FrozenMonthProps extends MonthClosingProps {
  readonly onClose: () => void;
}

/** A month as it was closed, and what has been changed in it since. */
function FrozenMonth({ unitId, month, onClose }: FrozenMonthProps) {
  const { formats } = useWording();
  const words = useTextsOf(followUpTexts);
  const terms = useTextsOf(termTexts);
  const closing = useMonthClosing(unitId, month);
  const nameOf = useBrukareNames(unitId);
  const hours = (minutes: number): string => `${formats.hours(minutes / 60)} h`;
  return (
    <Dialog size="xl" onClose={onClose} title={words.closing.frozen(formats.month(firstDayOf(month)))}>
      {closing.isPending && <LoadingState rows={4} />}
      {closing.isError && <ErrorState error={closing.error} onRetry={() => void closing.refetch()} />}
      {closing.isSuccess && (
        <Stack gap="md">
          <RecordTable
            label={words.ledger.title}
            rows={closing.data.totals}
            rowKey={({ kind }) => kind ?? 'none'}
            columns={[
              {
                key: 'kind',
                title: words.ledger.kind,
                cell: ({ kind }) => (kind === null ? terms.noOrder : terms.orderKind[kind]),
              },
              { key: 'ordered', title: words.ledger.ordered, isNumber: true, cell: (row) => hours(row.orderedMinutes) },
              {
                key: 'performed',
                title: words.ledger.performed,
                isNumber: true,
                cell: (row) => hours(row.performedMinutes),
              },
            ]}
          />
          <Text>{words.closing.changed(closing.data.changedSince.length)}</Text>
          {closing.data.changedSince.length > 0 && (
            <RecordTable
              label={words.closing.changed(closing.data.changedSince.length)}
              rows={closing.data.changedSince}
              rowKey={({ brukareId, ramtidOrderId }) => `${brukareId} ${ramtidOrderId}`}
              columns={[
                { key: 'brukare', title: words.closing.brukare, cell: ({ brukareId }) => nameOf(brukareId) },
                { key: 'then', title: words.closing.then, isNumber: true, cell: (row) => hours(row.closedMinutes) },
                { key: 'now', title: words.closing.now, isNumber: true, cell: (row) => hours(row.nowMinutes) },
              ]}
            />
          )}
        </Stack>
      )}
    </Dialog>
  );
}
