import { addDays, type LocalDate } from '@hemtjanst/domain';
import { ActionIcon, Group, SegmentedControl, Text } from '@mantine/core';
import { followUpTexts } from '../../text/pages/follow-up.js';
import { useTextsOf } from '../../text/texts.js';
import type { ReportPeriod } from './api.js';

const PERIODS: readonly ReportPeriod[] = ['day', 'week', 'month'];

interface PeriodBarProps {
  readonly period: ReportPeriod;
  readonly date: LocalDate;
  /** The days the report covers, where it has been fetched. */
  readonly shown: string;
  readonly onChange: (period: ReportPeriod, date: LocalDate) => void;
}

export function PeriodBar({ period, date, shown, onChange }: PeriodBarProps) {
  const words = useTextsOf(followUpTexts);
  return (
    <Group gap="md" className="rr-no-print">
      <SegmentedControl
        aria-label={words.period}
        value={period}
        onChange={(value) => onChange(PERIODS.find((one) => one === value) ?? 'month', date)}
        data={PERIODS.map((one) => ({ value: one, label: words.periods[one] }))}
      />
      <Group gap="xs">
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={words.previous}
          onClick={() => onChange(period, step(period, date, -1))}
        >
          ‹
        </ActionIcon>
        <Text miw={190} ta="center" aria-live="polite">
          {shown}
        </Text>
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={words.next}
          onClick={() => onChange(period, step(period, date, 1))}
        >
          ›
        </ActionIcon>
      </Group>
    </Group>
  );
}

function step(period: ReportPeriod, date: LocalDate, direction: 1 | -1): LocalDate {
  switch (period) {
    case 'day':
      return addDays(date, direction);
    case 'week':
      return addDays(date, 7 * direction);
    case 'month':
      return firstOfMonth(addDays(firstOfMonth(date), direction === 1 ? 31 : -1));
  }
}

const firstOfMonth = (date: LocalDate): LocalDate => addDays(date, 1 - Number(date.slice(8)));
