import type { GenomforandeplanAnswer } from '@hemtjanst/contracts';
import { Button, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { RecordForm } from '../../components/record-form.js';
import styles from '../../components/records.module.css';
import { optionsOf } from '../../lib/field-options.js';
import type { FormValues } from '../../lib/form-values.js';
import { todayInSweden } from '../../lib/format.js';
import { planTexts } from '../../text/pages/genomforandeplan.js';
import { useTextsOf } from '../../text/texts.js';
import { usePlanVersions, useRecordFollowUp } from './api.js';
import { Dialog } from '../../components/dialog.js';

interface PlanFollowUpsProps {
  readonly unitId: string;
  readonly orderId: string;
  readonly plan: GenomforandeplanAnswer;
}

/** When the plan was followed up and with what outcome, a new follow-up, and the versions before this one. */
export function PlanFollowUps({ unitId, orderId, plan }: PlanFollowUpsProps) {
  const words = useTextsOf(planTexts);
  const [isRecording, setIsRecording] = useState(false);
  return (
    <section>
      <div className={styles.head}>
        <Title order={3}>{words.followUps}</Title>
        {plan.status === 'bekraftad' && (
          <Button variant="default" onClick={() => setIsRecording(true)}>
            {words.followUp.record}
          </Button>
        )}
      </div>
      {plan.followUps.length === 0 ? (
        <Text>{words.noFollowUps}</Text>
      ) : (
        <ul>
          {plan.followUps.map((one) => (
            <li key={one.id}>
              {words.followUp.line(one.followedUpOn, words.followUp.outcomes[one.outcome], one.nextFollowUpOn)}{' '}
              {one.note}
            </li>
          ))}
        </ul>
      )}
      <Versions unitId={unitId} orderId={orderId} />
      {isRecording && <FollowUpDialog unitId={unitId} orderId={orderId} onClose={() => setIsRecording(false)} />}
    </section>
  );
}

function Versions({ unitId, orderId }: Omit<PlanFollowUpsProps, 'plan'>) {
  const words = useTextsOf(planTexts);
  const [isOpen, setIsOpen] = useState(false);
  const versions = usePlanVersions(unitId, orderId, isOpen);
  return (
    <details onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>{words.versions}</summary>
      <ul>
        {(versions.data ?? []).map((one) => (
          <li key={one.version}>{words.versionLine(one.version, one.agreedOn ?? '–', words.statuses[one.status])}</li>
        ))}
      </ul>
    </details>
  );
}

interface FollowUpDialogProps extends Omit<PlanFollowUpsProps, 'plan'> {
  readonly onClose: () => void;
}

function FollowUpDialog({ unitId, orderId, onClose }: FollowUpDialogProps) {
  const words = useTextsOf(planTexts);
  const { mutateAsync } = useRecordFollowUp(unitId, orderId);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  return (
    <Dialog size="lg" onClose={onClose} title={words.followUp.record}>
      <RecordForm
        isNew
        fields={[
          { kind: 'date', name: 'followedUpOn', label: words.followUp.followedUpOn, isRequired: true },
          {
            kind: 'choice',
            name: 'outcome',
            label: words.followUp.outcome,
            options: optionsOf(words.followUp.outcomes),
            isRequired: true,
          },
          { kind: 'text', name: 'note', label: words.followUp.note, hint: words.wishesHint },
          { kind: 'date', name: 'nextFollowUpOn', label: words.followUp.nextFollowUpOn, hint: words.followUp.nextHint },
        ]}
        values={{ followedUpOn: todayInSweden(), outcome: 'oforandrad' }}
        onCancel={onClose}
        onSave={async ({ nextFollowUpOn, ...values }) => {
          const wish: FormValues = nextFollowUpOn == null ? values : { ...values, nextFollowUpOn };
          await mutateAsync({ values: wish, idempotencyKey });
          onClose();
        }}
      />
    </Dialog>
  );
}
