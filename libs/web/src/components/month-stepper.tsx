import { ActionIcon, Group, Text } from '@mantine/core';
import { useSearchParams } from 'react-router';
import { todayInSweden } from '../lib/format.js';
import { addMonths, firstDayOf, isMonth, monthOf } from '../lib/months.js';
import { monthTexts } from '../text/pages/months.js';
import { useTextsOf, useWording } from '../text/texts.js';

/** The month of the page stands in its address; this one where none does. */
export function useMonth(): readonly [string, (month: string) => void] {
  const [parameters, setParameters] = useSearchParams();
  const wanted = parameters.get('manad') ?? '';
  const setMonth = (month: string): void =>
    setParameters((before) => {
      const after = new URLSearchParams(before);
      after.set('manad', month);
      return after;
    });
  return [isMonth(wanted) ? wanted : monthOf(todayInSweden()), setMonth];
}

interface MonthStepperProps {
  readonly month: string;
  readonly onMonth: (month: string) => void;
}

export function MonthStepper({ month, onMonth }: MonthStepperProps) {
  const { formats } = useWording();
  const words = useTextsOf(monthTexts);
  return (
    <Group gap="xs" wrap="nowrap" className="rr-no-print">
      <ActionIcon variant="default" size="lg" aria-label={words.previous} onClick={() => onMonth(addMonths(month, -1))}>
        ‹
      </ActionIcon>
      <Text miw={120} ta="center" aria-live="polite">
        {formats.month(firstDayOf(month))}
      </Text>
      <ActionIcon variant="default" size="lg" aria-label={words.next} onClick={() => onMonth(addMonths(month, 1))}>
        ›
      </ActionIcon>
    </Group>
  );
}
