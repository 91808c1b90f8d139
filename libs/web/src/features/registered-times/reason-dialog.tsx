import { Stack, Text } from '@mantine/core';
import { RecordForm } from '../../components/record-form.js';
import { avvikelseTexts } from '../../text/pages/avvikelser.js';
import { useTextsOf } from '../../text/texts.js';
import { Dialog } from '../../components/dialog.js';

interface ReasonDialogProps {
  readonly title: string;
  readonly text: string;
  readonly label: string;
  readonly saveLabel: string;
  readonly onSave: (reason: string) => Promise<unknown>;
  readonly onClose: () => void;
}

/** A decision that is kept with its reason. */
export function ReasonDialog({ title, text, label, saveLabel, onSave, onClose }: ReasonDialogProps) {
  const words = useTextsOf(avvikelseTexts);
  return (
    <Dialog onClose={onClose} title={title}>
      <Stack gap="md">
        <Text>{text}</Text>
        <RecordForm
          isNew
          fields={[{ kind: 'text', name: 'reason', label, hint: words.reasonHint, isRequired: true }]}
          values={{}}
          saveLabel={saveLabel}
          onCancel={onClose}
          onSave={async ({ reason }) => {
            await onSave(typeof reason === 'string' ? reason : '');
            onClose();
          }}
        />
      </Stack>
    </Dialog>
  );
}
