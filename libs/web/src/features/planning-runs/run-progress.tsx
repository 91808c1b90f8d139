import type { PlanningRunAnswer } from '@hemtjanst/contracts';
import { useCurrentAccount } from '../../app/session.js';
import { mayPlan } from '../../lib/access.js';
import { useWording } from '../../text/texts.js';
import { RunFigures } from './run-figures.js';
import { RunPanel, useElapsed } from './run-panel.js';
import { useCancelRun, useRunProgress } from './api.js';

export type RunEnd = Pick<PlanningRunAnswer, 'id' | 'status' | 'errorText'>;

interface RunProgressProps {
  readonly unitId: string;
  readonly started: PlanningRunAnswer;
  readonly onEnded: (end: RunEnd) => void;
}

/** A week that is being calculated: how far, what it has found so far, how long it has taken, and how to end it. */
export function RunProgress({ unitId, started, onEnded }: RunProgressProps) {
  const { texts } = useWording();
  const { roles } = useCurrentAccount();
  const { run, isCutOff, bestCosts } = useRunProgress(unitId, started, onEnded);
  const cancel = useCancelRun(unitId);
  const elapsed = useElapsed(run.startedAt ?? run.createdAt);
  const cancelling = {
    isEnding: run.isCancelRequested || cancel.isPending,
    error: cancel.error,
    onCancel: () => cancel.mutate(run.id),
  };
  return (
    <RunPanel
      title={texts.week.run.title}
      statusText={run.statusText}
      percent={run.progress?.percent ?? 0}
      isCutOff={isCutOff}
      cancel={mayPlan(roles) ? cancelling : null}
    >
      <RunFigures progress={run.progress} bestCosts={bestCosts} elapsed={elapsed} />
    </RunPanel>
  );
}
