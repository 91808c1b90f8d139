import type { WatchListAnswer } from '@hemtjanst/contracts';
import { Anchor, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { scopeOf } from '../../app/scope.js';
import { ErrorState, LoadingState } from '../../components/page-state.js';
import { Sign } from '../../components/sign.js';
import { followUpTexts } from '../../text/pages/follow-up.js';
import { useTextsOf, useWording } from '../../text/texts.js';
import { useBrukareNames } from '../brukare/api.js';
import { useWatchList } from './api.js';

const SHOWN = 12;

/** The lists that wait for somebody to decide, the most urgent first; each line opens its order or its brukare. */
export function Decisions({ unitId }: { readonly unitId: string }) {
  const words = useTextsOf(followUpTexts).decisions;
  const watchList = useWatchList(unitId);
  return (
    <section>
      <Title order={2}>{words.title}</Title>
      {watchList.isPending && <LoadingState rows={4} />}
      {watchList.isError && <ErrorState error={watchList.error} onRetry={() => void watchList.refetch()} />}
      {watchList.isSuccess && <Lists unitId={unitId} lists={watchList.data} />}
    </section>
  );
}

function Lists({ unitId, lists }: { readonly unitId: string; readonly lists: WatchListAnswer }) {
  const { formats } = useWording();
  const words = useTextsOf(followUpTexts).decisions;
  const nameOf = useBrukareNames(unitId);
  const { search } = useLocation();
  const toOrder = (id: string): string => `/order/${id}${scopeOf(search)}`;
  const toBrukare = (id: string): string => `/register/brukare/${id}${scopeOf(search)}`;
  const days = (left: number): string => (left < 0 ? words.lateBy(-left) : words.dueIn(left));
  const plan = (due: WatchListAnswer['latePlans'][number]): DecisionLine => ({
    key: `${due.ramtidOrderId} ${due.task}`,
    to: toOrder(due.ramtidOrderId),
    name: nameOf(due.brukareId),
    text: `${words.tasks[due.task]}, ${due.dueOn} (${days(due.daysLeft)})`,
  });
  return (
    <Stack gap="sm">
      <DecisionList title={words.latePlans} isLate lines={lists.latePlans.map(plan)} />
      <DecisionList title={words.plansDueSoon} lines={lists.plansDueSoon.map(plan)} />
      <DecisionList
        title={words.ordersEnding}
        lines={lists.ordersEnding.map((order) => ({
          key: order.ramtidOrderId,
          to: toOrder(order.ramtidOrderId),
          name: nameOf(order.brukareId),
          text: `${order.to} (${days(order.daysLeft)})`,
        }))}
      />
      <DecisionList
        title={words.withoutFast}
        lines={lists.withoutFastOmsorgskontakt.map(({ brukareId, brukareCode }) => ({
          key: brukareId,
          to: toBrukare(brukareId),
          name: nameOf(brukareId),
          text: brukareCode,
        }))}
      />
      <DecisionList
        title={words.manyHours}
        lines={lists.manyHours.map(({ brukareId, hoursPerMonth }) => ({
          key: brukareId,
          to: toBrukare(brukareId),
          name: nameOf(brukareId),
          text: words.hours(formats.hours(hoursPerMonth)),
        }))}
      />
    </Stack>
  );
}

interface DecisionLine {
  readonly key: string;
  readonly to: string;
  readonly name: string;
  readonly text: ReactNode;
}

interface DecisionListProps {
  readonly title: string;
  readonly lines: readonly DecisionLine[];
  readonly isLate?: boolean;
}

function DecisionList({ title, lines, isLate = false }: DecisionListProps) {
  const { formats } = useWording();
  const words = useTextsOf(followUpTexts).decisions;
  if (lines.length === 0) {
    return (
      <Text>
        <Sign kind="holds" /> {words.count(title, '0')}
      </Text>
    );
  }
  return (
    <details open={isLate}>
      <summary>
        <Sign kind={isLate ? 'breaks' : 'warns'} /> {words.count(title, formats.whole(lines.length))}
      </summary>
      <ul>
        {lines.slice(0, SHOWN).map(({ key, to, name, text }) => (
          <li key={key}>
            <Anchor component={Link} to={to} underline="always">
              {name}
            </Anchor>
            : {text}
          </li>
        ))}
        {lines.length > SHOWN && <li>{words.more(lines.length - SHOWN)}</li>}
      </ul>
    </details>
  );
}
