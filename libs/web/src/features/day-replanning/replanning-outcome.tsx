import type { DayReplanningAnswer } from '@hemtjanst/contracts';
import { Text } from '@mantine/core';
import { useCallback, useEffect, useRef, type Ref } from 'react';
import type { Scope } from '../../app/scope.js';
import { ErrorState } from '../../components/page-state.js';
import { Sign } from '../../components/sign.js';
import { dayReplanningTexts } from '../../text/pages/day-replanning.js';
import { useTextsOf } from '../../text/texts.js';
import type { Names } from './alternative-card.js';
import { useReplanning } from './api.js';
import { Proposals } from './proposals.js';
import { ReplanningRun } from './replanning-run.js';

interface ReplanningOutcomeProps {
  readonly scope: Scope;
  readonly planId: string;
  readonly runId: string;
  readonly names: Names;
}

/** The calculation in the address: how far it has come, and what came of it. */
export function ReplanningOutcome({ scope, planId, runId, names }: ReplanningOutcomeProps) {
  const { data: run, error, refetch } = useReplanning(scope, planId, runId);
  const outcome = useRef<HTMLHeadingElement & HTMLParagraphElement>(null);
  const leadsOn = useRef(false);
  const ended = useCallback((hadFocus: boolean) => {
    leadsOn.current = hadFocus;
  }, []);
  const hasEnded = run !== undefined && run.endedAt !== null;
  useEffect(() => {
    if (hasEnded && leadsOn.current) outcome.current?.focus();
  }, [hasEnded]);
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (run === undefined) return null;
  if (run.endedAt === null) {
    return <ReplanningRun key={run.id} started={run} onEnded={ended} />;
  }
  const { answer } = run;
  if (answer === null) return <NoProposals run={run} textRef={outcome} />;
  return <Proposals scope={scope} proposed={{ ...run, answer }} names={names} headingRef={outcome} />;
}

interface NoProposalsProps {
  readonly run: DayReplanningAnswer;
  readonly textRef: Ref<HTMLParagraphElement>;
}

/** Cancelled, failed, or so long ago that it is no longer kept. */
function NoProposals({ run: { status, errorText }, textRef }: NoProposalsProps) {
  const words = useTextsOf(dayReplanningTexts).run;
  if (status === 'failed') {
    return (
      <Text role="alert" ref={textRef} tabIndex={-1}>
        <Sign kind="breaks" /> {errorText}
      </Text>
    );
  }
  return (
    <Text role="status" ref={textRef} tabIndex={-1}>
      {status === 'cancelled' ? words.cancelled : words.gone}
    </Text>
  );
}
