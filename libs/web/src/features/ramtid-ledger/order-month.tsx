import type { BrukareLedgerAnswer } from '@hemtjanst/contracts';
import { Anchor, Stack, Text, Title } from '@mantine/core';
import { Link, useLocation } from 'react-router';
import { scopeOf } from '../../app/scope.js';
import { Downloads } from '../../components/downloads.js';
import { Facts } from '../../components/page-head.js';
import { ErrorState, LoadingState } from '../../components/page-state.js';
import { RamtidMeter } from '../../components/ramtid-meter.js';
import { Sign } from '../../components/sign.js';
import { orderTexts } from '../../text/pages/orders.js';
import { useTextsOf, useWording } from '../../text/texts.js';
import { useBrukareLedger } from './api.js';
import { ServiceText } from '../../components/service-text.js';

interface OrderMonthProps {
  readonly unitId: string;
  readonly brukareId: string;
  readonly orderId: string;
  readonly month: string;
}

type OrderLine = BrukareLedgerAnswer['orders'][number];

/** The month of one order: the meter, the parts it is made of, the records behind, and what could be changed. */
export function OrderMonth({ unitId, brukareId, orderId, month }: OrderMonthProps) {
  const words = useTextsOf(orderTexts);
  const ledger = useBrukareLedger(unitId, brukareId, month);
  if (ledger.isPending) return <LoadingState rows={2} />;
  if (ledger.isError) return <ErrorState error={ledger.error} onRetry={() => void ledger.refetch()} />;
  const line = ledger.data.orders.find(({ ramtidOrderId }) => ramtidOrderId === orderId);
  if (line === undefined) return <Text>{words.noMonth}</Text>;
  return (
    <Stack gap="md">
      <RamtidMeter {...line} />
      <Parts line={line} />
      <Records line={line} month={month} brukareId={brukareId} />
      <Suggestions line={line} />
      <Downloads
        what={words.definition}
        path={`/units/${unitId}/brukare/${brukareId}/ramtid-ledger`}
        query={{ month }}
      />
      <Text c="var(--rr-text-quiet)">
        <strong>{words.definition}.</strong> <ServiceText>{ledger.data.definition}</ServiceText>
      </Text>
    </Stack>
  );
}

function Parts({ line }: { readonly line: OrderLine }) {
  const { formats } = useWording();
  const words = useTextsOf(orderTexts).parts;
  const hours = (minutes: number): string => `${formats.hours(minutes / 60)} h`;
  return (
    <Facts
      facts={[
        [words.registered, hours(line.registeredMinutes)],
        [words.adjusted, hours(line.adjustmentMinutes)],
        [words.published, hours(line.publishedMinutes)],
        [words.pattern, hours(line.patternMinutes)],
        [words.givenBack, hours(line.givenBackMinutes)],
        [words.balance, hours(line.balanceMinutes)],
        [
          words.open,
          line.openVisits === 0 ? (
            '0'
          ) : (
            <>
              <Sign kind="warns" /> {line.openVisits}
            </>
          ),
        ],
        [words.declined, line.declinedVisits],
        [words.bom, line.bomVisits],
      ]}
    />
  );
}

interface RecordsProps {
  readonly line: OrderLine;
  readonly month: string;
  readonly brukareId: string;
}

function Records({ line, month, brukareId }: RecordsProps) {
  const words = useTextsOf(orderTexts);
  const { search } = useLocation();
  const scope = new URLSearchParams(scopeOf(search));
  const addressOf = (parameters: Readonly<Record<string, string>>): string =>
    `?${new URLSearchParams([...scope, ...Object.entries(parameters)])}`;
  return (
    <Text>
      <Anchor
        component={Link}
        to={`/tid/registreringar${addressOf({ manad: month, brukare: brukareId })}`}
        underline="always"
      >
        {words.registrations(line.registeredTimeIds.length)}
      </Anchor>
      {' · '}
      {words.planned(line.plannedVisitIds.length)}
    </Text>
  );
}

/** Lands outside its frame; a month that is merely near it needs no change. */
const isOff = ({ warning }: OrderLine): boolean => warning === 'over' || warning === 'under';

function Suggestions({ line }: { readonly line: OrderLine }) {
  const words = useTextsOf(orderTexts);
  return (
    <section>
      <Title order={3}>{words.suggestions}</Title>
      {line.suggestions.length === 0 ? (
        <Text>
          <Sign kind={isOff(line) ? 'warns' : 'holds'} /> {isOff(line) ? words.nothingFlexible : words.noSuggestions}
        </Text>
      ) : (
        <ol>
          {line.suggestions.map((suggestion) => (
            <li key={suggestion.change + suggestion.templateCode}>
              <ServiceText>{suggestion.text}</ServiceText> (<Sign kind={suggestion.landsInside ? 'holds' : 'warns'} />{' '}
              {suggestion.landsInside ? words.landsInside : words.notInside})
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
