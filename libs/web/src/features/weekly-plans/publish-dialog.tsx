import type { PlanCheckAnswer, PlanViolationAnswer, WeeklyPlanAnswer } from '@hemtjanst/contracts';
import { Alert, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { Sign } from '../../components/sign.js';
import type { Scope } from '../../app/scope.js';
import { ErrorState, LoadingState } from '../../components/page-state.js';
import { boardTexts } from '../../text/pages/board.js';
import { travelReportTexts } from '../../text/pages/travel-report.js';
import { useTextsOf, useWording } from '../../text/texts.js';
import { usePlanCheck, usePublishPlan, useWeekPlans } from './api.js';
import { PlanComparison } from './plan-comparison.js';
import { ReportLink } from './travel-report/report-link.js';
import { ProblemLine } from '../../components/problem-line.js';
import { ServiceText } from '../../components/service-text.js';
import { Dialog } from '../../components/dialog.js';
import styles from './week.module.css';

interface PublishDialogProps {
  readonly scope: Scope;
  readonly plan: WeeklyPlanAnswer;
  readonly onClose: () => void;
}

const SHORTEST_REASON = 10;

/** What the check says, the reason where one is needed, and then the version that cannot change any more. */
export function PublishDialog({ scope, plan, onClose }: PublishDialogProps) {
  const { texts } = useWording();
  const check = usePlanCheck(scope.unitId, plan);
  const title = texts.week.publishing.title(plan.planVersion);
  return (
    <Dialog size="xl" onClose={onClose} title={title}>
      {check.isPending && (
        <>
          <Text role="status">{texts.week.publishing.checking}</Text>
          <LoadingState rows={3} />
        </>
      )}
      {check.isError && <ErrorState error={check.error} onRetry={() => void check.refetch()} />}
      {check.data !== undefined && <Publication scope={scope} plan={plan} check={check.data} onClose={onClose} />}
    </Dialog>
  );
}

interface PublicationProps extends PublishDialogProps {
  readonly check: PlanCheckAnswer;
}

function Publication({ scope, plan, check, onClose }: PublicationProps) {
  const { texts } = useWording();
  const words = texts.week.publishing;
  const report = useTextsOf(travelReportTexts);
  const publish = usePublishPlan(scope, plan);
  const [reason, setReason] = useState('');
  const [isShort, setIsShort] = useState(false);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const needsReason = check.canPublish === 'med-skal';

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const tooShort = needsReason && reason.trim().length < SHORTEST_REASON;
    setIsShort(tooShort);
    if (tooShort) return;
    const overrideReason = needsReason ? reason.trim() : null;
    publish.mutate({ overrideReason, idempotencyKey }, { onSuccess: onClose });
  };

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <Text fw={600}>
          <Sign kind={VERDICT_SIGNS[check.canPublish]} /> {verdict(check, words)}
        </Text>
        <Violations violations={check.violations} />
        <ReportLink planId={plan.id} label={report.openFrom} onClick={onClose} />
        <Changes scope={scope} plan={plan} />
        {needsReason && (
          <Textarea
            label={words.reason}
            description={words.reasonHint}
            required
            rows={3}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
            error={isShort ? words.reasonShort : undefined}
          />
        )}
        {check.canPublish !== 'nej' && <Text>{words.told}</Text>}
        {publish.isError && (
          <Alert color="red" variant="outline" role="alert">
            <Sign kind="breaks" /> <ProblemLine error={publish.error} />
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {texts.common.cancel}
          </Button>
          {check.canPublish !== 'nej' && (
            <Button type="submit" loading={publish.isPending}>
              {words.submit}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}

const VERDICT_SIGNS = { ja: 'holds', 'med-skal': 'warns', nej: 'breaks' } as const;

function verdict(
  { canPublish, hardCount }: PlanCheckAnswer,
  words: ReturnType<typeof useWording>['texts']['week']['publishing'],
): string {
  switch (canPublish) {
    case 'ja':
      return words.holds;
    case 'med-skal':
      return words.needsReason(hardCount);
    case 'nej':
      return words.refused(hardCount);
  }
}

/** What becomes different for whom, beside the version that holds now. */
function Changes({ scope, plan }: Pick<PublishDialogProps, 'scope' | 'plan'>) {
  const words = useTextsOf(boardTexts).publishing;
  const plans = useWeekPlans(scope);
  const held = plans.data?.find(
    ({ status, workGroupId }) => status === 'publicerad' && workGroupId === plan.workGroupId,
  );
  return (
    <details>
      <summary>{words.changes}</summary>
      {held === undefined ? <Text>{words.changesNone}</Text> : <PlanComparison scope={scope} from={held} to={plan} />}
    </details>
  );
}

/** What stops the publication first. */
function Violations({ violations }: { readonly violations: readonly PlanViolationAnswer[] }) {
  const { texts, formats } = useWording();
  if (violations.length === 0) return null;
  const ordered = [...violations].sort(
    (a, b) => a.severity.localeCompare(b.severity) || (a.date ?? '').localeCompare(b.date ?? ''),
  );
  return (
    <ul className={styles.violations} tabIndex={0} aria-label={texts.week.publishing.findings(violations.length)}>
      {ordered.map((violation, at) => (
        <li key={at}>
          <span className={violation.severity === 'hard' ? styles.breaks : styles.warns}>
            <Sign kind={violation.severity === 'hard' ? 'breaks' : 'warns'} />{' '}
            {violation.severity === 'hard' ? texts.week.publishing.breaks : texts.week.publishing.warns}
          </span>{' '}
          {violation.date !== null && `${formats.day(violation.date)}: `}
          <ServiceText>{violation.text}</ServiceText>
        </li>
      ))}
    </ul>
  );
}
