import type { ProposedVisitChange, VisitReportAnswer } from '@hemtjanst/contracts';
import { Stack, Text } from '@mantine/core';
import { RecordForm } from '../../components/record-form.js';
import type { FormField, FormValues } from '../../lib/form-values.js';
import { avvikelseTexts } from '../../text/pages/avvikelser.js';
import { useTextsOf } from '../../text/texts.js';
import { Dialog } from '../../components/dialog.js';

type Change = 'serviceMinutes' | 'window' | 'helperMinutes';

/** What a report of the kind can change in the agreed visit; stairs and codes stand in the register of brukare. */
const CHANGES: Readonly<Record<VisitReportAnswer['kind'], readonly Change[]>> = {
  'too-short': ['serviceMinutes'],
  'wrong-time': ['window'],
  'two-needed': ['helperMinutes'],
  other: ['serviceMinutes', 'window'],
  stairs: [],
  'wrong-code': [],
};

interface AcceptReportDialogProps {
  readonly report: VisitReportAnswer;
  readonly onSave: (reason: string, change: ProposedVisitChange | null) => Promise<unknown>;
  readonly onClose: () => void;
}

/** Accepts a report with its reason and, where the visit itself is to change, with what the genomförandeplan shall propose. */
export function AcceptReportDialog({ report, onSave, onClose }: AcceptReportDialogProps) {
  const words = useTextsOf(avvikelseTexts);
  const changes = report.agreed === null ? [] : CHANGES[report.kind];
  return (
    <Dialog onClose={onClose} title={words.reports.accept}>
      <Stack gap="md">
        <Text>{report.text ?? words.reports.kinds[report.kind]}</Text>
        {changes.length > 0 && <Text size="sm">{words.reports.changeHint}</Text>}
        <RecordForm
          isNew
          fields={[
            ...useChangeFields(changes),
            { kind: 'text', name: 'reason', label: words.reports.reason, hint: words.reasonHint, isRequired: true },
          ]}
          values={agreedValues(report)}
          saveLabel={words.reports.accept}
          onCancel={onClose}
          onSave={async (values) => {
            const { reason } = values;
            await onSave(typeof reason === 'string' ? reason : '', changeOf(report, changes, values));
            onClose();
          }}
        />
      </Stack>
    </Dialog>
  );
}

function useChangeFields(changes: readonly Change[]): readonly FormField[] {
  const words = useTextsOf(avvikelseTexts).reports;
  return changes.flatMap((change): readonly FormField[] => {
    switch (change) {
      case 'serviceMinutes':
        return [{ kind: 'number', name: 'serviceMinutes', label: words.minutes, unit: 'min', isRequired: true }];
      case 'window':
        return [
          { kind: 'time', name: 'earliest', label: words.earliest, isRequired: true },
          { kind: 'time', name: 'latest', label: words.latest, isRequired: true },
        ];
      case 'helperMinutes':
        return [{ kind: 'number', name: 'helperMinutes', label: words.helperMinutes, unit: 'min', isRequired: true }];
    }
  });
}

const agreedValues = ({ agreed }: VisitReportAnswer): FormValues =>
  agreed === null
    ? {}
    : {
        serviceMinutes: agreed.serviceMinutes,
        earliest: agreed.window.earliest,
        latest: agreed.window.latest,
        helperMinutes: agreed.helperMinutes ?? agreed.serviceMinutes,
      };

/** Only what differs from what is agreed; null: the visit stays as it is. */
function changeOf(
  { agreed }: VisitReportAnswer,
  changes: readonly Change[],
  { serviceMinutes, earliest, latest, helperMinutes }: FormValues,
): ProposedVisitChange | null {
  if (agreed === null) return null;
  const isOther = earliest !== agreed.window.earliest || latest !== agreed.window.latest;
  const change: ProposedVisitChange = {
    ...(changes.includes('serviceMinutes') &&
      typeof serviceMinutes === 'number' &&
      serviceMinutes !== agreed.serviceMinutes && { serviceMinutes }),
    ...(changes.includes('window') &&
      typeof earliest === 'string' &&
      typeof latest === 'string' &&
      isOther && { window: { earliest, latest } }),
    ...(changes.includes('helperMinutes') &&
      typeof helperMinutes === 'number' &&
      helperMinutes !== agreed.helperMinutes && { helperMinutes }),
  };
  return Object.keys(change).length === 0 ? null : change;
}
