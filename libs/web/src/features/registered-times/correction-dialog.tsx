import { clock, instantAt, localOf, parseLocalDate, type Instant, type LocalDate } from '@hemtjanst/domain';
import type { RegisteredTimeAnswer } from '@hemtjanst/contracts';
import { Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { RecordForm } from '../../components/record-form.js';
import type { FieldValue } from '../../lib/form-values.js';
import { timeTexts } from '../../text/pages/time.js';
import { useTextsOf, useWording } from '../../text/texts.js';
import { shownTime } from './shown-time.js';
import { useCorrectTime } from './time-api.js';
import { Dialog } from '../../components/dialog.js';

interface CorrectionDialogProps {
  readonly unitId: string;
  readonly time: RegisteredTimeAnswer;
  readonly onClose: () => void;
}

/** A late correction: the original stays, the author and the reason stand beside it. */
export function CorrectionDialog({ unitId, time, onClose }: CorrectionDialogProps) {
  const { formats } = useWording();
  const words = useTextsOf(timeTexts).correction;
  const { mutateAsync } = useCorrectTime(unitId);
  const [id] = useState(() => crypto.randomUUID());
  const { startsAt, endsAt } = shownTime(time);
  const span = (from: string, to: string | null): string =>
    `${formats.moment(from)}–${to === null ? '' : formats.clock(to)}`;
  return (
    <Dialog size="lg" onClose={onClose} title={words.title}>
      <Stack gap="md">
        <Text>{words.text}</Text>
        <Text>
          {words.original}: <strong>{span(time.startsAt, time.endsAt)}</strong>
        </Text>
        {time.corrections.length > 0 && (
          <>
            <Text>{words.earlier}:</Text>
            <ul>
              {time.corrections.map((correction) => (
                <li key={correction.id}>
                  {span(correction.startsAt, correction.endsAt)}: {correction.reason}
                </li>
              ))}
            </ul>
          </>
        )}
        <RecordForm
          isNew
          fields={[
            { kind: 'date', name: 'date', label: words.date, isRequired: true },
            { kind: 'time', name: 'startsAt', label: words.startsAt, isRequired: true },
            { kind: 'time', name: 'endsAt', label: words.endsAt, isRequired: true },
            { kind: 'text', name: 'reason', label: words.reason, hint: words.reasonHint, isRequired: true },
          ]}
          values={{
            date: localOf(startsAt as Instant).date,
            startsAt: formats.clock(startsAt),
            endsAt: endsAt === null ? null : formats.clock(endsAt),
          }}
          saveLabel={words.save}
          onCancel={onClose}
          onSave={async ({ date, startsAt: from, endsAt: to, reason }) => {
            const day = parseLocalDate(String(date)) ?? localOf(startsAt as Instant).date;
            const correction = { id, ...spanOn(day, String(from), String(to)), reason: textOf(reason) };
            await mutateAsync({ registeredTimeId: time.id, correction });
            onClose();
          }}
        />
      </Stack>
    </Dialog>
  );
}

const textOf = (value: FieldValue | undefined): string => (typeof value === 'string' ? value : '');

/** Clock times of a day as instants; an end before the start is the day after. In the doubled hour the first one is meant. */
function spanOn(date: LocalDate, from: string, to: string): { readonly startsAt: string; readonly endsAt: string } {
  const at = (time: string, days: number): string => instantAt(date, (clock(time) + days * 24 * 60) * 60, 'earlier');
  return { startsAt: at(from, 0), endsAt: at(to, to < from ? 1 : 0) };
}
