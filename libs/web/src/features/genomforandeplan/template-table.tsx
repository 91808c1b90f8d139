import type { VisitTemplateContract } from '@hemtjanst/contracts';
import { Button, Group } from '@mantine/core';
import { RecordTable, type Column } from '../../components/record-table.js';
import { planTexts } from '../../text/pages/genomforandeplan.js';
import { recordTexts } from '../../text/pages/records.js';
import { termTexts } from '../../text/pages/terms.js';
import { useTextsOf } from '../../text/texts.js';

interface TemplateTableProps {
  readonly templates: readonly VisitTemplateContract[];
  readonly onChange?: (template: VisitTemplateContract) => void;
  readonly onRemove?: (template: VisitTemplateContract) => void;
}

/** The recurring visits of a genomförandeplan, in the order of the day. */
export function TemplateTable({ templates, onChange, onRemove }: TemplateTableProps) {
  const words = useTextsOf(planTexts);
  const terms = useTextsOf(termTexts);
  const records = useTextsOf(recordTexts);
  const columns: readonly Column<VisitTemplateContract>[] = [
    {
      key: 'visit',
      title: words.visit,
      cell: ({ insatser }) => insatser.map((insats) => terms.insats[insats]).join(', '),
    },
    {
      key: 'when',
      title: words.when,
      cell: ({ recurrence }) => recurrenceText(recurrence, words, terms.shortWeekdays),
    },
    {
      key: 'window',
      title: words.window,
      cell: ({ window, isTimeCritical }) => `${window.earliest}–${window.latest}${isTimeCritical ? ' !' : ''}`,
    },
    {
      key: 'minutes',
      title: words.minutes,
      cell: ({ serviceMinutes, helper }) =>
        `${serviceMinutes} min${helper === null ? '' : `, ${words.double(helper.serviceMinutes)}`}`,
    },
    { key: 'code', title: words.fields.code, cell: ({ code }) => code },
  ];
  const acts: Column<VisitTemplateContract> = {
    key: 'acts',
    title: '',
    cell: (template) => (
      <Group gap="xs">
        <Button
          variant="default"
          size="compact-md"
          aria-label={words.changeVisit(template.code)}
          onClick={() => onChange?.(template)}
        >
          {records.change}
        </Button>
        <Button
          variant="default"
          size="compact-md"
          aria-label={words.removeVisit(template.code)}
          onClick={() => onRemove?.(template)}
        >
          {records.remove}
        </Button>
      </Group>
    ),
  };
  return (
    <RecordTable
      label={words.title}
      rows={templates.toSorted((a, b) => a.window.earliest.localeCompare(b.window.earliest))}
      rowKey={({ code }) => code}
      columns={onChange === undefined ? columns : [...columns, acts]}
    />
  );
}

function recurrenceText(
  recurrence: VisitTemplateContract['recurrence'],
  words: (typeof planTexts)['sv'],
  weekdays: readonly string[],
): string {
  switch (recurrence.kind) {
    case 'floating':
      return words.floating(recurrence.times, recurrence.everyWeeks);
    case 'weekdays':
      return recurrence.days.length === 7 ? words.everyDay : recurrence.days.map((day) => weekdays[day - 1]).join(', ');
  }
}
