import type { PremisesAnswer, WorkGroupAnswer } from '@hemtjanst/contracts';
import { useState } from 'react';
import { RecordForm } from '../../components/record-form.js';
import { recordOptions } from '../../lib/field-options.js';
import { registerTexts } from '../../text/pages/register.js';
import { termTexts } from '../../text/pages/terms.js';
import { useTextsOf } from '../../text/texts.js';
import { useSavePlace } from './api.js';
import { premisesChange, premisesFields, premisesValues, workGroupFields, workGroupValues } from './place-fields.js';
import { Dialog } from '../../components/dialog.js';

/** What is written down or changed; a null record is a new one. */
export type OpenPlace =
  | { readonly kind: 'premises'; readonly record: PremisesAnswer | null }
  | { readonly kind: 'work-groups'; readonly record: WorkGroupAnswer | null };

interface PlaceDialogProps {
  readonly unitId: string;
  readonly place: OpenPlace;
  readonly premises: readonly PremisesAnswer[];
  readonly onReload: () => Promise<unknown>;
  readonly onClose: () => void;
}

/** Premises or a work group in a form. */
export function PlaceDialog({ unitId, place, premises, onReload, onClose }: PlaceDialogProps) {
  const words = useTextsOf(registerTexts);
  const terms = useTextsOf(termTexts);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const save = useSavePlace(unitId, place.kind);
  const isNew = place.record === null;
  const before =
    place.kind === 'premises'
      ? place.record === null
        ? {}
        : premisesValues(place.record)
      : place.record === null
        ? { kind: 'ordinarie' }
        : workGroupValues(place.record);
  return (
    <Dialog
      size="lg"
      onClose={onClose}
      title={place.record?.name ?? (place.kind === 'premises' ? words.places.newPremises : words.places.newGroup)}
    >
      <RecordForm
        isNew={isNew}
        fields={
          place.kind === 'premises'
            ? premisesFields({ words, terms }, isNew)
            : workGroupFields({ words, terms }, recordOptions(premises), isNew)
        }
        values={before}
        onReload={onReload}
        onCancel={onClose}
        onSave={async (values) => {
          const body = place.kind === 'premises' ? premisesChange(values, before) : values;
          await save.mutateAsync({ record: place.record, body, idempotencyKey });
          onClose();
        }}
      />
    </Dialog>
  );
}
