import { Text } from '@mantine/core';
import { RecordForm } from '../../components/record-form.js';
import { optionsOf, recordOptions } from '../../lib/field-options.js';
import type { FormField, FormValues } from '../../lib/form-values.js';
import { dayFeedTexts } from '../../text/pages/day-feed.js';
import { termTexts } from '../../text/pages/terms.js';
import { useTextsOf } from '../../text/texts.js';
import { useBrukareList } from '../brukare/api.js';

interface ExtraVisitFormProps {
  readonly unitId: string;
  readonly workGroupId: string | null;
  /** Which draft the visit goes into, in words. */
  readonly target: string;
  readonly onSave: (wish: object) => Promise<unknown>;
  readonly onCancel: () => void;
  readonly day: string;
}

const DEFAULTS: FormValues = {
  serviceMinutes: 30,
  insatser: ['tillsyn'],
  doubleStaffing: false,
  isTimeCritical: false,
};

/** Whom the visit is for, when it may begin, and what is done. */
export function ExtraVisitForm({ unitId, workGroupId, target, onSave, onCancel, day }: ExtraVisitFormProps) {
  const words = useTextsOf(dayFeedTexts).extra;
  const terms = useTextsOf(termTexts);
  const brukare = useBrukareList(unitId, workGroupId);
  const fields: readonly FormField[] = [
    {
      kind: 'choice',
      name: 'brukareId',
      label: words.brukare,
      options: recordOptions(brukare.data ?? []),
      isRequired: true,
    },
    { kind: 'time', name: 'window', label: words.earliest, isRequired: true },
    { kind: 'time', name: 'latest', label: words.latest, isRequired: true },
    { kind: 'number', name: 'serviceMinutes', label: words.minutes, unit: 'min', isRequired: true },
    { kind: 'many', name: 'insatser', label: words.insatser, options: optionsOf(terms.insats), isRequired: true },
    { kind: 'check', name: 'doubleStaffing', label: words.double },
    { kind: 'check', name: 'isTimeCritical', label: words.timeCritical },
    { kind: 'text', name: 'reason', label: words.reason },
  ];
  return (
    <RecordForm
      isNew
      fields={fields}
      values={DEFAULTS}
      saveLabel={words.save}
      onCancel={onCancel}
      onSave={({ window: earliest, latest, ...said }) => onSave({ ...said, onDate: day, window: { earliest, latest } })}
    >
      <Text size="sm" c="var(--rr-text-quiet)">
        {target}
      </Text>
    </RecordForm>
  );
}
