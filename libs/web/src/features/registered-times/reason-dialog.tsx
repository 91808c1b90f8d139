import { Modal, Stack, Text } from '@mantine/core';
import { RecordForm } from '../../components/record-form.js';
import { avvikelseTexts } from '../../text/pages/avvikelser.js';
import { useTextsOf, useWording } from '../../text/texts.js';

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
  const { texts } = useWording();
  const words = useTextsOf(avvikelseTexts);
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': texts.common.close }}>
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
    </Modal>
  );
}
