import { Stack, Text, Title } from '@mantine/core';
import { RamtidMeter } from '../../components/ramtid-meter.js';
import { boardTexts } from '../../text/pages/board.js';
import { useTextsOf } from '../../text/texts.js';
import { useBrukareLedger } from '../ramtid-ledger/api.js';

interface BrukareMonthProps {
  readonly unitId: string;
  readonly brukareId: string;
  readonly ramtidOrderId: string | null;
  /** The visit's date: its month is shown. */
  readonly date: string;
}

/** The month of the order that the visit draws on: beställd, utförd, planerad and where the month lands. */
export function BrukareMonth({ unitId, brukareId, ramtidOrderId, date }: BrukareMonthProps) {
  const words = useTextsOf(boardTexts).ledger;
  const ledger = useBrukareLedger(unitId, brukareId, date.slice(0, 7));
  if (ledger.data === undefined) return null;
  const lines = ledger.data.orders.filter((line) => ramtidOrderId === null || line.ramtidOrderId === ramtidOrderId);
  return (
    <section>
      <Title order={3}>{words.title}</Title>
      {lines.length === 0 && <Text>{words.none}</Text>}
      <Stack gap="xs">
        {lines.map((line) => (
          <div key={line.ramtidOrderId ?? 'none'}>
            {line.orderCode !== null && <Text size="sm">{line.orderCode}</Text>}
            <RamtidMeter {...line} />
          </div>
        ))}
      </Stack>
    </section>
  );
}
