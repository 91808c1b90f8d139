import type { RamtidOrderAnswer, VisitTemplateContract } from '@hemtjanst/contracts';
import { Alert, Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { RecordForm } from '../../components/record-form.js';
import { Sign } from '../../components/sign.js';
import { ApiProblem } from '../../lib/api-client.js';
import { todayInSweden } from '../../lib/format.js';
import { problemText } from '../../lib/problem-text.js';
import { planTexts } from '../../text/pages/genomforandeplan.js';
import { recordTexts } from '../../text/pages/records.js';
import { termTexts } from '../../text/pages/terms.js';
import { useTextsOf, useWording } from '../../text/texts.js';
import { useAgreePlan } from './api.js';
import { TemplateTable } from './template-table.js';
import { newTemplate, templateFields, templateOf, templateValues } from './template-values.js';

interface PlanEditorProps {
  readonly unitId: string;
  readonly order: RamtidOrderAnswer;
  /** The visits to begin from: those agreed, or those proposed. */
  readonly templates: readonly VisitTemplateContract[];
  readonly seenVersion: number;
  readonly onClose: () => void;
}

/** The agreed visits of an order, changed together and saved as one new version. */
export function PlanEditor({ unitId, order, templates, seenVersion, onClose }: PlanEditorProps) {
  const { texts } = useWording();
  const words = useTextsOf(planTexts);
  const records = useTextsOf(recordTexts);
  const agree = useAgreePlan(unitId, order.id);
  const [visits, setVisits] = useState(templates);
  const [removed, setRemoved] = useState<VisitTemplateContract | null>(null);
  const [edited, setEdited] = useState<VisitTemplateContract | null>(null);
  const [agreedOn, setAgreedOn] = useState<string>(todayInSweden());
  const isStale = agree.error instanceof ApiProblem && agree.error.status === 412;
  const put = (visit: VisitTemplateContract, before: VisitTemplateContract): void =>
    setVisits([...visits.filter((one) => one !== before), visit]);

  return (
    <Stack gap="md">
      <TemplateTable
        templates={visits}
        onChange={setEdited}
        onRemove={(template) => {
          setVisits(visits.filter((one) => one !== template));
          setRemoved(template);
        }}
      />
      {removed !== null && (
        <Alert variant="outline" role="status">
          <Group gap="sm">
            {words.removed(removed.code)}
            <Button
              variant="default"
              size="compact-md"
              onClick={() => {
                setVisits([...visits, removed]);
                setRemoved(null);
              }}
            >
              {records.undo}
            </Button>
          </Group>
        </Alert>
      )}
      <Button
        variant="default"
        style={{ justifySelf: 'start', alignSelf: 'flex-start' }}
        onClick={() => setEdited(newTemplate(order.code, visits.length))}
      >
        + {words.add}
      </Button>
      <TextInput
        type="date"
        label={words.agreedOn}
        value={agreedOn}
        onChange={({ currentTarget }) => setAgreedOn(currentTarget.value)}
        maw={220}
      />
      {visits.length === 0 && (
        <Alert variant="outline">
          <Sign kind="warns" /> {words.noVisits}
        </Alert>
      )}
      {agree.isError && (
        <Alert color="red" variant="outline" role="alert">
          <Sign kind="breaks" /> {problemText(agree.error, texts)}
        </Alert>
      )}
      <Group gap="sm">
        <Button
          disabled={visits.length === 0}
          loading={agree.isPending}
          onClick={() => agree.mutate({ agreedOn, templates: visits, seenVersion }, { onSuccess: onClose })}
        >
          {words.save}
        </Button>
        <Button variant="default" onClick={onClose}>
          {isStale ? records.conflict.takeTheirs : texts.common.cancel}
        </Button>
      </Group>
      {edited !== null && <VisitDialog visit={edited} onUse={put} onClose={() => setEdited(null)} />}
    </Stack>
  );
}

interface VisitDialogProps {
  readonly visit: VisitTemplateContract;
  readonly onUse: (visit: VisitTemplateContract, before: VisitTemplateContract) => void;
  readonly onClose: () => void;
}

function VisitDialog({ visit, onUse, onClose }: VisitDialogProps) {
  const { texts } = useWording();
  const words = useTextsOf(planTexts);
  const terms = useTextsOf(termTexts);
  const insatser = Object.keys(terms.insats) as (keyof typeof terms.insats)[];
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={words.changeVisit(visit.code)}
      closeButtonProps={{ 'aria-label': texts.common.close }}
    >
      <RecordForm
        isNew
        fields={templateFields(words, terms)}
        values={templateValues(visit)}
        saveLabel={words.use}
        onCancel={onClose}
        onSave={(values) => {
          onUse(templateOf(values, visit, insatser), visit);
          onClose();
          return Promise.resolve();
        }}
      />
    </Modal>
  );
}
