import type { GenomforandeplanAnswer, RamtidOrderAnswer } from '@hemtjanst/contracts';
import { Alert, Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { ErrorState, LoadingState } from '../../components/page-state.js';
import styles from '../../components/records.module.css';
import { Sign } from '../../components/sign.js';
import { todayInSweden } from '../../lib/format.js';
import { planTexts } from '../../text/pages/genomforandeplan.js';
import { useTextsOf, useWording } from '../../text/texts.js';
import { useAgreePlan, useConfirmProposal, useGenomforandeplan, usePatternProposal } from './api.js';
import { PlanDetails } from './plan-details.js';
import { PlanEditor } from './plan-editor.js';
import { PlanFollowUps } from './plan-follow-ups.js';
import { TemplateTable } from './template-table.js';
import { ProblemLine } from '../../components/problem-line.js';

interface PlanOfOrderProps {
  readonly unitId: string;
  readonly order: RamtidOrderAnswer;
}

/** The genomförandeplan of an order; where none is agreed, the proposal that can be confirmed. */
export function PlanOfOrder({ unitId, order }: PlanOfOrderProps) {
  const words = useTextsOf(planTexts);
  const plan = useGenomforandeplan(unitId, order.id);
  return (
    <section>
      <Title order={2}>{words.title}</Title>
      {plan.isPending && <LoadingState rows={3} />}
      {plan.isError && <ErrorState error={plan.error} onRetry={() => void plan.refetch()} />}
      {plan.isSuccess && plan.data.status !== 'saknas' && (
        <AgreedPlan key={plan.data.version} unitId={unitId} order={order} plan={plan.data} />
      )}
      {plan.isSuccess && plan.data.status === 'saknas' && (
        <ProposedPlan unitId={unitId} order={order} seenVersion={plan.data.version} />
      )}
    </section>
  );
}

interface AgreedPlanProps extends PlanOfOrderProps {
  readonly plan: GenomforandeplanAnswer;
}

function AgreedPlan({ unitId, order, plan }: AgreedPlanProps) {
  const words = useTextsOf(planTexts);
  const [isChanging, setIsChanging] = useState(false);
  if (isChanging) {
    const close = (): void => setIsChanging(false);
    return (
      <PlanEditor
        unitId={unitId}
        order={order}
        templates={plan.templates}
        agreed={plan}
        seenVersion={plan.version}
        onClose={close}
      />
    );
  }
  return (
    <Stack gap="md">
      <div className={styles.head}>
        <Text>
          {plan.status === 'bekraftad' ? (
            <>
              <Sign kind="holds" /> {words.version(plan.version, plan.agreedOn ?? '–')}
            </>
          ) : (
            <>
              <Sign kind="warns" /> {words.draft(plan.version)}
            </>
          )}
        </Text>
        <Group gap="sm">
          {plan.status === 'foreslagen' && <ConfirmDraft unitId={unitId} order={order} plan={plan} />}
          <Button variant="default" onClick={() => setIsChanging(true)}>
            {words.change}
          </Button>
        </Group>
      </div>
      <TemplateTable templates={plan.templates} />
      <PlanDetails unitId={unitId} plan={plan} />
      <PlanFollowUps unitId={unitId} orderId={order.id} plan={plan} />
    </Stack>
  );
}

/** Somebody proposed the version; agreeing to it makes the next one, which is confirmed. */
function ConfirmDraft({ unitId, order, plan }: AgreedPlanProps) {
  const words = useTextsOf(planTexts);
  const agree = useAgreePlan(unitId, order.id);
  const confirm = (): void =>
    agree.mutate({
      agreedOn: todayInSweden(),
      templates: plan.templates,
      wishes: plan.wishes,
      goals: plan.goals.map(({ text, orderGoal }) => ({ text, isFromOrder: orderGoal !== null })),
      seenVersion: plan.version,
    });
  return (
    <>
      {agree.isError && (
        <Text>
          <ProblemLine error={agree.error} />
        </Text>
      )}
      <Button loading={agree.isPending} onClick={confirm}>
        {words.confirmDraft}
      </Button>
    </>
  );
}

interface ProposedPlanProps extends PlanOfOrderProps {
  readonly seenVersion: number;
}

function ProposedPlan({ unitId, order, seenVersion }: ProposedPlanProps) {
  const { formats } = useWording();
  const words = useTextsOf(planTexts);
  const proposal = usePatternProposal(unitId, order.id, true);
  const confirm = useConfirmProposal(unitId, order.id);
  const [agreedOn, setAgreedOn] = useState<string>(todayInSweden());
  const [isChanging, setIsChanging] = useState(false);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  if (proposal.isPending) return <LoadingState rows={3} />;
  if (proposal.isError) return <ErrorState error={proposal.error} onRetry={() => void proposal.refetch()} />;
  const { templates, explanation, plannedMinutesPerMonth, orderedMinutesPerMonth } = proposal.data;
  if (isChanging) {
    const close = (): void => setIsChanging(false);
    return <PlanEditor unitId={unitId} order={order} templates={templates} seenVersion={seenVersion} onClose={close} />;
  }
  return (
    <Stack gap="md">
      <Alert
        variant="outline"
        title={
          <>
            <Sign kind="warns" /> {words.proposedTitle}
          </>
        }
      >
        {words.proposedText}
      </Alert>
      <TemplateTable templates={templates} />
      <Text>{words.sums(formats.hours(plannedMinutesPerMonth / 60), formats.hours(orderedMinutesPerMonth / 60))}</Text>
      <details>
        <summary>{words.why}</summary>
        <ul>
          {explanation.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </details>
      {confirm.isError && (
        <Alert color="red" variant="outline" role="alert">
          <Sign kind="breaks" /> <ProblemLine error={confirm.error} />
        </Alert>
      )}
      <Group gap="md" align="end">
        <TextInput
          type="date"
          label={words.agreedOn}
          value={agreedOn}
          onChange={({ currentTarget }) => setAgreedOn(currentTarget.value)}
        />
        <Button loading={confirm.isPending} onClick={() => confirm.mutate({ agreedOn, seenVersion, idempotencyKey })}>
          {words.confirm}
        </Button>
        <Button variant="default" onClick={() => setIsChanging(true)}>
          {words.changeFirst}
        </Button>
      </Group>
    </Stack>
  );
}
