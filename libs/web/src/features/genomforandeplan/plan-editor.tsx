import type { GenomforandeplanAnswer, RamtidOrderAnswer, VisitTemplateContract } from '@hemtjanst/contracts';
import { Alert, Button, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { RecordForm } from '../../components/record-form.js';
import { Sign } from '../../components/sign.js';
import { ApiProblem } from '../../lib/api-client.js';
import { todayInSweden } from '../../lib/format.js';
import { planTexts } from '../../text/pages/genomforandeplan.js';
import { recordTexts } from '../../text/pages/records.js';
import { termTexts } from '../../text/pages/terms.js';
import { useTextsOf, useWording } from '../../text/texts.js';
import { useAgreePlan, type AgreedPlan } from './api.js';
import { PlanContactFields, contactsOf, contactsWish, isWhole } from './plan-contacts.js';
import { TemplateTable } from './template-table.js';
import { newTemplate, templateFields, templateOf, templateValues } from './template-values.js';
import { ProblemLine } from '../../components/problem-line.js';
import { Dialog } from '../../components/dialog.js';

interface PlanEditorProps {
  readonly unitId: string;
  readonly order: RamtidOrderAnswer;
  /** The visits to begin from: those agreed, or those proposed. */
  readonly templates: readonly VisitTemplateContract[];
  /** The version before, whose goals and wishes are kept unless they are changed. */
  readonly agreed?: GenomforandeplanAnswer;
  readonly seenVersion: number;
  readonly onClose: () => void;
}

/** The agreed visits of an order, changed together and saved as one new version. */
export function PlanEditor({ unitId, order, templates, agreed, seenVersion, onClose }: PlanEditorProps) {
  const { texts } = useWording();
  const words = useTextsOf(planTexts);
  const records = useTextsOf(recordTexts);
  const agree = useAgreePlan(unitId, order.id);
  const [visits, setVisits] = useState(templates);
  const [removed, setRemoved] = useState<VisitTemplateContract | null>(null);
  const [edited, setEdited] = useState<VisitTemplateContract | null>(null);
  const [agreedOn, setAgreedOn] = useState<string>(todayInSweden());
  const [goals, setGoals] = useState(() => goalText(agreed?.goals ?? []));
  const [wishes, setWishes] = useState(agreed?.wishes ?? '');
  const [contacts, setContacts] = useState(() => contactsOf(agreed));
  const isStale = agree.error instanceof ApiProblem && agree.error.status === 412;
  const put = (visit: VisitTemplateContract, before: VisitTemplateContract): void =>
    setVisits([...visits.filter((one) => one !== before), visit]);

  const wish = (): AgreedPlan => ({
    agreedOn,
    templates: visits,
    wishes: wishes.trim() === '' ? null : wishes,
    ...goalsOf(goals, order.goal),
    ...contactsWish(contacts, contactsOf(agreed)),
    seenVersion,
  });

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
      <Textarea
        label={words.goals}
        description={words.goalsHint}
        rows={3}
        maw={640}
        value={goals}
        onChange={({ currentTarget }) => setGoals(currentTarget.value)}
      />
      <Textarea
        label={words.wishes}
        description={words.wishesHint}
        rows={2}
        maw={640}
        value={wishes}
        onChange={({ currentTarget }) => setWishes(currentTarget.value)}
      />
      <PlanContactFields unitId={unitId} contacts={contacts} onChange={setContacts} />
      {visits.length === 0 && (
        <Alert variant="outline">
          <Sign kind="warns" /> {words.noVisits}
        </Alert>
      )}
      {agree.isError && (
        <Alert color="red" variant="outline" role="alert">
          <Sign kind="breaks" /> <ProblemLine error={agree.error} />
        </Alert>
      )}
      <Group gap="sm">
        <Button
          disabled={visits.length === 0 || !isWhole(contacts)}
          loading={agree.isPending}
          onClick={() => agree.mutate(wish(), { onSuccess: onClose })}
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

const goalText = (goals: readonly { readonly text: string }[]): string => goals.map(({ text }) => text).join('\n');

/** A line that says what the order says is the order's goal; left out where nothing is written: the order's then holds. */
function goalsOf(text: string, orderGoal: string | null): Pick<AgreedPlan, 'goals'> {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length === 0) return {};
  return { goals: lines.map((line) => ({ text: line, isFromOrder: line === orderGoal?.trim() })) };
}

interface VisitDialogProps {
  readonly visit: VisitTemplateContract;
  readonly onUse: (visit: VisitTemplateContract, before: VisitTemplateContract) => void;
  readonly onClose: () => void;
}

function VisitDialog({ visit, onUse, onClose }: VisitDialogProps) {
  const words = useTextsOf(planTexts);
  const terms = useTextsOf(termTexts);
  const insatser = Object.keys(terms.insats) as (keyof typeof terms.insats)[];
  return (
    <Dialog size="lg" onClose={onClose} title={words.changeVisit(visit.code)}>
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
    </Dialog>
  );
}
