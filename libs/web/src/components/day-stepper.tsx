import { addDays, parseLocalDate, type LocalDate } from '@hemtjanst/domain';
import { ActionIcon, Group, TextInput } from '@mantine/core';
import { useSearchParams } from 'react-router';
import { todayInSweden } from '../lib/format.js';
import { timeTexts } from '../text/pages/time.js';
import { useTextsOf } from '../text/texts.js';

/** The day of the page stands in its address; today where none does. */
export function useDay(): readonly [LocalDate, (date: LocalDate) => void] {
  const [parameters, setParameters] = useSearchParams();
  const setDay = (date: LocalDate): void =>
    setParameters((before) => {
      const after = new URLSearchParams(before);
      after.set('datum', date);
      return after;
    });
  return [parseLocalDate(parameters.get('datum') ?? '') ?? todayInSweden(), setDay];
}

interface DayStepperProps {
  readonly day: LocalDate;
  readonly onDay: (day: LocalDate) => void;
}

export function DayStepper({ day, onDay }: DayStepperProps) {
  const words = useTextsOf(timeTexts);
  const pick = (text: string): void => {
    const date = parseLocalDate(text);
    if (date !== null) onDay(date);
  };
  return (
    <Group gap="xs" wrap="nowrap" className="rr-no-print">
      <ActionIcon variant="default" size="lg" aria-label={words.previousDay} onClick={() => onDay(addDays(day, -1))}>
        ‹
      </ActionIcon>
      <TextInput
        type="date"
        aria-label={words.day}
        value={day}
        onChange={({ currentTarget }) => pick(currentTarget.value)}
      />
      <ActionIcon variant="default" size="lg" aria-label={words.nextDay} onClick={() => onDay(addDays(day, 1))}>
        ›
      </ActionIcon>
    </Group>
  );
}
